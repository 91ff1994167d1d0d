#include "app/session/check.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <string_view>
#include <tuple>
#include <utility>

#include "app/session/baseline.h"
#include "app/session/blame.h"
#include "app/session/fingerprint.h"
#include "app/session/judging.h"
#include "app/session/parallel.h"
#include "app/session/rule_selection.h"
#include "app/session/stopper.h"
#include "app/session/suppressions.h"
#include "solver/pairing/pairing.h"

namespace holdfast::session {
namespace {

// What the command line does not select is selected by the snapshot's file; what either ignores is ignored.
CheckOptions with_settings(CheckOptions options, const RuleSettings& settings) {
  if (options.select.empty()) options.select = settings.select;
  options.ignore.insert(options.ignore.end(), settings.ignore.begin(), settings.ignore.end());
  return options;
}

Day utc_today() {
  return {std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
}

void sort_findings(std::vector<rules::Finding>& findings) {
  std::ranges::stable_sort(findings, {}, [](const rules::Finding& finding) {
    const Span where = finding.evidence.empty() ? Span{} : finding.evidence.front().where;
    return std::tuple(std::string_view(finding.rule->code), where.file, where.line, where.column,
                      std::string_view(finding.message));
  });
}

void count(Summary& summary, const rules::Finding& finding) {
  if (finding.verdict == rules::Verdict::Unknown) {
    ++summary.unknown;
  } else if (finding.severity == rules::Severity::Error) {
    ++summary.errors;
  } else if (finding.severity == rules::Severity::Warning) {
    ++summary.warnings;
  } else {
    ++summary.infos;
  }
}

}  // namespace

std::vector<std::string> unknown_selectors(const CheckOptions& options) {
  std::vector<std::string> unknown;
  for (const auto* list : {&options.select, &options.ignore}) {
    for (const std::string& selector : *list) {
      if (!names_a_rule(selector)) unknown.push_back(selector);
    }
  }
  return unknown;
}

std::vector<std::string> idle_selectors(const CheckOptions& options) {
  std::vector<std::string> idle;
  if (options.k) return idle;
  for (const std::string& selector : options.select) {
    const auto judges = [&](const rules::Rule* rule) {
      return names(selector, *rule) && !rule->about_failures();
    };
    if (std::ranges::none_of(rules::all_rules(), judges)) idle.push_back(selector);
  }
  return idle;
}

CheckResult check(std::shared_ptr<const Snapshot> of, const CheckOptions& asked) {
  CheckResult result;
  result.snapshot = std::move(of);
  const Snapshot& snapshot = *result.snapshot;
  const Network& network = snapshot.network;
  const pairing::Pairing pairing(network);
  result.services = pairing.services().all().size();

  const Stopper stopper(asked.cancel, asked.time_limit);
  CheckOptions options = with_settings(asked, snapshot.rules);
  options.cancel = stopper.flag();
  std::vector<const rules::Rule*> rules = selected_rules(options.select, options.ignore);
  const auto about_failures = [](const rules::Rule* rule) { return rule->about_failures(); };
  std::vector<const rules::Rule*> of_lines;
  std::ranges::remove_copy_if(rules, std::back_inserter(of_lines), about_failures);
  Judged judged = judge_lines(pairing, of_lines, options);
  if (options.k) {
    std::vector<const rules::Rule*> of_failures;
    std::ranges::copy_if(rules, std::back_inserter(of_failures), about_failures);
    FailuresJudged more = judge_failures(snapshot, pairing, of_failures, options);
    result.search = more.search;
    name_rules(more.judged.findings, judged.findings);
    judged.add(std::move(more.judged));
  } else {
    rules = of_lines;
  }
  result.cancelled = stopper.cancelled();
  result.out_of_time = !result.cancelled && stopper.out_of_time();
  result.faults = std::move(judged.faults);

  std::vector<rules::Finding> all = std::move(judged.findings);
  sort_findings(all);
  std::vector<std::string> fingerprints(all.size());
  parallel_for(all.size(), options.jobs,
               [&](std::size_t i) { fingerprints[i] = fingerprint(network, all[i]); });
  tell_apart(fingerprints);
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].severity = severity_of(*all[i].rule, all[i].severity, snapshot.rules);
    auto& list = all[i].verdict == rules::Verdict::Unknown ? result.unknowns : result.findings;
    list.push_back({std::move(all[i]), std::move(fingerprints[i])});
  }
  result.judged = rules;
  suppress(result, options.today.value_or(utc_today()));
  if (options.baseline != nullptr) set_apart_known(result, *options.baseline);
  for (const auto* list : {&result.findings, &result.unknowns}) {
    for (const ReportedFinding& it : *list) count(result.summary, it.finding);
  }
  return result;
}

}  // namespace holdfast::session
