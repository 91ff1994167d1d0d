#include "solver/replay/l2_plan.h"

#include <algorithm>
#include <limits>

#include "solver/replay/components.h"
#include "solver/replay/ports.h"

namespace holdfast::replay {

bool is_spoke(const VsiPeer& peer) {
  return *peer.upe || *peer.ac_mode;
}

L2Plan::L2Plan(const Network& net, const PwEnds& ends) : net_(&net), ends_(&ends) {
  bind_acs();
  add_ac_choosers();
  add_group_choosers();
  add_switch_choosers();
  join_families();
}

// Directly, or by a bridge domain that names the VSI or that the VSI names.
void L2Plan::bind_acs() {
  for_each_interface(*net_, [this](PortRef port, const Interface& it) {
    const Device& device = (*net_)[port.device];
    const auto bind = [&](std::size_t vsi) {
      acs_[{port.device, vsi}].push_back(port);
      vsi_of_.emplace(port, VsiRef{port.device, vsi});
    };
    const auto named = [&](const std::string& name) {
      for (std::size_t i = 0; i < device.vsis.size(); ++i) {
        if (device.vsis[i].name != name) continue;
        bind(i);
        return true;
      }
      return false;
    };
    if (it.vsi) {
      named(**it.vsi);
      return;
    }
    if (!it.bridge_domain) return;
    for (std::size_t i = 0; i < device.vsis.size(); ++i) {
      if (!device.vsis[i].bridge_domain || **device.vsis[i].bridge_domain != **it.bridge_domain) continue;
      bind(i);
      return;
    }
    for (const BridgeDomain& domain : device.bridge_domains) {
      if (domain.id == **it.bridge_domain && domain.vsi && named(**domain.vsi)) return;
    }
  });
}

void L2Plan::add(Chooser chooser) {
  for (const EndId end : chooser.ends) {
    if (end.valid()) by_end_.emplace(end, choosers_.size());
  }
  if (chooser.ac.valid()) by_ac_.emplace(chooser.ac, choosers_.size());
  choosers_.push_back(std::move(chooser));
}

void L2Plan::add_ac_choosers() {
  for (const AcPws& pws : ends_->acs()) {
    const auto& redundancy = at(*net_, pws.ac).redundancy;
    const RedundancyMode mode = redundancy ? *redundancy->mode : RedundancyMode::Frr;
    Chooser chooser;
    chooser.ac = pws.ac;
    if (mode == RedundancyMode::Independent) chooser.rule = Chooser::Rule::BestRank;
    if (pws.primary.valid() || pws.ccc != nullptr) chooser.ends.push_back(pws.primary);
    if (pws.secondary.valid() || pws.ccc_secondary != nullptr) chooser.ends.push_back(pws.secondary);
    chooser.tells_standby = mode == RedundancyMode::Master && chooser.ends.size() == 2;
    add(std::move(chooser));
  }
}

EndId L2Plan::member_end(VsiRef vsi, const ProtectMember& member) const {
  for (const EndId id : ends_->of_vsi(vsi.device, vsi.index)) {
    const PwEnd& end = (*ends_)[id];
    if (member.negotiation_vc_id && end.vc_id != **member.negotiation_vc_id) continue;
    if (end.peer == *member.peer) return id;
  }
  return {};
}

void L2Plan::add_group_choosers() {
  for (std::size_t d = 0; d < net_->devices.size(); ++d) {
    for (std::size_t v = 0; v < net_->devices[d].vsis.size(); ++v) {
      for (const ProtectGroup& group : net_->devices[d].vsis[v].groups) {
        std::vector<const ProtectMember*> members;
        for (const ProtectMember& member : group.members) members.push_back(&member);
        std::ranges::stable_sort(members, {}, [](const ProtectMember* it) {
          return it->preference ? **it->preference : std::numeric_limits<std::uint32_t>::max();
        });
        const bool independent = group.mode && **group.mode == ProtectMode::Independent;
        Chooser chooser;
        chooser.group = &group;
        chooser.rule = independent ? Chooser::Rule::BestRank : Chooser::Rule::First;
        chooser.tells_standby = !independent;
        for (const ProtectMember* member : members) {
          const EndId end = member_end({DeviceId{d}, v}, *member);
          if (end.valid() && !by_end_.contains(end)) chooser.ends.push_back(end);
        }
        add(std::move(chooser));
      }
    }
  }
}

void L2Plan::add_switch_choosers() {
  for (std::size_t d = 0; d < net_->devices.size(); ++d) {
    for (std::size_t s = 0; s < net_->devices[d].switched_pws.size(); ++s) {
      const std::vector<EndId>& sides = ends_->of_switch(DeviceId{d}, s);
      Chooser chooser;
      chooser.ends.assign(sides.begin() + 1, sides.end());
      chooser.tells_standby = chooser.ends.size() == 2;
      add(std::move(chooser));
    }
  }
}

const Chooser* L2Plan::chooser(EndId end) const {
  const auto found = by_end_.find(end);
  return found == by_end_.end() ? nullptr : &choosers_[found->second];
}

const Chooser* L2Plan::chooser(PortRef ac) const {
  const auto found = by_ac_.find(ac);
  return found == by_ac_.end() ? nullptr : &choosers_[found->second];
}

const std::vector<PortRef>& L2Plan::acs(VsiRef vsi) const {
  static const std::vector<PortRef> kNone;
  const auto found = acs_.find(vsi);
  return found == acs_.end() ? kNone : found->second;
}

const VsiRef* L2Plan::vsi_of(PortRef ac) const {
  const auto found = vsi_of_.find(ac);
  return found == vsi_of_.end() ? nullptr : &found->second;
}

// What belongs to one AC, one VSI or one switch, and the two ends of each PW.
void L2Plan::join_families() {
  std::vector<CostEdge> ties;
  std::map<std::tuple<EndKind, DeviceId, std::size_t>, std::size_t> first;
  for (std::size_t i = 0; i < ends_->all().size(); ++i) {
    const PwEnd& end = ends_->all()[i];
    const std::size_t owner = end.kind == EndKind::Ac ? end.ac.interface.index : end.owner;
    const auto [at, is_first] = first.try_emplace({end.kind, end.device, owner}, i);
    const auto tie = [&](std::size_t other) {
      ties.push_back({i, other, 1, 0});
      ties.push_back({other, i, 1, 0});
    };
    if (!is_first) tie(at->second);
    if (end.counterpart.valid()) tie(end.counterpart.index);
  }
  std::vector<std::size_t> component = singletons(ends_->all().size());
  join_components(ties, component);
  std::map<std::size_t, std::size_t> position;
  for (std::size_t i = 0; i < component.size(); ++i) {
    const auto [at, is_new] = position.try_emplace(component[i], families_.size());
    if (is_new) families_.emplace_back();
    family_.push_back(at->second);
    families_[at->second].push_back(EndId{i});
  }
}

const std::vector<EndId>& L2Plan::family_of(PortRef ac) const {
  static const std::vector<EndId> kNone;
  EndId any;
  if (const AcPws* pws = ends_->at(ac)) {
    for (const EndId end : {pws->primary, pws->secondary, pws->bypass, pws->ac_bypass, pws->pw_bypass}) {
      if (end.valid()) any = end;
    }
  }
  if (const VsiRef* vsi = vsi_of(ac)) {
    const std::vector<EndId>& peers = ends_->of_vsi(vsi->device, vsi->index);
    if (!peers.empty()) any = peers.front();
  }
  return any.valid() ? families_[family_[any.index]] : kNone;
}

}  // namespace holdfast::replay
