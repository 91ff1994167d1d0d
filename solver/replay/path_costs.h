#pragma once

// Shortest paths to whoever advertises something, in distance rounds: everybody tells its neighbours what it
// costs from there, until nothing changes.

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace holdfast::replay {

using Cost = std::uint64_t;
inline constexpr Cost kUnreachable = std::numeric_limits<Cost>::max();

// `from` can send to `to` over an adjacency, at the cost of its own interface.
struct CostEdge {
  std::size_t from = 0;
  std::size_t to = 0;
  std::uint32_t cost = 1;
  std::uint32_t adjacency = 0;
};

// Edges in the order of the nodes that they leave.
class CostGraph {
 public:
  explicit CostGraph(std::vector<CostEdge> edges = {});

  const std::vector<CostEdge>& edges() const { return edges_; }
  std::span<const CostEdge> leaving(std::size_t node) const;

 private:
  std::vector<CostEdge> edges_;
};

class PathCosts {
 public:
  // `own` is what each node advertises itself (kUnreachable: nothing). A node that is no transit offers only
  // that.
  PathCosts(const CostGraph& graph, std::vector<Cost> own, const std::vector<bool>& transit);

  Cost operator[](std::size_t node) const { return cost_[node]; }
  bool reaches(std::size_t node) const { return cost_[node] != kUnreachable; }
  // Edges that lie on a shortest path of this node, in their order.
  std::vector<CostEdge> next(std::size_t node) const;

 private:
  Cost offered(const CostEdge& edge) const;

  const CostGraph* graph_;
  std::vector<Cost> own_;
  const std::vector<bool>* transit_;
  std::vector<Cost> cost_;
};

}  // namespace holdfast::replay
