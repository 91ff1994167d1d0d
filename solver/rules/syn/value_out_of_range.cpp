// SYN002: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"

namespace holdfast::rules::syn {
namespace {

void report(DeviceId id, const RangeViolation& violation, Judgement& out) {
  Finding& finding =
      out.report(id, violation.where, fmt::format("outside {}", violation.range),
                 fmt::format("{} {} is outside {}", violation.what, violation.value, violation.range));
  finding.fix.summary = fmt::format("choose a value of {}", violation.range);
  if (violation.only_in.empty()) {
    finding.consequence = "The device refuses the line; the setting keeps its previous or default value.";
    return;
  }
  finding.severity = Severity::Warning;
  finding.message += fmt::format(", the range of {}; {} allows it", violation.source, violation.only_in);
  finding.consequence = fmt::format("A device that runs {} refuses the line.", violation.source);
}

void check(const pairing::Pairing& net, Judgement& out) {
  for (std::size_t i = 0; i < net.network().devices.size(); ++i) {
    const DeviceId id(i);
    for (const RangeViolation& violation : net[id].reading.out_of_range) report(id, violation, out);
  }
}

}  // namespace

extern const Rule value_out_of_range;
const Rule value_out_of_range{
    .code = "SYN002",
    .name = "value-out-of-range",
    .severity = Severity::Error,
    .title = "Values are inside their documented ranges.",
    .what =
        "Numbers, and lengths of names, are compared with the ranges of the release profile of the device; "
        "without a profile, with those of every documented release.",
    .why =
        "The device refuses a line with a value out of range, and the other side waits for a partner that "
        "was "
        "never configured.",
    .fix = "Choose a value inside the range; on both sides where it has to match.",
    .limits =
        "An error only where no documented release allows the value; where one does, a warning that names "
        "the "
        "release that does not. Set `profile` in holdfast.yaml to settle it.",
    .source =
        "Command reference NE40E V800R012; Configuring PW Status Negotiation (E-Trunk id, BFD "
        "discriminators).",
    .example = R"(
 sysname PE1
 #
-e-trunk 300
+e-trunk 3
  peer-address 2.2.2.2 source-address 1.1.1.1
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::syn
