#include "solver/replay/routing.h"

#include <algorithm>

#include "solver/replay/ports.h"

namespace holdfast::replay {

Routing::Routing(const RoutingSetup& setup, const Cabling& cabling, const Interfaces& interfaces,
                 const TrackedSessions& tracked)
    : setup_(setup), cabling_(&cabling), interfaces_(&interfaces), tracked_(&tracked) {
  find_doubt();
  worlds_.emplace_back(setup, World(interfaces, true), tracked);
  if (doubt_.kind != DoubtKind::None) worlds_.emplace_back(setup, World(interfaces, false), tracked);
}

void Routing::find_doubt() {
  const auto note = [this](State state) {
    if (state.unknown() && doubt_.kind == DoubtKind::None) doubt_ = state.doubt;
  };
  for_each_interface(setup_.net, [&](PortRef port, const Interface& interface) {
    if (!interface.vpn_instance && !interface.addresses.empty()) note(interfaces_->state(port));
  });
  for (const auto& [session, state] : *tracked_) note(state);
}

State Routing::reaches(DeviceId from, const IpAddress& address) const {
  if (!interfaces_->node(from).up()) return kDown;
  const std::vector<PortRef>& owning = setup_.owners.of(address);
  const auto is_own = [from](PortRef port) { return port.device == from; };
  if (std::ranges::any_of(owning, is_own)) return kUp;
  if (owning.empty()) return unknown({DoubtKind::UnownedAddress, from, {}});
  if (!setup_.owners.device(address).valid()) return unknown({DoubtKind::SharedAddress, from, {}});
  if (address.is_v6) return reaches_v6(from, address);
  return in_every_world([&](const Forwarding& world) { return world.toward(address).arrives[from.index]; });
}

State Routing::reaches_v6(DeviceId from, const IpAddress& address) const {
  bool connected = false;
  State result = kDown;
  for (const Hop& hop : setup_.adjacencies.from(from)) {
    if (hop.to_address != address) continue;
    connected = true;
    result = either(result, both(interfaces_->state(hop.from), interfaces_->state(hop.to)));
  }
  return connected ? result : unknown({DoubtKind::Ipv6Route, from, {}});
}

State Routing::reaches(DeviceId from, const IpAddress& address, std::string_view vpn_instance) const {
  if (vpn_instance.empty()) return reaches(from, address);
  if (!interfaces_->node(from).up()) return kDown;
  bool connected = false;
  State result = kDown;
  const Device& device = setup_.net[from];
  for_each_interface(setup_.net, [&](PortRef far, const Interface& it) {
    if (!it.vpn_instance || !has_address(it, address)) return;
    if (far.device == from) {
      if (**it.vpn_instance != vpn_instance) return;
      connected = true;
      result = kUp;
      return;
    }
    const auto there = primary_address(it, address.is_v6);
    for (std::size_t i = 0; i < device.interfaces.size(); ++i) {
      const PortRef near{from, InterfaceId{i}};
      const Interface& own = device.interfaces[i];
      const auto here = primary_address(own, address.is_v6);
      if (!own.vpn_instance || **own.vpn_instance != vpn_instance || !here || !there) continue;
      if (here->network() != there->network() || *here == *there || !cabling_->allows(near, far)) continue;
      connected = true;
      result = either(result, both(interfaces_->state(near), interfaces_->state(far)));
    }
  });
  return connected ? result : unknown({DoubtKind::VpnTable, from, {}});
}

}  // namespace holdfast::replay
