#pragma once

// What OSPF and IS-IS have in common here: processes as nodes, and the routes they make.

#include <optional>
#include <string_view>
#include <vector>

#include "solver/replay/adjacency.h"
#include "solver/replay/path_costs.h"
#include "solver/replay/world.h"

namespace holdfast::replay {

// A process of one device; `process` is its position in Device::ospf or Device::isis.
struct IgpNode {
  DeviceId device;
  std::size_t process = 0;
};

// A process's route to one prefix. `rank` orders kinds of routes of one protocol (intra-area before
// inter-area), the smaller first.
struct IgpRoute {
  unsigned rank = 0;
  std::vector<CostEdge> next;
};
using IgpRoutes = std::vector<std::optional<IgpRoute>>;  // by node

// "keychain" of "keychain core"; empty for none and for "null".
std::string_view authentication_kind(const MaybeFact<std::string>& mode);

// Edges whose adjacency is up.
std::vector<CostEdge> live_edges(const std::vector<CostEdge>& edges, const Adjacencies& adjacencies,
                                 const World& world);

}  // namespace holdfast::replay
