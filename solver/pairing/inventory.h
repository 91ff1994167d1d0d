#pragma once

// Which interfaces have what, found in one pass: interfaces are many and large, and each part of the pairing
// needs only some of them. Every list is in the order of devices and interfaces.

#include <utility>
#include <vector>

#include "solver/pairing/refs.h"

namespace holdfast::pairing {

struct Inventory {
  explicit Inventory(const Network& net);

  std::vector<PortRef> addressed;                                // have an address
  std::vector<PortRef> pw_acs;                                   // have PWs
  std::vector<PortRef> vsi_acs;                                  // are bound to a VSI or a bridge domain
  std::vector<PortRef> trunks;                                   // Eth-Trunks, without sub-interfaces
  std::vector<std::pair<PortRef, std::uint32_t>> trunk_members;  // ports, with the id of their Eth-Trunk
  std::vector<std::pair<PortRef, PortRef>> trunk_subs;           // (Eth-Trunk, sub-interface)
  std::vector<PortRef> vrrp;                                     // have VRRP groups
  std::vector<PortRef> ve_mains;                                 // carry `ve-group`
  std::vector<std::pair<PortRef, PortRef>> ve_subs;              // (main VE interface, sub-interface)
};

}  // namespace holdfast::pairing
