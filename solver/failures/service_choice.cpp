// Which PW a choice takes: of an AC, of a protect group, of a switch with backup.

#include <algorithm>
#include <limits>

#include "solver/failures/service_states.h"

namespace holdfast::failures {
namespace {

using control_plane::always;
using pairing::AcGroup;
using pairing::PwEnd;
using pairing::PwEndId;
using pairing::PwEndKind;
using pairing::SegmentSide;

State negated(State state) {
  state.value = !state.value;
  return state;
}

bool is_member(const ProtectMember& member, const PwEnd& end) {
  if (*member.peer != end.peer->value) return false;
  const auto& own = end.vsi_peer->negotiation_vc_id;
  if (member.negotiation_vc_id && end.vc_id != nullptr) return **member.negotiation_vc_id == end.vc_id->value;
  return !own || !member.negotiation_vc_id;
}

}  // namespace

ServiceEvaluator::Choice ServiceEvaluator::choice_of(const PwEnd& end) const {
  switch (end.kind) {
    case PwEndKind::Ac: {
      const AcGroup* group = net_.ac_groups().of(end);
      if (group == nullptr) return {{end.id}, false, false};
      const RedundancyMode mode = net_.ac_groups().mode(*group);
      Choice result{{}, mode == RedundancyMode::Independent, mode == RedundancyMode::Master};
      for (const PwEndId id : {group->primary.valid() ? group->primary : group->admin, group->secondary}) {
        if (id.valid()) result.members.push_back(id);
      }
      return result;
    }
    case PwEndKind::VsiPeer:
      return protect_choice(end);
    case PwEndKind::Segment: {
      Choice result{{}, false, true};
      for (const PwEnd& other : net_.pw_ends().of_switched(end.switched)) {
        if ((other.side == SegmentSide::First) == (end.side == SegmentSide::First))
          result.members.push_back(other.id);
      }
      return result;
    }
  }
  return {{end.id}, false, false};
}

ServiceEvaluator::Choice ServiceEvaluator::protect_choice(const PwEnd& end) const {
  for (const ProtectGroup& group : net_[end.vsi].groups) {
    const auto in_group = [&](const ProtectMember& member) { return is_member(member, end); };
    if (std::ranges::none_of(group.members, in_group)) continue;
    std::vector<const ProtectMember*> order;
    for (const ProtectMember& member : group.members) order.push_back(&member);
    std::ranges::stable_sort(order, {}, [](const ProtectMember* it) {
      return it->preference ? **it->preference : std::numeric_limits<std::uint32_t>::max();
    });
    const bool independent = group.mode && **group.mode == ProtectMode::Independent;
    Choice result{{}, independent, !independent};
    for (const ProtectMember* member : order) {
      for (const PwEnd& other : net_.pw_ends().of_vsi(end.vsi)) {
        if (is_member(*member, other)) result.members.push_back(other.id);
      }
    }
    return result;
  }
  return {{end.id}, false, false};
}

State ServiceEvaluator::chosen_among(const Choice& choice, PwEndId end) {
  State result = up(end);
  if (result.value == Tri::Down) return result;
  if (!choice.by_rank) {
    for (const PwEndId other : choice.members) {
      if (other == end) break;
      result = both(std::move(result), negated(up(other)));
    }
    return result;
  }
  // Rank 0: up and not told standby. It is beaten by an earlier one of its rank, and in rank 1 by any of rank
  // 0.
  const State told = told_standby(end);
  State beaten_in_0 = always(Tri::Down);
  State beaten_in_1 = always(Tri::Down);
  bool earlier = true;
  for (const PwEndId other : choice.members) {
    if (other == end) {
      earlier = false;
      continue;
    }
    const State there = up(other);
    const State in_0 = both(there, negated(told_standby(other)));
    if (earlier) beaten_in_0 = either(std::move(beaten_in_0), in_0);
    beaten_in_1 = either(std::move(beaten_in_1), earlier ? there : in_0);
  }
  State in_0 = both(negated(told), negated(std::move(beaten_in_0)));
  State in_1 = both(told, negated(std::move(beaten_in_1)));
  return both(std::move(result), either(std::move(in_0), in_1));
}

bool ServiceEvaluator::by_rank(PwEndId id) const {
  const Choice choice = choice_of(net_[id]);
  return choice.by_rank && choice.members.size() > 1;
}

State ServiceEvaluator::chosen(PwEndId id) {
  const PwEnd& end = net_[id];
  const Choice choice = choice_of(end);
  if (end.kind == PwEndKind::Ac) {
    const AcGroup* group = net_.ac_groups().of(end);
    // A local connection as the primary goes first.
    if (group != nullptr && group->ccc != nullptr && !group->primary.valid() && id == group->secondary) {
      return both(up(id), negated(ccc_up(group->ccc_other)));
    }
  }
  return chosen_among(choice, id);
}

}  // namespace holdfast::failures
