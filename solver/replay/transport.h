#pragma once

// Whether a tunnel carries traffic from one device to another, as the tunnel policy chooses.

#include <string>

#include "solver/replay/lsp.h"
#include "solver/replay/te.h"

namespace holdfast::replay {

class Transport {
 public:
  Transport(const RoutingSetup& setup, const Lsps& lsps, const Te& te)
      : setup_(setup), lsps_(&lsps), te_(&te) {}

  // `peer` is the address by which `from` names `to`; `policy` is the name of a tunnel policy of `from`, or
  // null.
  State one_way(DeviceId from, DeviceId to, Ipv4 peer, const std::string* policy) const;

 private:
  State default_class(DeviceId from, DeviceId to) const;
  State bound(DeviceId from, const TunnelBinding& binding) const;
  State any_tunnel(DeviceId from, DeviceId to) const;
  State of_kind(DeviceId from, DeviceId to, const std::string& kind, Span where) const;

  RoutingSetup setup_;
  const Lsps* lsps_;
  const Te* te_;
};

}  // namespace holdfast::replay
