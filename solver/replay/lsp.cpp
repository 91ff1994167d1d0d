#include "solver/replay/lsp.h"

#include <algorithm>

#include "solver/replay/ports.h"

namespace holdfast::replay {
namespace {

constexpr std::uint8_t kHostLength = 32;

// Everywhere that packets from the ingress can get to on their way.
std::vector<DeviceId> on_the_way(DeviceId ingress, const std::vector<BestRoute>& routes) {
  std::vector<DeviceId> result{ingress};
  for (std::size_t next = 0; next < result.size(); ++next) {
    for (const Hop& hop : routes[result[next].index].hops) {
      const DeviceId to = hop.to.device;
      if (std::ranges::find(result, to) == result.end()) result.push_back(to);
    }
  }
  return result;
}

}  // namespace

// The loopback of the public table that has the LSR ID as a /32.
PortRef Lsps::egress_loopback(DeviceId device) const {
  const auto& lsr_id = setup_.net[device].mpls.lsr_id;
  if (!lsr_id) return {};
  const IpPrefix wanted{ip(**lsr_id), kHostLength};
  for (const PortRef port : setup_.owners.of(wanted.address)) {
    const Interface& it = at(setup_.net, port);
    const bool as_host = std::ranges::any_of(
        it.addresses, [&](const Fact<InterfaceAddress>& own) { return own->prefix == wanted; });
    if (port.device == device && it.kind == InterfaceKind::Loopback && as_host) return port;
  }
  return {};
}

// `carries(device, route, hop)`: whether the device gets a label over this hop of its route. A hop without
// one is passed over.
template <class Carries>
State Lsps::hand_upstream(const Forwarding& world, DeviceId ingress, DeviceId egress, Carries carries) const {
  const Destination& destination = world.toward(ip(**setup_.net[egress].mpls.lsr_id));
  const std::vector<BestRoute>& routes = destination.routes;
  const std::vector<DeviceId> devices = on_the_way(ingress, routes);
  std::map<DeviceId, State> has;
  has[egress] = known(world.world().interface(egress_loopback(egress)));
  // A device that has no route may have one that nobody knows of, and the label with it.
  for (const DeviceId device : devices) {
    if (device != egress && !routes[device.index].found) has[device] = destination.arrives[device.index];
  }
  for (bool changed = true; changed;) {
    changed = false;
    for (const DeviceId device : devices) {
      const BestRoute& route = routes[device.index];
      if (device == egress || !route.found) continue;
      State now = kDown;
      for (const Hop& hop : route.hops)
        now = either(now, both(has[hop.to.device], carries(device, route, hop)));
      changed = changed || !(now == has[device]);
      has[device] = now;
    }
  }
  return has[ingress];
}

State Lsps::over(std::uint32_t adjacency) const {
  const auto found = link_sessions_.find(adjacency);
  if (found != link_sessions_.end()) return found->second;
  return link_sessions_[adjacency] = sessions_->over(adjacency);
}

bool Lsps::host_route(DeviceId device, const BestRoute& route) const {
  return route.length == kHostLength || *setup_.net[device].mpls.longest_match;
}

State Lsps::ldp(DeviceId from, DeviceId to) const {
  const Mpls& egress = setup_.net[to].mpls;
  if (!egress_loopback(to).valid()) return kDown;
  if (egress.lsp_trigger && **egress.lsp_trigger == "none") return kDown;
  const auto [found, missing] = ldp_.try_emplace({from, to});
  if (!missing) return found->second;
  const auto carries = [this](DeviceId device, const BestRoute& route, const Hop& hop) {
    return host_route(device, route) ? over(hop.adjacency) : kDown;
  };
  found->second = routing_->in_every_world(
      [&](const Forwarding& world) { return hand_upstream(world, from, to, carries); });
  return found->second;
}

bool Lsps::routes_segments(DeviceId device, const BestRoute& route) const {
  const Device& it = setup_.net[device];
  if (!*it.mpls.segment_routing || route.length != kHostLength) return false;
  if (route.source == RouteSource::Ospf) return *it.ospf[route.process].segment_routing;
  if (route.source == RouteSource::Isis) return *it.isis[route.process].segment_routing;
  return false;
}

State Lsps::segment_routing(DeviceId from, DeviceId to) const {
  const PortRef loopback = egress_loopback(to);
  if (!loopback.valid() || !*setup_.net[to].mpls.segment_routing) return kDown;
  const Interface& interface = at(setup_.net, loopback);
  const OspfAttachment* ospf = setup_.ospf.at(loopback);
  const IsisAttachment* isis = setup_.isis.at(loopback);
  const bool by_ospf = ospf != nullptr && interface.ospf && interface.ospf->prefix_sid &&
                       *setup_.ospf.process(ospf->node).segment_routing;
  const bool by_isis = isis != nullptr && interface.isis && interface.isis->prefix_sid &&
                       *setup_.isis.process(isis->node).segment_routing;
  if (!by_ospf && !by_isis) return kDown;
  return routing_->in_every_world([&](const Forwarding& world) {
    return hand_upstream(world, from, to, [this](DeviceId device, const BestRoute& route, const Hop&) {
      return known(routes_segments(device, route));
    });
  });
}

}  // namespace holdfast::replay
