#include "solver/replay/forwarding.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "solver/replay/ports.h"

namespace holdfast::replay {

// A route on the way into a device's table.
struct RouteOffer {
  std::uint32_t preference = 0;
  std::uint32_t process_id = 0;
  BestRoute route;

  auto order() const { return std::tuple(-int{route.length}, preference, route.source, process_id); }
};

namespace {

Hop hop_of(const Adjacencies& adjacencies, std::uint32_t adjacency, DeviceId from) {
  const Adjacency& it = adjacencies.all()[adjacency];
  if (it.a.device == from) return {adjacency, it.a, it.b, it.b_address.address};
  return {adjacency, it.b, it.a, it.a_address.address};
}

// Whether a process takes in routes of others; passing routes between levels is no such thing.
bool redistributes(const std::vector<Fact<std::string>>& imports) {
  return std::ranges::any_of(imports,
                             [](const Fact<std::string>& it) { return !it->starts_with("isis level"); });
}

template <class Protocol>
std::vector<std::size_t> nodes_that_redistribute(const Protocol& protocol) {
  std::vector<std::size_t> result;
  for (std::size_t node = 0; node < protocol.nodes().size(); ++node) {
    if (redistributes(protocol.process(node).imports)) result.push_back(node);
  }
  return result;
}

template <class Protocol, class Routes>
void add_offers(const Protocol& protocol, const Routes& routes, const Adjacencies& adjacencies,
                std::uint8_t length, RouteSource source, std::vector<std::vector<RouteOffer>>& out) {
  for (std::size_t node = 0; node < routes.size(); ++node) {
    if (!routes[node]) continue;
    const DeviceId device = protocol.nodes()[node].device;
    RouteOffer offer;
    offer.preference = *protocol.process(node).preference;
    offer.process_id = protocol.process(node).id;
    offer.route.found = true;
    offer.route.length = length;
    offer.route.source = source;
    offer.route.process = protocol.nodes()[node].process;
    for (const CostEdge& edge : routes[node]->next) {
      offer.route.hops.push_back(hop_of(adjacencies, edge.adjacency, device));
    }
    out[device.index].push_back(std::move(offer));
  }
}

}  // namespace

Forwarding::Forwarding(const RoutingSetup& setup, const World& world, TrackedSessions tracked)
    : setup_(setup),
      world_(world),
      tracked_(std::move(tracked)),
      ospf_(setup.ospf, world_),
      isis_(setup.isis, world_),
      ospf_tellers_(nodes_that_redistribute(setup.ospf)),
      isis_tellers_(nodes_that_redistribute(setup.isis)) {}

const Destination& Forwarding::toward(const IpAddress& address) const {
  const auto found = known_.find(address);
  if (found != known_.end()) return found->second;
  Destination& made = known_[address];
  const Offers offers = learned(address);
  for (std::size_t d = 0; d < setup_.net.devices.size(); ++d) {
    made.routes.push_back(best_route(DeviceId{d}, address, offers[d]));
  }
  made.arrives = arrivals(made.routes, address);
  return made;
}

Forwarding::Offers Forwarding::learned(const IpAddress& address) const {
  Offers result(setup_.net.devices.size());
  for (const IpPrefix& subnet : ospf_.subnets_with(address)) {
    add_offers(setup_.ospf, ospf_.toward(subnet), setup_.adjacencies, subnet.length, RouteSource::Ospf,
               result);
  }
  for (const IpPrefix& subnet : isis_.subnets_with(address)) {
    add_offers(setup_.isis, isis_.toward(subnet), setup_.adjacencies, subnet.length, RouteSource::Isis,
               result);
  }
  add_offers(setup_.isis, isis_.defaults(), setup_.adjacencies, 0, RouteSource::Isis, result);
  return result;
}

BestRoute Forwarding::best_route(DeviceId device, const IpAddress& address,
                                 const std::vector<RouteOffer>& learned) const {
  std::optional<RouteOffer> best;
  const auto take = [&best](const RouteOffer& offer) {
    if (!best || offer.order() < best->order()) {
      best = offer;
    } else if (offer.order() == best->order()) {
      std::ranges::copy(offer.route.hops, std::back_inserter(best->route.hops));
      best->route.into_tunnel = best->route.into_tunnel || offer.route.into_tunnel;
    }
  };
  for (const PortRef port : setup_.owners.ports(device)) {
    if (!world_.interface(port)) continue;
    for (const Fact<InterfaceAddress>& subnet : at(setup_.net, port).addresses) {
      if (!subnet->prefix.contains(address)) continue;
      RouteOffer offer;
      offer.route.found = true;
      offer.route.length = subnet->prefix.length;
      for (const Hop& hop : setup_.adjacencies.from(device)) {
        if (hop.from == port && hop.to_address == address && world_.hop(hop)) offer.route.hops.push_back(hop);
      }
      take(offer);
    }
  }
  for (const RouteOffer& offer : learned) {
    if (world_.node(device)) take(offer);
  }
  if (world_.node(device)) {
    for (const LiveStaticRoute& it :
         live_static_routes(setup_.net, device, address, setup_.adjacencies, world_, tracked_)) {
      RouteOffer offer;
      offer.preference = *it.route->preference;
      offer.route.found = true;
      offer.route.length = it.route->destination->length;
      offer.route.source = RouteSource::Static;
      offer.route.hops = it.hops;
      offer.route.into_tunnel = it.into_tunnel;
      take(offer);
    }
  }
  return best ? best->route : BestRoute{};
}

// Who is next to one whose packets arrive has its own arrive, until nothing changes.
std::vector<State> Forwarding::arrivals(const std::vector<BestRoute>& routes,
                                        const IpAddress& address) const {
  std::vector<State> arrives(routes.size());
  const std::vector<PortRef>& owning = setup_.owners.of(address);
  for (const PortRef port : owning) {
    arrives[port.device.index] = either(arrives[port.device.index], known(world_.interface(port)));
  }
  const auto owns = [&](std::size_t d) {
    return std::ranges::any_of(owning, [d](PortRef port) { return port.device.index == d; });
  };
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t d = 0; d < routes.size(); ++d) {
      const DeviceId device{d};
      if (owns(d) || !world_.node(device)) continue;
      State now = kDown;
      for (const Hop& hop : routes[d].hops) now = either(now, arrives[hop.to.device.index]);
      if (routes[d].into_tunnel) now = either(now, unknown({DoubtKind::RouteOverTunnel, device, {}}));
      if (!routes[d].found && may_learn(device, routes, arrives, address))
        now = unknown({DoubtKind::Redistribution, device, {}});
      changed = changed || !(now == arrives[d]);
      arrives[d] = now;
    }
  }
  return arrives;
}

// Whether somebody who is connected with one of the device's processes puts his route to the address into it.
bool Forwarding::may_learn(DeviceId device, const std::vector<BestRoute>& routes,
                           const std::vector<State>& arrives, const IpAddress& address) const {
  const auto tells = [&](const auto& protocol, const auto& igp, const std::vector<std::size_t>& tellers) {
    for (const std::size_t teller : tellers) {
      const DeviceId there = protocol.nodes()[teller].device;
      if (there == device || arrives[there.index].down()) continue;
      if (!brings(there, protocol.process(teller).imports, routes[there.index], address)) continue;
      for (std::size_t own = 0; own < protocol.nodes().size(); ++own) {
        if (protocol.nodes()[own].device == device && igp.connected(own, teller)) return true;
      }
    }
    return false;
  };
  return tells(setup_.ospf, ospf_, ospf_tellers_) || tells(setup_.isis, isis_, isis_tellers_);
}

// Whether what a process takes in holds the device's own route to the address.
bool Forwarding::brings(DeviceId device, const std::vector<Fact<std::string>>& imports,
                        const BestRoute& route, const IpAddress& address) const {
  const std::vector<PortRef>& owning = setup_.owners.of(address);
  const bool owns = std::ranges::any_of(owning, [&](PortRef port) { return port.device == device; });
  const Device& it = setup_.net[device];
  const auto is_source = [&](const std::string& name) {
    if (owns || route.source == RouteSource::Connected) return name == "direct";
    if (route.source == RouteSource::Static) return name == "static";
    return route.source == RouteSource::Ospf ? name == "ospf " + std::to_string(it.ospf[route.process].id)
                                             : name == "isis " + std::to_string(it.isis[route.process].id);
  };
  return (owns || route.found) &&
         std::ranges::any_of(imports, [&](const Fact<std::string>& name) { return is_source(*name); });
}

}  // namespace holdfast::replay
