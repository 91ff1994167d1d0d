#include "app/session/judging.h"

#include <algorithm>
#include <iterator>

#include "app/session/crew.h"
#include "app/session/failure_search.h"
#include "app/session/parallel.h"
#include "solver/pairing/elements.h"
#include "solver/rules/judgement.h"

namespace holdfast::session {
namespace {

bool stopped(const CheckOptions& options) {
  return options.cancel != nullptr && options.cancel->load();
}

// What one rule says, by `ask(judgement)`.
template <class Ask>
Judged heard(const pairing::Pairing& net, const rules::Rule& rule, const CheckOptions& options, Ask ask) {
  smt::Judge judge({.cross_check = options.cross_check});
  rules::Judgement judgement(net.network(), rule, judge);
  ask(judgement);
  return {judgement.take_findings(), judgement.faults()};
}

Judged joined(std::vector<Judged> parts) {
  Judged all;
  for (Judged& part : parts) all.add(std::move(part));
  return all;
}

}  // namespace

void Judged::add(Judged more) {
  std::ranges::move(more.findings, std::back_inserter(findings));
  std::ranges::move(more.faults, std::back_inserter(faults));
}

Judged judge_lines(const pairing::Pairing& net, std::span<const rules::Rule* const> rules,
                   const CheckOptions& options) {
  std::vector<Judged> said(rules.size());
  std::atomic<std::size_t> done{0};
  parallel_for(rules.size(), options.jobs, [&](std::size_t i) {
    if (stopped(options)) return;
    said[i] = heard(net, *rules[i], options, [&](rules::Judgement& out) { rules[i]->check(net, out); });
    if (options.progress) options.progress("checking", ++done, rules.size());
  });
  return joined(std::move(said));
}

FailuresJudged judge_failures(const Snapshot& snapshot, const pairing::Pairing& net,
                              std::span<const rules::Rule* const> rules, const CheckOptions& options) {
  FailuresJudged result;
  result.search.k = *options.k;
  if (rules.empty() && !options.searched) return result;
  const FailureUniverse universe = pairing::failure_universe(net);
  FailureSearchOptions search;
  search.k = *options.k;
  search.kinds = snapshot.failures.kinds;
  for (const pairing::Service& service : net.services().all()) search.services.push_back(&service);
  search.jobs = options.jobs;
  search.progress = options.progress;
  search.cancel = options.cancel;
  Crew crew(net, universe, options.jobs, search.services.size());
  const failures::NetworkFailures found = search_failures(net, universe, search, crew);
  result.search.elements = static_cast<std::size_t>(std::ranges::count(found.may_fail, true));
  for (std::size_t i = 0; i < found.found.size(); ++i) {
    if (found.found[i].first_alike == i) result.search.evaluations += found.found[i].evaluations;
  }
  if (options.searched) options.searched(found);

  std::vector<Judged> said(rules.size());
  crew.run(rules.size(), [&](failures::Engine& engine, std::size_t i) {
    said[i] = heard(net, *rules[i], options,
                    [&](rules::Judgement& out) { rules[i]->check_failures(found, engine, out); });
  });
  result.judged = joined(std::move(said));
  return result;
}

}  // namespace holdfast::session
