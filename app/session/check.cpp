#include "app/session/check.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <string_view>
#include <tuple>

#include "app/session/baseline.h"
#include "app/session/fingerprint.h"
#include "app/session/parallel.h"
#include "app/session/rule_selection.h"
#include "app/session/suppressions.h"
#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"

namespace holdfast::session {
namespace {

// What the command line does not select is selected by the snapshot's file; what either ignores is ignored.
CheckOptions with_settings(CheckOptions options, const RuleSettings& settings) {
  if (options.select.empty()) options.select = settings.select;
  options.ignore.insert(options.ignore.end(), settings.ignore.begin(), settings.ignore.end());
  return options;
}

Day utc_today() {
  return Day(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
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

CheckResult check(std::shared_ptr<const Snapshot> snapshot, const CheckOptions& options) {
  CheckResult result;
  result.snapshot = snapshot;
  const Network& network = snapshot->network;
  const pairing::Pairing pairing(network);
  result.services = pairing.services().all().size();

  const CheckOptions chosen = with_settings(options, snapshot->rules);
  const std::vector<const rules::Rule*> rules = selected_rules(chosen.select, chosen.ignore);
  struct Outcome {
    std::vector<rules::Finding> findings;
    std::vector<std::string> faults;
  };
  std::vector<Outcome> outcomes(rules.size());
  std::atomic<std::size_t> done{0};
  parallel_for(rules.size(), options.jobs, [&](std::size_t i) {
    if (options.cancel != nullptr && options.cancel->load()) return;
    smt::Judge judge({.cross_check = options.cross_check});
    rules::Judgement judgement(network, *rules[i], judge);
    rules[i]->check(pairing, judgement);
    outcomes[i] = {judgement.take_findings(), judgement.faults()};
    if (options.progress) options.progress("checking", ++done, rules.size());
  });
  result.cancelled = options.cancel != nullptr && options.cancel->load();

  std::vector<rules::Finding> all;
  for (Outcome& outcome : outcomes) {
    std::ranges::move(outcome.findings, std::back_inserter(all));
    std::ranges::move(outcome.faults, std::back_inserter(result.faults));
  }
  sort_findings(all);
  std::vector<std::string> fingerprints(all.size());
  parallel_for(all.size(), options.jobs,
               [&](std::size_t i) { fingerprints[i] = fingerprint(network, all[i]); });
  tell_apart(fingerprints);
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].severity = severity_of(*all[i].rule, all[i].severity, snapshot->rules);
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
