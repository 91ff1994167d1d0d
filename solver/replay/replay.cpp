#include "solver/replay/replay.h"

#include <algorithm>
#include <optional>

#include "solver/replay/run.h"
#include "solver/replay/settle.h"
#include "solver/replay/verdict.h"

namespace holdfast::replay {
namespace {

std::vector<EndId> ends_of(const L2Plan& plan, const Flow& flow) {
  std::vector<EndId> result;
  for (const Site* site : {&flow.a, &flow.b}) {
    for (const PortRef ac : site->acs) std::ranges::copy(plan.family_of(ac), std::back_inserter(result));
  }
  std::ranges::sort(result);
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

// Every state that the PWs stay in, judged; nothing where two of them differ.
std::optional<Verdict> judge_run(const Wiring& wiring, const Run& run, const Flow& flow) {
  const auto states = [&](const Reports& reports) {
    return PwStates(wiring.plan, run.pws, run.acs, reports);
  };
  const std::vector<Reports> stays = settle(Reports(ends_of(wiring.plan, flow)),
                                            [&](const Reports& before) { return states(before).next(); });
  std::optional<Verdict> result;
  for (const Reports& reports : stays) {
    const Verdict verdict = judge_flow(flow, states(reports), run.pws, run.acs);
    if (result && result->outcome != verdict.outcome) return std::nullopt;
    result = verdict;
  }
  return result;
}

Verdict judge_runs(const Wiring& wiring, const std::vector<std::unique_ptr<Run>>& runs, const Flow& flow) {
  std::optional<Verdict> result;
  for (const auto& run : runs) {
    const std::optional<Verdict> verdict = judge_run(wiring, *run, flow);
    if (!verdict || (result && result->outcome != verdict->outcome)) return {Outcome::Flapping, {}};
    result = verdict;
  }
  return *result;
}

}  // namespace

struct Replay::Setup {
  Wiring wiring;
};

Replay::Replay(const Network& net, const FailureUniverse& universe)
    : net_(&net), universe_(&universe), setup_(new Setup{{net, universe}}) {}

Replay::~Replay() = default;

Outcome Replay::judge(const Flow& flow, const FailureSet& failed) const {
  return judge(std::span(&flow, 1), failed).front();
}

std::vector<Outcome> Replay::judge(std::span<const Flow> flows, const FailureSet& failed) const {
  const Damage damage(*net_, *universe_, failed);
  const auto runs = settled_runs(setup_->wiring, damage);
  std::vector<Outcome> result;
  for (const Flow& flow : flows) result.push_back(judge_runs(setup_->wiring, runs, flow).outcome);
  return result;
}

Judgement Replay::explain(const Flow& flow, const FailureSet& failed) const {
  const Damage damage(*net_, *universe_, failed);
  const Verdict verdict = judge_runs(setup_->wiring, settled_runs(setup_->wiring, damage), flow);
  if (verdict.outcome != Outcome::Unknown) return {verdict.outcome, {}};
  return {verdict.outcome, flow.b.acs.empty() ? flow.unseen : describe(*net_, verdict.doubt)};
}

}  // namespace holdfast::replay
