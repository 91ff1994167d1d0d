#pragma once

// Steps from a state to the next one until nothing changes, or until an earlier state comes back.

#include <algorithm>
#include <vector>

namespace holdfast::replay {

// The states that the network stays in: one when it settles, the whole cycle when it does not.
template <class T, class Step>
std::vector<T> settle(T start, Step step) {
  std::vector<T> seen{std::move(start)};
  while (true) {
    T next = step(seen.back());
    const auto before = std::ranges::find(seen, next);
    if (before != seen.end()) return {before, seen.end()};
    seen.push_back(std::move(next));
  }
}

}  // namespace holdfast::replay
