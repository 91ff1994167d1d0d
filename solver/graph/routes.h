#pragma once

// Routes through an undirected graph: the shortest, and two that keep apart. Source: Suurballe's problem, as
// a flow of two units of least cost over split vertices.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace holdfast::graph {

struct Edge {
  std::uint32_t a = 0;  // nodes, from 0
  std::uint32_t b = 0;
  std::uint64_t cost = 1;  // of either direction
};

struct Route {
  std::vector<std::uint32_t> nodes;  // from the source to the target
  std::vector<std::uint32_t> edges;  // one less; positions in the graph's edges
  std::uint64_t cost = 0;
};

struct Graph {
  std::size_t nodes = 0;
  std::vector<Edge> edges;
};

// The cost of the shortest route from one node to each; nothing where there is none.
std::vector<std::optional<std::uint64_t>> route_costs(const Graph& graph, std::uint32_t from);

// Nothing when there is none. The same graph gives the same route.
std::optional<Route> shortest_route(const Graph& graph, std::uint32_t from, std::uint32_t to);

// What two routes may not share, besides edges.
enum class Apart : std::uint8_t { Edges, NodesAndEdges };

// One route to each of the two targets, which may be the same node, of least cost together. The route to one
// target does not lead through the other.
std::optional<std::array<Route, 2>> routes_apart(const Graph& graph, std::uint32_t from,
                                                 std::array<std::uint32_t, 2> to, Apart apart);

// What every shortest route between two nodes crosses: nodes (the source not among them) and edges,
// ascending.
struct Crossed {
  std::vector<std::uint32_t> nodes;
  std::vector<std::uint32_t> edges;
};
Crossed crossed_by_all_shortest(const Graph& graph, std::uint32_t from, std::uint32_t to);

}  // namespace holdfast::graph
