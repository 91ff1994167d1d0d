#include "solver/replay/pw_reports.h"

#include <algorithm>

#include "solver/replay/choice.h"

namespace holdfast::replay {

std::size_t Reports::position(EndId end) const {
  return static_cast<std::size_t>(std::ranges::lower_bound(ends_, end) - ends_.begin());
}

void Reports::set(EndId end, State fault, State standby) {
  fault_[position(end)] = fault;
  standby_[position(end)] = standby;
}

State PwStates::up(EndId id) const {
  const PwEnd& end = plan_->ends()[id];
  const State own = both(transport_->of(id), negated(reports_.fault(id)));
  return end.counterpart.valid() && !end.is_static ? both(own, negated(reports_.fault(end.counterpart)))
                                                   : own;
}

State PwStates::told_standby(EndId id) const {
  const PwEnd& end = plan_->ends()[id];
  const bool ignores = end.pw != nullptr ? *end.pw->ignore_standby_state
                                         : end.vsi_peer != nullptr && *end.vsi_peer->ignore_standby_state;
  // No status word is sent where labels are set by hand, or where one of the two runs LDP PWs the old way.
  if (ignores || end.is_static || *plan_->net()[end.device].mpls.l2vpn_martini) return kDown;
  if (end.counterpart.valid()) {
    const bool sent = !*plan_->net()[plan_->ends()[end.counterpart].device].mpls.l2vpn_martini;
    return sent ? reports_.standby(end.counterpart) : kDown;
  }
  return end.sight == PeerSight::Unseen ? unknown({DoubtKind::UnseenPeer, end.device, end.where}) : kDown;
}

PortRef PwStates::local_end(const Chooser& chooser, std::size_t n) const {
  if (chooser.ends[n].valid() || !chooser.ac.valid()) return {};
  const AcPws& pws = *plan_->ends().at(chooser.ac);
  const bool primary = n == 0 && !pws.primary.valid() && pws.ccc != nullptr;
  return primary ? pws.ccc_other : pws.ccc_secondary_other;
}

State PwStates::candidate_up(const Chooser& chooser, std::size_t n) const {
  if (chooser.ends[n].valid()) return up(chooser.ends[n]);
  const AcPws& pws = *plan_->ends().at(chooser.ac);
  const bool primary = n == 0 && !pws.primary.valid() && pws.ccc != nullptr;
  const LocalConnection& ccc = primary ? *pws.ccc : *pws.ccc_secondary;
  if (!ccc.second_interface) return unknown({DoubtKind::LocalConnection, chooser.ac.device, ccc.where});
  const PortRef other = local_end(chooser, n);
  return other.valid() ? acs_->leg(other) : kDown;
}

std::vector<State> PwStates::choice(const Chooser& chooser) const {
  std::vector<Candidate> candidates;
  for (std::size_t n = 0; n < chooser.ends.size(); ++n) {
    const EndId id = chooser.ends[n];
    candidates.push_back({candidate_up(chooser, n), id.valid() ? told_standby(id) : kDown});
  }
  return chooser.rule == Chooser::Rule::First ? choose_first(candidates) : choose_best(candidates);
}

State PwStates::chosen(EndId id) const {
  const Chooser* chooser = plan_->chooser(id);
  if (chooser == nullptr) return up(id);
  const auto place = std::ranges::find(chooser->ends, id);
  return choice(*chooser)[static_cast<std::size_t>(place - chooser->ends.begin())];
}

State PwStates::any_up(PortRef ac) const {
  State result = kDown;
  const Chooser* chooser = plan_->chooser(ac);
  for (std::size_t n = 0; chooser != nullptr && n < chooser->ends.size(); ++n) {
    result = either(result, candidate_up(*chooser, n));
  }
  return result;
}

State PwStates::vsi_up(VsiRef ref) const {
  const Device& device = plan_->net()[ref.device];
  const Vsi& vsi = device.vsis[ref.index];
  if (*vsi.shutdown) return kDown;
  State result = known(*vsi.ignore_ac_state || *device.mpls.vpls_ignore_ac_state);
  for (const PortRef ac : plan_->acs(ref)) result = either(result, acs_->in_use(ac));
  for (const EndId id : plan_->ends().of_vsi(ref.device, ref.index)) {
    if (is_spoke(*plan_->ends()[id].vsi_peer)) result = either(result, up(id));
  }
  return result;
}

State PwStates::hub_pws_down(const PwEnd& end) const {
  if (!is_spoke(*end.vsi_peer) || !*end.vsi_peer->track_hub_pw) return kDown;
  bool any = false;
  State result = kUp;
  for (const EndId id : plan_->ends().of_vsi(end.device, end.owner)) {
    if (is_spoke(*plan_->ends()[id].vsi_peer)) continue;
    any = true;
    result = both(result, negated(up(id)));
  }
  return any ? result : unknown({DoubtKind::NoHubPw, end.device, end.vsi_peer->where});
}

// Whether the other side of the switch cannot carry.
State PwStates::switch_broken(const PwEnd& end) const {
  const std::vector<EndId>& sides = plan_->ends().of_switch(end.device, end.owner);
  if (end.side != SwitchSide::First) return negated(up(sides.front()));
  State carries = kDown;
  for (std::size_t i = 1; i < sides.size(); ++i) carries = either(carries, up(sides[i]));
  return negated(carries);
}

State PwStates::far_side_standby(const PwEnd& end) const {
  const std::vector<EndId>& sides = plan_->ends().of_switch(end.device, end.owner);
  if (end.side != SwitchSide::First) return told_standby(sides.front());
  State result = kDown;
  for (std::size_t i = 1; i < sides.size(); ++i) {
    result = either(result, both(chosen(sides[i]), told_standby(sides[i])));
  }
  return result;
}

State PwStates::fault(const PwEnd& end) const {
  const State own = acs_->own_fault(end);
  if (end.kind == EndKind::Segment) return either(own, switch_broken(end));
  if (end.kind == EndKind::Ac) return own;
  return either(own, negated(vsi_up({end.device, end.owner})), hub_pws_down(end));
}

State PwStates::standby(EndId id) const {
  const PwEnd& end = plan_->ends()[id];
  State result = acs_->own_standby(end);
  const Chooser* chooser = plan_->chooser(id);
  if (chooser != nullptr && chooser->tells_standby) result = either(result, negated(chosen(id)));
  if (end.kind == EndKind::Segment) result = either(result, far_side_standby(end));
  return both(negated(reports_.fault(id)), result);
}

Reports PwStates::next() const {
  Reports result = reports_;
  for (const EndId id : reports_.ends()) result.set(id, fault(plan_->ends()[id]), standby(id));
  return result;
}

}  // namespace holdfast::replay
