#pragma once

// Areas and levels in which a route is there as soon as any way is: every device in them has no other area,
// level or process and no static routes, and no link's state is ever unknown. Costs then only choose between
// ways that all arrive, so that any way bears witness, the one with the fewest hops best.

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "solver/control_plane/igp.h"

namespace holdfast::control_plane {

class PlainGraphs {
 public:
  // `decides_alone`, by device: what it does may differ from what the area says. `announces_lsr_id`, by node.
  PlainGraphs(const Igp& igp, Adjacencies& adjacencies, Interfaces& interfaces,
              const std::vector<bool>& decides_alone, const std::vector<bool>& announces_lsr_id);

  // The device's only node, where that lies in such a graph; invalid: it does not.
  IgpNodeId node_of(DeviceId device) const;
  // Whether labels follow wherever there is a way, too.
  bool labelled(IgpNodeId node) const { return labelled_[igp_[node].graph]; }

  // The links of a way of fewest hops; nothing when there is none.
  std::optional<std::vector<AdjacencyId>> way(IgpNodeId from, IgpNodeId to, Failed failed);

 private:
  struct Reached {
    std::uint32_t round = 0;
    std::uint32_t hops = 0;
    IgpNodeId before;
    AdjacencyId by;
  };
  const std::vector<std::uint32_t>& hops_to(IgpNodeId target);

  const Igp& igp_;
  Adjacencies& adjacencies_;
  std::vector<bool> plain_;                                                // by graph
  std::vector<bool> labelled_;                                             // by graph
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> hops_to_;  // without failures; by target node
  std::vector<Reached> reached_;  // by node; of this round only where `round` says so
  std::uint32_t round_ = 0;
};

}  // namespace holdfast::control_plane
