#pragma once

// The link-state graphs of a network: OSPF areas and IS-IS levels (docs/failures.md, "Routes"; semantics
// §3.3). A node is one device's part in one area or level; an edge is a neighbour over an adjacency.

#include <cstdint>
#include <span>
#include <vector>

#include "solver/control_plane/adjacencies.h"

namespace holdfast::control_plane {

using IgpNodeId = Id<struct IgpNodeTag>;  // position in Igp::nodes()

enum class IgpProtocol : std::uint8_t { Ospf, Isis };

struct IgpNode {
  DeviceId device;
  IgpProtocol protocol = IgpProtocol::Ospf;
  std::uint32_t process = 0;  // position in Device::ospf or Device::isis
  std::uint32_t area = 0;     // OSPF area, or IS-IS level (1, 2)
  std::uint32_t preference = 0;
  bool transit = true;            // not an overloaded IS-IS router
  bool tells_levels = true;       // announces in one area or level what it knows by another
  std::uint32_t graph = 0;        // which connected graph it belongs to when nothing fails
  std::uint32_t local_index = 0;  // its position in that graph
};

struct IgpEdge {
  IgpNodeId to;
  std::uint32_t cost = 0;
  AdjacencyId adjacency;
  bool ldp = false;  // both interfaces run LDP
};

// An interface as one area or level has it.
struct IgpInterface {
  IgpNodeId node;
  std::uint32_t cost = 0;
  bool silent = false;
};

class Igp {
 public:
  Igp(const pairing::Pairing& net, const Adjacencies& adjacencies);

  std::span<const IgpNode> nodes() const { return nodes_; }
  const IgpNode& operator[](IgpNodeId id) const { return nodes_[id.index]; }
  std::span<const IgpEdge> edges(IgpNodeId id) const {
    return std::span(edges_).subspan(first_edge_[id.index],
                                     first_edge_[id.index + 1] - first_edge_[id.index]);
  }
  std::uint32_t graph_size(std::uint32_t graph) const { return graph_sizes_[graph]; }
  // By preference; within a protocol by process and area.
  std::span<const IgpNodeId> of_device(DeviceId device) const { return by_device_.find(device); }
  // Areas and levels into which the interface's address is announced.
  std::vector<IgpInterface> announced(PortRef port) const;
  // Interfaces of a node that has siblings; of others none are kept.
  std::span<const PortRef> interfaces(IgpNodeId id) const { return interfaces_.find(id); }
  // Nodes of the same process on the same device.
  std::vector<IgpNodeId> siblings(IgpNodeId id) const;

  const OspfProcess& ospf(const IgpNode& node) const { return net_[node.device].ospf[node.process]; }
  const IsisProcess& isis(const IgpNode& node) const { return net_[node.device].isis[node.process]; }

 private:
  void add_nodes();
  void add_edges(const Adjacencies& adjacencies);
  void find_graphs();
  void find_interfaces();
  IgpNodeId find(DeviceId device, IgpProtocol protocol, std::uint32_t process, std::uint32_t area) const;
  bool neighbours(PortRef a, const IgpInterface& at_a, PortRef b, const IgpInterface& at_b) const;

  const pairing::Pairing& net_;
  std::vector<IgpNode> nodes_;
  std::vector<IgpEdge> edges_;
  std::vector<std::uint32_t> first_edge_;
  std::vector<std::uint32_t> graph_sizes_;
  pairing::FlatIndex<DeviceId, IgpNodeId> by_device_;
  pairing::FlatIndex<IgpNodeId, PortRef> interfaces_;
};

// Whether the interface runs LDP: by its own lines, or by the automatic configuration of its IGP.
bool runs_ldp(const Device& device, const Interface& interface);

}  // namespace holdfast::control_plane
