#pragma once

// What part a device seems to play: a guess for drawing, never a premise of a rule. It rests on what the
// device configures; its sysname decides only between parts that the configuration leaves open.

#include <cstdint>
#include <string_view>
#include <vector>

#include "solver/pairing/pw_ends.h"
#include "solver/pairing/vsi_acs.h"

namespace holdfast::pairing {

enum class Role : std::uint8_t {
  Ce,   // no MPLS
  Upe,  // CSG: ACs whose PWs have a choice, or lead to an SPE
  Pe,   // ACs, neither of the others
  Spe,  // AGG, ASG: switches PWs, has UPE peers, or ends PWs in VE interfaces
  Npe,  // RSG: far side of SPEs, or L3VPN without L2VPN
  P,    // MPLS without services
};

class Roles {
 public:
  Roles(const Network& net, const Inventory& inventory, const PwEnds& ends, const VsiAcs& vsi_acs);
  Role of(DeviceId device) const { return roles_[device.index]; }

 private:
  std::vector<Role> roles_;
};

std::string_view to_string(Role role);  // "CE", "UPE", "PE", "SPE", "NPE", "P"

}  // namespace holdfast::pairing
