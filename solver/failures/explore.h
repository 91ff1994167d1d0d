#pragma once

// Sets of failures, visited by supports (semantics §5): what depends on the network under a set changes only
// when something fails that it rests on, so only such elements are added to it.

#include <atomic>
#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "solver/control_plane/support.h"

namespace holdfast::failures {

struct SearchOptions {
  std::size_t k = 2;
  std::vector<bool> may_fail;                 // by element; empty: all may
  const std::atomic<bool>* cancel = nullptr;  // may be null
};

// What the set was found to rest on. Nothing: it is settled, and with it all sets that contain it; none of
// these is visited after it.
using Visit = std::function<std::optional<control_plane::Support>(const FailureSet& set)>;

// Visits the empty set, and then set by set of at most k elements what the answers lead to: small sets first,
// those of one size in order, each once. A set that settles is minimal: no subset of it does. What is said of
// sets of k elements is not used. False: cancelled.
bool explore(const SearchOptions& options, const Visit& visit);

}  // namespace holdfast::failures
