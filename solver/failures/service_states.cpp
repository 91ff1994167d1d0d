#include "solver/failures/service_states.h"

#include <algorithm>

namespace holdfast::failures {
namespace {

using control_plane::all_of;
using control_plane::always;
using pairing::AcGroup;
using pairing::PwEnd;
using pairing::PwEndId;
using pairing::PwEndKind;
using pairing::SegmentSide;

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

State negated(State state) {
  state.value = !state.value;
  return state;
}

bool same_values(const ServiceStates& a, const ServiceStates& b) {
  for (std::size_t i = 0; i < a.ends.size(); ++i) {
    if (a.ends[i].fault.value != b.ends[i].fault.value) return false;
    if (a.ends[i].standby.value != b.ends[i].standby.value) return false;
  }
  for (std::size_t i = 0; i < a.vsis.size(); ++i) {
    if (a.vsis[i].value != b.vsis[i].value) return false;
  }
  return true;
}

bool ignores_ac(const AcRedundancy& settings, const PwEnd& end) {
  if (end.is_role(PwRole::Secondary)) return *settings.secondary_ignore_ac_state;
  const bool bypass = end.is_role(PwRole::Bypass) || end.is_role(PwRole::DualBypass);
  return bypass ? *settings.bypass_ignore_ac_state : *settings.ignore_ac_state;
}

// Keeps what a state rested on before; returns whether that was not all it rests on now.
bool keep_support(State& now, const State& before) {
  now.support |= before.support;
  return !(now.support == before.support);
}

}  // namespace

ServiceEvaluator::ServiceEvaluator(Engine& engine, const pairing::Service& service)
    : engine_(engine), net_(engine.net), service_(service) {}

void ServiceEvaluator::set(const FailureSet& failed, Want want) {
  failed_ = failed;
  want_ = want;
  for (std::size_t i = 0; i < atoms_.size(); ++i) {
    answers_[i] = static_cast<char>(engine_.atoms.get(atoms_[i], asked()).value);
  }
}

State ServiceEvaluator::atom(AtomId id) {
  const auto [at, is_new] = place_of_atom_.try_emplace(id.index, static_cast<std::uint32_t>(atoms_.size()));
  if (is_new) {
    atoms_.push_back(id);
    answers_.push_back(static_cast<char>(engine_.atoms.get(id, asked()).value));
  }
  return {static_cast<Tri>(answers_[at->second]), Support({ElementId{at->second}})};
}

Support ServiceEvaluator::elements_of(const Support& atoms) {
  Support result;
  for (const ElementId place : atoms.elements()) {
    result |= engine_.atoms.get(atoms_[place.index], Failed(failed_)).support;
  }
  return result;
}

State ServiceEvaluator::transport(PwEndId end) {
  return atom(engine_.atoms.pw_transport(end));
}

std::size_t ServiceEvaluator::position(PwEndId end) const {
  const auto at = std::ranges::lower_bound(service_.ends, end);
  if (at == service_.ends.end() || *at != end) return kNone;
  return static_cast<std::size_t>(at - service_.ends.begin());
}

State ServiceEvaluator::reported(PwEndId end, State End::*what) {
  const std::size_t at = position(end);
  return at != kNone ? states_.ends[at].*what : always(Tri::Down);
}

void ServiceEvaluator::settle() {
  states_ = {};
  states_.ends.assign(service_.ends.size(), {always(Tri::Down), always(Tri::Down)});
  states_.vsis.assign(service_.vsis.size(), always(Tri::Up));
  // Each part changes its value a few times at most unless they go round; a service has few parts that feed
  // back, so this bound is far above what settles.
  const std::size_t most_rounds = 8 + 4 * (states_.ends.size() + states_.vsis.size());
  std::size_t round = 0;
  while (round < most_rounds && step()) ++round;
  states_.flapping = round == most_rounds;
}

// Everything from the states before. Once values stay, supports are gathered until they stay as well: then
// each rests on nothing outside of its own support.
bool ServiceEvaluator::step() {
  ServiceStates next;
  next.ends.reserve(states_.ends.size());
  for (const PwEndId id : service_.ends) {
    const PwEnd& end = net_[id];
    next.ends.push_back({fault_of(end), standby_of(end)});
  }
  for (const pairing::VsiRef vsi : service_.vsis) next.vsis.push_back(vsi_up(vsi));
  bool changed = !same_values(states_, next);
  if (!changed) {
    for (std::size_t i = 0; i < next.ends.size(); ++i) {
      changed = keep_support(next.ends[i].fault, states_.ends[i].fault) || changed;
      changed = keep_support(next.ends[i].standby, states_.ends[i].standby) || changed;
    }
    for (std::size_t i = 0; i < next.vsis.size(); ++i) {
      changed = keep_support(next.vsis[i], states_.vsis[i]) || changed;
    }
  }
  states_ = std::move(next);
  return changed;
}

// What the far end reports. With labels set by hand nothing is signalled.
bool ServiceEvaluator::hears(PwEndId id) const {
  return net_.pw_ends().peer(id).counterpart.valid() && !net_[id].is_static;
}

State ServiceEvaluator::up(PwEndId id) {
  State carries = transport(id);
  if (carries.value == Tri::Down) return carries;
  State result = both(std::move(carries), negated(reported(id, &End::fault)));
  const PwEndId other = net_.pw_ends().peer(id).counterpart;
  return hears(id) ? both(std::move(result), negated(reported(other, &End::fault))) : result;
}

// Faults are told by taking labels back, too; standby only by the notifications that PWE3 brought.
State ServiceEvaluator::announced_standby(PwEndId id) {
  const PwEndId other = net_.pw_ends().peer(id).counterpart;
  const auto old_way = [this](PwEndId end) { return *net_[net_[end].device].mpls.l2vpn_martini; };
  if (!hears(id) || old_way(id) || old_way(other)) return always(Tri::Down);
  return reported(other, &End::standby);
}

State ServiceEvaluator::told_standby(PwEndId id) {
  const PwEnd& end = net_[id];
  const bool ignores = (end.pw != nullptr && *end.pw->ignore_standby_state) ||
                       (end.vsi_peer != nullptr && *end.vsi_peer->ignore_standby_state);
  return ignores ? always(Tri::Down) : announced_standby(id);
}

State ServiceEvaluator::ac_up(PortRef ac) {
  return interface_up(ac);
}

State ServiceEvaluator::etrunk_in_use(PortRef ac) {
  if (!net_.etrunks().covering(ac).valid()) return always(Tri::Up);
  return atom(engine_.atoms.etrunk_in_use(pairing::parent_port(net_.network(), ac)));
}

const AdminVrrpBinding* ServiceEvaluator::binding_of(const PwEnd& end) const {
  const Box<AdminVrrpBinding>* own = nullptr;
  if (end.pw != nullptr) own = &end.pw->admin_vrrp;
  if (end.vsi_peer != nullptr) own = &end.vsi_peer->admin_vrrp;
  return own != nullptr && *own ? &**own : nullptr;
}

// What is bound to a group that is no admin group does what nobody says.
State ServiceEvaluator::group_master(pairing::VrrpRef group) {
  return *net_[group].is_admin ? atom(engine_.atoms.vrrp_master(group)) : always(Tri::Unknown);
}

State ServiceEvaluator::binding_master(const PwEnd& end, const AdminVrrpBinding& binding) {
  const pairing::VrrpRef group = net_.vrrp().find(end.device, *binding.interface, *binding.vrid);
  return group.valid() ? group_master(group) : always(Tri::Unknown);
}

State ServiceEvaluator::ac_in_use(PortRef ac) {
  State result = both(ac_up(ac), etrunk_in_use(ac));
  if (result.value == Tri::Down) return result;
  const pairing::Arbiter arbiter = net_.dual_homing().arbiter(ac);
  if (arbiter.vrrp.valid()) return both(std::move(result), group_master(arbiter.vrrp));
  if (arbiter.binding != nullptr) return both(std::move(result), always(Tri::Unknown));
  return result;
}

// A member that an E-Trunk makes backup is down, with all its sub-interfaces (semantics §3.7).
State ServiceEvaluator::ccc_up(PortRef other) {
  if (!other.valid()) return always(Tri::Unknown);
  return net_.etrunks().covering(other).valid() ? both(ac_up(other), etrunk_in_use(other)) : ac_up(other);
}

State ServiceEvaluator::fault_of(const PwEnd& end) {
  switch (end.kind) {
    case PwEndKind::Ac:
      return ac_fault(end);
    case PwEndKind::VsiPeer:
      return vsi_fault(end);
    case PwEndKind::Segment:
      return segment_fault(end);
  }
  return always(Tri::Down);
}

State ServiceEvaluator::ac_fault(const PwEnd& end) {
  const PortRef ac = end.ac_port();
  const AcGroup* group = net_.ac_groups().of(end);
  const AcRedundancy* settings = group != nullptr ? net_.ac_groups().redundancy(*group) : nullptr;
  State result = always(Tri::Down);
  if (settings == nullptr || !ignores_ac(*settings, end)) {
    result = negated(ac_up(ac));
    const bool master = group != nullptr && net_.ac_groups().mode(*group) == RedundancyMode::Master;
    if (master && result.value != Tri::Down) {
      for (const PwEndId id : {group->bypass, group->ac_bypass}) {
        if (id.valid()) result = both(std::move(result), negated(transport(id)));
      }
    }
  }
  for (const TrackedRoute& route : net_[ac].tracked_routes) {
    const State held = route.vpn_instance
                           ? atom(engine_.atoms.vpn_route(ac.device, **route.vpn_instance, *route.prefix))
                           : always(Tri::Unknown);
    result = either(std::move(result), negated(held));
  }
  const AdminVrrpBinding* binding = binding_of(end);
  if (binding != nullptr && !*binding->pw_redundancy) {
    result = either(std::move(result), negated(binding_master(end, *binding)));
  }
  if (end.pw->admin_vc_interface) {
    result = either(std::move(result), negated(mpw_up(ac.device, **end.pw->admin_vc_interface)));
  }
  return result;
}

// A bound PW goes up and down with its mPW, which has no AC of its own.
State ServiceEvaluator::mpw_up(DeviceId device, std::string_view name) {
  const InterfaceId interface = net_[device].find_interface(name);
  if (!interface.valid()) return always(Tri::Unknown);
  for (const PwEnd& end : net_.pw_ends().of_ac({device, interface})) {
    if (end.is_role(PwRole::Admin)) return transport(end.id);
  }
  return always(Tri::Unknown);
}

State ServiceEvaluator::vsi_fault(const PwEnd& end) {
  const auto at = std::ranges::find(service_.vsis, end.vsi);
  State result = at != service_.vsis.end()
                     ? negated(states_.vsis[static_cast<std::size_t>(at - service_.vsis.begin())])
                     : always(Tri::Down);
  const AdminVrrpBinding* binding = binding_of(end);
  if (binding != nullptr && !*binding->pw_redundancy) {
    result = either(std::move(result), negated(binding_master(end, *binding)));
  }
  if (!*end.vsi_peer->track_hub_pw || !*end.vsi_peer->upe) return result;
  State hubs_down = always(Tri::Up);
  bool any = false;
  for (const PwEnd& other : net_.pw_ends().of_vsi(end.vsi)) {
    if (*other.vsi_peer->upe || *other.vsi_peer->ac_mode) continue;
    any = true;
    hubs_down = both(std::move(hubs_down), negated(up(other.id)));
  }
  return either(std::move(result), any ? hubs_down : always(Tri::Unknown));
}

State ServiceEvaluator::segment_fault(const PwEnd& end) {
  State beyond = always(Tri::Down);
  for (const PwEnd& other : net_.pw_ends().of_switched(end.switched)) {
    const bool opposite = (end.side == SegmentSide::First) != (other.side == SegmentSide::First);
    if (opposite) beyond = either(std::move(beyond), up(other.id));
  }
  return negated(std::move(beyond));
}

State ServiceEvaluator::standby_of(const PwEnd& end) {
  State result = end.kind == PwEndKind::Segment ? segment_standby(end) : ac_standby(end);
  if (result.value == Tri::Down) return result;
  return both(std::move(result), negated(fault_of(end)));
}

State ServiceEvaluator::ac_standby(const PwEnd& end) {
  const bool bypass = end.is_role(PwRole::Bypass) || end.is_role(PwRole::DualBypass);
  if (bypass) return always(Tri::Down);
  State result = always(Tri::Down);
  if (end.kind == PwEndKind::Ac) result = negated(etrunk_in_use(end.ac_port()));
  const AdminVrrpBinding* binding = binding_of(end);
  if (binding != nullptr && *binding->pw_redundancy) {
    result = either(std::move(result), negated(binding_master(end, *binding)));
  }
  const Choice choice = choice_of(end);
  if (choice.announces && choice.members.size() > 1) {
    result = either(std::move(result), negated(chosen_among(choice, end.id)));
  }
  return result;
}

State ServiceEvaluator::segment_standby(const PwEnd& end) {
  State result = always(Tri::Down);
  const Choice choice = choice_of(end);
  if (end.side != SegmentSide::First && choice.members.size() > 1)
    result = negated(chosen_among(choice, end.id));
  for (const PwEnd& other : net_.pw_ends().of_switched(end.switched)) {
    if ((end.side == SegmentSide::First) == (other.side == SegmentSide::First)) continue;
    State heard = announced_standby(other.id);
    if (other.side != SegmentSide::First && choice_of(other).members.size() > 1) {
      heard = both(std::move(heard), chosen_among(choice_of(other), other.id));
    }
    result = either(std::move(result), heard);
  }
  return result;
}

State ServiceEvaluator::vsi_up(pairing::VsiRef ref) {
  const Vsi& vsi = net_[ref];
  State device = atom(engine_.atoms.device_up(ref.device));
  if (*vsi.shutdown) return always(Tri::Down);
  if (*vsi.ignore_ac_state || *net_[ref.device].mpls.vpls_ignore_ac_state) return device;
  State result = always(Tri::Down);
  for (const InterfaceId ac : net_.vsi_acs().of(ref)) {
    if (result.value != Tri::Up) result = either(std::move(result), ac_in_use({ref.device, ac}));
  }
  for (const PwEnd& end : net_.pw_ends().of_vsi(ref)) {
    const bool spoke = *end.vsi_peer->upe || *end.vsi_peer->ac_mode;
    if (spoke && result.value != Tri::Up) result = either(std::move(result), up(end.id));
  }
  return both(std::move(device), result);
}

State ServiceEvaluator::bypass_stands_for(BypassUse what, const AcGroup& group) {
  State in_use = ac_in_use(group.ac);
  State any_up = always(Tri::Down);
  for (const PwEndId id : {group.primary, group.secondary}) {
    if (id.valid()) any_up = either(std::move(any_up), up(id));
  }
  if (group.ccc != nullptr && !group.primary.valid())
    any_up = either(std::move(any_up), ccc_up(group.ccc_other));
  return what == BypassUse::Ac ? both(negated(std::move(in_use)), any_up)
                               : both(std::move(in_use), negated(std::move(any_up)));
}

State ServiceEvaluator::hands_over(PortRef l2ve, const Flow& flow) {
  State result = always(Tri::Down);
  for (const PortRef l3 : net_.ve_groups().l3_of(l2ve)) {
    State way = interface_up(l3);
    if (flow.has_prefix) {
      const auto& instance = net_[l3].vpn_instance;
      way = both(std::move(way), instance ? atom(engine_.atoms.vpn_route(l3.device, **instance, flow.prefix))
                                          : always(Tri::Down));
    }
    result = either(std::move(result), way);
  }
  return both(std::move(result), ac_up(l2ve));
}

}  // namespace holdfast::failures
