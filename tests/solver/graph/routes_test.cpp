#include "solver/graph/routes.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace holdfast::graph {
namespace {

using ::testing::ElementsAre;

// The trap of going the shortest way first: 0–1–2–3 is shortest, and nothing is left beside it.
Graph trap() {
  return {4, {{0, 1, 1}, {1, 2, 1}, {2, 3, 1}, {0, 2, 4}, {1, 3, 4}}};
}

TEST(Routes, FindTheShortest) {
  const auto route = shortest_route(trap(), 0, 3);
  ASSERT_TRUE(route);
  EXPECT_THAT(route->nodes, ElementsAre(0, 1, 2, 3));
  EXPECT_EQ(route->cost, 3U);
  EXPECT_FALSE(shortest_route({3, {{0, 1, 1}}}, 0, 2));
}

TEST(Routes, TwoKeepApartWhereTheShortestIsNoneOfThem) {
  const auto routes = routes_apart(trap(), 0, {3, 3}, Apart::NodesAndEdges);
  ASSERT_TRUE(routes);
  EXPECT_EQ((*routes)[0].cost + (*routes)[1].cost, 10U);
}

TEST(Routes, DoNotLeadThroughTheOtherTarget) {
  // 1 and 2 hang on 0 in a row: there is no way to 2 but through 1.
  EXPECT_FALSE(routes_apart({3, {{0, 1, 1}, {1, 2, 1}}}, 0, {1, 2}, Apart::NodesAndEdges));
  EXPECT_TRUE(routes_apart({3, {{0, 1, 1}, {1, 2, 1}, {0, 2, 9}}}, 0, {1, 2}, Apart::NodesAndEdges));
}

TEST(Routes, MayShareNodesWhereOnlyEdgesCount) {
  const Graph bow_tie{5, {{0, 1, 1}, {0, 2, 1}, {1, 2, 1}, {2, 3, 1}, {2, 4, 1}, {3, 4, 1}}};
  EXPECT_FALSE(routes_apart(bow_tie, 0, {4, 4}, Apart::NodesAndEdges));
  EXPECT_TRUE(routes_apart(bow_tie, 0, {4, 4}, Apart::Edges));
}

TEST(Routes, KnowWhatAllShortestCross) {
  // Two ways of one cost from 0 to 3, then one link to 4.
  const Graph diamond{5, {{0, 1, 1}, {0, 2, 1}, {1, 3, 1}, {2, 3, 1}, {3, 4, 1}}};
  const Crossed crossed = crossed_by_all_shortest(diamond, 0, 4);
  EXPECT_THAT(crossed.nodes, ElementsAre(3, 4));
  EXPECT_THAT(crossed.edges, ElementsAre(4));
}

Graph random_graph() {
  Graph graph;
  graph.nodes = 6;
  const auto count = *rc::gen::inRange(4, 13);
  for (int i = 0; i < count; ++i) {
    const auto a = *rc::gen::inRange<std::uint32_t>(0, 6);
    const auto b = *rc::gen::inRange<std::uint32_t>(0, 6);
    if (a != b) graph.edges.push_back({a, b, *rc::gen::inRange<std::uint64_t>(1, 9)});
  }
  return graph;
}

// Every simple route from one node to another, by trying.
void all_routes(const Graph& graph, Route so_far, std::uint32_t to, std::vector<Route>& into) {
  const std::uint32_t node = so_far.nodes.back();
  if (node == to) return into.push_back(so_far);
  for (std::uint32_t i = 0; i < graph.edges.size(); ++i) {
    const Edge& edge = graph.edges[i];
    if (edge.a != node && edge.b != node) continue;
    const std::uint32_t next = edge.a == node ? edge.b : edge.a;
    if (std::ranges::find(so_far.nodes, next) != so_far.nodes.end()) continue;
    Route longer = so_far;
    longer.nodes.push_back(next);
    longer.edges.push_back(i);
    longer.cost += edge.cost;
    all_routes(graph, std::move(longer), to, into);
  }
}

bool keep_apart(const Route& a, const Route& b) {
  const auto meets = [&](std::uint32_t node) { return std::ranges::find(b.nodes, node) != b.nodes.end(); };
  return std::ranges::none_of(a.nodes.begin() + 1, a.nodes.end(), meets);
}

RC_GTEST_PROP(RoutesApart, AreTheCheapestThereAre, ()) {
  const Graph graph = random_graph();
  std::vector<Route> first;
  std::vector<Route> second;
  all_routes(graph, {{0}, {}, 0}, 4, first);
  all_routes(graph, {{0}, {}, 0}, 5, second);
  std::optional<std::uint64_t> best;
  for (const Route& a : first) {
    for (const Route& b : second) {
      if (keep_apart(a, b) && (!best || a.cost + b.cost < *best)) best = a.cost + b.cost;
    }
  }
  const auto found = routes_apart(graph, 0, {4, 5}, Apart::NodesAndEdges);
  RC_ASSERT(found.has_value() == best.has_value());
  if (!found) return;
  RC_ASSERT(keep_apart((*found)[0], (*found)[1]));
  RC_ASSERT((*found)[0].nodes.back() == 4U);
  RC_ASSERT((*found)[1].nodes.back() == 5U);
  RC_ASSERT((*found)[0].cost + (*found)[1].cost == *best);
}

}  // namespace
}  // namespace holdfast::graph
