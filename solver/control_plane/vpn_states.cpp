#include "solver/control_plane/vpn_states.h"

#include <algorithm>

namespace holdfast::control_plane {

State VpnStates::reaches_peer(const pairing::BgpSide& from, const pairing::BgpSide& to, Failed failed) {
  const IpAddress& address = *from.peer->address;
  // The other end has to set the session up from the address that it is looked for at.
  if (to.peer->connect_interface) {
    const std::string& source = **to.peer->connect_interface;
    const InterfaceId id = net_[to.device].find_interface(source);
    if (id.valid()) {
      const auto& own = net_[to.device][id].addresses;
      const bool has =
          std::ranges::any_of(own, [&](const auto& it) { return it->prefix.address == address; });
      if (!has) return always(Tri::Down);
    } else if (const auto literal = parse_ip(source); literal && *literal != address) {
      return always(Tri::Down);
    }
  }
  return routes_.reach(from.device, address, failed);
}

State VpnStates::session_up(pairing::BgpSessionId id, Failed failed) {
  const auto evaluate = [&](Failed under) {
    const pairing::BgpSession& it = net_.bgp_sessions()[id];
    if (!it.b.device.valid()) return always(Tri::Unknown);
    if (!it.works()) return always(Tri::Down);
    return both(reaches_peer(it.a, it.b, under), reaches_peer(it.b, it.a, under));
  };
  return sessions_[id].get(failed, evaluate);
}

State VpnStates::local(DeviceId device, const std::string& instance, const IpPrefix& prefix, Failed failed) {
  State result = always(Tri::Down);
  for (const PortRef port : net_.vpn_routes().interfaces_with(prefix)) {
    if (port.device != device || **net_[port].vpn_instance != instance) continue;
    result = either(std::move(result), routes_.interfaces().up(port, failed));
  }
  for (const StaticRoute& route : net_[device].static_routes) {
    if (!route.vpn_instance || **route.vpn_instance != instance) continue;
    if (route.destination->network() != prefix) continue;
    const InterfaceId out = route.interface ? net_[device].find_interface(**route.interface) : InterfaceId{};
    result = either(std::move(result), out.valid() ? routes_.interfaces().up({device, out}, failed)
                                                   : routes_.interfaces().device_up(device, failed));
  }
  return result;
}

State VpnStates::origin_up(const pairing::RouteOrigin& origin, Failed failed) {
  if (origin.interface.valid()) return routes_.interfaces().up({origin.device, origin.interface}, failed);
  return routes_.interfaces().device_up(origin.device, failed);
}

// What the packets need on the way that the route came: a tunnel to each next hop, which an eBGP session or
// `next-hop-local` changes; neighbours of an eBGP session need no more than the session itself.
State VpnStates::along(const pairing::RoutePath& path, DeviceId device, const VpnFamily& importing,
                       const pairing::RouteOrigin& origin, Failed failed) {
  const std::string policy = importing.tunnel_policy ? **importing.tunnel_policy : std::string();
  State result = always(Tri::Up);
  DeviceId next_hop = origin.device;
  DeviceId teller = origin.device;
  bool beside = false;  // the next hop is the neighbour of an eBGP session
  for (const pairing::BgpSessionId id : path.sessions) {
    const pairing::BgpSession& session = net_.bgp_sessions()[id];
    result = both(std::move(result), session_up(id, failed));
    const bool from_a = session.a.device == teller;
    const pairing::BgpSide& sends = from_a ? session.a : session.b;
    const pairing::BgpSide& receives = from_a ? session.b : session.a;
    const bool external = !session.internal();
    if (external || *sends.family_peer->next_hop_local) {
      if (teller != next_hop && !beside)
        result = both(std::move(result), transport_.up(teller, next_hop, "", failed));
      next_hop = teller;
      beside = external;
    }
    teller = receives.device;
  }
  if (device != next_hop && !beside)
    result = both(std::move(result), transport_.up(device, next_hop, policy, failed));
  return result;
}

State VpnStates::by_origin(DeviceId device, const VpnFamily& importing, const pairing::RouteOrigin& origin,
                           Failed failed) {
  if (origin.family == nullptr || pairing::shared_target(*origin.family, importing) == nullptr) {
    return always(Tri::Down);
  }
  State up = origin_up(origin, failed);
  if (up.value == Tri::Down) return up;
  Support down;
  const auto usable = [&](Tri least) {
    return [&, least](pairing::BgpSessionId id) {
      State state = session_up(id, failed);
      if (state.value < least) down |= state.support;
      return state.value >= least;
    };
  };
  pairing::RoutePath path = net_.vpn_routes().path(origin, device, usable(Tri::Up));
  if (!path.reached) path = net_.vpn_routes().path(origin, device, usable(Tri::Unknown));
  if (!path.reached) return {Tri::Down, std::move(down)};
  State result = all_of(up, along(path, device, importing, origin, failed));
  if (result.value != Tri::Up) result.support |= down;
  return result;
}

// Peers outside of the snapshot may hold any route.
State VpnStates::from_outside(DeviceId device, bool v6, Failed failed) {
  Support down;
  const auto usable = [&](pairing::BgpSessionId id) {
    const State state = session_up(id, failed);
    if (state.value == Tri::Down) down |= state.support;
    return state.value != Tri::Down;
  };
  const AddressFamily family = v6 ? AddressFamily::Vpnv6 : AddressFamily::Vpnv4;
  const pairing::RoutePath path = net_.vpn_routes().from_outside(device, family, usable);
  if (!path.reached) return {Tri::Down, std::move(down)};
  State result = always(Tri::Unknown);
  for (const pairing::BgpSessionId id : path.sessions)
    result = both(std::move(result), session_up(id, failed));
  result.support |= down;
  return result;
}

State VpnStates::evaluate(DeviceId device, const std::string& instance, const IpPrefix& prefix,
                          Failed failed) {
  State own = routes_.interfaces().device_up(device, failed);
  if (own.value == Tri::Down) return own;
  const VpnInstance* vpn = pairing::find_vpn_instance(net_[device], instance);
  if (vpn == nullptr) return always(Tri::Down);
  State result = local(device, instance, prefix, failed);
  const VpnFamily* importing = pairing::find_family(*vpn, prefix.address.is_v6);
  if (importing != nullptr && result.value != Tri::Up) {
    const auto origins = net_.vpn_routes().origins(prefix);
    for (const pairing::RouteOrigin& origin : origins) {
      if (origin.device == device) continue;
      result = either(std::move(result), by_origin(device, *importing, origin, failed));
    }
    if (result.value != Tri::Up)
      result = either(std::move(result), from_outside(device, prefix.address.is_v6, failed));
  }
  return both(own, result);
}

State VpnStates::held(DeviceId device, const std::string& instance, const IpPrefix& prefix, Failed failed) {
  return memo_[{device, instance, prefix.network()}].get(
      failed, [&](Failed under) { return evaluate(device, instance, prefix.network(), under); });
}

}  // namespace holdfast::control_plane
