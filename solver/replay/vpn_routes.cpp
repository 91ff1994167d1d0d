#include "solver/replay/vpn_routes.h"

#include <algorithm>
#include <array>

namespace holdfast::replay {
namespace {

// How a device came by a route, which decides whom it tells.
enum class Learned : std::uint8_t {
  Freely,      // its own, from eBGP, or from a client that is reflected to everybody
  FromPeer,    // from an iBGP peer: goes on to eBGP peers and clients
  FromClient,  // from a client, without reflection between clients: goes on to all but clients
};
constexpr std::size_t kLearned = 3;

bool reflects(const BgpSide& side) {
  return *side.family_peer->reflect_client;
}

bool tells(Learned learned, bool internal, const BgpSide& teller) {
  if (learned == Learned::Freely || !internal) return true;
  return (learned == Learned::FromPeer) == reflects(teller);
}

Learned learns(bool internal, const BgpSide& listener) {
  if (!internal) return Learned::Freely;
  if (!reflects(listener)) return Learned::FromPeer;
  return *listener.family->reflects_between_clients ? Learned::Freely : Learned::FromClient;
}

AddressFamily unicast(bool v6) {
  return v6 ? AddressFamily::Ipv6 : AddressFamily::Ipv4;
}

const VpnFamily* find_family(const Device& device, const std::string& instance, bool v6) {
  const auto found = std::ranges::find(device.vpn_instances, instance, &VpnInstance::name);
  if (found == device.vpn_instances.end()) return nullptr;
  const auto family = std::ranges::find(found->families, unicast(v6), &VpnFamily::family);
  return family == found->families.end() ? nullptr : &*family;
}

bool targets_meet(const VpnFamily& exporting, const VpnFamily& importing) {
  return std::ranges::any_of(exporting.export_targets, [&](const Fact<std::string>& target) {
    return std::ranges::any_of(importing.import_targets,
                               [&](const Fact<std::string>& other) { return *other == *target; });
  });
}

// Whether the device takes the prefix of this protocol into BGP of the instance.
bool advertised(const Device& device, const std::string& instance, const IpPrefix& prefix,
                std::string_view protocol) {
  if (!device.bgp || *device.bgp->shutdown) return false;
  return std::ranges::any_of(device.bgp->families, [&](const BgpFamily& it) {
    if (it.family != unicast(prefix.address.is_v6) || !it.vpn_instance || **it.vpn_instance != instance) {
      return false;
    }
    return std::ranges::any_of(it.networks, [&](const auto& one) { return one->network() == prefix; }) ||
           std::ranges::any_of(it.imports, [&](const auto& one) { return *one == protocol; });
  });
}

bool has_subnet(const Interface& interface, const IpPrefix& prefix) {
  return std::ranges::any_of(interface.addresses, [&](const Fact<InterfaceAddress>& own) {
    return own->prefix.network() == prefix;
  });
}

}  // namespace

// A route that appears at a device.
struct VpnRoutes::Entry {
  DeviceId device;
  Learned learned = Learned::Freely;
  State state;
};

State VpnRoutes::held(DeviceId device, const std::string& instance, const IpPrefix& prefix) const {
  const auto [at, missing] = known_.try_emplace({device, instance, prefix.network()});
  if (missing) at->second = judge(device, instance, prefix.network());
  return at->second;
}

State VpnRoutes::judge(DeviceId device, const std::string& instance, const IpPrefix& prefix) const {
  const bool v6 = prefix.address.is_v6;
  if (!interfaces_->node(device).up()) return kDown;
  State result = own(device, instance, prefix);
  const VpnFamily* importing = find_family(setup_.net[device], instance, v6);
  if (importing == nullptr) return result;
  for (const Origin& origin : origins(prefix)) {
    if (origin.device != device) result = either(result, from_origin(origin, device, *importing, v6));
  }
  return result.up() ? result : either(result, from_outside(device, v6));
}

// An interface of the instance in that subnet, or a static route to it.
State VpnRoutes::own(DeviceId device, const std::string& instance, const IpPrefix& prefix) const {
  State result = kDown;
  const Device& it = setup_.net[device];
  for (std::size_t i = 0; i < it.interfaces.size(); ++i) {
    const Interface& interface = it.interfaces[i];
    if (!interface.vpn_instance || **interface.vpn_instance != instance || !has_subnet(interface, prefix))
      continue;
    result = either(result, interfaces_->state({device, InterfaceId{i}}));
  }
  for (const StaticRoute& route : it.static_routes) {
    if (!route.vpn_instance || **route.vpn_instance != instance) continue;
    if (route.destination->network() == prefix) result = either(result, live_static(device, route));
  }
  return result;
}

// There while its interface is up, or while its next hop lies in a subnet of the instance that is up.
State VpnRoutes::live_static(DeviceId device, const StaticRoute& route) const {
  const Device& it = setup_.net[device];
  State result = interfaces_->node(device);
  if (route.interface && !is_null(**route.interface)) {
    const PortRef port = find_port(setup_.net, device, **route.interface);
    result = both(result, port.valid() ? interfaces_->state(port) : kDown);
  }
  if (!route.next_hop) return result;
  State connected = kDown;
  for (std::size_t i = 0; i < it.interfaces.size(); ++i) {
    const Interface& interface = it.interfaces[i];
    if (!interface.vpn_instance || **interface.vpn_instance != **route.vpn_instance) continue;
    const bool holds = std::ranges::any_of(interface.addresses, [&](const Fact<InterfaceAddress>& own) {
      return own->prefix.contains(**route.next_hop);
    });
    if (holds) connected = either(connected, interfaces_->state({device, InterfaceId{i}}));
  }
  return both(result, connected);
}

std::vector<VpnRoutes::Origin> VpnRoutes::origins(const IpPrefix& prefix) const {
  std::vector<Origin> result;
  for (std::size_t d = 0; d < setup_.net.devices.size(); ++d) {
    const DeviceId device{d};
    const Device& it = setup_.net[device];
    const auto add = [&](const std::string& instance, std::string_view protocol, State state) {
      const VpnFamily* family = find_family(it, instance, prefix.address.is_v6);
      if (family == nullptr || !advertised(it, instance, prefix, protocol)) return;
      result.push_back({device, family, state});
    };
    for (std::size_t i = 0; i < it.interfaces.size(); ++i) {
      const Interface& interface = it.interfaces[i];
      if (!interface.vpn_instance || !has_subnet(interface, prefix)) continue;
      add(**interface.vpn_instance, "direct", interfaces_->state({device, InterfaceId{i}}));
    }
    for (const StaticRoute& route : it.static_routes) {
      if (!route.vpn_instance || route.destination->network() != prefix) continue;
      add(**route.vpn_instance, "static", live_static(device, route));
    }
  }
  return result;
}

// A device drops VPN routes that none of its instances takes, unless it is told not to.
bool VpnRoutes::keeps(DeviceId device, const VpnFamily* exporting, bool v6) const {
  if (exporting == nullptr) return true;
  const Device& it = setup_.net[device];
  const AddressFamily family = v6 ? AddressFamily::Vpnv6 : AddressFamily::Vpnv4;
  const bool filters = it.bgp && std::ranges::any_of(it.bgp->families, [family](const BgpFamily& one) {
                         return one.family == family && !one.vpn_instance && *one.policy_vpn_target;
                       });
  if (!filters) return true;
  return std::ranges::any_of(it.vpn_instances, [&](const VpnInstance& instance) {
    const VpnFamily* importing = find_family(it, instance.name, v6);
    return importing != nullptr && targets_meet(*exporting, *importing);
  });
}

State VpnRoutes::arrives(const std::vector<Entry>& entries, DeviceId device, bool v6,
                         const VpnFamily* exporting) const {
  const BgpPlan& plan = v6 ? plans_->vpnv6 : plans_->vpnv4;
  std::vector<std::array<State, kLearned>> has(setup_.net.devices.size());
  std::vector<bool> passes(setup_.net.devices.size());
  for (std::size_t d = 0; d < passes.size(); ++d) passes[d] = keeps(DeviceId{d}, exporting, v6);
  for (const Entry& entry : entries) {
    State& state = has[entry.device.index][static_cast<std::size_t>(entry.learned)];
    state = either(state, entry.state);
    passes[entry.device.index] = true;
  }
  std::vector<State> sessions;
  for (const BgpSession& it : plan.sessions()) sessions.push_back(session_state(setup_, *routing_, it));
  for (bool changed = true; changed;) {
    changed = false;
    const auto tell = [&](const BgpSide& teller, const BgpSide& listener, State session) {
      const bool internal = *teller.bgp->as_number == *listener.bgp->as_number;
      if (!passes[teller.device.index]) return;
      for (std::size_t how = 0; how < kLearned; ++how) {
        if (!tells(static_cast<Learned>(how), internal, teller)) continue;
        State& there = has[listener.device.index][static_cast<std::size_t>(learns(internal, listener))];
        const State now = both(has[teller.device.index][how], session);
        if (now.level <= there.level) continue;
        there = now;
        changed = true;
      }
    };
    for (std::size_t i = 0; i < sessions.size(); ++i) {
      tell(plan.sessions()[i].a, plan.sessions()[i].b, sessions[i]);
      tell(plan.sessions()[i].b, plan.sessions()[i].a, sessions[i]);
    }
  }
  State result = kDown;
  for (const State& state : has[device.index]) result = either(result, state);
  return result;
}

State VpnRoutes::from_origin(const Origin& origin, DeviceId device, const VpnFamily& importing,
                             bool v6) const {
  if (!targets_meet(*origin.family, importing)) return kDown;
  const State known = arrives({{origin.device, Learned::Freely, origin.state}}, device, v6, origin.family);
  if (known.down()) return kDown;
  const auto& lsr_id = setup_.net[origin.device].mpls.lsr_id;
  if (!lsr_id) return kDown;
  const std::string* policy = importing.tunnel_policy ? &**importing.tunnel_policy : nullptr;
  return both(known, transport_->one_way(device, origin.device, **lsr_id, policy));
}

// What peers outside of the snapshot may tell.
State VpnRoutes::from_outside(DeviceId device, bool v6) const {
  const BgpPlan& plan = v6 ? plans_->vpnv6 : plans_->vpnv4;
  std::vector<Entry> entries;
  for (const BgpSide& side : plan.leading_out()) {
    const State may = both(interfaces_->node(side.device),
                           unknown({DoubtKind::VpnRoute, side.device, side.family_peer->where}));
    entries.push_back({side.device, learns(side.internal(), side), may});
  }
  return entries.empty() ? kDown : arrives(entries, device, v6, nullptr);
}

}  // namespace holdfast::replay
