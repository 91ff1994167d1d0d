#pragma once

// Two routes from one node to two others (or to one) that share no inner node, no edge and no group of edges,
// of least cost together. Unlike routes that only keep nodes and edges apart, this is hard in general: Z3's
// optimiser decides.

#include <array>
#include <optional>
#include <vector>

#include "solver/graph/routes.h"

namespace holdfast::smt {

struct DiverseRoutesProblem {
  graph::Graph graph;
  std::vector<std::vector<std::size_t>> groups;        // of each edge
  std::array<std::vector<std::size_t>, 2> leg_groups;  // of what each route goes on over, behind its target
  std::uint32_t from = 0;
  std::array<std::uint32_t, 2> to{};
};

// Nothing when there are no such routes, or Z3's bound of work is reached.
std::optional<std::array<graph::Route, 2>> diverse_routes(const DiverseRoutesProblem& problem);

}  // namespace holdfast::smt
