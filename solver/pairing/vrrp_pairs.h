#pragma once

// VRRP groups that hear each other: one VRID of one family on one segment, on different devices
// (semantics §3.8).

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "solver/pairing/links.h"

namespace holdfast::pairing {

struct VrrpSegment {
  std::uint32_t vrid = 0;
  bool is_v6 = false;
  std::vector<VrrpRef> members;  // ascending; one alone: the others are unseen, or there are none
  bool by_subnet = false;        // what tied them together, any of the three
  bool by_virtual_ip = false;
  bool by_link = false;
};

class VrrpPairs {
 public:
  VrrpPairs(const Network& net, const Inventory& inventory, const Links& links);

  // Every VRRP group of the network stands in exactly one segment.
  std::span<const VrrpSegment> all() const { return segments_; }
  const VrrpSegment* of(VrrpRef group) const;
  // The only other member; invalid when there is none or more than one.
  VrrpRef partner(VrrpRef group) const;

  // The group that `interface I vrid V` names on a device; invalid when the interface or the VRID is not
  // there.
  VrrpRef find(DeviceId device, std::string_view interface, std::uint32_t vrid) const;

 private:
  const Network* net_;
  std::vector<VrrpSegment> segments_;
  FlatIndex<VrrpRef, std::uint32_t> segment_of_;
};

}  // namespace holdfast::pairing
