#include "solver/replay/ways.h"

#include <algorithm>

#include "solver/replay/ports.h"

namespace holdfast::replay {

bool Ways::goes(State state) {
  if (state.level < least_) return false;
  if (state.unknown() && doubt_.kind == DoubtKind::None) doubt_ = state.doubt;
  return true;
}

State Ways::between(const Site& from, const Site& to) {
  to_ = &to;
  doubt_ = {};
  if (search(from, Level::Up)) return kUp;
  return search(from, Level::Unknown) ? unknown(doubt_) : kDown;
}

bool Ways::search(const Site& from, Level least) {
  least_ = least;
  been_.clear();
  found_ = false;
  for (const PortRef ac : from.acs) {
    if (goes(acs_->interface(ac)) && goes(acs_->hands_over(ac, prefix_))) enter(ac);
  }
  return found_;
}

void Ways::arrive(PortRef ac) {
  if (std::ranges::find(to_->acs, ac) == to_->acs.end()) return;
  if (goes(acs_->interface(ac)) && goes(acs_->hands_over(ac, prefix_))) found_ = true;
}

void Ways::enter(PortRef ac) {
  if (const VsiRef* vsi = plan_->vsi_of(ac)) {
    flood(*vsi, member_kind(at(plan_->net(), ac)), {});
    return;
  }
  if (plan_->chooser(ac) == nullptr) return;
  use_pws(ac);
  const AcPws& pws = *plan_->ends().at(ac);
  send(pws.bypass);
  send(pws.pw_bypass);
}

void Ways::use_pws(PortRef ac) {
  const AcPws& pws = *plan_->ends().at(ac);
  send(pws.primary);
  send(pws.secondary);
  for (const auto& [ccc, other] :
       {std::pair(pws.ccc, pws.ccc_other), std::pair(pws.ccc_secondary, pws.ccc_secondary_other)}) {
    if (ccc == nullptr) continue;
    if (other.valid()) {
      arrive(other);
    } else if (!ccc->second_interface && goes(unknown({DoubtKind::LocalConnection, ac.device, ccc->where}))) {
      found_ = true;
    }
  }
}

void Ways::send(EndId id) {
  if (!id.valid() || !goes(transport_->of(id))) return;
  const PwEnd& end = plan_->ends()[id];
  if (end.counterpart.valid()) {
    receive(end.counterpart);
  } else {
    found_ = true;
  }
}

void Ways::receive(EndId id) {
  if (!been_.insert(id).second) return;
  const PwEnd& end = plan_->ends()[id];
  switch (end.kind) {
    case EndKind::Ac:
      receive_at_ac(id, end);
      break;
    case EndKind::VsiPeer:
      flood({end.device, end.owner}, member_kind(*end.vsi_peer), id);
      break;
    case EndKind::Segment:
      receive_at_switch(end);
      break;
  }
}

void Ways::receive_at_ac(EndId id, const PwEnd& end) {
  const AcPws& pws = *plan_->ends().at(end.ac);
  if (id == pws.primary || id == pws.secondary) {
    arrive(end.ac);
    send(pws.bypass);
    send(pws.ac_bypass);
  } else if (id == pws.bypass) {
    arrive(end.ac);
    use_pws(end.ac);
  } else if (id == pws.pw_bypass) {
    arrive(end.ac);
  } else if (id == pws.ac_bypass) {
    use_pws(end.ac);
  }
}

void Ways::receive_at_switch(const PwEnd& end) {
  const std::vector<EndId>& sides = plan_->ends().of_switch(end.device, end.owner);
  if (end.side != SwitchSide::First) {
    send(sides.front());
    return;
  }
  for (std::size_t i = 1; i < sides.size(); ++i) send(sides[i]);
}

void Ways::flood(VsiRef ref, VsiMember from, EndId not_end) {
  const Vsi& vsi = plan_->net()[ref.device].vsis[ref.index];
  if (*vsi.shutdown) return;
  for (const PortRef ac : plan_->acs(ref)) {
    if (passes(vsi, from, member_kind(at(plan_->net(), ac)))) arrive(ac);
  }
  for (const EndId id : plan_->ends().of_vsi(ref.device, ref.index)) {
    if (id != not_end && passes(vsi, from, member_kind(*plan_->ends()[id].vsi_peer))) send(id);
  }
}

}  // namespace holdfast::replay
