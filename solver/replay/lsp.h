#pragma once

// Label switched paths that follow the routes: those of LDP, and SR-MPLS BE. Mappings are handed upstream
// from the egress, in rounds.

#include <map>
#include <vector>

#include "solver/replay/ldp.h"

namespace holdfast::replay {

class Lsps {
 public:
  Lsps(const RoutingSetup& setup, const Routing& routing, const LdpSessions& sessions)
      : setup_(setup), routing_(&routing), sessions_(&sessions) {}

  // From a device to another one's LSR ID.
  State ldp(DeviceId from, DeviceId to) const;
  State segment_routing(DeviceId from, DeviceId to) const;

 private:
  template <class Carries>
  State hand_upstream(const Forwarding& world, DeviceId ingress, DeviceId egress, Carries carries) const;
  State over(std::uint32_t adjacency) const;
  bool host_route(DeviceId device, const BestRoute& route) const;
  bool routes_segments(DeviceId device, const BestRoute& route) const;
  PortRef egress_loopback(DeviceId device) const;

  RoutingSetup setup_;
  const Routing* routing_;
  const LdpSessions* sessions_;
  mutable std::map<std::uint32_t, State> link_sessions_;
  mutable std::map<std::pair<DeviceId, DeviceId>, State> ldp_;
};

}  // namespace holdfast::replay
