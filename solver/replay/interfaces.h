#pragma once

// The state of every interface under a set of failures.

#include <vector>

#include "solver/replay/cabling.h"
#include "solver/replay/damage.h"
#include "solver/replay/state.h"

namespace holdfast::replay {

class Interfaces {
 public:
  Interfaces(const Network& net, const Cabling& cabling, const Damage& damage);

  State state(PortRef port) const { return states_[port.device.index][port.interface.index]; }
  State node(DeviceId device) const { return known(!damage_->node(device)); }

 private:
  State main_interface(PortRef port) const;
  State port(PortRef port) const;
  State eth_trunk(PortRef port) const;
  State vlan_interface(PortRef port) const;
  State sub_interface(PortRef port) const;
  // What the device itself says, whatever is at the other end of a link.
  bool stands(PortRef port) const;
  bool node_and_board(PortRef port) const;
  bool enough_members(PortRef trunk) const;
  bool allows_vlan(PortRef port, std::uint32_t vlan) const;

  const Network* net_;
  const Cabling* cabling_;
  const Damage* damage_;
  std::vector<std::vector<State>> states_;
};

}  // namespace holdfast::replay
