#include "app/report/concise.h"

#include <fmt/format.h>

#include "app/report/place.h"
#include "app/report/printable.h"
#include "app/report/style.h"
#include "app/report/summary.h"
#include "app/report/words.h"

namespace holdfast::report {

std::string render_concise(const session::CheckResult& result, const Options& options) {
  const Network& network = result.snapshot->network;
  const Style style(options.color);
  std::string out;
  for (const session::ReportedFinding& reported : result.findings) {
    const rules::Finding& finding = reported.finding;
    const rules::Evidence first = first_evidence(finding);
    out += fmt::format("{}: {} {}: {}", to_string(place_of(network, first)),
                       style.severity(finding.severity, to_string(finding.severity)), finding.rule->code,
                       printable(finding.message));
    const std::string_view device = device_name(network, first.device);
    if (!device.empty()) out += fmt::format(" [{}]", printable(device));
    out += '\n';
  }
  return out;
}

}  // namespace holdfast::report
