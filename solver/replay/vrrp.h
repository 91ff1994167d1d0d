#pragma once

// VRRP: who hears whom (the same under all failures), and who is master.

#include <string_view>
#include <vector>

#include "solver/replay/bfd.h"

namespace holdfast::replay {

struct VrrpRef {
  PortRef port;
  std::size_t index = 0;  // in Interface::vrrp
  bool valid() const { return port.valid(); }
};

class VrrpSegments {
 public:
  VrrpSegments(const Network& net, const Cabling& cabling);

  // Groups on other devices that hear this one's advertisements.
  std::vector<VrrpRef> others(VrrpRef group) const;

 private:
  bool hear(const Network& net, const Cabling& cabling, VrrpRef a, VrrpRef b) const;

  std::vector<VrrpRef> groups_;
  std::vector<std::size_t> segment_;  // by position in groups_
};

class VrrpStates {
 public:
  VrrpStates(const RoutingSetup& setup, const VrrpSegments& segments, const Interfaces& interfaces,
             const BfdStates& bfd)
      : setup_(setup), segments_(&segments), interfaces_(&interfaces), bfd_(&bfd) {}

  // Whether the group that `interface I vrid V` names is master on its device.
  State master(DeviceId device, std::string_view interface, std::uint32_t vrid) const;

 private:
  // The running priority lies between both, according to what is unknown of the tracked things.
  struct Priority {
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    Doubt doubt;
  };

  const VrrpGroup& get(VrrpRef ref) const { return at(setup_.net, ref.port).vrrp[ref.index]; }
  State master(VrrpRef group) const;
  State tracked(VrrpRef group, const VrrpTrack& track) const;
  State any_session_down(VrrpRef group, VrrpBfdRole role) const;
  Priority priority(VrrpRef group) const;
  State better(VrrpRef other, VrrpRef than) const;

  RoutingSetup setup_;
  const VrrpSegments* segments_;
  const Interfaces* interfaces_;
  const BfdStates* bfd_;
};

}  // namespace holdfast::replay
