#include "solver/control_plane/routes.h"

#include <algorithm>
#include <string>

#include "solver/control_plane/igp_settings.h"
#include "solver/control_plane/route_walk.h"

namespace holdfast::control_plane {

Routes::Routes(const pairing::Pairing& net, const FailureUniverse& universe)
    : net_(net),
      interfaces_(net, universe),
      adjacencies_(net, universe, interfaces_),
      igp_(net, adjacencies_),
      paths_(igp_, adjacencies_) {
  for (const Device& device : net.network().devices) {
    has_statics_.push_back(std::ranges::any_of(device.static_routes, [](const StaticRoute& it) {
      return !it.vpn_instance && !it.destination->address.is_v6;
    }));
  }
  find_borders();
  find_redistributions();
  plain_.emplace(igp_, adjacencies_, interfaces_, has_statics_, announces_lsr_id_);
}

Routes::~Routes() = default;

void Routes::forget() {
  targets_.clear();
}

void Routes::find_borders() {
  announces_lsr_id_.assign(igp_.nodes().size(), false);
  for (std::size_t i = 0; i < igp_.nodes().size(); ++i) {
    if (!igp_.siblings(IgpNodeId{i}).empty()) borders_.add(igp_.nodes()[i].graph, IgpNodeId{i});
  }
  borders_.seal();
  for (std::size_t d = 0; d < net_.network().devices.size(); ++d) {
    const std::optional<Ipv4> lsr_id = net_.locator().lsr_id(DeviceId{d});
    if (!lsr_id) continue;
    for (const pairing::AddressOwner& owner : net_.locator().interfaces_with(ip(*lsr_id))) {
      if (owner.port.device != DeviceId{d} || net_[owner.port].vpn_instance) continue;
      if (statically_routed(*lsr_id)) continue;
      for (const IgpInterface& it : igp_.announced(owner.port)) announces_lsr_id_[it.node.index] = true;
    }
  }
}

// Whether some device's static route could win over the IGP's host route.
bool Routes::statically_routed(Ipv4 lsr_id) const {
  constexpr std::uint8_t kHost = 32;
  for (std::size_t d = 0; d < has_statics_.size(); ++d) {
    if (!has_statics_[d]) continue;
    for (const StaticRoute& it : net_.network().devices[d].static_routes) {
      if (it.vpn_instance || it.destination->address.is_v6) continue;
      if (it.destination->length == kHost && it.destination->address.v4 == lsr_id) return true;
    }
  }
  return false;
}

void Routes::find_redistributions() {
  const auto imports_of = [this](const IgpNode& node) -> const std::vector<Fact<std::string>>& {
    return node.protocol == IgpProtocol::Ospf ? igp_.ospf(node).imports : igp_.isis(node).imports;
  };
  const auto name_of = [this](const IgpNode& node) {
    return node.protocol == IgpProtocol::Ospf ? "ospf " + std::to_string(igp_.ospf(node).id)
                                              : "isis " + std::to_string(igp_.isis(node).id);
  };
  for (std::size_t i = 0; i < igp_.nodes().size(); ++i) {
    const IgpNode& into = igp_.nodes()[i];
    const auto& imports = imports_of(into);
    if (imports.empty()) continue;
    const auto takes = [&](std::string_view name) {
      return std::ranges::any_of(imports, [&](const auto& it) { return *it == name; });
    };
    if (takes("direct")) tell_connected_.emplace_back(i);
    if (takes("static")) tell_static_.emplace_back(i);
    for (const IgpNodeId other : igp_.of_device(into.device)) {
      const IgpNode& from = igp_[other];
      if (from.protocol == into.protocol && from.process == into.process) continue;
      if (takes(name_of(from))) redistributions_.emplace_back(other, IgpNodeId{i});
    }
  }
}

bool Routes::segment_routing(IgpNodeId node) const {
  const IgpNode& it = igp_[node];
  if (!*net_[it.device].mpls.segment_routing) return false;
  return it.protocol == IgpProtocol::Ospf ? *igp_.ospf(it).segment_routing : *igp_.isis(it).segment_routing;
}

bool Routes::leaves_area(IgpNodeId from, IgpNodeId to) const {
  return isis_area(igp_.isis(igp_[from])) != isis_area(igp_.isis(igp_[to]));
}

Routes::Target& Routes::target(PortRef port, Ipv4 address) {
  std::unique_ptr<Target>& slot = targets_[{port, address}];
  if (slot) return *slot;
  slot = std::make_unique<Target>();
  slot->port = port;
  slot->address = address;
  for (const auto& own : net_[port].addresses) {
    if (!own->prefix.address.is_v6 && own->prefix.address.v4 == address) slot->length = own->prefix.length;
  }
  for (const IgpInterface& it : igp_.announced(port)) slot->announced.push_back(it.node);
  return *slot;
}

State Routes::follow(DeviceId from, Target& target, Carriage carriage, Failed failed) {
  auto& memo = target.answers[static_cast<std::size_t>(carriage)][from.index];
  return memo.get(failed, [&](Failed under) {
    if (std::optional<State> found = follow_any(from, target, carriage, under)) return *std::move(found);
    return Walk(*this, target, carriage, under).from(from);
  });
}

// To a host address within one plain graph. Nothing: it takes a closer look.
std::optional<State> Routes::follow_any(DeviceId from, Target& target, Carriage carriage, Failed failed) {
  const IgpNodeId start = plain_->node_of(from);
  const IgpNodeId end = plain_->node_of(target.port.device);
  if (!start.valid() || !end.valid() || start == end || igp_[start].graph != igp_[end].graph)
    return std::nullopt;
  if (target.length != 32 || std::ranges::find(target.announced, end) == target.announced.end())
    return std::nullopt;
  if (carriage == Carriage::SrMpls || (carriage == Carriage::Ldp && !plain_->labelled(start)))
    return std::nullopt;
  const State at_end = Walk(*this, target, carriage, failed).from(target.port.device);
  if (at_end.value != Tri::Up) return std::nullopt;
  // The same way there and back, so that both rest on the same.
  const auto way = plain_->way(std::min(start, end), std::max(start, end), failed);
  if (!way) return std::nullopt;
  if (failed.is_value_only()) return always(Tri::Up);
  std::vector<ElementId> rests_on = at_end.support.elements();
  for (const AdjacencyId link : *way) {
    const Support support = adjacencies_.traced(link, failed).support;
    rests_on.insert(rests_on.end(), support.elements().begin(), support.elements().end());
  }
  return State{Tri::Up, Support(std::move(rests_on))};
}

State Routes::reach(DeviceId from, const IpAddress& address, Failed failed) {
  State here = interfaces_.device_up(from, failed);
  if (here.value == Tri::Down) return here;
  PortRef owner;
  for (const pairing::AddressOwner& it : net_.locator().interfaces_with(address)) {
    if (net_[it.port].vpn_instance) continue;
    if (owner.valid() && owner.device != it.port.device) return both(here, always(Tri::Unknown));
    owner = it.port;
  }
  if (!owner.valid()) return both(here, always(Tri::Unknown));
  if (address.is_v6) return reach_v6(from, owner, failed);
  Target& there = target(owner, address.v4);
  // Where labels follow the route, so do packets; and mostly the LSP is asked for as well.
  if (!labels_first_ || there.length != 32) return follow(from, there, Carriage::Packets, failed);
  labels_first_ = false;
  State labelled = follow(from, there, Carriage::Ldp, failed);
  labels_first_ = true;
  return labelled.value == Tri::Up ? labelled : follow(from, there, Carriage::Packets, failed);
}

// IPv6 is followed over connected subnets only.
State Routes::reach_v6(DeviceId from, PortRef owner, Failed failed) {
  if (owner.device == from) return interfaces_.up(owner, failed);
  const auto& devices = net_.network().devices;
  for (std::size_t i = 0; i < devices[from.index].interfaces.size(); ++i) {
    const Interface& it = devices[from.index].interfaces[i];
    if (it.vpn_instance) continue;
    for (const auto& own : it.addresses) {
      if (!own->prefix.address.is_v6) continue;
      const bool shared = std::ranges::any_of(net_[owner].addresses, [&](const auto& theirs) {
        return theirs->prefix.network() == own->prefix.network();
      });
      if (!shared) continue;
      State link = both(interfaces_.up({from, InterfaceId{i}}, failed), interfaces_.up(owner, failed));
      if (link.value != Tri::Down) return link;
    }
  }
  return always(Tri::Unknown);
}

State Routes::reach_in_vpn(DeviceId from, const IpAddress& address, Failed failed) {
  const Device& device = net_[from];
  for (std::size_t i = 0; i < device.interfaces.size(); ++i) {
    const Interface& it = device.interfaces[i];
    const PortRef port{from, InterfaceId{i}};
    const bool connected = it.vpn_instance && std::ranges::any_of(it.addresses, [&](const auto& own) {
                             return own->prefix.contains(address);
                           });
    if (!connected) continue;
    for (const pairing::AddressOwner& owner : net_.locator().interfaces_with(address)) {
      if (owner.port.device == from || !net_[owner.port].vpn_instance) continue;
      return both(interfaces_.up(port, failed), interfaces_.up(owner.port, failed));
    }
  }
  return always(Tri::Unknown);
}

State Routes::lsp(DeviceId from, DeviceId to, Carriage carriage, Failed failed) {
  const State here = interfaces_.device_up(from, failed);
  const std::optional<Ipv4> lsr_id = net_.locator().lsr_id(to);
  if (here.value == Tri::Down || !lsr_id) return always(Tri::Down);
  bool owned = false;
  for (const pairing::AddressOwner& owner : net_.locator().interfaces_with(ip(*lsr_id))) {
    if (net_[owner.port].vpn_instance) continue;
    owned = true;
    if (owner.port.device != to) continue;
    Target& there = target(owner.port, *lsr_id);
    if (there.length != 32) return always(Tri::Down);
    return follow(from, there, carriage, failed);
  }
  return owned ? always(Tri::Down) : both(here, always(Tri::Unknown));
}

std::vector<WayHop> Routes::way(DeviceId from, DeviceId to, Carriage carriage, Failed failed) {
  const std::optional<Ipv4> lsr_id = net_.locator().lsr_id(to);
  if (!lsr_id) return {};
  for (const pairing::AddressOwner& owner : net_.locator().interfaces_with(ip(*lsr_id))) {
    if (owner.port.device != to) continue;
    Walk walk(*this, target(owner.port, *lsr_id), carriage, failed);
    (void)walk.from(from);
    return walk.hops(from);
  }
  return {};
}

}  // namespace holdfast::control_plane
