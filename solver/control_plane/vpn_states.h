#pragma once

// Which VPN routes a device holds (docs/failures.md, "Hand-over to an L3VPN"; semantics §3.10).

#include <map>
#include <string>
#include <tuple>

#include "solver/control_plane/transport.h"

namespace holdfast::control_plane {

class VpnStates {
 public:
  VpnStates(const pairing::Pairing& net, Routes& routes, Transport& transport)
      : net_(net), routes_(routes), transport_(transport) {}

  // Whether the device has a route to the prefix in the VPN instance of that name.
  State held(DeviceId device, const std::string& instance, const IpPrefix& prefix, Failed failed);
  State session_up(pairing::BgpSessionId session, Failed failed);

 private:
  State evaluate(DeviceId device, const std::string& instance, const IpPrefix& prefix, Failed failed);
  State by_origin(DeviceId device, const VpnFamily& importing, const pairing::RouteOrigin& origin,
                  Failed failed);
  State from_outside(DeviceId device, bool v6, Failed failed);
  State local(DeviceId device, const std::string& instance, const IpPrefix& prefix, Failed failed);
  State origin_up(const pairing::RouteOrigin& origin, Failed failed);
  State along(const pairing::RoutePath& path, DeviceId device, const VpnFamily& importing,
              const pairing::RouteOrigin& origin, Failed failed);
  State reaches_peer(const pairing::BgpSide& from, const pairing::BgpSide& to, Failed failed);

  const pairing::Pairing& net_;
  Routes& routes_;
  Transport& transport_;
  std::map<std::tuple<DeviceId, std::string, IpPrefix>, Memo<Tri>> memo_;
  std::map<pairing::BgpSessionId, Memo<Tri>> sessions_;
};

}  // namespace holdfast::control_plane
