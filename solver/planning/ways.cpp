#include "solver/planning/ways.h"

#include <algorithm>

#include "solver/smt/diverse_routes.h"

namespace holdfast::planning {
namespace {

std::uint32_t node(std::size_t device) {
  return static_cast<std::uint32_t>(device);
}

bool meet(const auto& a, const auto& b) {
  return std::ranges::any_of(a, [&](auto item) { return std::ranges::find(b, item) != b.end(); });
}

// Edges of a graph made of some links, as links.
void name_links(graph::Route& route, const std::vector<std::size_t>& edge_link) {
  for (std::uint32_t& edge : route.edges) edge = static_cast<std::uint32_t>(edge_link[edge]);
}

}  // namespace

std::vector<std::size_t> Ways::groups_of(const graph::Route& route, std::optional<std::size_t> leg) const {
  std::vector<std::size_t> groups;
  for (const std::uint32_t link : route.edges) {
    const auto& more = topology_.link(link).groups;
    groups.insert(groups.end(), more.begin(), more.end());
  }
  if (leg)
    groups.insert(groups.end(), topology_.link(*leg).groups.begin(), topology_.link(*leg).groups.end());
  return groups;
}

std::optional<std::array<graph::Route, 2>> Ways::apart(std::size_t from, const Targets& to,
                                                       const intent::Service& service) const {
  return best([&](std::size_t domain) { return apart_in(domain, from, to, service); });
}

std::optional<std::array<graph::Route, 2>> Ways::apart_in(std::size_t domain, std::size_t from,
                                                          const Targets& to,
                                                          const intent::Service& service) const {
  std::vector<std::size_t> edge_link;
  const graph::Graph graph = loads_.graph_for(service.bandwidth, domain, edge_link);
  const auto kind = service.targets.node ? graph::Apart::NodesAndEdges : graph::Apart::Edges;
  auto routes = graph::routes_apart(graph, node(from), {node(to.devices[0]), node(to.devices[1])}, kind);
  if (!routes) return std::nullopt;
  for (graph::Route& route : *routes) name_links(route, edge_link);
  if (!service.targets.group ||
      !meet(groups_of((*routes)[0], to.legs[0]), groups_of((*routes)[1], to.legs[1]))) {
    return routes;
  }
  smt::DiverseRoutesProblem problem;
  problem.graph = graph;
  problem.from = node(from);
  problem.to = {node(to.devices[0]), node(to.devices[1])};
  for (const std::size_t link : edge_link) problem.groups.push_back(topology_.link(link).groups);
  for (std::size_t i = 0; i < 2; ++i) {
    if (to.legs[i]) problem.leg_groups[i] = topology_.link(*to.legs[i]).groups;
  }
  auto diverse = smt::diverse_routes(problem);
  if (!diverse) return std::nullopt;
  for (graph::Route& route : *diverse) name_links(route, edge_link);
  return diverse;
}

std::optional<graph::Route> Ways::shortest(std::size_t from, std::size_t to, std::uint64_t bandwidth) const {
  return best([&](std::size_t domain) {
    std::vector<std::size_t> edge_link;
    const graph::Graph graph = loads_.graph_for(bandwidth, domain, edge_link);
    auto route = graph::shortest_route(graph, node(from), node(to));
    if (route) name_links(*route, edge_link);
    return route;
  });
}

std::vector<std::optional<std::uint64_t>> Ways::costs(std::size_t from, std::uint64_t bandwidth) const {
  std::vector<std::optional<std::uint64_t>> least(topology_.intent().devices.size());
  for (std::size_t domain = 0; domain < topology_.domain_count(); ++domain) {
    std::vector<std::size_t> edge_link;
    const auto costs = graph::route_costs(loads_.graph_for(bandwidth, domain, edge_link), node(from));
    for (std::size_t i = 0; i < least.size(); ++i) {
      if (costs[i] && (!least[i] || *costs[i] < *least[i])) least[i] = costs[i];
    }
  }
  return least;
}

bool Ways::crossed_by_all(std::size_t group, const graph::Route& route) const {
  graph::Graph graph;
  graph.nodes = topology_.intent().devices.size();
  for (std::size_t i = 0; i < topology_.link_count(); ++i) {
    const intent::Link& link = topology_.link(i);
    const bool elsewhere = link.domain != topology_.link(route.edges.front()).domain;
    if (!topology_.is_inner(i) || elsewhere || contains(link.groups, group)) continue;
    graph.edges.push_back({node(link.a), node(link.b), link.cost});
  }
  const auto cost = graph::route_costs(graph, route.nodes.front())[route.nodes.back()];
  return !cost || *cost > route.cost;
}

std::optional<std::array<graph::Route, 2>> Ways::apart_by_igp(std::size_t from, const Targets& to,
                                                              const intent::Service& service) const {
  return best([&](std::size_t domain) { return apart_by_igp_in(domain, from, to, service); });
}

std::optional<std::array<graph::Route, 2>> Ways::apart_by_igp_in(std::size_t domain, std::size_t from,
                                                                 const Targets& to,
                                                                 const intent::Service& service) const {
  std::vector<std::size_t> edge_link;
  const graph::Graph graph = loads_.graph_for(0, domain, edge_link);
  std::array<graph::Route, 2> routes;
  std::array<graph::Crossed, 2> crossed;
  std::array<std::vector<std::size_t>, 2> groups;
  for (std::size_t i = 0; i < 2; ++i) {
    auto route = graph::shortest_route(graph, node(from), node(to.devices[i]));
    if (!route) return std::nullopt;
    crossed[i] = graph::crossed_by_all_shortest(graph, node(from), node(to.devices[i]));
    name_links(*route, edge_link);
    groups[i] = groups_of({}, to.legs[i]);
    for (const std::size_t group : groups_of(*route, {})) {
      if (crossed_by_all(group, *route)) groups[i].push_back(group);
    }
    if (!loads_.fits(*route, service.bandwidth)) return std::nullopt;
    routes[i] = std::move(*route);
  }
  if (meet(crossed[0].nodes, crossed[1].nodes) || meet(crossed[0].edges, crossed[1].edges) ||
      meet(groups[0], groups[1])) {
    return std::nullopt;
  }
  return routes;
}

std::optional<graph::Route> Ways::around(const graph::Route& route) const {
  graph::Graph graph;
  graph.nodes = topology_.intent().devices.size();
  std::vector<std::size_t> edge_link;
  const auto inner = [&](std::size_t device) {
    const bool is_end = device == route.nodes.front() || device == route.nodes.back();
    return !is_end && std::ranges::find(route.nodes, node(device)) != route.nodes.end();
  };
  for (std::size_t i = 0; i < topology_.link_count(); ++i) {
    const intent::Link& link = topology_.link(i);
    const bool same_group = std::ranges::any_of(link.groups, [&](std::size_t group) {
      return std::ranges::any_of(
          route.edges, [&](std::uint32_t edge) { return contains(topology_.link(edge).groups, group); });
    });
    const bool used = std::ranges::find(route.edges, node(i)) != route.edges.end();
    const bool elsewhere = link.domain != topology_.link(route.edges.front()).domain;
    if (!topology_.is_inner(i) || elsewhere || used || same_group || inner(link.a) || inner(link.b)) continue;
    graph.edges.push_back({node(link.a), node(link.b), link.cost});
    edge_link.push_back(i);
  }
  auto other = graph::shortest_route(graph, route.nodes.front(), route.nodes.back());
  if (other) name_links(*other, edge_link);
  return other;
}

}  // namespace holdfast::planning
