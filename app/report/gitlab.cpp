#include "app/report/gitlab.h"

#include <algorithm>
#include <fmt/format.h>

#include "app/report/json_values.h"
#include "app/report/place.h"
#include "app/report/summary.h"
#include "app/report/uri.h"

namespace holdfast::report {
namespace {

const char* severity_word(rules::Severity severity) {
  switch (severity) {
    case rules::Severity::Error:
      return "critical";
    case rules::Severity::Warning:
      return "minor";
    case rules::Severity::Info:
      return "info";
  }
  return "critical";
}

std::string description(const rules::Finding& finding) {
  std::string out = fmt::format("{}: {}", finding.rule->code, finding.message);
  if (!finding.consequence.empty()) out += (out.ends_with('.') ? " " : "; ") + finding.consequence;
  return out;
}

// An entry without a place is not shown: what is about nothing that was read points at the first file.
Json location(const Network& network, const rules::Evidence& evidence, const Options& options) {
  const Place place = place_of(network, evidence);
  const std::string_view path = place.known()                ? place.path
                                : network.sources.size() > 0 ? network.sources.path(FileId{0})
                                                             : std::string_view("-");
  return {{"path", path_in_folder(path, options.working_folder)},
          {"lines", {{"begin", std::max<std::uint32_t>(place.line, 1)}}}};
}

}  // namespace

std::string render_gitlab(const session::CheckResult& result, const Options& options) {
  Json entries = Json::array();
  for (const session::ReportedFinding& reported : result.findings) {
    const rules::Finding& finding = reported.finding;
    entries.push_back({{"description", description(finding)},
                       {"check_name", finding.rule->name},
                       {"fingerprint", reported.fingerprint},
                       {"severity", severity_word(finding.severity)},
                       {"location", location(result.snapshot->network, first_evidence(finding), options)}});
  }
  return dump(entries);
}

}  // namespace holdfast::report
