#include "solver/control_plane/adjacencies.h"

#include <algorithm>

namespace holdfast::control_plane {

const Fact<InterfaceAddress>* primary_address(const Interface& interface) {
  for (const auto& address : interface.addresses) {
    if (!address->secondary && !address->prefix.address.is_v6) return &address;
  }
  return nullptr;
}

Adjacencies::Adjacencies(const pairing::Pairing& net, const FailureUniverse& universe, Interfaces& interfaces)
    : net_(net), interfaces_(interfaces), touched_by_(universe.elements.size()) {
  struct Member {
    IpPrefix subnet;
    PortRef port;
    Ipv4 address;
  };
  std::vector<Member> members;
  const Network& network = net.network();
  for (std::size_t d = 0; d < network.devices.size(); ++d) {
    const auto& here = network.devices[d].interfaces;
    for (std::size_t i = 0; i < here.size(); ++i) {
      if (here[i].addresses.empty() || here[i].vpn_instance || here[i].kind == InterfaceKind::Loopback)
        continue;
      const auto* address = primary_address(here[i]);
      if (address == nullptr || (*address)->prefix.length >= 32) continue;
      const IpPrefix& prefix = (*address)->prefix;
      members.push_back({prefix.network(), {DeviceId{d}, InterfaceId{i}}, prefix.address.v4});
    }
  }
  std::ranges::stable_sort(members, {}, &Member::subnet);
  Outages outages(network, universe);
  const auto joined = [&](PortRef a, PortRef b) {
    const PortRef main_a = pairing::parent_port(network, a);
    const PortRef main_b = pairing::parent_port(network, b);
    const PhysicalLink* at_a = outages.link_at(main_a);
    const PhysicalLink* at_b = outages.link_at(main_b);
    return at_a == at_b;
  };
  for (std::size_t i = 0; i < members.size(); ++i) {
    for (std::size_t j = i + 1; j < members.size() && members[j].subnet == members[i].subnet; ++j) {
      const Member& a = members[i];
      const Member& b = members[j];
      if (a.port.device == b.port.device || a.address == b.address || !joined(a.port, b.port)) continue;
      all_.push_back({a.port, b.port, a.address, b.address, a.subnet.length});
    }
  }
  state_.resize(all_.size());
  for (std::size_t i = 0; i < all_.size(); ++i) {
    const AdjacencyId id{i};
    by_device_.add(all_[i].a.device, id);
    by_device_.add(all_[i].b.device, id);
    Support touching = interfaces_.dependencies(all_[i].a);
    touching |= interfaces_.dependencies(all_[i].b);
    for (const ElementId element : touching.elements()) touched_by_[element.index].push_back(id);
    state_[i] = traced(id, {}).value;
  }
  by_device_.seal();
}

State Adjacencies::traced(AdjacencyId id, Failed failed) {
  const Adjacency& it = all_[id.index];
  return both(interfaces_.up(it.a, failed), interfaces_.up(it.b, failed));
}

void Adjacencies::set(Failed failed) {
  if (std::ranges::equal(failed.elements(), set_)) return;
  const auto refresh = [&](const std::vector<ElementId>& elements, Failed under) {
    for (const ElementId element : elements) {
      for (const AdjacencyId id : touched_by_[element.index]) state_[id.index] = traced(id, under).value;
    }
  };
  refresh(set_, {});
  set_.assign(failed.elements().begin(), failed.elements().end());
  refresh(set_, failed);
}

}  // namespace holdfast::control_plane
