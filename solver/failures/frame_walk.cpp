#include "solver/failures/frame_walk.h"

#include <algorithm>

namespace holdfast::failures {
namespace {

using pairing::AcGroup;
using pairing::PwEnd;
using pairing::PwEndId;
using pairing::PwEndKind;
using pairing::SegmentSide;
using Kind = WalkStep::Kind;

}  // namespace

VsiPort vsi_port(const PwEnd& end) {
  return {!*end.vsi_peer->upe && !*end.vsi_peer->ac_mode, false};
}

VsiPort vsi_port(const Interface& ac) {
  return {*ac.hub_mode, true};
}

bool passes(const Vsi& vsi, VsiPort from, VsiPort to) {
  if (from.hub && to.hub) return (from.ac != to.ac) && !*vsi.isolate_hub;
  if (!from.hub && !to.hub) return !*vsi.isolate_spoken;
  return true;
}

WalkResult FrameWalk::from(PortRef ac) {
  result_ = {};
  walked_.clear();
  gateway_ = {};
  note(Kind::EntersAc, ac);
  Tri so_far = ask_(s_.ac_in_use(ac));
  if (s_.net().ve_groups().is_l2(ac)) so_far = so_far && ask_(s_.hands_over(ac, flow_));
  if (so_far == Tri::Down) {
    note(Kind::AcNotInUse, ac);
    return std::move(result_);
  }
  const pairing::VsiRef vsi = s_.net().vsi_acs().vsi_of(ac);
  if (const AcGroup* group = s_.net().ac_groups().of(ac)) {
    enter_group(*group, so_far);
  } else if (vsi.valid()) {
    enter_vsi(vsi, ac, so_far);
  }
  return std::move(result_);
}

void FrameWalk::send(PwEndId id, Kind how, Tri so_far) {
  const PwEndId other = s_.net().pw_ends().peer(id).counterpart;
  const auto known = [this](PwEndId it) { return std::ranges::find(walked_, it) != walked_.end(); };
  if (known(id) || (other.valid() && known(other))) return;
  if (budget_ == 0) {
    result_.arrives = result_.arrives || Tri::Unknown;
    return;
  }
  --budget_;
  note(how, {}, id);
  if (!other.valid()) {
    // To a peer that is not in the snapshot: it may arrive there.
    result_.arrives = result_.arrives || (so_far && Tri::Unknown);
    return;
  }
  walked_.push_back(id);
  walked_.push_back(other);
  note(Kind::ArrivesOn, {}, other);
  arrive(other, so_far);
  walked_.pop_back();
  walked_.pop_back();
}

void FrameWalk::to_pws(const AcGroup& group, Tri so_far, bool& sent) {
  for (const PwEndId id : {group.primary.valid() ? group.primary : group.admin, group.secondary}) {
    if (!id.valid()) continue;
    const Tri taken = so_far && ask_(s_.chosen(id));
    if (taken == Tri::Down) continue;
    sent = true;
    send(id, Kind::TakesPw, taken);
  }
}

void FrameWalk::enter_group(const AcGroup& group, Tri so_far) {
  bool sent = false;
  if (group.ccc != nullptr && !group.primary.valid()) {
    const Tri taken = so_far && ask_(s_.ccc_up(group.ccc_other));
    if (taken != Tri::Down) {
      sent = true;
      if (group.ccc_other.valid()) {
        to_ac(group.ccc_other, taken);
      } else {
        result_.arrives = result_.arrives || taken;
      }
    }
    if (taken == Tri::Up) return;
  }
  to_pws(group, so_far, sent);
  for (const PwEndId bypass : {group.bypass, group.pw_bypass}) {
    if (!bypass.valid()) continue;
    const Tri stands = so_far && ask_(s_.bypass_stands_for(ServiceEvaluator::BypassUse::Pw, group));
    const Tri taken = stands == Tri::Down ? Tri::Down : stands && ask_(s_.up(bypass));
    if (taken == Tri::Down) continue;
    sent = true;
    send(bypass, Kind::TakesBypass, taken);
  }
  if (!sent) note(Kind::NoPwUp, group.ac);
}

void FrameWalk::to_ac(PortRef ac, Tri so_far) {
  const Tri used = so_far && ask_(s_.ac_in_use(ac));
  if (used == Tri::Down) {
    note(Kind::AcNotInUse, ac);
    return;
  }
  if (!std::ranges::binary_search(to_.acs, ac)) {
    note(Kind::OtherSite, ac);
    return;
  }
  Tri arrived = used;
  if (s_.net().ve_groups().is_l2(ac)) {
    arrived = used && ask_(s_.hands_over(ac, flow_));
    note(arrived == Tri::Down ? Kind::NoHandOver : Kind::HandsOver, ac);
    if (arrived == Tri::Down) return;
  } else {
    note(Kind::LeavesAc, ac);
  }
  // Of the gateways of a VPN only one takes the frame, which bears its address.
  const bool another_gateway = to_.vpn && ac != gateway_;
  gateway_ = ac;
  if (result_.arrives != Tri::Down && !another_gateway) {
    result_.maybe_more_than_once = true;
    if (result_.arrives == Tri::Up && arrived == Tri::Up) result_.more_than_once = true;
  }
  result_.arrives = result_.arrives || arrived;
}

void FrameWalk::arrive(PwEndId id, Tri so_far) {
  const PwEnd& end = s_.net()[id];
  switch (end.kind) {
    case PwEndKind::Ac:
      arrive_at_ac(end, so_far);
      break;
    case PwEndKind::VsiPeer:
      arrive_at_vsi(end, so_far);
      break;
    case PwEndKind::Segment:
      arrive_at_switch(end, so_far);
      break;
  }
}

bool FrameWalk::receives_on_all(const PwEnd& end) const {
  if (end.kind == PwEndKind::Ac) {
    const AcGroup* group = s_.net().ac_groups().of(end);
    const AcRedundancy* settings = group != nullptr ? s_.net().ac_groups().redundancy(*group) : nullptr;
    return settings != nullptr && *settings->stream_dual_receiving;
  }
  if (end.kind != PwEndKind::VsiPeer) return false;
  for (const ProtectGroup& group : s_.net()[end.vsi].groups) {
    const auto in_group = [&](const ProtectMember& member) { return *member.peer == end.peer->value; };
    if (std::ranges::any_of(group.members, in_group)) return *group.stream_dual_receiving;
  }
  return false;
}

void FrameWalk::arrive_at_ac(const PwEnd& end, Tri so_far) {
  const AcGroup* group = s_.net().ac_groups().of(end);
  const bool bypass = end.is_role(PwRole::Bypass) || end.is_role(PwRole::DualBypass);
  if (bypass && group != nullptr) {
    arrive_by_bypass(end, *group, so_far);
    return;
  }
  const Tri taken = so_far && ask_(receives_on_all(end) ? s_.up(end.id) : s_.chosen(end.id));
  if (taken == Tri::Down) {
    note(Kind::NotChosen, end.ac_port(), end.id);
    return;
  }
  to_ac_or_bypass(end, group, taken);
}

void FrameWalk::to_ac_or_bypass(const PwEnd& end, const AcGroup* group, Tri so_far) {
  const PortRef ac = end.ac_port();
  bool sent = false;
  if (group != nullptr) {
    for (const PwEndId bypass : {group->bypass, group->ac_bypass}) {
      if (!bypass.valid()) continue;
      const Tri stands = so_far && ask_(s_.bypass_stands_for(ServiceEvaluator::BypassUse::Ac, *group));
      const Tri taken = stands == Tri::Down ? Tri::Down : stands && ask_(s_.up(bypass));
      if (taken == Tri::Down) continue;
      sent = sent || taken == Tri::Up;
      send(bypass, Kind::TakesBypass, taken);
    }
  }
  if (!sent) to_ac(ac, so_far);
}

void FrameWalk::arrive_by_bypass(const PwEnd& end, const AcGroup& group, Tri so_far) {
  using Use = ServiceEvaluator::BypassUse;
  const bool dual = end.is_role(PwRole::DualBypass);
  const Tri up = so_far && ask_(s_.up(end.id));
  // A single bypass does what it stands for here; the VCs of a dual one have one meaning each.
  const Tri to_pw = dual ? (end.half == pairing::PwHalf::AcBypass ? up : Tri::Down)
                         : up && ask_(s_.bypass_stands_for(Use::Ac, group));
  const Tri to_site = dual ? (end.half == pairing::PwHalf::PwBypass ? up : Tri::Down)
                           : up && ask_(s_.bypass_stands_for(Use::Pw, group));
  bool sent = false;
  if (to_pw != Tri::Down) to_pws(group, to_pw, sent);
  if (to_site != Tri::Down) to_ac(group.ac, to_site);
  if (to_pw == Tri::Down && to_site == Tri::Down) note(Kind::BypassIdle, group.ac, end.id);
}

void FrameWalk::enter_vsi(pairing::VsiRef vsi, PortRef ac, Tri so_far) {
  spread(vsi, ac, nullptr, so_far);
}

void FrameWalk::arrive_at_vsi(const PwEnd& end, Tri so_far) {
  Tri taken = so_far && ask_(receives_on_all(end) ? s_.up(end.id) : s_.chosen(end.id));
  const bool independent_choice = !receives_on_all(end) && s_.by_rank(end.id);
  if (taken != Tri::Down && !independent_choice) {
    State told = s_.told_standby(end.id);
    told.value = !told.value;
    taken = taken && ask_(told);
  }
  if (taken == Tri::Down) {
    note(Kind::NotChosen, {}, end.id);
    return;
  }
  spread(end.vsi, {}, &end, taken);
}

void FrameWalk::spread(pairing::VsiRef ref, PortRef from_ac, const PwEnd* from_pw, Tri so_far) {
  const Vsi& vsi = s_.net()[ref];
  const VsiPort from = from_pw != nullptr ? vsi_port(*from_pw) : vsi_port(s_.net()[from_ac]);
  bool sent = false;
  if (*vsi.shutdown) {
    note(Kind::NoWayOn, from_ac, from_pw != nullptr ? from_pw->id : PwEndId{});
    return;
  }
  for (const InterfaceId id : s_.net().vsi_acs().of(ref)) {
    const PortRef ac{ref.device, id};
    if (ac == from_ac || !passes(vsi, from, vsi_port(s_.net()[ac]))) continue;
    if (!std::ranges::binary_search(to_.acs, ac)) continue;
    sent = true;
    to_ac(ac, so_far);
  }
  for (const PwEnd& end : s_.net().pw_ends().of_vsi(ref)) {
    if (from_pw != nullptr && end.id == from_pw->id) continue;
    if (!passes(vsi, from, vsi_port(end))) continue;
    Tri taken = so_far && ask_(s_.chosen(end.id));
    if (taken != Tri::Down && !s_.by_rank(end.id)) {
      State told = s_.told_standby(end.id);
      told.value = !told.value;
      taken = taken && ask_(told);
    }
    if (taken == Tri::Down) continue;
    sent = true;
    send(end.id, Kind::TakesPw, taken);
  }
  if (!sent) note(Kind::NoWayOn, from_ac, from_pw != nullptr ? from_pw->id : PwEndId{});
}

void FrameWalk::arrive_at_switch(const PwEnd& end, Tri so_far) {
  const Tri taken = so_far && ask_(s_.chosen(end.id));
  if (taken == Tri::Down) {
    note(Kind::NotChosen, {}, end.id);
    return;
  }
  bool sent = false;
  for (const PwEnd& other : s_.net().pw_ends().of_switched(end.switched)) {
    if ((end.side == SegmentSide::First) == (other.side == SegmentSide::First)) continue;
    const Tri onward = taken && ask_(s_.chosen(other.id));
    if (onward == Tri::Down) continue;
    sent = true;
    send(other.id, Kind::TakesPw, onward);
  }
  if (!sent) note(Kind::NoWayOn, {}, end.id);
}

}  // namespace holdfast::failures
