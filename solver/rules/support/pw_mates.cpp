#include "solver/rules/support/pw_mates.h"

#include <algorithm>
#include <vector>

namespace holdfast::rules {
namespace {

using pairing::Pairing;
using pairing::PwEnd;
using pairing::PwEndId;
using pairing::PwHalf;

// Ends that could be one PW if their VC IDs or peers agreed.
bool could_meet(const PwEnd& a, const PwEnd& b) {
  if (a.peer == nullptr || b.peer == nullptr || a.is_static != b.is_static) return false;
  if (a.half == PwHalf::Whole || b.half == PwHalf::Whole) return a.half == b.half;
  return a.half != b.half;
}

// The only one of them that could meet the end; invalid where there are none or several.
PwEndId only_one(const Pairing& net, const PwEnd& end, const std::vector<PwEndId>& candidates) {
  PwEndId result;
  for (const PwEndId id : candidates) {
    if (!could_meet(end, net[id])) continue;
    if (result.valid()) return {};
    result = id;
  }
  return result;
}

Mate best_of(const Pairing& net, PwEndId id) {
  const PwEnd& end = net[id];
  const pairing::PwNearMisses misses = net.pw_ends().near_misses(id);
  if (misses.other_form.size() == 1) return {MateKind::Form, misses.other_form.front()};
  if (const PwEndId other = only_one(net, end, misses.other_vc_id); other.valid()) {
    return {MateKind::VcId, other};
  }
  if (const PwEndId other = only_one(net, end, misses.other_peer); other.valid()) {
    return {MateKind::PeerOfOther, other};
  }
  if (const PwEndId other = only_one(net, end, misses.elsewhere); other.valid()) {
    return {MateKind::PeerOfThis, other};
  }
  return {};
}

}  // namespace

Mate mate_of(const Pairing& net, PwEndId end) {
  const Mate mate = best_of(net, end);
  if (mate.kind == MateKind::None || net.pw_ends().paired(mate.id)) return {};
  return best_of(net, mate.id).id == end ? mate : Mate{};
}

}  // namespace holdfast::rules
