#pragma once

// LDP as configured, and its sessions under failures.

#include <optional>
#include <vector>

#include "solver/replay/routing.h"

namespace holdfast::replay {

class Ldp {
 public:
  // `pw_peers`: pairs of devices of which the first names the second as the peer of an LDP PW.
  Ldp(const RoutingSetup& setup, std::vector<std::pair<DeviceId, DeviceId>> pw_peers);

  // Whether LDP runs on the device, and it has an LSR ID.
  bool on(DeviceId device) const;
  // Whether both ends of an adjacency send LDP hellos over it.
  bool on_adjacency(std::uint32_t adjacency) const { return adjacencies_[adjacency]; }
  // Whether hellos pass between the two LSR IDs wherever there are routes.
  bool targeted(DeviceId a, DeviceId b) const;

 private:
  bool on_interface(PortRef port) const;
  bool asks(DeviceId a, DeviceId b) const;

  RoutingSetup setup_;
  std::vector<std::pair<DeviceId, DeviceId>> pw_peers_;
  std::vector<bool> adjacencies_;
};

class LdpSessions {
 public:
  LdpSessions(const RoutingSetup& setup, const Ldp& ldp, const Interfaces& interfaces, const Routing& routing)
      : setup_(setup), ldp_(&ldp), interfaces_(&interfaces), routing_(&routing) {}

  State between(DeviceId a, DeviceId b) const;
  // A session of LDP neighbours over an adjacency that is up.
  State over(std::uint32_t adjacency) const;

 private:
  State transport(DeviceId a, DeviceId b) const;

  RoutingSetup setup_;
  const Ldp* ldp_;
  const Interfaces* interfaces_;
  const Routing* routing_;
};

}  // namespace holdfast::replay
