#include "solver/pairing/dual_homing.h"

#include <algorithm>

#include "solver/pairing/vlans.h"

namespace holdfast::pairing {
namespace {

const AdminVrrpBinding* binding_of(const PwEnd& end) {
  const Box<AdminVrrpBinding>* box = nullptr;
  if (end.pw != nullptr) box = &end.pw->admin_vrrp;
  if (end.vsi_peer != nullptr) box = &end.vsi_peer->admin_vrrp;
  return box != nullptr && *box ? &**box : nullptr;
}

}  // namespace

DualHoming::DualHoming(const Network& net, const Inventory& inventory, const PwEnds& ends,
                       const AcGroups& groups, const VsiAcs& vsi_acs, const EtrunkPairs& etrunks,
                       const VrrpPairs& vrrp, const Links& links)
    : net_(&net),
      ends_(&ends),
      groups_(&groups),
      vsi_acs_(&vsi_acs),
      etrunks_(&etrunks),
      vrrp_(&vrrp),
      links_(&links) {
  for (const PortRef port : inventory.vrrp) {
    const auto& here = get(net, port).vrrp;
    for (std::uint32_t i = 0; i < here.size(); ++i) {
      if (*here[i].is_admin) admin_vrrp_ports_.add(parent_port(net, port), {port, i});
    }
  }
  admin_vrrp_ports_.seal();
  for (const PortRef port : inventory.pw_acs) {
    for (const PwEnd& end : ends.of_ac(port)) {
      const AdminVrrpBinding* binding = binding_of(end);
      if (binding == nullptr) continue;
      const VrrpRef bound = vrrp.find(port.device, *binding->interface, *binding->vrid);
      if (bound.valid()) bound_acs_.add({bound, vlan_key(get(net, port))}, port);
      break;
    }
  }
  bound_acs_.seal();
}

Arbiter DualHoming::arbiter(PortRef ac) const {
  Arbiter result;
  result.etrunk = etrunks_->covering(ac);
  const VsiRef vsi = vsi_acs_->vsi_of(ac);
  for (const std::span<const PwEnd> ends :
       {ends_->of_ac(ac), vsi.valid() ? ends_->of_vsi(vsi) : std::span<const PwEnd>{}}) {
    for (const PwEnd& end : ends) {
      if (result.binding != nullptr) break;
      result.binding = binding_of(end);
      if (result.binding != nullptr) result.bound_pw = end.id;
    }
  }
  if (result.binding != nullptr) {
    result.vrrp = vrrp_->find(ac.device, *result.binding->interface, *result.binding->vrid);
  } else if (vsi.valid()) {
    const auto found = admin_vrrp_ports_.find(parent_port(*net_, ac));
    if (!found.empty()) result.vrrp = found.front();
  }
  return result;
}

Twin DualHoming::at(PwEndId id, TwinSource source) const {
  Twin result;
  if (!id.valid()) return result;
  const PwEnd& end = (*ends_)[id];
  result.device = end.device;
  result.source = source;
  if (end.kind == PwEndKind::Ac) result.port = end.ac_port();
  result.vsi = end.vsi;
  return result;
}

Twin DualHoming::twin(PortRef ac) const {
  if (const PortRef port = etrunks_->ac_counterpart(ac); port.valid()) {
    return {port, vsi_acs_->vsi_of(port), port.device, TwinSource::Etrunk};
  }
  if (const PortRef port = twin_by_vrrp(ac); port.valid()) {
    return {port, vsi_acs_->vsi_of(port), port.device, TwinSource::Vrrp};
  }
  const Twin by_bypass = twin_by_bypass(ac);
  return by_bypass.device.valid() ? by_bypass : twin_by_choosers(ac);
}

PortRef DualHoming::arbiter_twin(PortRef ac) const {
  const PortRef port = etrunks_->ac_counterpart(ac);
  return port.valid() ? port : twin_by_vrrp(ac);
}

// The AC bound to the partner's mVRRP that takes the same VLANs.
PortRef DualHoming::twin_by_vrrp(PortRef ac) const {
  if (bound_acs_.size() == 0) return {};
  const Arbiter arbiter = this->arbiter(ac);
  const VrrpRef other = arbiter.vrrp.valid() ? vrrp_->partner(arbiter.vrrp) : VrrpRef{};
  if (!other.valid()) return {};
  const auto bound = bound_acs_.find({other, vlan_key(get(*net_, ac))});
  return bound.size() == 1 ? bound.front() : PortRef{};
}

Twin DualHoming::twin_by_bypass(PortRef ac) const {
  const AcGroup* group = groups_->of(ac);
  if (group == nullptr) return {};
  for (const PwEndId bypass : {group->bypass, group->ac_bypass, group->pw_bypass}) {
    const PwEnd* other = bypass.valid() ? ends_->counterpart(bypass) : nullptr;
    if (other != nullptr && other->kind != PwEndKind::Segment) return at(other->id, TwinSource::Bypass);
  }
  return {};
}

Twin DualHoming::twin_by_choosers(PortRef ac) const {
  Twin result;
  for (const AcGroup* chooser : groups_->chosen_by(ac)) {
    const FarPair far = groups_->far_pair(*chooser);
    for (const PwEndId id : {far.primary, far.secondary}) {
      const Twin other = at(id, TwinSource::FarPair);
      if (!other.device.valid() || other.device == ac.device) continue;
      const bool same = result.port == other.port && result.vsi == other.vsi;
      if (result.device.valid() && !same) return {};
      result = other;
    }
  }
  return result;
}

std::vector<CeBundle> DualHoming::ce_bundles(const EtrunkPair& pair, const EtrunkMembers& members) const {
  std::vector<CeBundle> result;
  const auto follow = [&](PortRef trunk, std::vector<LinkId> CeBundle::*legs) {
    if (!trunk.valid()) return;
    const auto add = [&](const Link* link, PortRef far_trunk) {
      if (!far_trunk.valid() || far_trunk.device == pair.a.device || far_trunk.device == pair.b_device)
        return;
      auto at = std::ranges::find(result, far_trunk, &CeBundle::trunk);
      if (at == result.end()) at = result.insert(at, CeBundle{far_trunk, {}, {}});
      ((*at).*legs).push_back(link->id);
    };
    for (const PortRef port : links_->trunk_members(trunk)) {
      const Link* link = links_->at(port);
      if (link != nullptr) add(link, links_->trunk_of(link->other(port)));
    }
    const Link* bundle = links_->at(trunk);
    if (bundle != nullptr && !bundle->complete) add(bundle, bundle->other(trunk));
  };
  follow({pair.a.device, members.a}, &CeBundle::legs_a);
  if (pair.paired()) follow({pair.b.device, members.b}, &CeBundle::legs_b);
  return result;
}

}  // namespace holdfast::pairing
