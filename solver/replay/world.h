#pragma once

// One way to resolve what is unknown of interfaces, adjacencies and tracked sessions: everything up, or
// everything down. Routes are computed in both; where they agree, the unknown does not matter.

#include "solver/replay/adjacency.h"
#include "solver/replay/interfaces.h"

namespace holdfast::replay {

class World {
 public:
  World(const Interfaces& interfaces, bool doubts_are_up)
      : interfaces_(&interfaces), doubts_are_up_(doubts_are_up) {}

  bool resolve(State state) const { return state.up() || (state.unknown() && doubts_are_up_); }
  bool node(DeviceId device) const { return interfaces_->node(device).up(); }
  bool interface(PortRef port) const { return resolve(interfaces_->state(port)); }
  bool hop(const Hop& hop) const { return interface(hop.from) && interface(hop.to); }
  bool adjacency(const Adjacency& it) const { return interface(it.a) && interface(it.b); }

 private:
  const Interfaces* interfaces_;
  bool doubts_are_up_;
};

}  // namespace holdfast::replay
