#include "solver/replay/frames.h"

#include <algorithm>

#include "solver/replay/ports.h"

namespace holdfast::replay {
namespace {

constexpr unsigned kSeveral = 2;

// Restores a value when a branch of the walk is done.
template <class T>
class Saved {
 public:
  explicit Saved(T& value) : value_(value), before_(value) {}
  ~Saved() { value_ = before_; }
  Saved(const Saved&) = delete;
  Saved& operator=(const Saved&) = delete;

 private:
  T& value_;
  T before_;
};

}  // namespace

bool Frames::goes(State state) {
  if (state.level < least_) return false;
  if (state.unknown() && doubt_.kind == DoubtKind::None) doubt_ = state.doubt;
  return true;
}

Arrivals Frames::arrivals(PortRef from, const Site& to) {
  to_ = &to;
  found_ = {};
  least_ = Level::Up;
  walk(from);
  least_ = Level::Unknown;
  walk(from);
  return found_;
}

void Frames::walk(PortRef from) {
  path_.clear();
  doubt_ = {};
  gateway_ = {};
  if (goes(acs_->hands_over(from, prefix_))) enter(from);
}

void Frames::arrive(PortRef ac) {
  if (std::ranges::find(to_->acs, ac) == to_->acs.end()) return;
  const Saved keep(doubt_);
  if (!goes(acs_->in_use(ac)) || !goes(acs_->hands_over(ac, prefix_))) return;
  unsigned& ways = least_ == Level::Up ? found_.surely : found_.maybe;
  // Of the gateways of a VPN only one takes the frame, which bears its address.
  const bool another_gateway = to_->vpn && ways > 0 && ac != gateway_;
  gateway_ = ac;
  if (!another_gateway) ++ways;
  if (least_ == Level::Up) return;
  if (found_.doubt.kind == DoubtKind::None) found_.doubt = doubt_;
}

// The bypass that can be used in one place: the single one, or the VC of a dual one that is meant for it.
State Frames::bypass_up(EndId single, EndId dual) const {
  State result = single.valid() ? pws_->up(single) : kDown;
  return dual.valid() ? either(result, pws_->up(dual)) : result;
}

void Frames::enter(PortRef ac) {
  const L2Plan& plan = pws_->plan();
  if (const VsiRef* vsi = plan.vsi_of(ac)) {
    const Saved keep(doubt_);
    if (goes(pws_->vsi_up(*vsi))) flood(*vsi, member_kind(at(plan.net(), ac)), ac, {});
    return;
  }
  if (plan.chooser(ac) == nullptr) return;
  use_choice(ac);
  const AcPws& pws = *plan.ends().at(ac);
  for (const EndId id : {pws.bypass, pws.pw_bypass}) {
    const Saved keep(doubt_);
    if (id.valid() && goes(negated(pws_->any_up(ac))) && goes(pws_->up(id))) send(id);
  }
}

// Out on what the AC has chosen.
void Frames::use_choice(PortRef ac) {
  const Chooser& chooser = *pws_->plan().chooser(ac);
  const std::vector<State> choice = pws_->choice(chooser);
  for (std::size_t n = 0; n < choice.size(); ++n) {
    const Saved keep(doubt_);
    if (!goes(choice[n])) continue;
    if (chooser.ends[n].valid()) {
      send(chooser.ends[n]);
    } else if (const PortRef other = pws_->local_end(chooser, n); other.valid()) {
      arrive(other);
    }
  }
}

void Frames::send(EndId id) {
  const PwEnd& end = pws_->plan().ends()[id];
  if (end.counterpart.valid()) {
    receive(end.counterpart);
  } else if (least_ == Level::Unknown) {
    found_.may_leave = true;
    if (found_.doubt.kind == DoubtKind::None) found_.doubt = doubt_;
  }
}

void Frames::receive(EndId id) {
  if (std::max(found_.surely, least_ == Level::Up ? 0U : found_.maybe) >= kSeveral) return;
  if (std::ranges::find(path_, id) != path_.end()) return;
  path_.push_back(id);
  const Saved keep(doubt_);
  const PwEnd& end = pws_->plan().ends()[id];
  switch (end.kind) {
    case EndKind::Ac:
      receive_at_ac(id, end);
      break;
    case EndKind::VsiPeer:
      receive_at_vsi(id, end);
      break;
    case EndKind::Segment:
      receive_at_switch(id, end);
      break;
  }
  path_.pop_back();
}

void Frames::receive_at_ac(EndId id, const PwEnd& end) {
  const PwEnds& ends = pws_->plan().ends();
  const AcPws& pws = *ends.at(end.ac);
  const State in_use = acs_->in_use(end.ac);
  if (id == pws.bypass) {
    const State any_up = pws_->any_up(end.ac);
    const Doubt before = doubt_;
    if (goes(in_use) && goes(negated(any_up))) arrive(end.ac);
    doubt_ = before;
    if (goes(negated(in_use)) && goes(any_up)) use_choice(end.ac);
  } else if (id == pws.pw_bypass) {
    if (goes(in_use)) arrive(end.ac);
  } else if (id == pws.ac_bypass) {
    use_choice(end.ac);
  } else if (id == pws.primary || id == pws.secondary) {
    const auto& redundancy = at(pws_->plan().net(), end.ac).redundancy;
    const bool receives_on_both = redundancy && *redundancy->stream_dual_receiving;
    if (!goes(receives_on_both ? pws_->up(id) : pws_->chosen(id))) return;
    arrive(end.ac);
    if (!goes(negated(in_use))) return;
    for (const EndId out : {pws.bypass, pws.ac_bypass}) {
      const Saved keep(doubt_);
      if (out.valid() && goes(pws_->up(out))) send(out);
    }
  }
}

// Told standby, a VSI's PW carries nothing, but where an independent group has chosen it all the same.
State Frames::not_silenced(EndId id) const {
  const Chooser* chooser = pws_->plan().chooser(id);
  const bool ranked = chooser != nullptr && chooser->rule == Chooser::Rule::BestRank;
  return ranked ? kUp : negated(pws_->told_standby(id));
}

void Frames::receive_at_vsi(EndId id, const PwEnd& end) {
  const VsiRef vsi{end.device, end.owner};
  const Chooser* chooser = pws_->plan().chooser(id);
  const bool receives_on_both = chooser != nullptr && *chooser->group->stream_dual_receiving;
  const bool enters = goes(pws_->vsi_up(vsi)) && goes(receives_on_both ? pws_->up(id) : pws_->chosen(id)) &&
                      goes(not_silenced(id));
  if (enters) flood(vsi, member_kind(*end.vsi_peer), {}, id);
}

void Frames::receive_at_switch(EndId id, const PwEnd& end) {
  const std::vector<EndId>& sides = pws_->plan().ends().of_switch(end.device, end.owner);
  if (end.side != SwitchSide::First) {
    if (goes(pws_->chosen(id)) && goes(pws_->up(sides.front()))) send(sides.front());
    return;
  }
  for (std::size_t i = 1; i < sides.size(); ++i) {
    const Saved keep(doubt_);
    if (goes(pws_->chosen(sides[i]))) send(sides[i]);
  }
}

void Frames::flood(VsiRef ref, VsiMember from, PortRef not_ac, EndId not_end) {
  const L2Plan& plan = pws_->plan();
  const Vsi& vsi = plan.net()[ref.device].vsis[ref.index];
  for (const PortRef ac : plan.acs(ref)) {
    if (ac != not_ac && passes(vsi, from, member_kind(at(plan.net(), ac)))) arrive(ac);
  }
  for (const EndId id : plan.ends().of_vsi(ref.device, ref.index)) {
    if (id == not_end || !passes(vsi, from, member_kind(*plan.ends()[id].vsi_peer))) continue;
    const Saved keep(doubt_);
    if (goes(pws_->chosen(id)) && goes(not_silenced(id))) send(id);
  }
}

State Frames::leaves(PortRef ac) const {
  const L2Plan& plan = pws_->plan();
  if (const VsiRef* vsi = plan.vsi_of(ac)) {
    State result = kDown;
    for (const EndId id : plan.ends().of_vsi(vsi->device, vsi->index)) {
      result = either(result, both(pws_->chosen(id), not_silenced(id)));
    }
    return both(result, pws_->vsi_up(*vsi));
  }
  const Chooser* chooser = plan.chooser(ac);
  if (chooser == nullptr) return kDown;
  const AcPws& pws = *plan.ends().at(ac);
  State result = both(negated(pws_->any_up(ac)), bypass_up(pws.bypass, pws.pw_bypass));
  const std::vector<State> choice = pws_->choice(*chooser);
  for (std::size_t n = 0; n < choice.size(); ++n) {
    if (chooser->ends[n].valid()) result = either(result, choice[n]);
  }
  return result;
}

}  // namespace holdfast::replay
