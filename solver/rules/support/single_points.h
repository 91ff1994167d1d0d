#pragma once

// Elements whose loss alone leaves a flow no way, and which of them redundancy is there for.

#include "solver/failures/engine.h"
#include "solver/failures/flow_outcome.h"

namespace holdfast::rules {

// Whether the loss of the element is the loss of one of the flow's own ends, which redundancy in the network
// cannot make good: what holds all ACs of a site that is attached to one device, unless a secondary PW is
// there to lead to another one; of a site attached to several, the customer's device, or a board on which all
// of its known links end; what holds all origins of the prefix of a VPN on one device; and a group with such
// a member.
bool is_end_of(failures::Engine& engine, const FailureUniverse& universe, const pairing::Service& service,
               const Flow& flow, ElementId element);

// Whether it is a board on which all known links of its device end: its loss is the device's.
bool holds_whole_device(failures::Engine& engine, const FailureUniverse& universe, ElementId element);

// Whether its loss alone leaves the flow no way.
bool cuts(failures::ServiceEvaluator& states, const Flow& flow, ElementId element);

}  // namespace holdfast::rules
