#include "solver/control_plane/igp.h"

#include <algorithm>
#include <tuple>

#include "solver/control_plane/igp_settings.h"
#include "solver/pairing/disjoint_sets.h"

namespace holdfast::control_plane {
namespace {

constexpr std::uint32_t kUnusedIsisCost = 16777215;

}  // namespace

bool runs_ldp(const Device& device, const Interface& interface) {
  if (!*interface.mpls || !*device.mpls.enabled || !*device.mpls.ldp) return false;
  if (*interface.ldp) return true;
  if (const auto place = ospf_place(device, interface)) return *device.ospf[place->process].ldp_auto_config;
  const auto process = isis_process(device, interface);
  return process && *device.isis[*process].ldp_auto_config;
}

Igp::Igp(const pairing::Pairing& net, const Adjacencies& adjacencies) : net_(net) {
  add_nodes();
  add_edges(adjacencies);
  find_graphs();
  find_interfaces();
}

void Igp::add_nodes() {
  const auto& devices = net_.network().devices;
  for (std::size_t d = 0; d < devices.size(); ++d) {
    const std::size_t first = nodes_.size();
    for (std::uint32_t p = 0; p < devices[d].ospf.size(); ++p) {
      const OspfProcess& process = devices[d].ospf[p];
      if (process.vpn_instance) continue;
      for (const OspfArea& area : process.areas) {
        nodes_.push_back({DeviceId{d}, IgpProtocol::Ospf, p, *area.id, *process.preference});
      }
    }
    for (std::uint32_t p = 0; p < devices[d].isis.size(); ++p) {
      const IsisProcess& process = devices[d].isis[p];
      if (process.vpn_instance || !process.network_entity || *process.shutdown) continue;
      for (const std::uint32_t level : {1U, 2U}) {
        const IsisLevel one = level == 1 ? IsisLevel::Level1 : IsisLevel::Level2;
        if (*process.level != IsisLevel::Level12 && *process.level != one) continue;
        nodes_.push_back({DeviceId{d}, IgpProtocol::Isis, p, level, *process.preference, !*process.overload,
                          !*process.overload || *process.overload_tells_levels});
      }
    }
    std::stable_sort(nodes_.begin() + static_cast<std::ptrdiff_t>(first), nodes_.end(),
                     [](const IgpNode& a, const IgpNode& b) {
                       return std::tie(a.preference, a.protocol, a.process, a.area) <
                              std::tie(b.preference, b.protocol, b.process, b.area);
                     });
    for (std::size_t i = first; i < nodes_.size(); ++i) by_device_.add(DeviceId{d}, IgpNodeId{i});
  }
  by_device_.seal();
}

IgpNodeId Igp::find(DeviceId device, IgpProtocol protocol, std::uint32_t process, std::uint32_t area) const {
  for (const IgpNodeId id : of_device(device)) {
    const IgpNode& it = nodes_[id.index];
    if (it.protocol == protocol && it.process == process && it.area == area) return id;
  }
  return {};
}

std::vector<IgpInterface> Igp::announced(PortRef port) const {
  std::vector<IgpInterface> result;
  const Device& device = net_[port.device];
  const Interface& interface = net_[port];
  if (const auto place = ospf_place(device, interface)) {
    const OspfProcess& process = device.ospf[place->process];
    const IgpNodeId node = find(port.device, IgpProtocol::Ospf, place->process, *place->area->id);
    if (node.valid())
      result.push_back({node, ospf_cost(process, interface), ospf_silent(process, interface)});
  }
  if (const auto p = isis_process(device, interface)) {
    const IsisProcess& process = device.isis[*p];
    for (const std::uint32_t level : isis_levels(process, interface)) {
      const IgpNodeId node = find(port.device, IgpProtocol::Isis, *p, level);
      if (node.valid())
        result.push_back({node, isis_cost(process, interface, level), *interface.isis->silent});
    }
  }
  return result;
}

std::vector<IgpNodeId> Igp::siblings(IgpNodeId id) const {
  std::vector<IgpNodeId> result;
  const IgpNode& it = nodes_[id.index];
  for (const IgpNodeId other : of_device(it.device)) {
    const IgpNode& there = nodes_[other.index];
    if (other != id && there.protocol == it.protocol && there.process == it.process) result.push_back(other);
  }
  return result;
}

bool Igp::neighbours(PortRef a, const IgpInterface& at_a, PortRef b, const IgpInterface& at_b) const {
  const IgpNode& node_a = nodes_[at_a.node.index];
  const IgpNode& node_b = nodes_[at_b.node.index];
  if (node_a.protocol != node_b.protocol || node_a.area != node_b.area || at_a.silent || at_b.silent)
    return false;
  const Interface& here = net_[a];
  const Interface& there = net_[b];
  if (node_a.protocol == IgpProtocol::Ospf) {
    return ospf_neighbours(here, *ospf_place(net_[a.device], here)->area, there,
                           *ospf_place(net_[b.device], there)->area);
  }
  if (at_a.cost >= kUnusedIsisCost || at_b.cost >= kUnusedIsisCost) return false;
  return isis_neighbours(isis(node_a), here, isis(node_b), there, node_a.area);
}

void Igp::add_edges(const Adjacencies& adjacencies) {
  std::vector<std::pair<IgpNodeId, IgpEdge>> drafts;
  for (std::size_t i = 0; i < adjacencies.all().size(); ++i) {
    const AdjacencyId id{i};
    const Adjacency& it = adjacencies[id];
    const std::vector<IgpInterface> at_a = announced(it.a);
    const std::vector<IgpInterface> at_b = announced(it.b);
    if (at_a.empty() || at_b.empty()) continue;
    const bool ldp = runs_ldp(net_[it.a.device], net_[it.a]) && runs_ldp(net_[it.b.device], net_[it.b]);
    for (const IgpInterface& a : at_a) {
      for (const IgpInterface& b : at_b) {
        if (!neighbours(it.a, a, it.b, b)) continue;
        drafts.push_back({a.node, {b.node, a.cost, id, ldp}});
        drafts.push_back({b.node, {a.node, b.cost, id, ldp}});
      }
    }
  }
  std::ranges::stable_sort(drafts, {}, [](const auto& it) { return it.first; });
  first_edge_.assign(nodes_.size() + 1, 0);
  for (const auto& [from, edge] : drafts) {
    ++first_edge_[from.index + 1];
    edges_.push_back(edge);
  }
  for (std::size_t i = 1; i < first_edge_.size(); ++i) first_edge_[i] += first_edge_[i - 1];
}

void Igp::find_interfaces() {
  const auto& devices = net_.network().devices;
  for (std::size_t d = 0; d < devices.size(); ++d) {
    if (of_device(DeviceId{d}).size() < 2) continue;
    for (std::size_t i = 0; i < devices[d].interfaces.size(); ++i) {
      const PortRef port{DeviceId{d}, InterfaceId{i}};
      for (const IgpInterface& it : announced(port)) interfaces_.add(it.node, port);
    }
  }
  interfaces_.seal();
}

void Igp::find_graphs() {
  pairing::DisjointSets sets(nodes_.size());
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    for (const IgpEdge& edge : edges(IgpNodeId{i})) sets.join(i, edge.to.index);
  }
  std::vector<std::uint32_t> graph_of(nodes_.size());
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    const std::size_t root = sets.find(i);
    if (root == i) {
      graph_of[i] = static_cast<std::uint32_t>(graph_sizes_.size());
      graph_sizes_.push_back(0);
    }
    nodes_[i].graph = graph_of[root];
    nodes_[i].local_index = graph_sizes_[nodes_[i].graph]++;
  }
}

}  // namespace holdfast::control_plane
