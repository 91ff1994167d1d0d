#pragma once

// IS-IS (IPv4) as configured: which process and levels each interface is in, and who becomes whose neighbour
// in which level when the adjacency between them is up.

#include <array>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "solver/replay/igp.h"

namespace holdfast::replay {

inline constexpr std::size_t kLevel1 = 0;
inline constexpr std::size_t kLevel2 = 1;
inline constexpr std::size_t kLevels = 2;

struct IsisAttachment {
  PortRef port;
  std::size_t node = 0;
  std::array<bool, kLevels> levels{};
  std::array<std::uint32_t, kLevels> cost{};
  std::array<std::uint32_t, kLevels> own_cost{};  // of its subnet, where it is advertised
  IpPrefix subnet;
};

class Isis {
 public:
  Isis(const Network& net, const Adjacencies& adjacencies);

  const Adjacencies& adjacencies() const { return *adjacencies_; }
  const std::vector<IgpNode>& nodes() const { return nodes_; }
  const IsisProcess& process(std::size_t node) const;
  const std::vector<IsisAttachment>& attachments() const { return attachments_; }
  const IsisAttachment* at(PortRef port) const;  // null: IS-IS does not run there
  const std::vector<CostEdge>& edges(std::size_t level) const { return edges_[level]; }
  bool same_area(std::size_t a, std::size_t b) const;
  bool in_level(std::size_t node, std::size_t level) const;
  bool tells_levels(std::size_t node) const;  // what one level knows, in the other
  bool leaks_down(std::size_t node) const;    // tells level 1 the routes of level 2

 private:
  void attach(PortRef port, const Interface& interface);
  std::size_t node_of(DeviceId device, std::size_t process);
  bool neighbours(const IsisAttachment& a, const IsisAttachment& b, std::size_t level) const;

  const Network* net_;
  const Adjacencies* adjacencies_;
  std::vector<IgpNode> nodes_;
  std::vector<IsisAttachment> attachments_;
  std::map<PortRef, std::size_t> by_port_;
  std::array<std::vector<CostEdge>, kLevels> edges_;
};

}  // namespace holdfast::replay
