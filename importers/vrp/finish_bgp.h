#pragma once

// What a BGP process says only once everything is read: peers take from their groups what they do not say
// themselves.

#include "model/bgp.h"

namespace holdfast::vrp {

void finish_bgp(Bgp& bgp);

}  // namespace holdfast::vrp
