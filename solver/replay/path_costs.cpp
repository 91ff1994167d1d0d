#include "solver/replay/path_costs.h"

#include <algorithm>
#include <utility>

namespace holdfast::replay {

CostGraph::CostGraph(std::vector<CostEdge> edges) : edges_(std::move(edges)) {
  std::ranges::stable_sort(edges_, {}, &CostEdge::from);
}

std::span<const CostEdge> CostGraph::leaving(std::size_t node) const {
  const auto first = std::ranges::lower_bound(edges_, node, {}, &CostEdge::from);
  return {first, std::ranges::upper_bound(first, edges_.end(), node, {}, &CostEdge::from)};
}

PathCosts::PathCosts(const CostGraph& graph, std::vector<Cost> own, const std::vector<bool>& transit)
    : graph_(&graph), own_(std::move(own)), transit_(&transit), cost_(own_) {
  for (bool changed = true; changed;) {
    changed = false;
    for (const CostEdge& edge : graph.edges()) {
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
  for (const CostEdge& edge : graph_->leaving(node)) {
    if (offered(edge) == cost_[node]) result.push_back(edge);
  }
  return result;
}

}  // namespace holdfast::replay
