#include "solver/replay/ospf.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "solver/replay/ports.h"

namespace holdfast::replay {
namespace {

constexpr std::uint32_t kStubRouterCost = 65535;  // command reference: stub-router

// Mbit/s, by the interface's name.
std::uint32_t bandwidth(const Interface& interface) {
  const std::string_view name = interface.name;
  if (name.starts_with("Ethernet")) return 100;
  if (name.starts_with("GigabitEthernet") || interface.kind == InterfaceKind::EthTrunk) return 1000;
  if (name.starts_with("XGigabitEthernet")) return 10000;
  if (interface.kind == InterfaceKind::Serial || interface.kind == InterfaceKind::E1) return 2;
  const std::size_t end = name.find("GE");
  if (end != std::string_view::npos && end > 0) {
    const std::size_t bar = name.substr(0, end).find('|');  // of "50|100GE"
    const std::size_t start = bar == std::string_view::npos ? 0 : bar + 1;
    std::uint32_t gigabits = 0;
    std::from_chars(name.data() + start, name.data() + end, gigabits);
    if (gigabits > 0) return gigabits * 1000;
  }
  const bool of_switch = interface.kind == InterfaceKind::Vlanif || interface.kind == InterfaceKind::Vbdif;
  return of_switch ? 1000 : 155;
}

const OspfArea* find_area(const OspfProcess& process, std::uint32_t id) {
  const auto found = std::ranges::find_if(process.areas, [id](const OspfArea& it) { return *it.id == id; });
  return found == process.areas.end() ? nullptr : &*found;
}

struct Place {
  std::size_t process = 0;
  std::uint32_t area = 0;
};

// `ospf enable` wins; else the longest `network` that holds the address and is no longer than its mask.
std::optional<Place> place_of(const Device& device, const Interface& interface, const IpPrefix& own) {
  if (interface.ospf && interface.ospf->process) {
    for (std::size_t p = 0; p < device.ospf.size(); ++p) {
      const bool named = device.ospf[p].id == **interface.ospf->process;
      if (!named || device.ospf[p].vpn_instance || !interface.ospf->area) continue;
      return Place{p, **interface.ospf->area};
    }
    return std::nullopt;
  }
  std::optional<Place> best;
  int longest = -1;
  for (std::size_t p = 0; p < device.ospf.size(); ++p) {
    if (device.ospf[p].vpn_instance) continue;
    for (const OspfArea& area : device.ospf[p].areas) {
      for (const OspfNetwork& network : area.networks) {
        const IpPrefix& range = *network.range;
        if (range.length > own.length || range.length <= longest || !range.contains(own.address)) continue;
        longest = range.length;
        best = Place{p, *area.id};
      }
    }
  }
  return best;
}

bool is_p2p(const Interface& interface) {
  return interface.ospf && interface.ospf->network_type && **interface.ospf->network_type == "p2p";
}

struct Proof {
  std::string_view kind;
  const MaybeFact<Secret>* key = nullptr;
};

// The interface's own authentication, else the area's.
Proof proof_of(const Interface& interface, const OspfArea* area) {
  static const MaybeFact<Secret> kNoKey;
  if (interface.ospf && interface.ospf->authentication) {
    return {authentication_kind(interface.ospf->authentication), &interface.ospf->key};
  }
  if (area == nullptr) return {{}, &kNoKey};
  return {authentication_kind(area->authentication), &area->key};
}

std::string_view kind_of(const OspfArea* area) {
  return area != nullptr && area->kind ? std::string_view(**area->kind) : std::string_view{};
}

// Seconds: unset 10, and four times that.
std::uint32_t hello_interval(const Interface& it) {
  return it.ospf && it.ospf->hello ? **it.ospf->hello : 10U;
}
std::uint32_t dead_interval(const Interface& it) {
  return it.ospf && it.ospf->dead ? **it.ospf->dead : 4 * hello_interval(it);
}

}  // namespace

Ospf::Ospf(const Network& net, const Adjacencies& adjacencies) : net_(&net), adjacencies_(&adjacencies) {
  for_each_interface(net, [this](PortRef port, const Interface& it) { attach(port, it); });
  for (std::uint32_t i = 0; i < adjacencies.all().size(); ++i) {
    const Adjacency& adjacency = adjacencies.all()[i];
    const OspfAttachment* a = at(adjacency.a);
    const OspfAttachment* b = at(adjacency.b);
    if (adjacency.a_address.address.is_v6 || a == nullptr || b == nullptr || !neighbours(*a, *b)) continue;
    edges_[a->area].push_back({a->node, b->node, a->cost, i});
    edges_[a->area].push_back({b->node, a->node, b->cost, i});
  }
}

const OspfProcess& Ospf::process(std::size_t node) const {
  return (*net_)[nodes_[node].device].ospf[nodes_[node].process];
}

const OspfAttachment* Ospf::at(PortRef port) const {
  const auto found = by_port_.find(port);
  return found == by_port_.end() ? nullptr : &attachments_[found->second];
}

std::size_t Ospf::node_of(DeviceId device, std::size_t process) {
  const auto found = std::ranges::find_if(
      nodes_, [&](const IgpNode& it) { return it.device == device && it.process == process; });
  if (found != nodes_.end()) return static_cast<std::size_t>(found - nodes_.begin());
  nodes_.push_back({device, process});
  return nodes_.size() - 1;
}

void Ospf::attach(PortRef port, const Interface& interface) {
  const auto own = primary_address(interface, false);
  if (interface.vpn_instance || !own) return;
  const auto place = place_of((*net_)[port.device], interface, *own);
  if (!place) return;
  OspfAttachment it;
  it.port = port;
  it.node = node_of(port.device, place->process);
  it.area = place->area;
  it.subnet = own->network();
  it.cost = interface.ospf && interface.ospf->cost
                ? **interface.ospf->cost
                : std::max(1U, *process(it.node).bandwidth_reference / bandwidth(interface));
  it.own_cost = interface.kind == InterfaceKind::Loopback ? 0 : it.cost;
  if (*process(it.node).stub_router) it.cost = kStubRouterCost;
  by_port_.emplace(port, attachments_.size());
  attachments_.push_back(it);
}

bool Ospf::silent(const OspfAttachment& it) const {
  const std::string& name = replay::at(*net_, it.port).name;
  const auto names = [&](const std::vector<Fact<std::string>>& list, std::string_view wanted) {
    return std::ranges::any_of(list, [wanted](const Fact<std::string>& one) { return *one == wanted; });
  };
  const OspfProcess& own = process(it.node);
  if (names(own.silent_interfaces, name)) return true;
  return names(own.silent_interfaces, "all") && !names(own.active_interfaces, name);
}

bool Ospf::neighbours(const OspfAttachment& a, const OspfAttachment& b) const {
  if (a.area != b.area || silent(a) || silent(b)) return false;
  const Interface& ia = replay::at(*net_, a.port);
  const Interface& ib = replay::at(*net_, b.port);
  const OspfArea* area_a = find_area(process(a.node), a.area);
  const OspfArea* area_b = find_area(process(b.node), b.area);
  if (kind_of(area_a) != kind_of(area_b) || is_p2p(ia) != is_p2p(ib)) return false;
  if (hello_interval(ia) != hello_interval(ib) || dead_interval(ia) != dead_interval(ib)) return false;
  if (ia.ospf && ib.ospf) {
    if (*ia.ospf->mtu_enable && *ib.ospf->mtu_enable && *ia.mtu != *ib.mtu) return false;
  }
  const Proof proof_a = proof_of(ia, area_a);
  const Proof proof_b = proof_of(ib, area_b);
  return proof_a.kind == proof_b.kind && (proof_a.kind.empty() || !keys_differ(*proof_a.key, *proof_b.key));
}

}  // namespace holdfast::replay
