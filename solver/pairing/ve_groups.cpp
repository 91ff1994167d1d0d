#include "solver/pairing/ve_groups.h"

#include <algorithm>
#include <numeric>

#include "solver/pairing/vlans.h"

namespace holdfast::pairing {
namespace {

bool carries_l2(const Interface& interface) {
  return !interface.pws.empty() || interface.vsi || interface.bridge_domain;
}

// The main interface takes every tag, so what it carries meets every L3VE interface of the group.
bool takes_all(const Interface& l2) {
  return !l2.is_sub && l2.vlans.empty();
}

bool takes_same(const Interface& l2, const Interface& l3) {
  return takes_all(l2) || vlans_meet(l2, l3);
}

// Outer VLANs that an interface takes; 0 stands for a match that names none.
std::vector<std::uint32_t> outer_vlans(const Interface& interface) {
  std::vector<std::uint32_t> result;
  for (const Fact<VlanMatch>& vlan : interface.vlans) {
    for (std::uint32_t id = vlan->outer_first; id <= vlan->outer_last; ++id) result.push_back(id);
  }
  if (result.empty()) result.push_back(0);
  return result;
}

// Positions on the L3 side that may take the same frames, ascending, each once.
std::vector<std::size_t> candidates(const Interface& l2, const FlatIndex<std::uint32_t, std::size_t>& by_vlan,
                                    std::size_t count) {
  std::vector<std::size_t> result;
  if (takes_all(l2)) {
    result.resize(count);
    std::iota(result.begin(), result.end(), std::size_t{0});
    return result;
  }
  for (const std::uint32_t vlan : outer_vlans(l2)) {
    const auto found = by_vlan.find(vlan);
    result.insert(result.end(), found.begin(), found.end());
  }
  std::ranges::sort(result);
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

// Main interfaces and their sub-interfaces that `wanted` accepts.
template <class Wanted>
std::vector<PortRef> carriers(const Network& net, DeviceId device, const std::vector<InterfaceId>& mains,
                              const FlatIndex<PortRef, PortRef>& subs, Wanted wanted) {
  std::vector<PortRef> result;
  const auto add = [&](PortRef port) {
    if (wanted(get(net, port))) result.push_back(port);
  };
  for (const InterfaceId main : mains) {
    add({device, main});
    for (const PortRef sub : subs.find({device, main})) add(sub);
  }
  return result;
}

}  // namespace

VeGroups::VeGroups(const Network& net, const Inventory& inventory) : net_(&net) {
  FlatIndex<std::pair<DeviceId, std::uint32_t>, PortRef> by_group;
  FlatIndex<PortRef, PortRef> subs;
  for (const PortRef main : inventory.ve_mains)
    by_group.add({main.device, get(net, main).ve_group->value.id}, main);
  for (const auto& [main, sub] : inventory.ve_subs) subs.add(main, sub);
  by_group.seal();
  subs.seal();
  by_group.for_each_key([&](const auto& key, std::span<const PortRef> mains) {
    VeGroupView& group = groups_.emplace_back();
    group.device = key.first;
    group.id = key.second;
    for (const PortRef main : mains) {
      (get(net, main).ve_group->value.l2_terminate ? group.l2 : group.l3).push_back(main.interface);
      by_main_.add(main, static_cast<std::uint32_t>(groups_.size() - 1));
    }
    match(group, carriers(net, group.device, group.l2, subs, carries_l2),
          carriers(net, group.device, group.l3, subs, [](const Interface& l3) {
            return !l3.addresses.empty() || l3.unnumbered || l3.vpn_instance;
          }));
  });
  by_main_.seal();
  l3_of_.seal();
  l2_of_.seal();
}

void VeGroups::match(VeGroupView& group, const std::vector<PortRef>& l2_side,
                     const std::vector<PortRef>& l3_side) {
  // By outer VLAN, so that a group of thousands of sub-interfaces costs no more than its VLANs.
  FlatIndex<std::uint32_t, std::size_t> by_vlan;
  for (std::size_t i = 0; i < l3_side.size(); ++i) {
    for (const std::uint32_t vlan : outer_vlans(get(*net_, l3_side[i]))) by_vlan.add(vlan, i);
  }
  by_vlan.seal();
  std::vector<bool> l3_matched(l3_side.size(), false);
  for (const PortRef l2 : l2_side) {
    bool matched = false;
    for (const std::size_t i : candidates(get(*net_, l2), by_vlan, l3_side.size())) {
      if (!takes_same(get(*net_, l2), get(*net_, l3_side[i]))) continue;
      matched = l3_matched[i] = true;
      group.pairs.push_back({l2.interface, l3_side[i].interface});
      l3_of_.add(l2, l3_side[i]);
      l2_of_.add(l3_side[i], l2);
    }
    if (!matched) group.unmatched_l2.push_back(l2.interface);
  }
  for (std::size_t i = 0; i < l3_side.size(); ++i) {
    if (!l3_matched[i]) group.unmatched_l3.push_back(l3_side[i].interface);
  }
}

const VeGroupView* VeGroups::of(PortRef port) const {
  const auto found = by_main_.find(parent_port(*net_, port));
  return found.empty() ? nullptr : &groups_[found.front()];
}

bool VeGroups::is_l2(PortRef port) const {
  const VeGroupView* group = of(port);
  return group != nullptr &&
         std::ranges::find(group->l2, parent_port(*net_, port).interface) != group->l2.end();
}

bool VeGroups::is_l3(PortRef port) const {
  return of(port) != nullptr && !is_l2(port);
}

}  // namespace holdfast::pairing
