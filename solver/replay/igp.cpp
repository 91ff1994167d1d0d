#include "solver/replay/igp.h"

namespace holdfast::replay {

std::string_view authentication_kind(const MaybeFact<std::string>& mode) {
  if (!mode || **mode == "null") return {};
  const std::string_view text = **mode;
  return text.substr(0, text.find(' '));
}

std::vector<CostEdge> live_edges(const std::vector<CostEdge>& edges, const Adjacencies& adjacencies,
                                 const World& world) {
  std::vector<CostEdge> result;
  for (const CostEdge& edge : edges) {
    if (world.adjacency(adjacencies.all()[edge.adjacency])) result.push_back(edge);
  }
  return result;
}

}  // namespace holdfast::replay
