#include "solver/planning/loads.h"

#include <algorithm>

namespace holdfast::planning {

bool Loads::has_room(std::size_t link, std::uint64_t bandwidth) const {
  const std::uint64_t capacity = topology_.link(link).capacity;
  return capacity == 0 || on_link_[link] + bandwidth <= capacity;
}

graph::Graph Loads::graph_for(std::uint64_t bandwidth, std::size_t domain,
                              std::vector<std::size_t>& edge_link) const {
  graph::Graph graph;
  graph.nodes = topology_.intent().devices.size();
  edge_link.clear();
  for (std::size_t i = 0; i < topology_.link_count(); ++i) {
    const intent::Link& link = topology_.link(i);
    if (!topology_.is_inner(i) || link.domain != domain || !has_room(i, bandwidth)) continue;
    graph.edges.push_back(
        {static_cast<std::uint32_t>(link.a), static_cast<std::uint32_t>(link.b), link.cost});
    edge_link.push_back(i);
  }
  return graph;
}

bool Loads::fits(const graph::Route& route, std::uint64_t bandwidth) const {
  return std::ranges::all_of(route.edges, [&](std::uint32_t link) { return has_room(link, bandwidth); });
}

void Loads::add(const graph::Route& route, std::uint64_t bandwidth) {
  for (const std::uint32_t link : route.edges) on_link_[link] += bandwidth;
}

}  // namespace holdfast::planning
