#pragma once

// Which nodes are connected, in rounds: everybody takes the smallest number heard.

#include <numeric>
#include <vector>

#include "solver/replay/path_costs.h"

namespace holdfast::replay {

inline void join_components(const std::vector<CostEdge>& edges, std::vector<std::size_t>& component) {
  for (bool changed = true; changed;) {
    changed = false;
    for (const CostEdge& edge : edges) {
      if (component[edge.to] >= component[edge.from]) continue;
      component[edge.from] = component[edge.to];
      changed = true;
    }
  }
}

inline std::vector<std::size_t> singletons(std::size_t count) {
  std::vector<std::size_t> result(count);
  std::iota(result.begin(), result.end(), std::size_t{0});
  return result;
}

}  // namespace holdfast::replay
