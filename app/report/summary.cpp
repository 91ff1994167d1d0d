#include "app/report/summary.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "app/report/words.h"

namespace holdfast::report {

std::vector<SummaryPart> summary_parts(const session::CheckResult& result) {
  using Kind = SummaryPart::Kind;
  std::vector<SummaryPart> parts;
  const auto add = [&](std::size_t count, Kind kind, std::string_view noun) {
    if (count > 0) parts.push_back({kind, counted(count, noun)});
  };
  add(result.summary.errors, Kind::Error, "error");
  add(result.summary.warnings, Kind::Warning, "warning");
  add(result.summary.infos, Kind::Info, "info");
  if (parts.empty()) parts.push_back({Kind::Good, result.has_baseline ? "no new findings" : "no findings"});
  const auto state = [&](std::size_t count, Kind kind, std::string_view word) {
    if (count > 0) parts.push_back({kind, fmt::format("{} {}", count, word)});
  };
  state(result.summary.unknown, Kind::Unknown, "unknown");
  state(result.suppressed.size(), Kind::Plain, "suppressed");
  state(result.known.size(), Kind::Plain, "known");
  state(result.fixed, Kind::Good, "fixed");
  return parts;
}

std::string summary_line(const session::CheckResult& result) {
  std::string line;
  for (const SummaryPart& part : summary_parts(result)) line += (line.empty() ? "" : ", ") + part.text;
  return line;
}

std::string understood(const Coverage& coverage) {
  if (coverage.lines == 0) return "no lines";
  const std::uint64_t known = coverage.lines - std::min(coverage.unrecognised, coverage.lines);
  const std::uint64_t tenths = known * 1000 / coverage.lines;
  return fmt::format("understood {}.{} % of {}", tenths / 10, tenths % 10, counted(coverage.lines, "line"));
}

std::string idle_suppressions(const session::CheckResult& result) {
  std::vector<std::string> parts;
  const auto add = [&](std::size_t count, std::string_view one, std::string_view several) {
    if (count == 0) return;
    parts.push_back(fmt::format("{} {}", counted(count, "suppression"), count == 1 ? one : several));
  };
  add(result.expired_suppressions, "has ended", "have ended");
  add(result.unused_suppressions, "is not needed", "are not needed");
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::vector<Undecided> undecided_by_need(const std::vector<session::ReportedFinding>& unknowns) {
  std::map<std::string, Undecided> groups;
  for (const session::ReportedFinding& unknown : unknowns) {
    const std::string needs = fmt::format("{}", fmt::join(unknown.finding.deciding, " and "));
    Undecided& group = groups[needs];
    group.needs = needs;
    group.codes.insert(unknown.finding.rule->code);
    ++group.verdicts;
  }
  std::vector<Undecided> sorted;
  sorted.reserve(groups.size());
  for (auto& [needs, group] : groups) sorted.push_back(std::move(group));
  std::ranges::stable_sort(sorted, std::ranges::greater{}, &Undecided::verdicts);
  return sorted;
}

std::vector<const session::ReportedFinding*> worst_first(
    const std::vector<session::ReportedFinding>& findings) {
  std::vector<const session::ReportedFinding*> sorted;
  sorted.reserve(findings.size());
  for (const session::ReportedFinding& it : findings) sorted.push_back(&it);
  std::ranges::stable_sort(sorted, {},
                           [](const session::ReportedFinding* it) { return it->finding.severity; });
  return sorted;
}

rules::Evidence first_evidence(const rules::Finding& finding) {
  return finding.evidence.empty() ? rules::Evidence{} : finding.evidence.front();
}

}  // namespace holdfast::report
