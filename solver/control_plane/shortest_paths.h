#pragma once

// Shortest paths within one area or level, under failures. A search towards one target, led by the distances
// without failures: failures only lengthen ways, so these never overestimate, and little more than the
// shortest paths themselves is looked at.

#include <cstdint>
#include <limits>
#include <unordered_map>
#include <vector>

#include "solver/control_plane/igp.h"

namespace holdfast::control_plane {

inline constexpr std::uint64_t kUnreachable = std::numeric_limits<std::uint64_t>::max();

// A hop of some shortest path.
struct DagHop {
  IgpNodeId from;
  const IgpEdge* edge = nullptr;
};

// All shortest paths between two nodes.
struct Dag {
  std::uint64_t cost = kUnreachable;
  std::vector<DagHop> hops;  // by distance of `from`, ascending; every hop is on a path to the target

  bool reached() const { return cost != kUnreachable; }
};

class ShortestPaths {
 public:
  ShortestPaths(const Igp& igp, Adjacencies& adjacencies) : igp_(igp), adjacencies_(adjacencies) {}

  // Edges whose state is unknown count as up here.
  Dag find(IgpNodeId from, IgpNodeId to, Failed failed);

 private:
  const std::vector<std::uint64_t>& distances_to(IgpNodeId target);
  bool usable(const IgpEdge& edge) const { return adjacencies_.state(edge.adjacency) != Tri::Down; }

  struct Reached {
    IgpNodeId node;
    std::uint64_t distance = kUnreachable;
    std::uint32_t round = 0;
    bool on_path = false;
  };
  Reached& reached(IgpNodeId node);

  const Igp& igp_;
  Adjacencies& adjacencies_;
  std::unordered_map<std::uint32_t, std::vector<std::uint64_t>> without_failures_;  // by target node
  std::vector<Reached> reached_;  // by node; of this round only where `round` says so
  std::vector<IgpNodeId> order_;  // nodes settled in this round
  std::uint32_t round_ = 0;
};

}  // namespace holdfast::control_plane
