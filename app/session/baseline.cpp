#include "app/session/baseline.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace holdfast::session {
namespace {

void move_known(std::vector<ReportedFinding>& from, const std::set<std::string>& fingerprints,
                std::vector<ReportedFinding>& to) {
  const auto last = std::stable_partition(from.begin(), from.end(), [&](const ReportedFinding& it) {
    return !fingerprints.contains(it.fingerprint);
  });
  std::move(last, from.end(), std::back_inserter(to));
  from.erase(last, from.end());
}

}  // namespace

Baseline baseline_of(const CheckResult& result) {
  Baseline baseline;
  for (const auto* list : {&result.findings, &result.unknowns, &result.known}) {
    for (const ReportedFinding& it : *list) {
      const bool unknown = it.finding.verdict == rules::Verdict::Unknown;
      baseline.entries.push_back(
          {it.fingerprint, it.finding.rule->code, unknown ? "unknown" : "violated", it.finding.message});
    }
  }
  std::ranges::sort(baseline.entries, {},
                    [](const BaselineEntry& it) { return std::tie(it.rule, it.fingerprint); });
  return baseline;
}

void set_apart_known(CheckResult& result, const Baseline& baseline) {
  std::set<std::string> fingerprints;
  for (const BaselineEntry& it : baseline.entries) fingerprints.insert(it.fingerprint);
  result.has_baseline = true;
  move_known(result.findings, fingerprints, result.known);
  move_known(result.unknowns, fingerprints, result.known);
  for (SuppressedFinding& it : result.suppressed) {
    it.known = fingerprints.contains(it.reported.fingerprint);
    fingerprints.erase(it.reported.fingerprint);
  }
  for (const ReportedFinding& it : result.known) fingerprints.erase(it.fingerprint);
  std::set<std::string_view> judged;
  for (const rules::Rule* rule : result.judged) judged.insert(rule->code);
  result.fixed =
      static_cast<std::size_t>(std::ranges::count_if(baseline.entries, [&](const BaselineEntry& it) {
        return judged.contains(it.rule) && fingerprints.erase(it.fingerprint) > 0;
      }));
}

}  // namespace holdfast::session
