#pragma once

// Comparing the VLANs that interfaces take.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/interface.h"

namespace holdfast::pairing {

// True when some frame is taken by both: one's VLANs meet the other's, or neither names any.
bool vlans_meet(const Interface& a, const Interface& b);
// The VLANs that an interface names, whatever it does with the tags: equal for two interfaces that take the
// same.
using VlanKey = std::vector<std::array<std::uint16_t, 4>>;
VlanKey vlan_key(const Interface& interface);
// "100" of "Eth-Trunk10.100"; empty for a main interface.
std::string_view sub_number(const Interface& interface);

}  // namespace holdfast::pairing
