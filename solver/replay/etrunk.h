#pragma once

// E-Trunks: whether hellos pass, who is master, and which member Eth-Trunks are in use.

#include <vector>

#include "solver/replay/bfd.h"

namespace holdfast::replay {

struct EtrunkRef {
  DeviceId device;
  std::size_t index = 0;  // in Device::etrunks
  bool valid() const { return device.valid(); }
};

class Etrunks {
 public:
  Etrunks(const RoutingSetup& setup, const Interfaces& interfaces, const Routing& routing,
          const BfdStates& bfd)
      : setup_(setup), interfaces_(&interfaces), routing_(&routing), bfd_(&bfd) {}

  // The E-Trunk over an AC; invalid: none.
  EtrunkRef over(PortRef ac) const;
  // Whether the E-Trunk lets the AC's Eth-Trunk carry traffic.
  State in_use(PortRef ac) const;

 private:
  const Etrunk& get(EtrunkRef ref) const { return setup_.net[ref.device].etrunks[ref.index]; }
  DeviceId device_that_mirrors(EtrunkRef ref) const;
  DeviceId peer_device(EtrunkRef ref) const;
  EtrunkRef answering(EtrunkRef ref) const;
  State hellos(EtrunkRef ref) const;
  State hears(EtrunkRef ref) const;
  State master(EtrunkRef ref) const;
  State partner_member_down(EtrunkRef ref, PortRef member) const;

  RoutingSetup setup_;
  const Interfaces* interfaces_;
  const Routing* routing_;
  const BfdStates* bfd_;
};

}  // namespace holdfast::replay
