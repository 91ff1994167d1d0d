#include "bench/generator/sections.h"

namespace holdfast::generator {

// The length is made up by filters, so that every file has its lines whatever it serves.
Text device_text(const Plan& plan, std::size_t device) {
  Text before = header_section(plan, device);
  Text after;
  after.append(lacp_section(plan, device));
  after.line("bfd");
  after.end_view();
  after.append(mpls_section(plan, device));
  after.append(vsi_section(plan, device));
  after.append(link_section(plan, device));
  after.append(access_section(plan, device));
  after.append(igp_section(plan, device));
  after.append(etrunk_section(plan, device));
  after.append(management_section(plan, device));
  after.line("return");

  const std::size_t present = before.lines() + after.lines();
  const std::size_t wanted = plan.options.lines;
  before.append(filter_section(plan, device, wanted > present ? wanted - present : 0));
  before.append(after);
  return before;
}

}  // namespace holdfast::generator
