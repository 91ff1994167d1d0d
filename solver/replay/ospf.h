#pragma once

// OSPF as configured: which process and area each interface is in, and who becomes whose neighbour when the
// adjacency between them is up.

#include <map>
#include <set>
#include <vector>

#include "solver/replay/igp.h"

namespace holdfast::replay {

struct OspfAttachment {
  PortRef port;
  std::size_t node = 0;
  std::uint32_t area = 0;
  std::uint32_t cost = 1;      // of leaving by this interface
  std::uint32_t own_cost = 0;  // of its subnet, where it is advertised
  IpPrefix subnet;
};

class Ospf {
 public:
  Ospf(const Network& net, const Adjacencies& adjacencies);

  const Adjacencies& adjacencies() const { return *adjacencies_; }
  const std::vector<IgpNode>& nodes() const { return nodes_; }
  const OspfProcess& process(std::size_t node) const;
  const std::vector<OspfAttachment>& attachments() const { return attachments_; }
  const OspfAttachment* at(PortRef port) const;  // null: OSPF does not run there
  const std::map<std::uint32_t, std::vector<CostEdge>>& edges() const { return edges_; }  // by area

 private:
  void attach(PortRef port, const Interface& interface);
  std::size_t node_of(DeviceId device, std::size_t process);
  bool silent(const OspfAttachment& it) const;
  bool neighbours(const OspfAttachment& a, const OspfAttachment& b) const;

  const Network* net_;
  const Adjacencies* adjacencies_;
  std::vector<IgpNode> nodes_;
  std::vector<OspfAttachment> attachments_;
  std::map<PortRef, std::size_t> by_port_;
  std::map<std::uint32_t, std::vector<CostEdge>> edges_;
};

}  // namespace holdfast::replay
