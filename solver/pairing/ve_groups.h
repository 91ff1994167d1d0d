#pragma once

// VE groups: the L2VE and the L3VE interfaces that tie an L2VPN into an L3VPN on one device (semantics
// §3.10). `ve-group` stands on main interfaces; PWs and addresses stand on them or on their sub-interfaces.

#include <cstdint>
#include <span>
#include <vector>

#include "solver/pairing/flat_index.h"
#include "solver/pairing/inventory.h"
#include "solver/pairing/refs.h"

namespace holdfast::pairing {

// An L2VE interface and the L3VE interface that takes the same VLANs.
struct VePair {
  InterfaceId l2;
  InterfaceId l3;
};

struct VeGroupView {
  DeviceId device;
  std::uint32_t id = 0;
  std::vector<InterfaceId> l2;  // main interfaces with `l2-terminate`; more or fewer than one is a defect
  std::vector<InterfaceId> l3;  // main interfaces with `l3-access`
  std::vector<VePair> pairs;    // interfaces that carry traffic, by matching VLANs
  std::vector<InterfaceId> unmatched_l2;  // carry a PW or a VSI and find no L3VE interface
  std::vector<InterfaceId> unmatched_l3;  // have an address and find no L2VE interface
};

class VeGroups {
 public:
  VeGroups(const Network& net, const Inventory& inventory);

  std::span<const VeGroupView> all() const { return groups_; }  // by device and id
  // The group of a VE interface or of a sub-interface of one; null if there is none.
  const VeGroupView* of(PortRef port) const;
  bool is_l2(PortRef port) const;  // stands on the L2 side of some group
  bool is_l3(PortRef port) const;
  // L3VE interfaces behind an L2VE interface and the other way round; usually one.
  std::span<const PortRef> l3_of(PortRef l2) const { return l3_of_.find(l2); }
  std::span<const PortRef> l2_of(PortRef l3) const { return l2_of_.find(l3); }

 private:
  void match(VeGroupView& group, const std::vector<PortRef>& l2_side, const std::vector<PortRef>& l3_side);

  const Network* net_;
  std::vector<VeGroupView> groups_;
  FlatIndex<PortRef, std::uint32_t> by_main_;
  FlatIndex<PortRef, PortRef> l3_of_;
  FlatIndex<PortRef, PortRef> l2_of_;
};

}  // namespace holdfast::pairing
