#include "solver/replay/split_horizon.h"

namespace holdfast::replay {

VsiMember member_kind(const VsiPeer& peer) {
  return is_spoke(peer) ? VsiMember::Spoke : VsiMember::HubPw;
}

VsiMember member_kind(const Interface& ac) {
  return *ac.hub_mode ? VsiMember::HubAc : VsiMember::Ac;
}

bool passes(const Vsi& vsi, VsiMember from, VsiMember to) {
  const auto is_hub = [](VsiMember it) { return it == VsiMember::HubAc || it == VsiMember::HubPw; };
  if (!is_hub(from) && !is_hub(to)) return !*vsi.isolate_spoken;
  if (!is_hub(from) || !is_hub(to)) return true;
  return from != to && !*vsi.isolate_hub;
}

}  // namespace holdfast::replay
