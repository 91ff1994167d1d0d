#pragma once

// The last step of an import: what can only be said once every line of the device was read. Values that a PW
// takes from its template, a PW view from its VSI; VC types by kind of AC; parents of sub-interfaces; what
// both ways of writing Eth-Trunk membership have in common.

#include "model/device.h"

namespace holdfast::vrp {

void finish(Device& device);

}  // namespace holdfast::vrp
