// Ways between two devices and two others.

#include <algorithm>

#include "solver/planning/ways.h"

namespace holdfast::planning {
namespace {

constexpr std::size_t kRoutes = 4;

// Both leave the same device of the near two, or lead to the same of the far two.
bool meet(std::size_t i, std::size_t j) {
  return i / 2 == j / 2 || i % 2 == j % 2;
}

class Square {
 public:
  Square(const Topology& topology, const Loads& loads, const Corners& corners, const intent::Service& service,
         std::size_t domain)
      : topology_(topology),
        corners_(corners),
        service_(service),
        graph_(loads.graph_for(service.bandwidth, domain, link_of_)) {}

  std::optional<SquareWays> best() const {
    std::optional<SquareWays> best;
    std::array<std::size_t, kRoutes> order{0, 1, 2, 3};
    do {
      auto found = in_order(order);
      if (found && (!best || found->cost() < best->cost())) best = std::move(found);
    } while (std::ranges::next_permutation(order).found);
    return best;
  }

 private:
  std::size_t from(std::size_t i) const { return corners_.near[i / 2]; }
  std::size_t to(std::size_t i) const { return corners_.far[i % 2]; }

  std::optional<SquareWays> in_order(const std::array<std::size_t, kRoutes>& order) const {
    SquareWays ways;
    std::array<bool, kRoutes> known{};
    for (const std::size_t i : order) {
      auto route = find(i, ways, known);
      if (!route) return std::nullopt;
      ways.routes[i] = std::move(*route);
      known[i] = true;
    }
    return ways;
  }

  // Through no other corner, and apart from those that it meets.
  std::optional<graph::Route> find(std::size_t i, const SquareWays& ways,
                                   const std::array<bool, kRoutes>& known) const {
    std::vector<bool> closed(graph_.nodes, false);
    std::vector<bool> used(topology_.link_count(), false);
    std::vector<bool> groups(topology_.intent().groups.size(), false);
    for (const std::size_t corner : {corners_.near[0], corners_.near[1], corners_.far[0], corners_.far[1]}) {
      if (corner != from(i) && corner != to(i)) closed[corner] = true;
    }
    close_groups(corners_.near_legs[1 - i / 2], groups);
    close_groups(corners_.far_legs[1 - i % 2], groups);
    for (std::size_t j = 0; j < kRoutes; ++j) {
      if (!known[j] || !meet(i, j)) continue;
      const graph::Route& route = ways.routes[j];
      for (const std::uint32_t link : route.edges) {
        used[link] = true;
        close_groups(link, groups);
      }
      if (!service_.targets.node) continue;
      for (const std::uint32_t node : route.nodes) {
        if (node != from(i) && node != to(i)) closed[node] = true;
      }
    }
    return shortest(i, closed, used, groups);
  }

  void close_groups(std::optional<std::size_t> link, std::vector<bool>& groups) const {
    if (!link || !service_.targets.group) return;
    for (const std::size_t group : topology_.link(*link).groups) groups[group] = true;
  }

  std::optional<graph::Route> shortest(std::size_t i, const std::vector<bool>& closed,
                                       const std::vector<bool>& used, const std::vector<bool>& groups) const {
    graph::Graph open;
    open.nodes = graph_.nodes;
    std::vector<std::size_t> links;
    for (std::size_t edge = 0; edge < graph_.edges.size(); ++edge) {
      const graph::Edge& it = graph_.edges[edge];
      const std::size_t link = link_of_[edge];
      const bool fails_too =
          std::ranges::any_of(topology_.link(link).groups, [&](std::size_t group) { return groups[group]; });
      if (closed[it.a] || closed[it.b] || used[link] || fails_too) continue;
      open.edges.push_back(it);
      links.push_back(link);
    }
    auto route =
        graph::shortest_route(open, static_cast<std::uint32_t>(from(i)), static_cast<std::uint32_t>(to(i)));
    if (route) {
      for (std::uint32_t& edge : route->edges) edge = static_cast<std::uint32_t>(links[edge]);
    }
    return route;
  }

  const Topology& topology_;
  const Corners& corners_;
  const intent::Service& service_;
  std::vector<std::size_t> link_of_;
  graph::Graph graph_;
};

}  // namespace

std::optional<SquareWays> Ways::square(const Corners& corners, const intent::Service& service) const {
  return best([&](std::size_t domain) { return Square(topology_, loads_, corners, service, domain).best(); });
}

std::optional<SquareWays> Ways::square_by_igp(const Corners& corners, const intent::Service& service,
                                              bool anyhow) const {
  SquareWays ways;
  for (std::size_t i = 0; i < 2; ++i) {
    const auto out = apart_by_igp(corners.near[i], {corners.far, corners.far_legs}, service);
    const auto back = apart_by_igp(corners.far[i], {corners.near, corners.near_legs}, service);
    if ((!out || !back) && !anyhow) return std::nullopt;
    for (std::size_t j = 0; j < 2; ++j) {
      auto route = shortest(corners.near[i], corners.far[j], 0);
      if (!route) return std::nullopt;
      ways.routes[2 * i + j] = std::move(*route);
    }
  }
  return ways;
}

}  // namespace holdfast::planning
