#include "solver/rules/support/underlay.h"

#include <fmt/format.h>
#include <map>
#include <tuple>

#include "solver/control_plane/igp_settings.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules {
namespace {

using control_plane::Adjacency;
using control_plane::AdjacencyId;
using control_plane::IgpNodeId;
using control_plane::Tri;
using pairing::Pairing;
using pairing::PwEnd;

FailureUniverse links_of(const Pairing& net) {
  FailureUniverse universe;
  for (const pairing::Link& link : net.links().all()) {
    universe.links.push_back({link.a, link.b, link.bundle, {}});
  }
  return universe;
}

}  // namespace

std::vector<Ride> rides_of(const Pairing& net) {
  std::map<std::tuple<DeviceId, DeviceId, std::string_view>, Ride> found;
  for (const PwEnd& end : net.pw_ends().all()) {
    const PwEnd* other = net.pw_ends().counterpart(end.id);
    if (other == nullptr || other->device == end.device) continue;
    const std::string_view policy =
        end.tunnel_policy != nullptr ? std::string_view(end.tunnel_policy->value) : std::string_view();
    const Ride made{end.device, other->device, policy, end.id, false};
    Ride& ride = found.try_emplace({end.device, other->device, policy}, made).first->second;
    ride.needs_session = ride.needs_session || !(end.is_static || other->is_static);
  }
  std::vector<Ride> rides;
  rides.reserve(found.size());
  for (const auto& [key, ride] : found) rides.push_back(ride);
  return rides;
}

std::set<DeviceId> devices_of(const std::vector<Ride>& rides) {
  std::set<DeviceId> devices;
  for (const Ride& ride : rides) devices.insert({ride.from, ride.to});
  return devices;
}

Underlay::Underlay(const Pairing& net)
    : net_(net),
      universe_(links_of(net)),
      plane_(net, universe_),
      paths_(plane_.routes.igp(), plane_.routes.adjacencies()) {
  with_igp_.assign(routes().adjacencies().all().size(), false);
  const control_plane::Igp& igp = routes().igp();
  for (std::size_t i = 0; i < igp.nodes().size(); ++i) {
    for (const control_plane::IgpEdge& edge : igp.edges(IgpNodeId{i})) with_igp_[edge.adjacency.index] = true;
  }
  find_open_ends();
}

bool Underlay::is_up(const Adjacency& adjacency) {
  return plane_.interfaces().up(adjacency.a, {}).value != Tri::Down &&
         plane_.interfaces().up(adjacency.b, {}).value != Tri::Down;
}

void Underlay::find_open_ends() {
  std::set<PortRef> joined;
  for (const Adjacency& it : routes().adjacencies().all()) joined.insert({it.a, it.b});
  const auto& devices = net_.network().devices;
  for (std::size_t d = 0; d < devices.size(); ++d) {
    if (!*devices[d].mpls.enabled) continue;
    for (std::size_t i = 0; i < devices[d].interfaces.size(); ++i) {
      const Interface& it = devices[d].interfaces[i];
      const PortRef port{DeviceId{d}, InterfaceId{i}};
      if (!*it.mpls || it.vpn_instance || it.kind == InterfaceKind::Loopback || joined.contains(port))
        continue;
      if (control_plane::primary_address(it) == nullptr || !in_igp(devices[d], it)) continue;
      if (plane_.interfaces().up(port, {}).value != Tri::Down) open_ends_.push_back(port);
    }
  }
}

std::optional<std::string> Underlay::unseen_ways() const {
  if (open_ends_.empty() || open_ends_.front().device == open_ends_.back().device) return std::nullopt;
  return fmt::format("the configuration of the device behind {}", port_phrase(net_, open_ends_.front()));
}

std::vector<PortRef> tunnels_to(const Pairing& net, DeviceId from, DeviceId to) {
  std::vector<PortRef> found;
  const auto& interfaces = net[from].interfaces;
  for (std::size_t i = 0; i < interfaces.size(); ++i) {
    const Interface& it = interfaces[i];
    if (!it.tunnel || *it.tunnel->protocol != TunnelProtocol::MplsTe || !it.tunnel->destination) continue;
    if (net.locator().owner_of(**it.tunnel->destination).is(to)) found.push_back({from, InterfaceId{i}});
  }
  return found;
}

bool in_igp(const Device& device, const Interface& interface) {
  return control_plane::ospf_place(device, interface) || control_plane::isis_process(device, interface);
}

bool is_core_link(const Pairing& net, const Adjacency& adjacency) {
  const auto carries = [&](PortRef port) { return *net[port].mpls && *net[port.device].mpls.enabled; };
  return carries(adjacency.a) && carries(adjacency.b);
}

Span address_line(const Interface& interface) {
  for (const auto& address : interface.addresses) {
    if (!address->secondary && !address->prefix.address.is_v6) return address.where;
  }
  return interface.where;
}

}  // namespace holdfast::rules
