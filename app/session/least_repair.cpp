#include "app/session/least_repair.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "solver/smt/cheapest_choice.h"

namespace holdfast::session {
namespace {

// A guess is worse than any disruption.
constexpr std::uint64_t kPriceOfDoubt = 1'000'000;
// A handful of cheaper changes can be tried in every combination; more is left open.
constexpr std::size_t kMostTrials = 64;

bool same_commands(const Candidate& a, const Candidate& b) {
  return std::ranges::equal(a.commands, b.commands, [](const auto& x, const auto& y) {
    return x.device == y.device && x.lines == y.lines;
  });
}

std::vector<rules::DeviceCommands> commands_of(const ChangePool& pool, const smt::Choice& choice) {
  std::vector<std::vector<rules::DeviceCommands>> parts;
  for (const std::size_t i : choice) parts.push_back(pool.changes()[i].candidate.commands);
  std::vector<rules::DeviceCommands> commands;
  for (auto& [device, lines] : joined(parts)) commands.push_back({device, std::move(lines)});
  return commands;
}

}  // namespace

void ChangePool::add(const Candidate& candidate, std::uint64_t disruption,
                     const ReportedFinding& thought_of_for) {
  std::optional<std::size_t> at = find(candidate);
  if (!at) {
    at = changes_.size();
    const std::uint64_t doubt = kPriceOfDoubt * static_cast<std::uint64_t>(candidate.doubt);
    changes_.push_back({candidate, std::max<std::uint64_t>(disruption, 1) + doubt, {}});
  }
  changes_[*at].for_findings.insert(thought_of_for.fingerprint);
}

std::optional<std::size_t> ChangePool::find(const Candidate& candidate) const {
  const auto at = std::ranges::find_if(
      changes_, [&](const Change& it) { return same_commands(it.candidate, candidate); });
  if (at == changes_.end()) return std::nullopt;
  return static_cast<std::size_t>(at - changes_.begin());
}

LeastRepair least_repair(Trials& trials, const ChangePool& pool, const RepairGoal& goal) {
  LeastRepair result;
  result.proof.changes = pool.changes().size();
  std::vector<std::uint64_t> prices;
  std::ranges::transform(pool.changes(), std::back_inserter(prices), &ChangePool::Change::price);
  std::size_t tried = 0;
  const auto does = [&](const smt::Choice& choice) -> std::optional<bool> {
    if (trials.exhausted() || tried == kMostTrials) return std::nullopt;
    ++tried;
    result.trial = trials.of(trials.first(), commands_of(pool, choice), goal.mended);
    return result.trial.mends() && result.trial.advice <= goal.advice &&
           result.trial.bench.result->unknowns.size() <= goal.unknowns;
  };
  const smt::CheapestChoice found = smt::cheapest_choice(prices, goal.price, does);
  result.proof.trials = found.trials;
  result.proof.proven = found.verdict != smt::ChoiceVerdict::Undecided;
  result.proof.price = goal.price;
  if (found.verdict != smt::ChoiceVerdict::Found) return result;
  result.cheaper = found.choice;
  result.proof.price = 0;
  for (const std::size_t i : found.choice) result.proof.price += prices[i];
  return result;
}

}  // namespace holdfast::session
