#pragma once

// Between which members of a VSI frames pass.

#include "solver/replay/l2_plan.h"

namespace holdfast::replay {

enum class VsiMember : std::uint8_t { Ac, HubAc, Spoke, HubPw };

VsiMember member_kind(const VsiPeer& peer);
VsiMember member_kind(const Interface& ac);
bool passes(const Vsi& vsi, VsiMember from, VsiMember to);

}  // namespace holdfast::replay
