#pragma once

// RSVP-TE tunnels: whether one of their paths can be signalled hop by hop.

#include <vector>

#include "solver/replay/forwarding.h"

namespace holdfast::replay {

class Te {
 public:
  Te(const RoutingSetup& setup, const Interfaces& interfaces) : setup_(setup), interfaces_(&interfaces) {}

  State tunnel(PortRef port) const;

 private:
  using Places = std::vector<State>;  // by device: whether the path can have got there

  State explicit_path(DeviceId ingress, std::string_view name, DeviceId egress) const;
  State any_path(DeviceId ingress, DeviceId egress) const;
  Places spread(Places from, const std::vector<IpAddress>& excluded) const;
  Places strict(const Places& from, const IpAddress& next, const std::vector<IpAddress>& excluded) const;
  State over(const Hop& hop, const std::vector<IpAddress>& excluded) const;
  bool is_lsr_id(DeviceId device, const IpAddress& address) const;
  Places start(DeviceId ingress) const;

  RoutingSetup setup_;
  const Interfaces* interfaces_;
};

}  // namespace holdfast::replay
