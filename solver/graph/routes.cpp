#include "solver/graph/routes.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/successive_shortest_path_nonnegative_weights.hpp>
#include <limits>

namespace holdfast::graph {
namespace {

constexpr std::uint64_t kFar = std::numeric_limits<std::uint64_t>::max() / 4;

using Plain = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                                    boost::property<boost::edge_weight_t, std::uint64_t>>;

std::vector<std::uint64_t> distances(const Graph& graph, std::uint32_t from) {
  Plain plain(graph.nodes);
  for (const Edge& edge : graph.edges) boost::add_edge(edge.a, edge.b, edge.cost, plain);
  std::vector<std::uint64_t> result(graph.nodes, kFar);
  boost::dijkstra_shortest_paths(plain, from, boost::distance_map(result.data()).distance_inf(kFar));
  return result;
}

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
// Costs are whole numbers, exact as doubles: to what it cannot reach Boost adds the greatest distance twice,
// which only a floating number survives.
using Network = boost::adjacency_list<
    boost::vecS, boost::vecS, boost::directedS, boost::no_property,
    boost::property<boost::edge_capacity_t, long,
                    boost::property<boost::edge_residual_capacity_t, long,
                                    boost::property<boost::edge_reverse_t, Traits::edge_descriptor,
                                                    boost::property<boost::edge_weight_t, double>>>>>;

// The flow network: each node is an arc from its entry to its exit; two units leave the source.
class TwoUnits {
 public:
  TwoUnits(const Graph& graph, std::uint32_t from, std::array<std::uint32_t, 2> to, Apart apart)
      : graph_(graph), from_(from), to_(to), network_(2 * graph.nodes + 1) {
    for (std::uint32_t node = 0; node < graph.nodes; ++node) {
      const bool free = node == from || apart == Apart::Edges;
      add_arc(entry(node), exit(node), free ? 2 : 1, 0);
    }
    if (to[0] == to[1]) {
      add_arc(entry(to[0]), sink(), 2, 0);
    } else {
      for (const std::uint32_t target : to) add_arc(exit(target), sink(), 1, 0);
    }
    for (std::uint32_t i = 0; i < graph.edges.size(); ++i) {
      const Edge& edge = graph.edges[i];
      there_.push_back(add_arc(exit(edge.a), entry(edge.b), 1, static_cast<double>(edge.cost)));
      back_.push_back(add_arc(exit(edge.b), entry(edge.a), 1, static_cast<double>(edge.cost)));
    }
  }

  std::optional<std::array<Route, 2>> solve() {
    boost::successive_shortest_path_nonnegative_weights(network_, source(), sink());
    std::vector<std::vector<std::uint32_t>> leaving(graph_.nodes);
    for (std::uint32_t i = 0; i < graph_.edges.size(); ++i) {
      const bool forth = carries(there_[i]);
      const bool back = carries(back_[i]);
      if (forth && !back) leaving[graph_.edges[i].a].push_back(i);
      if (back && !forth) leaving[graph_.edges[i].b].push_back(i);
    }
    std::array<std::optional<Route>, 2> found;
    for (int unit = 0; unit < 2; ++unit) {
      const auto route = follow(leaving);
      if (!route) return std::nullopt;
      const std::size_t at = route->nodes.back() == to_[0] && !found[0] ? 0 : 1;
      if (found[at] || route->nodes.back() != to_[at]) return std::nullopt;
      found[at] = route;
    }
    return std::array<Route, 2>{*found[0], *found[1]};
  }

 private:
  using Arc = Traits::edge_descriptor;

  std::size_t entry(std::uint32_t node) const { return 2UL * node; }
  std::size_t exit(std::uint32_t node) const { return 2UL * node + 1; }
  std::size_t sink() const { return 2 * graph_.nodes; }
  std::size_t source() const { return entry(from_); }

  Arc add_arc(std::size_t from, std::size_t to, long capacity, double cost) {
    const Arc arc = boost::add_edge(from, to, network_).first;
    const Arc reverse = boost::add_edge(to, from, network_).first;
    boost::put(boost::edge_capacity, network_, arc, capacity);
    boost::put(boost::edge_capacity, network_, reverse, 0);
    boost::put(boost::edge_weight, network_, arc, cost);
    boost::put(boost::edge_weight, network_, reverse, -cost);
    boost::put(boost::edge_reverse, network_, arc, reverse);
    boost::put(boost::edge_reverse, network_, reverse, arc);
    return arc;
  }

  bool carries(Arc arc) const {
    return boost::get(boost::edge_capacity, network_, arc) >
           boost::get(boost::edge_residual_capacity, network_, arc);
  }

  // Takes one unit's arcs away, from the source to a target where nothing leaves any more.
  std::optional<Route> follow(std::vector<std::vector<std::uint32_t>>& leaving) const {
    Route route;
    route.nodes.push_back(from_);
    while (!leaving[route.nodes.back()].empty()) {
      const std::uint32_t node = route.nodes.back();
      const std::uint32_t edge = leaving[node].front();
      leaving[node].erase(leaving[node].begin());
      route.edges.push_back(edge);
      route.cost += graph_.edges[edge].cost;
      route.nodes.push_back(graph_.edges[edge].a == node ? graph_.edges[edge].b : graph_.edges[edge].a);
      if (route.nodes.back() == to_[0] && to_[0] == to_[1]) break;
    }
    if (route.edges.empty()) return std::nullopt;
    return route;
  }

  const Graph& graph_;
  std::uint32_t from_;
  std::array<std::uint32_t, 2> to_;
  Network network_;
  std::vector<Arc> there_;
  std::vector<Arc> back_;
};

// Over the shortest routes from one node: how many there are to each. Numbers saturate far above what is
// used.
std::vector<double> counts(const Graph& graph, const std::vector<std::uint64_t>& distance, std::uint32_t from,
                           const std::vector<std::vector<std::uint32_t>>& at) {
  std::vector<std::uint32_t> order(graph.nodes);
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, {}, [&](std::uint32_t node) { return distance[node]; });
  std::vector<double> count(graph.nodes, 0);
  count[from] = 1;
  for (const std::uint32_t node : order) {
    if (distance[node] >= kFar) break;
    for (const std::uint32_t i : at[node]) {
      const Edge& edge = graph.edges[i];
      const std::uint32_t other = edge.a == node ? edge.b : edge.a;
      if (distance[node] + edge.cost == distance[other]) count[other] += count[node];
    }
  }
  return count;
}

}  // namespace

std::vector<std::optional<std::uint64_t>> route_costs(const Graph& graph, std::uint32_t from) {
  std::vector<std::optional<std::uint64_t>> result;
  for (const std::uint64_t distance : distances(graph, from)) {
    result.push_back(distance < kFar ? std::optional(distance) : std::nullopt);
  }
  return result;
}

std::optional<Route> shortest_route(const Graph& graph, std::uint32_t from, std::uint32_t to) {
  const std::vector<std::uint64_t> distance = distances(graph, to);
  if (distance[from] >= kFar) return std::nullopt;
  Route route;
  route.cost = distance[from];
  route.nodes.push_back(from);
  while (route.nodes.back() != to) {
    const std::uint32_t node = route.nodes.back();
    for (std::uint32_t i = 0; i < graph.edges.size(); ++i) {
      const Edge& edge = graph.edges[i];
      if (edge.a != node && edge.b != node) continue;
      const std::uint32_t other = edge.a == node ? edge.b : edge.a;
      if (distance[other] + edge.cost != distance[node]) continue;
      route.nodes.push_back(other);
      route.edges.push_back(i);
      break;
    }
  }
  return route;
}

std::optional<std::array<Route, 2>> routes_apart(const Graph& graph, std::uint32_t from,
                                                 std::array<std::uint32_t, 2> to, Apart apart) {
  if (from == to[0] || from == to[1]) return std::nullopt;
  return TwoUnits(graph, from, to, apart).solve();
}

Crossed crossed_by_all_shortest(const Graph& graph, std::uint32_t from, std::uint32_t to) {
  const std::vector<std::uint64_t> near = distances(graph, from);
  const std::vector<std::uint64_t> far = distances(graph, to);
  std::vector<std::vector<std::uint32_t>> at(graph.nodes);
  for (std::uint32_t i = 0; i < graph.edges.size(); ++i) {
    at[graph.edges[i].a].push_back(i);
    at[graph.edges[i].b].push_back(i);
  }
  const std::vector<double> there = counts(graph, near, from, at);
  const std::vector<double> back = counts(graph, far, to, at);
  Crossed result;
  const std::uint64_t length = near[to];
  for (std::uint32_t node = 0; node < graph.nodes; ++node) {
    const bool on_some = near[node] + far[node] == length;
    if (node != from && on_some && there[node] * back[node] == there[to]) result.nodes.push_back(node);
  }
  for (std::uint32_t i = 0; i < graph.edges.size(); ++i) {
    const Edge& edge = graph.edges[i];
    for (const auto& [a, b] : {std::pair(edge.a, edge.b), std::pair(edge.b, edge.a)}) {
      const bool on_some = near[a] + edge.cost + far[b] == length;
      if (on_some && there[a] * back[b] == there[to]) result.edges.push_back(i);
    }
  }
  return result;
}

}  // namespace holdfast::graph
