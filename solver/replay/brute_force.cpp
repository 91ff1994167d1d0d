#include "solver/replay/brute_force.h"

#include <algorithm>

namespace holdfast::replay {

std::vector<FailureSet> all_sets(const FailureUniverse& universe, std::size_t k) {
  std::vector<FailureSet> result{{}};
  std::size_t first_of_size = 0;
  for (std::size_t size = 1; size <= k; ++size) {
    const std::size_t end = result.size();
    for (std::size_t i = first_of_size; i < end; ++i) {
      const std::size_t next = result[i].empty() ? 0 : result[i].back().index + std::size_t{1};
      for (std::size_t element = next; element < universe.elements.size(); ++element) {
        FailureSet longer = result[i];
        longer.push_back(ElementId{element});
        result.push_back(std::move(longer));
      }
    }
    first_of_size = end;
  }
  return result;
}

std::vector<std::vector<BadSet>> minimal_bad_sets(const Replay& replay, std::span<const Flow> flows,
                                                  std::size_t k) {
  std::vector<std::vector<BadSet>> result(flows.size());
  const auto is_minimal = [&](const std::vector<BadSet>& found, const FailureSet& failed) {
    return std::ranges::none_of(found,
                                [&](const BadSet& bad) { return std::ranges::includes(failed, bad.failed); });
  };
  for (const FailureSet& failed : all_sets(replay.universe(), k)) {
    std::vector<std::size_t> open;
    std::vector<Flow> asked;
    for (std::size_t i = 0; i < flows.size(); ++i) {
      if (!is_minimal(result[i], failed)) continue;
      open.push_back(i);
      asked.push_back(flows[i]);
    }
    if (open.empty()) continue;
    const std::vector<Outcome> outcomes = replay.judge(asked, failed);
    for (std::size_t i = 0; i < open.size(); ++i) {
      if (is_bad(outcomes[i])) result[open[i]].push_back({failed, outcomes[i]});
    }
  }
  return result;
}

}  // namespace holdfast::replay
