#include "app/session/check.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>
#include <string_view>
#include <tuple>

#include "app/session/fingerprint.h"
#include "app/session/parallel.h"
#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"

namespace holdfast::session {
namespace {

bool same_letters(std::string_view a, std::string_view b) {
  const auto upper = [](char c) { return std::toupper(static_cast<unsigned char>(c)); };
  return std::ranges::equal(a, b, {}, upper, upper);
}

constexpr std::size_t kNumberDigits = 3;  // at the end of a code; what stands before them is its family

// "PW005" names one rule, "PW" a family, a rule's name the rule.
bool names(std::string_view selector, const rules::Rule& rule) {
  const std::string_view code = rule.code;
  return same_letters(selector, code) || same_letters(selector, rule.name) ||
         same_letters(selector, code.substr(0, code.size() - kNumberDigits));
}

bool named_by(const std::vector<std::string>& selectors, const rules::Rule& rule) {
  return std::ranges::any_of(selectors, [&](const std::string& s) { return names(s, rule); });
}

std::vector<const rules::Rule*> selected(const CheckOptions& options) {
  std::vector<const rules::Rule*> chosen;
  for (const rules::Rule* rule : rules::all_rules()) {
    if (!options.select.empty() && !named_by(options.select, *rule)) continue;
    if (!named_by(options.ignore, *rule)) chosen.push_back(rule);
  }
  std::ranges::sort(chosen, {}, [](const rules::Rule* rule) { return std::string_view(rule->code); });
  return chosen;
}

// What the command line does not select is selected by the snapshot's file; what either ignores is ignored.
CheckOptions with_settings(CheckOptions options, const RuleSettings& settings) {
  if (options.select.empty()) options.select = settings.select;
  options.ignore.insert(options.ignore.end(), settings.ignore.begin(), settings.ignore.end());
  return options;
}

void set_severity(rules::Finding& finding, const RuleSettings& settings) {
  const auto set = settings.severity.find(finding.rule->code);
  if (set == settings.severity.end()) return;
  finding.severity = set->second == "error"     ? rules::Severity::Error
                     : set->second == "warning" ? rules::Severity::Warning
                                                : rules::Severity::Info;
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
      const auto fits = [&](const rules::Rule* rule) { return names(selector, *rule); };
      if (std::ranges::none_of(rules::all_rules(), fits)) unknown.push_back(selector);
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

  const std::vector<const rules::Rule*> rules = selected(with_settings(options, snapshot->rules));
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
  for (std::size_t i = 0; i < all.size(); ++i) {
    set_severity(all[i], snapshot->rules);
    count(result.summary, all[i]);
    auto& list = all[i].verdict == rules::Verdict::Unknown ? result.unknowns : result.findings;
    list.push_back({std::move(all[i]), std::move(fingerprints[i])});
  }
  return result;
}

}  // namespace holdfast::session
