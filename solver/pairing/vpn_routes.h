#pragma once

// Where a VPN route comes from and by which BGP sessions it can reach another device (semantics §3.10).
// Configuration only: whether sessions and interfaces are up is the control plane's question.

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "solver/pairing/bgp_sessions.h"
#include "solver/pairing/flat_index.h"
#include "solver/pairing/inventory.h"

namespace holdfast::pairing {

// One device that originates a prefix into BGP of a VPN instance. Pointers are loans from the network.
struct RouteOrigin {
  DeviceId device;
  const VpnInstance* instance = nullptr;
  const VpnFamily* family = nullptr;  // of the prefix; null: the instance does not enable that family
  InterfaceId interface;              // whose subnet the prefix is; invalid for a static route
  const StaticRoute* static_route = nullptr;
  Span address;     // the address or the static route
  Span advertised;  // the `network` or `import-route` line
};

struct RouteFilter {
  DeviceId device;
  Span where;
};

// Sessions from an origin to a device, in order; empty and not reached when there is no way.
struct RoutePath {
  bool reached = false;
  std::vector<BgpSessionId> sessions;
  std::vector<RouteFilter> filters;  // lines on the way that could drop the route
};

class VpnRoutes {
 public:
  VpnRoutes(const Network& net, const Inventory& inventory, const BgpSessions& sessions);

  // Devices that originate exactly this prefix (host bits ignored) into BGP, in any VPN instance.
  std::vector<RouteOrigin> origins(const IpPrefix& prefix) const;
  // Interfaces bound to some VPN instance whose subnet is exactly this prefix, advertised or not.
  std::span<const PortRef> interfaces_with(const IpPrefix& prefix) const {
    return subnets_.find(prefix.network());
  }

  // The shortest way of the route to a device by sessions that work: a route learned from an iBGP peer goes
  // on to eBGP peers and to reflector clients, one learned from a client goes to everybody; a device in
  // between keeps it when it imports one of its targets or filters none. `filters` are lines that may
  // nevertheless drop it.
  RoutePath path(const RouteOrigin& origin, DeviceId to) const;
  // The same by sessions that `usable` lets through as well.
  using Usable = std::function<bool(BgpSessionId)>;
  RoutePath path(const RouteOrigin& origin, DeviceId to, const Usable& usable) const;
  // Whether peerings that lead out of the snapshot might carry the route from where it gets to where it is
  // wanted: then nobody can say that it does not.
  bool may_pass_unseen(const RouteOrigin& origin, DeviceId to) const;
  // The shortest way of a route that a peer outside of the snapshot may tell, by usable sessions: without
  // filters, and without the session that leads out.
  RoutePath from_outside(DeviceId to, AddressFamily family, const Usable& usable) const;

 private:
  static bool leads_out(const BgpSession& session, AddressFamily family);
  bool keeps(DeviceId device, AddressFamily family, const RouteOrigin& origin) const;

  const Network* net_;
  const BgpSessions* sessions_;
  FlatIndex<IpPrefix, PortRef> subnets_;  // of interfaces in VPN instances
  FlatIndex<IpPrefix, std::pair<DeviceId, std::uint32_t>> statics_;
};

const VpnInstance* find_vpn_instance(const Device& device, std::string_view name);
const VpnFamily* find_family(const VpnInstance& instance, bool v6);
// The first export target of one that is an import target of the other; null: they do not meet.
const Fact<std::string>* shared_target(const VpnFamily& exporting, const VpnFamily& importing);

}  // namespace holdfast::pairing
