#include "app/session/baseline.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <tuple>

namespace holdfast::session {
namespace {

const char* verdict_of(const ReportedFinding& it) {
  return it.finding.verdict == rules::Verdict::Unknown ? "unknown" : "violated";
}

// What was undecided and is now violated is news, so both count.
std::string key_of(const std::string& fingerprint, std::string_view verdict) {
  return fingerprint + ' ' + std::string(verdict);
}
std::string key_of(const ReportedFinding& it) {
  return key_of(it.fingerprint, verdict_of(it));
}

void move_known(std::vector<ReportedFinding>& from, const std::set<std::string>& keys,
                std::vector<ReportedFinding>& to) {
  const auto last = std::stable_partition(
      from.begin(), from.end(), [&](const ReportedFinding& it) { return !keys.contains(key_of(it)); });
  std::move(last, from.end(), std::back_inserter(to));
  from.erase(last, from.end());
}

}  // namespace

Baseline baseline_of(const CheckResult& result) {
  Baseline baseline;
  for (const auto* list : {&result.findings, &result.unknowns, &result.known}) {
    for (const ReportedFinding& it : *list) {
      baseline.entries.push_back({it.fingerprint, it.finding.rule->code, verdict_of(it), it.finding.message});
    }
  }
  std::ranges::sort(baseline.entries, {},
                    [](const BaselineEntry& it) { return std::tie(it.rule, it.fingerprint); });
  return baseline;
}

void set_apart_known(CheckResult& result, const Baseline& baseline) {
  std::set<std::string> keys;
  for (const BaselineEntry& it : baseline.entries) keys.insert(key_of(it.fingerprint, it.verdict));
  result.has_baseline = true;
  move_known(result.findings, keys, result.known);
  move_known(result.unknowns, keys, result.known);
  for (SuppressedFinding& it : result.suppressed) {
    it.known = keys.erase(key_of(it.reported)) > 0;
  }
  for (const ReportedFinding& it : result.known) keys.erase(key_of(it));
  if (!result.complete()) return;
  std::set<std::string_view> judged;
  for (const rules::Rule* rule : result.judged) judged.insert(rule->code);
  result.fixed =
      static_cast<std::size_t>(std::ranges::count_if(baseline.entries, [&](const BaselineEntry& it) {
        return judged.contains(it.rule) && keys.erase(key_of(it.fingerprint, it.verdict)) > 0;
      }));
}

}  // namespace holdfast::session
