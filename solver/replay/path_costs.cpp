#include "solver/replay/path_costs.h"

#include <utility>

namespace holdfast::replay {

PathCosts::PathCosts(const std::vector<CostEdge>& edges, std::vector<Cost> own,
                     const std::vector<bool>& transit)
    : edges_(&edges), own_(std::move(own)), transit_(&transit), cost_(own_) {
  for (bool changed = true; changed;) {
    changed = false;
    for (const CostEdge& edge : edges) {
      const Cost through = offered(edge);
      if (through >= cost_[edge.from]) continue;
      cost_[edge.from] = through;
      changed = true;
    }
  }
}

Cost PathCosts::offered(const CostEdge& edge) const {
  const Cost there = (*transit_)[edge.to] ? cost_[edge.to] : own_[edge.to];
  return there == kUnreachable ? kUnreachable : there + edge.cost;
}

std::vector<CostEdge> PathCosts::next(std::size_t node) const {
  std::vector<CostEdge> result;
  if (!reaches(node)) return result;
  for (const CostEdge& edge : *edges_) {
    if (edge.from == node && offered(edge) == cost_[node]) result.push_back(edge);
  }
  return result;
}

}  // namespace holdfast::replay
