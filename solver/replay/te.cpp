#include "solver/replay/te.h"

#include <algorithm>

namespace holdfast::replay {
namespace {

bool signals(const Network& net, PortRef port) {
  const Interface& interface = at(net, port);
  const Mpls& mpls = net[port.device].mpls;
  return *interface.mpls && *interface.te && *interface.rsvp_te && *mpls.te && *mpls.rsvp_te;
}

const ExplicitPath* find_path(const Device& device, std::string_view name) {
  const auto found = std::ranges::find(device.explicit_paths, name, &ExplicitPath::name);
  return found == device.explicit_paths.end() ? nullptr : &*found;
}

}  // namespace

bool Te::is_lsr_id(DeviceId device, const IpAddress& address) const {
  const auto& lsr_id = setup_.net[device].mpls.lsr_id;
  return lsr_id && ip(**lsr_id) == address;
}

State Te::over(const Hop& hop, const std::vector<IpAddress>& excluded) const {
  const auto entered = [&](const IpAddress& address) {
    return address == hop.to_address || is_lsr_id(hop.to.device, address);
  };
  if (hop.to_address.is_v6 || !signals(setup_.net, hop.from) || !signals(setup_.net, hop.to)) return kDown;
  if (std::ranges::any_of(excluded, entered)) return kDown;
  return both(interfaces_->state(hop.from), interfaces_->state(hop.to));
}

Te::Places Te::start(DeviceId ingress) const {
  Places places(setup_.net.devices.size());
  places[ingress.index] = kUp;
  return places;
}

// Everywhere that some path leads to from here.
Te::Places Te::spread(Places from, const std::vector<IpAddress>& excluded) const {
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t d = 0; d < from.size(); ++d) {
      for (const Hop& hop : setup_.adjacencies.from(DeviceId{d})) {
        const State now = both(from[d], over(hop, excluded));
        State& there = from[hop.to.device.index];
        if (now.level <= there.level) continue;
        there = now;
        changed = true;
      }
    }
  }
  return from;
}

// One step to the interface or the device that has the address.
Te::Places Te::strict(const Places& from, const IpAddress& next,
                      const std::vector<IpAddress>& excluded) const {
  Places result(from.size());
  for (std::size_t d = 0; d < from.size(); ++d) {
    if (from[d].down()) continue;
    if (is_lsr_id(DeviceId{d}, next)) {
      result[d] = either(result[d], from[d]);
      continue;
    }
    for (const Hop& hop : setup_.adjacencies.from(DeviceId{d})) {
      if (hop.to_address != next && !is_lsr_id(hop.to.device, next)) continue;
      State& there = result[hop.to.device.index];
      there = either(there, both(from[d], over(hop, excluded)));
    }
  }
  return result;
}

State Te::any_path(DeviceId ingress, DeviceId egress) const {
  return spread(start(ingress), {})[egress.index];
}

State Te::explicit_path(DeviceId ingress, std::string_view name, DeviceId egress) const {
  const ExplicitPath* path = find_path(setup_.net[ingress], name);
  if (path == nullptr) return kDown;
  if (!path->label_hops.empty()) return unknown({DoubtKind::TunnelSignalling, ingress, path->where});
  std::vector<IpAddress> excluded;
  std::vector<const ExplicitHop*> included;
  for (const ExplicitHop& hop : path->hops) {
    if (hop.exclude) {
      excluded.push_back(ip(*hop.address));
    } else {
      included.push_back(&hop);
    }
  }
  Places places = start(ingress);
  if (included.empty()) places = spread(places, excluded);
  for (const ExplicitHop* hop : included) {
    const IpAddress next = ip(*hop->address);
    if (!hop->loose) {
      places = strict(places, next, excluded);
      continue;
    }
    const Places reached = spread(places, excluded);
    const DeviceId owner = setup_.owners.device(next);
    places.assign(places.size(), kDown);
    if (owner.valid()) places[owner.index] = reached[owner.index];
  }
  return places[egress.index];
}

State Te::tunnel(PortRef port) const {
  const Interface& interface = at(setup_.net, port);
  const Mpls& mpls = setup_.net[port.device].mpls;
  if (!interface.tunnel || *interface.tunnel->protocol != TunnelProtocol::MplsTe) return kDown;
  const TunnelSettings& tunnel = *interface.tunnel;
  if (!tunnel.destination) return kDown;
  const State own = interfaces_->state(port);
  if (tunnel.signal_protocol && **tunnel.signal_protocol != "rsvp-te") {
    return both(own, unknown({DoubtKind::TunnelSignalling, port.device, interface.where}));
  }
  if (!*mpls.te || !*mpls.rsvp_te) return kDown;
  const DeviceId egress = setup_.owners.device(**tunnel.destination);
  if (!egress.valid()) return both(own, unknown({DoubtKind::UnownedAddress, port.device, interface.where}));
  if (!tunnel.explicit_path) return both(own, any_path(port.device, egress));
  State paths = explicit_path(port.device, **tunnel.explicit_path, egress);
  if (*tunnel.hot_standby || *tunnel.ordinary_backup) {
    paths = either(paths, tunnel.secondary_explicit_path
                              ? explicit_path(port.device, **tunnel.secondary_explicit_path, egress)
                              : any_path(port.device, egress));
  }
  return both(own, paths);
}

}  // namespace holdfast::replay
