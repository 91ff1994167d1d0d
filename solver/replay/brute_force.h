#pragma once

// Every set of failures, judged one by one: the yardstick for a search that does not.

#include <cstddef>
#include <span>
#include <vector>

#include "solver/replay/replay.h"

namespace holdfast::replay {

// All sets of at most k elements: the smaller first, those of one size in lexical order.
std::vector<FailureSet> all_sets(const FailureUniverse& universe, std::size_t k);

struct BadSet {
  FailureSet failed;
  Outcome outcome = Outcome::Unknown;
  friend bool operator==(const BadSet&, const BadSet&) = default;
};

// Of each flow the bad sets of at most k elements of which no proper subset is bad, in the order of all_sets.
std::vector<std::vector<BadSet>> minimal_bad_sets(const Replay& replay, std::span<const Flow> flows,
                                                  std::size_t k);

}  // namespace holdfast::replay
