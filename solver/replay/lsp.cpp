#include "solver/replay/lsp.h"

#include <algorithm>

#include "solver/replay/ports.h"

namespace holdfast::replay {
namespace {

constexpr std::uint8_t kHostLength = 32;

}  // namespace

// The loopback of the public table that has the LSR ID as a /32.
PortRef Lsps::egress_loopback(DeviceId device) const {
  const Device& it = setup_.net[device];
  if (!it.mpls.lsr_id) return {};
  const IpPrefix wanted{ip(**it.mpls.lsr_id), kHostLength};
  for (std::size_t i = 0; i < it.interfaces.size(); ++i) {
    const Interface& interface = it.interfaces[i];
    if (interface.kind != InterfaceKind::Loopback || interface.vpn_instance) continue;
    const bool has = std::ranges::any_of(
        interface.addresses, [&](const Fact<InterfaceAddress>& own) { return own->prefix == wanted; });
    if (has) return {device, InterfaceId{i}};
  }
  return {};
}

// `carries(device, route, hop)`: whether the device gets a label over this hop of its route. A hop without
// one is passed over.
template <class Carries>
std::vector<State> Lsps::hand_upstream(const Forwarding& world, DeviceId egress, Carries carries) const {
  const Destination& destination = world.toward(ip(**setup_.net[egress].mpls.lsr_id));
  std::vector<State> has(setup_.net.devices.size());
  has[egress.index] = known(world.world().interface(egress_loopback(egress)));
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t d = 0; d < has.size(); ++d) {
      const DeviceId device{d};
      if (device == egress || !destination.routes[d].found) continue;
      State now = kDown;
      for (const Hop& hop : destination.routes[d].hops) {
        now = either(now, both(has[hop.to.device.index], carries(device, destination.routes[d], hop)));
      }
      changed = changed || !(now == has[d]);
      has[d] = now;
    }
  }
  return has;
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
  return routing_->in_every_world([&](const Forwarding& world) {
    const auto [at, missing] = ldp_.try_emplace({to, &world});
    if (missing) {
      at->second = hand_upstream(world, to, [this](DeviceId device, const BestRoute& route, const Hop& hop) {
        return host_route(device, route) ? over(hop.adjacency) : kDown;
      });
    }
    return at->second[from.index];
  });
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
    return hand_upstream(world, to, [this](DeviceId device, const BestRoute& route, const Hop&) {
      return known(routes_segments(device, route));
    })[from.index];
  });
}

}  // namespace holdfast::replay
