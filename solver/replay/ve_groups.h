#pragma once

// Which L3VE interfaces take over the frames of an L2VE interface.

#include <vector>

#include "solver/replay/ports.h"

namespace holdfast::replay {

// Whether the interface, or its main interface, is on the L2 side of a VE group.
bool is_l2ve(const Network& net, PortRef port);

// Interfaces of the group's L3 side that take the same VLANs; a main L2VE interface takes every tag.
std::vector<PortRef> l3ve_of(const Network& net, PortRef l2);

}  // namespace holdfast::replay
