#include "solver/replay/static_routes.h"

#include <optional>

#include "solver/replay/ports.h"

namespace holdfast::replay {
namespace {

std::optional<LiveStaticRoute> live(const Network& net, DeviceId device, const StaticRoute& route,
                                    const Adjacencies& adjacencies, const World& world) {
  LiveStaticRoute result;
  result.route = &route;
  PortRef out;
  if (route.interface && is_null(**route.interface)) return result;
  if (route.interface) {
    out = find_port(net, device, **route.interface);
    if (!out.valid() || !world.interface(out)) return std::nullopt;
    result.into_tunnel = at(net, out).kind == InterfaceKind::Tunnel;
  }
  if (result.into_tunnel) return result;
  for (const Hop& hop : adjacencies.from(device)) {
    if (hop.to_address.is_v6 || !world.hop(hop)) continue;
    if (out.valid() && hop.from != out) continue;
    if (route.next_hop && hop.to_address != **route.next_hop) continue;
    result.hops.push_back(hop);
  }
  if (route.next_hop && result.hops.empty()) return std::nullopt;
  return result;
}

}  // namespace

std::vector<LiveStaticRoute> live_static_routes(const Network& net, DeviceId device, const IpAddress& address,
                                                const Adjacencies& adjacencies, const World& world,
                                                const TrackedSessions& tracked) {
  std::vector<LiveStaticRoute> result;
  for (const StaticRoute& route : net[device].static_routes) {
    if (route.vpn_instance || !route.destination->contains(address)) continue;
    if (route.next_hop_instance && **route.next_hop_instance != "public") continue;
    if (route.bfd_session && !world.resolve(tracked.at({device, **route.bfd_session}))) continue;
    if (auto found = live(net, device, route, adjacencies, world)) result.push_back(std::move(*found));
  }
  return result;
}

TrackedSessions tracked_sessions(const Network& net) {
  TrackedSessions result;
  for (std::size_t d = 0; d < net.devices.size(); ++d) {
    for (const StaticRoute& route : net.devices[d].static_routes) {
      if (!route.vpn_instance && route.bfd_session) result[{DeviceId{d}, **route.bfd_session}] = kUp;
    }
  }
  return result;
}

}  // namespace holdfast::replay
