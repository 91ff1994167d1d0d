#include "app/session/existing_network.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "solver/control_plane/igp.h"
#include "solver/control_plane/igp_settings.h"
#include "solver/pairing/elements.h"
#include "solver/pairing/pairing.h"

namespace holdfast::session {
namespace {

using control_plane::Igp;
using control_plane::IgpNode;
using control_plane::IgpNodeId;
using control_plane::IgpProtocol;
using pairing::Pairing;

// "490001" → "49.0001"
std::string with_dots(const std::string& area) {
  constexpr std::size_t kFirst = 2;
  constexpr std::size_t kRest = 4;
  std::string result = area.substr(0, kFirst);
  for (std::size_t i = kFirst; i < area.size(); i += kRest) result += '.' + area.substr(i, kRest);
  return result;
}

// A port that nobody uses, as far as its lines tell.
bool is_free(const Device& device, const Interface& port, std::size_t index, const Pairing& net,
             PortRef ref) {
  const auto is_parent = [&](const Interface& it) { return it.is_sub && it.parent.index == index; };
  return port.kind == InterfaceKind::Ethernet && !port.is_sub && !*port.shutdown && !port.description &&
         port.addresses.empty() && !port.unnumbered && !port.vpn_instance && port.vlans.empty() &&
         !port.portswitch.configured() && !port.switch_port && !port.member_of && !port.trunk &&
         !port.mpls.configured() && !port.ospf && !port.isis && port.pws.empty() && !port.vsi &&
         !port.bridge_domain && port.vrrp.empty() && port.unread.empty() && net.links().at(ref) == nullptr &&
         std::ranges::none_of(device.interfaces, is_parent);
}

class Describing {
 public:
  explicit Describing(std::shared_ptr<const Snapshot> snapshot)
      : net_(snapshot->network),
        universe_(pairing::failure_universe(net_)),
        interfaces_(net_, universe_),
        adjacencies_(net_, universe_, interfaces_),
        igp_(net_, adjacencies_) {
    result_.snapshot = std::move(snapshot);
  }

  ExistingNetwork describe() {
    for (std::size_t i = 0; i < net_.network().devices.size(); ++i) add_device(DeviceId(i));
    add_domains();
    take_over();
    add_inner_links();
    add_access_links();
    add_groups();
    result_.existing.used = planning::used_identifiers(result_.existing.devices);
    return std::move(result_);
  }

 private:
  void add_device(DeviceId id) {
    const Device& device = net_[id];
    intent::Device known;
    known.name = device.name.value;
    known.existing = true;
    const bool forwards = *device.mpls.enabled && device.mpls.lsr_id;
    known.role = forwards ? intent::Role::P : intent::Role::Ce;
    if (forwards) {
      known.loopback = device.mpls.lsr_id;
    } else if (const InterfaceId at = device.find_interface("LoopBack0"); at.valid()) {
      const auto* address = control_plane::primary_address(device[at]);
      if (address != nullptr) known.loopback = configured((*address)->prefix.address.v4, address->where);
    }
    result_.known.devices.push_back(std::move(known));
    planning::Existing& existing = result_.existing;
    existing.devices.push_back(&device);
    std::vector<std::string>& free = existing.free_ports.emplace_back();
    for (std::size_t i = 0; i < device.interfaces.size(); ++i) {
      const Interface& port = device.interfaces[i];
      if (is_free(device, port, i, net_, {id, InterfaceId(i)})) free.push_back(port.name);
    }
  }

  bool forwards(DeviceId device) const {
    return result_.known.devices[device.index].role != intent::Role::Ce;
  }

  // Areas and levels, the largest first. A level whose devices are all in another one of the same protocol is
  // no domain of its own.
  void add_domains() {
    std::map<std::uint32_t, std::set<DeviceId>> members;
    for (const IgpNode& node : igp_.nodes()) {
      if (forwards(node.device)) members[node.graph].insert(node.device);
    }
    std::vector<std::uint32_t> order;
    order.reserve(members.size());
    for (const auto& [graph, devices] : members) order.push_back(graph);
    std::ranges::stable_sort(order, std::greater{},
                             [&](std::uint32_t graph) { return members[graph].size(); });
    for (const std::uint32_t graph : order) {
      planning::Domain domain = domain_of(graph);
      const bool within = std::ranges::any_of(domains_, [&](const auto& other) {
        return result_.existing.domains[other.second].igp == domain.igp &&
               std::ranges::includes(members[other.first], members[graph]);
      });
      if (within || members[graph].size() < 2) continue;
      domains_.emplace(graph, result_.existing.domains.size());
      result_.existing.domains.push_back(std::move(domain));
    }
  }

  std::uint32_t process_of(const IgpNode& node) const {
    return node.protocol == IgpProtocol::Isis ? igp_.isis(node).id : igp_.ospf(node).id;
  }

  // The loopback with the LSR ID has no line of an IGP, and no process takes it in by its address.
  bool is_silent(DeviceId id) const {
    const Device& device = net_[id];
    for (std::size_t i = 0; i < device.interfaces.size(); ++i) {
      const Interface& it = device.interfaces[i];
      const auto* address = control_plane::primary_address(it);
      const bool own = it.kind == InterfaceKind::Loopback && address != nullptr &&
                       (*address)->prefix.address == ip(**device.mpls.lsr_id);
      if (own) return !it.isis && !it.ospf && igp_.announced({id, InterfaceId(i)}).empty();
    }
    return false;
  }

  // What its first device says; the process number that most devices use.
  planning::Domain domain_of(std::uint32_t graph) const {
    planning::Domain domain;
    domain.processes.resize(net_.network().devices.size());
    domain.silent.resize(domain.processes.size());
    std::map<std::uint32_t, std::size_t> numbers;
    const IgpNode* first = nullptr;
    for (const IgpNode& node : igp_.nodes()) {
      if (node.graph != graph || !forwards(node.device)) continue;
      if (first == nullptr) first = &node;
      domain.processes[node.device.index] = process_of(node);
      domain.silent[node.device.index] = is_silent(node.device);
      ++numbers[process_of(node)];
    }
    domain.process = std::ranges::max_element(numbers, {}, [](const auto& it) { return it.second; })->first;
    if (first->protocol == IgpProtocol::Ospf) {
      domain.igp = intent::Igp::Ospf;
      domain.ospf_area = first->area;
      for (const OspfArea& area : igp_.ospf(*first).areas) {
        const bool keyed = area.authentication && **area.authentication != "null";
        domain.wants_key = domain.wants_key || (*area.id == first->area && keyed);
      }
      return domain;
    }
    const IsisProcess& process = igp_.isis(*first);
    domain.level = first->area == 1 ? IsisLevel::Level1 : IsisLevel::Level2;
    domain.isis_area = with_dots(control_plane::isis_area(process));
    domain.cost_style = *process.cost_style;
    domain.wants_key =
        (first->area == 1 ? process.area_authentication : process.domain_authentication).has_value();
    return domain;
  }

  // What the intent must not contradict: an IGP only where there is no other.
  void take_over() {
    for (const Device& device : net_.network().devices) {
      if (device.bgp && !result_.known.given.as_number) {
        result_.known.given.as_number = result_.known.as_number = *device.bgp->as_number;
      }
    }
    const std::vector<planning::Domain>& domains = result_.existing.domains;
    if (domains.empty()) return;
    result_.known.igp = domains.front().igp;
    const bool one =
        std::ranges::all_of(domains, [&](const auto& it) { return it.igp == domains.front().igp; });
    if (one) result_.known.given.igp = domains.front().igp;
  }

  void add_inner_links() {
    for (std::size_t i = 0; i < igp_.nodes().size(); ++i) {
      const IgpNodeId from(i);
      const auto domain = domains_.find(igp_[from].graph);
      if (domain == domains_.end()) continue;
      for (const control_plane::IgpEdge& edge : igp_.edges(from)) {
        const control_plane::Adjacency& pair = adjacencies_[edge.adjacency];
        const bool inner = forwards(pair.a.device) && forwards(pair.b.device);
        if (!inner || pair.a.device != igp_[from].device) continue;
        intent::Link link;
        link.a = pair.a.device.index;
        link.b = pair.b.device.index;
        link.domain = domain->second;
        link.cost = std::max(edge.cost, cost_back(edge, from));
        link.standing = {net_[pair.a].name, net_[pair.b].name, pair.a_address, pair.b_address, edge.ldp};
        add_link(std::move(link), pair.a, pair.b);
      }
    }
  }

  std::uint32_t cost_back(const control_plane::IgpEdge& edge, IgpNodeId from) const {
    for (const control_plane::IgpEdge& other : igp_.edges(edge.to)) {
      if (other.to == from && other.adjacency == edge.adjacency) return other.cost;
    }
    return edge.cost;
  }

  void add_access_links() {
    for (const pairing::Link& it : net_.links().all()) {
      const auto is_ce = [&](PortRef port) {
        return result_.known.devices[port.device.index].role == intent::Role::Ce;
      };
      if (it.bundle || is_ce(it.a) == is_ce(it.b)) continue;
      intent::Link link;
      link.a = it.a.device.index;
      link.b = it.b.device.index;
      link.standing = {net_[it.a].name, net_[it.b].name, {}, {}, false};
      add_link(std::move(link), it.a, it.b);
    }
  }

  void add_link(intent::Link link, PortRef a, PortRef b) {
    result_.known.links.push_back(std::move(link));
    result_.elements.emplace_back();
    std::set<std::string>& names = names_.emplace_back();
    names = {"node:" + net_[a.device].name.value, "node:" + net_[b.device].name.value};
    const pairing::Link* const physical = net_.links().at(a);
    if (physical == nullptr) return;
    std::vector<std::string>& elements = result_.elements.back();
    if (!physical->complete) elements.push_back(net_.links().name(physical->id));
    for (const pairing::LinkId member : physical->members) elements.push_back(net_.links().name(member));
    names.insert(elements.begin(), elements.end());
  }

  // A link fails with a group when something that it runs over does.
  void add_groups() {
    for (const StatedGroup& group : net_.network().failure_groups) {
      const std::size_t index = result_.known.groups.size();
      result_.known.groups.push_back(group.name);
      for (std::size_t i = 0; i < names_.size(); ++i) {
        const bool fails = std::ranges::any_of(
            group.members, [&](const Fact<std::string>& member) { return names_[i].contains(*member); });
        if (fails) result_.known.links[i].groups.push_back(index);
      }
    }
  }

  const Pairing net_;
  const FailureUniverse universe_;
  control_plane::Interfaces interfaces_;
  const control_plane::Adjacencies adjacencies_;
  const Igp igp_;
  std::map<std::uint32_t, std::size_t> domains_;  // by graph of the IGP
  std::vector<std::set<std::string>> names_;      // by link: elements that it runs over
  ExistingNetwork result_;
};

}  // namespace

ExistingNetwork describe_network(std::shared_ptr<const Snapshot> snapshot) {
  return Describing(std::move(snapshot)).describe();
}

}  // namespace holdfast::session
