#include "solver/replay/attachments.h"

namespace holdfast::replay {
namespace {

const AdminVrrpBinding* binding_of(const PwEnd& end) {
  if (end.pw != nullptr && end.pw->admin_vrrp) return &*end.pw->admin_vrrp;
  if (end.vsi_peer != nullptr && end.vsi_peer->admin_vrrp) return &*end.vsi_peer->admin_vrrp;
  return nullptr;
}

bool ignores_ac(const AcRedundancy& it, PwRole role) {
  switch (role) {
    case PwRole::Primary:
    case PwRole::Admin:
      return *it.ignore_ac_state;
    case PwRole::Secondary:
      return *it.secondary_ignore_ac_state;
    case PwRole::Bypass:
    case PwRole::DualBypass:
      return *it.bypass_ignore_ac_state;
  }
  return false;
}

}  // namespace

State Attachments::bound_master(DeviceId device, const AdminVrrpBinding& binding) const {
  return vrrp_->master(device, *binding.interface, *binding.vrid);
}

// By the first binding among the PWs of the AC; for an AC of a VSI, among its peers, where the VRRP interface
// is on the AC's own main interface.
State Attachments::arbitrated_by_vrrp(PortRef ac) const {
  const PwEnds& ends = plan_->ends();
  if (const AcPws* pws = ends.at(ac)) {
    for (const EndId id : {pws->primary, pws->secondary, pws->bypass, pws->ac_bypass}) {
      const AdminVrrpBinding* binding = id.valid() ? binding_of(ends[id]) : nullptr;
      if (binding != nullptr) return bound_master(ac.device, *binding);
    }
  }
  const VsiRef* vsi = plan_->vsi_of(ac);
  if (vsi == nullptr) return kUp;
  for (const EndId id : ends.of_vsi(vsi->device, vsi->index)) {
    const AdminVrrpBinding* binding = binding_of(ends[id]);
    if (binding == nullptr) continue;
    const PortRef port = find_port(plan_->net(), ac.device, *binding->interface);
    const bool same = port.valid() && main_port(plan_->net(), port) == main_port(plan_->net(), ac);
    if (same) return bound_master(ac.device, *binding);
  }
  return kUp;
}

State Attachments::leg(PortRef ac) const {
  return both(interface(ac), etrunks_->in_use(ac));
}

State Attachments::in_use(PortRef ac) const {
  const auto [at, missing] = in_use_.try_emplace(ac);
  if (missing) at->second = both(interface(ac), etrunks_->in_use(ac), arbitrated_by_vrrp(ac));
  return at->second;
}

State Attachments::hands_over(PortRef ac, const IpPrefix* prefix) const {
  if (!is_l2ve(plan_->net(), ac)) return kUp;
  State result = kDown;
  for (const PortRef l3 : l3ve_of(plan_->net(), ac)) {
    const auto& instance = at(plan_->net(), l3).vpn_instance;
    State route = kUp;
    if (prefix != nullptr) route = instance ? routes_->held(ac.device, **instance, *prefix) : kDown;
    result = either(result, both(interface(l3), route));
  }
  return result;
}

State Attachments::bypass_carries(PortRef ac) const {
  const AcPws* pws = plan_->ends().at(ac);
  State result = kDown;
  for (const EndId id : {pws->bypass, pws->ac_bypass, pws->pw_bypass}) {
    if (id.valid()) result = either(result, pws_->of(id));
  }
  return result;
}

State Attachments::ac_fault(const PwEnd& end) const {
  const auto& redundancy = at(plan_->net(), end.ac).redundancy;
  const State down = negated(interface(end.ac));
  if (!redundancy) return down;
  if (ignores_ac(*redundancy, *end.pw->role)) return kDown;
  if (*redundancy->mode != RedundancyMode::Master) return down;
  return both(down, negated(bypass_carries(end.ac)));
}

State Attachments::tracked_route_missing(PortRef ac) const {
  State result = kDown;
  if (!is_l2ve(plan_->net(), ac)) return result;
  for (const TrackedRoute& it : at(plan_->net(), ac).tracked_routes) {
    if (!it.vpn_instance) continue;
    result = either(result, negated(routes_->held(ac.device, **it.vpn_instance, *it.prefix)));
  }
  return result;
}

// The PW that this one shares its fate with; fault where that has no transport.
State Attachments::mpw_down(const PwEnd& end) const {
  if (end.pw == nullptr || !end.pw->admin_vc_interface) return kDown;
  const PortRef place = find_port(plan_->net(), end.device, **end.pw->admin_vc_interface);
  for (std::size_t i = 0; i < plan_->ends().all().size(); ++i) {
    const PwEnd& other = plan_->ends().all()[i];
    if (place.valid() && other.kind == EndKind::Ac && other.ac == place && *other.pw->role == PwRole::Admin)
      return negated(pws_->of(EndId{i}));
  }
  return unknown({DoubtKind::UnseenPeer, end.device, end.where});
}

State Attachments::own_fault(const PwEnd& end) const {
  State result = mpw_down(end);
  if (end.kind == EndKind::Ac) result = either(result, ac_fault(end), tracked_route_missing(end.ac));
  const AdminVrrpBinding* binding = binding_of(end);
  if (binding != nullptr && !*binding->pw_redundancy) {
    result = either(result, negated(bound_master(end.device, *binding)));
  }
  return result;
}

State Attachments::own_standby(const PwEnd& end) const {
  State result = end.kind == EndKind::Ac ? negated(etrunks_->in_use(end.ac)) : kDown;
  const AdminVrrpBinding* binding = binding_of(end);
  if (binding != nullptr && *binding->pw_redundancy) {
    result = either(result, negated(bound_master(end.device, *binding)));
  }
  return result;
}

}  // namespace holdfast::replay
