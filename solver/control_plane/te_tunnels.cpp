#include "solver/control_plane/te_tunnels.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <unordered_map>

namespace holdfast::control_plane {
namespace {

bool is_rsvp(const TunnelSettings& tunnel) {
  return !tunnel.signal_protocol || **tunnel.signal_protocol == "rsvp-te";
}

}  // namespace

TeTunnels::TeTunnels(const pairing::Pairing& net, Routes& routes) : net_(net), routes_(routes) {
  const auto& devices = net.network().devices;
  for (std::size_t d = 0; d < devices.size(); ++d) {
    for (std::size_t i = 0; i < devices[d].interfaces.size(); ++i) {
      const Interface& it = devices[d].interfaces[i];
      if (it.tunnel && *it.tunnel->protocol == TunnelProtocol::MplsTe)
        by_device_.add(DeviceId{d}, {DeviceId{d}, InterfaceId{i}});
    }
  }
  by_device_.seal();
}

DeviceId TeTunnels::owner_of(Ipv4 address) const {
  return net_.locator().owner_of(ip(address)).one();
}

std::vector<PortRef> TeTunnels::between(DeviceId from, DeviceId to) const {
  std::vector<PortRef> result;
  for (const PortRef port : by_device_.find(from)) {
    const auto& destination = net_[port].tunnel->destination;
    if (destination && !destination->value.is_v6 && owner_of(destination->value.v4) == to)
      result.push_back(port);
  }
  return result;
}

bool TeTunnels::carries_te(const Adjacency& adjacency) const {
  const auto ready = [this](PortRef port) {
    const Mpls& mpls = net_[port.device].mpls;
    const Interface& it = net_[port];
    return *mpls.enabled && *mpls.te && *mpls.rsvp_te && *it.mpls && *it.te && *it.rsvp_te;
  };
  return ready(adjacency.a) && ready(adjacency.b);
}

bool TeTunnels::enters_excluded(const Adjacency& adjacency, DeviceId into, const Excluded& excluded) const {
  const auto listed = [&](Ipv4 it) {
    return std::ranges::find(excluded.addresses, it) != excluded.addresses.end();
  };
  return std::ranges::find(excluded.devices, into) != excluded.devices.end() || listed(adjacency.a_address) ||
         listed(adjacency.b_address);
}

// Breadth first; the support is that of the path found.
State TeTunnels::any_path(DeviceId from, DeviceId to, const Excluded& excluded, Failed failed) {
  std::unordered_map<std::uint32_t, std::optional<AdjacencyId>> came_by{{from.index, std::nullopt}};
  std::deque<DeviceId> open{from};
  while (!open.empty() && !came_by.contains(to.index)) {
    const DeviceId at = open.front();
    open.pop_front();
    for (const AdjacencyId id : routes_.adjacencies().of_device(at)) {
      const Adjacency& it = routes_.adjacencies()[id];
      const DeviceId next = it.a.device == at ? it.b.device : it.a.device;
      if (came_by.contains(next.index) || !carries_te(it) || enters_excluded(it, next, excluded)) continue;
      if (routes_.adjacencies().traced(id, failed).value == Tri::Down) continue;
      came_by.emplace(next.index, id);
      open.push_back(next);
    }
  }
  if (!came_by.contains(to.index)) return always(Tri::Down);
  State result = always(Tri::Up);
  for (DeviceId at = to; at != from;) {
    const AdjacencyId id = *came_by.at(at.index);
    const Adjacency& it = routes_.adjacencies()[id];
    result = both(std::move(result), routes_.adjacencies().traced(id, failed));
    at = it.a.device == at ? it.b.device : it.a.device;
  }
  return result;
}

bool TeTunnels::take_strict(Place& at, Ipv4 hop, const Excluded& excluded, Failed failed) {
  const DeviceId owner = owner_of(hop);
  if (owner == at.device) return true;
  State best = always(Tri::Down);
  DeviceId next;
  for (const AdjacencyId id : routes_.adjacencies().of_device(at.device)) {
    const Adjacency& it = routes_.adjacencies()[id];
    const bool ours = it.a.device == at.device;
    const DeviceId there = ours ? it.b.device : it.a.device;
    const bool meant = (ours ? it.b_address : it.a_address) == hop || net_.locator().lsr_id(there) == hop;
    if (!meant || !carries_te(it) || enters_excluded(it, there, excluded)) continue;
    best = either(std::move(best), routes_.adjacencies().traced(id, failed));
    next = there;
  }
  at.so_far = both(std::move(at.so_far), best);
  at.device = next;
  return next.valid() && at.so_far.value != Tri::Down;
}

State TeTunnels::explicit_path(DeviceId from, DeviceId to, const std::string& name, Failed failed) {
  const auto& paths = net_[from].explicit_paths;
  const auto path = std::ranges::find(paths, name, &ExplicitPath::name);
  if (path == paths.end()) return always(Tri::Down);
  if (!path->label_hops.empty()) return always(Tri::Unknown);
  Excluded excluded;
  bool any_included = false;
  for (const ExplicitHop& hop : path->hops) {
    any_included = any_included || !hop.exclude;
    if (!hop.exclude) continue;
    const DeviceId owner = owner_of(*hop.address);
    if (owner.valid() && net_.locator().lsr_id(owner) == *hop.address) {
      excluded.devices.push_back(owner);
    } else {
      excluded.addresses.push_back(*hop.address);
    }
  }
  if (!any_included) return any_path(from, to, excluded, failed);
  Place at{from, always(Tri::Up)};
  for (const ExplicitHop& hop : path->hops) {
    if (hop.exclude) continue;
    if (!hop.loose) {
      if (!take_strict(at, *hop.address, excluded, failed)) return always(Tri::Down);
      continue;
    }
    const DeviceId owner = owner_of(*hop.address);
    if (!owner.valid()) return always(Tri::Unknown);
    at.so_far = both(std::move(at.so_far), any_path(at.device, owner, excluded, failed));
    if (at.so_far.value == Tri::Down) return at.so_far;
    at.device = owner;
  }
  return at.device == to ? at.so_far : always(Tri::Down);
}

State TeTunnels::evaluate(PortRef tunnel, Failed failed) {
  const Interface& it = net_[tunnel];
  const TunnelSettings& settings = *it.tunnel;
  const Mpls& mpls = net_[tunnel.device].mpls;
  if (!settings.destination || !*mpls.enabled || !*mpls.te) return always(Tri::Down);
  if (!is_rsvp(settings)) return always(Tri::Unknown);
  if (!*mpls.rsvp_te) return always(Tri::Down);
  if (settings.destination->value.is_v6) return always(Tri::Unknown);
  const DeviceId to = owner_of(settings.destination->value.v4);
  if (!to.valid()) return always(Tri::Unknown);
  State ends = both(routes_.interfaces().up(tunnel, failed), routes_.interfaces().device_up(to, failed));
  State way = settings.explicit_path ? explicit_path(tunnel.device, to, **settings.explicit_path, failed)
                                     : any_path(tunnel.device, to, {}, failed);
  const bool backup = *settings.hot_standby || *settings.ordinary_backup;
  if (way.value != Tri::Up && settings.explicit_path && backup) {
    way = either(std::move(way),
                 settings.secondary_explicit_path
                     ? explicit_path(tunnel.device, to, **settings.secondary_explicit_path, failed)
                     : any_path(tunnel.device, to, {}, failed));
  }
  return both(std::move(ends), way);
}

std::string TeTunnels::path_in_use(PortRef tunnel, Failed failed) {
  const TunnelSettings& settings = *net_[tunnel].tunnel;
  if (!settings.destination || settings.destination->value.is_v6) return {};
  const DeviceId to = owner_of(settings.destination->value.v4);
  for (const auto* path : {&settings.explicit_path, &settings.secondary_explicit_path}) {
    if (!*path || !to.valid()) continue;
    if (explicit_path(tunnel.device, to, ***path, failed).value == Tri::Up) return ***path;
  }
  return {};
}

State TeTunnels::up(PortRef tunnel, Failed failed) {
  return memo_[tunnel].get(failed, [&](Failed under) { return evaluate(tunnel, under); });
}

}  // namespace holdfast::control_plane
