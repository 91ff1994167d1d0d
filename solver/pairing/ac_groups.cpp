#include "solver/pairing/ac_groups.h"

#include <algorithm>
#include <initializer_list>

namespace holdfast::pairing {
namespace {

void set_first(PwEndId& slot, PwEndId id) {
  if (!slot.valid()) slot = id;
}

void place(AcGroup& group, const PwEnd& end) {
  switch (*end.pw->role) {
    case PwRole::Primary:
      return set_first(group.primary, end.id);
    case PwRole::Secondary:
      return set_first(group.secondary, end.id);
    case PwRole::Bypass:
      return set_first(group.bypass, end.id);
    case PwRole::DualBypass:
      return set_first(end.half == PwHalf::PwBypass ? group.pw_bypass : group.ac_bypass, end.id);
    case PwRole::Admin:
      return set_first(group.admin, end.id);
  }
}

}  // namespace

AcGroups::AcGroups(const Network& net, const Inventory& inventory, const PwEnds& ends)
    : net_(&net), ends_(&ends) {
  collect(inventory);
  for (const AcGroup& group : groups_) {
    if (!group.has_redundancy()) continue;
    const auto index = static_cast<std::uint32_t>(&group - groups_.data());
    const FarPair far = far_pair(group);
    for (const PwEndId id : {far.primary, far.secondary}) {
      if (!id.valid()) continue;
      const PwEnd& end = ends[id];
      if (end.kind == PwEndKind::Ac) chosen_acs_.add(end.ac_port(), index);
      if (end.kind == PwEndKind::VsiPeer) chosen_vsis_.add(end.vsi, index);
    }
  }
  chosen_acs_.seal();
  chosen_vsis_.seal();
}

void AcGroups::collect(const Inventory& inventory) {
  std::vector<PortRef> ports = inventory.pw_acs;
  FlatIndex<PortRef, std::pair<const LocalConnection*, PortRef>> local;  // by interface, with the other one
  for (std::size_t d = 0; d < net_->devices.size(); ++d) {
    const Device& device = net_->devices[d];
    for (const LocalConnection& ccc : device.local_connections) {
      const PortRef first{DeviceId{d}, device.find_interface(*ccc.first_interface)};
      PortRef second;
      if (ccc.second_interface) second = {DeviceId{d}, device.find_interface(**ccc.second_interface)};
      for (const auto& [here, there] : {std::pair(first, second), std::pair(second, first)}) {
        if (!here.valid()) continue;
        ports.push_back(here);
        local.add(here, {&ccc, there});
      }
    }
  }
  local.seal();
  std::ranges::sort(ports);
  ports.erase(std::unique(ports.begin(), ports.end()), ports.end());

  groups_.reserve(ports.size());
  by_end_.resize(ends_->all().size());
  for (const PortRef port : ports) {
    AcGroup& group = groups_.emplace_back();
    group.ac = port;
    group.ends = ends_->of_ac(port);
    for (const PwEnd& end : group.ends) {
      place(group, end);
      by_end_[end.id.index] = static_cast<std::uint32_t>(groups_.size() - 1);
    }
    for (const auto& [ccc, other] : local.find(port)) {
      if (ccc->secondary && get(*net_, port).name == *ccc->first_interface) {
        if (group.ccc_secondary == nullptr) group.ccc_secondary = ccc;
      } else if (group.ccc == nullptr) {
        group.ccc = ccc;
        group.ccc_other = other.valid() ? other : PortRef{};
      }
    }
    by_port_.add(port, static_cast<std::uint32_t>(groups_.size() - 1));
  }
  by_port_.seal();
}

const AcGroup* AcGroups::of(PortRef ac) const {
  const auto found = by_port_.find(ac);
  return found.empty() ? nullptr : &groups_[found.front()];
}

const AcGroup* AcGroups::of(const PwEnd& end) const {
  return end.kind == PwEndKind::Ac ? &groups_[by_end_[end.id.index]] : nullptr;
}

const AcRedundancy* AcGroups::redundancy(const AcGroup& group) const {
  const auto& part = get(*net_, group.ac).redundancy;
  return part ? &*part : nullptr;
}

RedundancyMode AcGroups::mode(const AcGroup& group) const {
  const AcRedundancy* part = redundancy(group);
  return part != nullptr ? *part->mode : RedundancyMode::Frr;
}

FarPair AcGroups::far_pair(const AcGroup& group) const {
  const auto far_of = [this](PwEndId id) {
    const PwEnd* other = id.valid() ? ends_->counterpart(id) : nullptr;
    if (other == nullptr) return PwEndId{};
    return other->kind == PwEndKind::Segment ? ends_->chains(id).front().far() : other->id;
  };
  FarPair result;
  result.primary = far_of(group.primary.valid() ? group.primary : group.admin);
  result.secondary = far_of(group.secondary);
  if (!group.primary.valid()) result.primary_ccc = group.ccc_other;
  return result;
}

std::vector<DeviceId> AcGroups::far_devices(const AcGroup& group) const {
  std::vector<DeviceId> result;
  for (const PwEndId id :
       {group.primary, group.secondary, group.bypass, group.ac_bypass, group.pw_bypass, group.admin}) {
    if (!id.valid()) continue;
    for (const PwEndId far : ends_->far_ends(id)) {
      const DeviceId device = (*ends_)[far].device;
      if (std::ranges::find(result, device) == result.end()) result.push_back(device);
    }
  }
  return result;
}

std::vector<const AcGroup*> AcGroups::at(std::span<const std::uint32_t> indices) const {
  std::vector<const AcGroup*> result;
  for (const std::uint32_t index : indices) {
    if (result.empty() || result.back() != &groups_[index]) result.push_back(&groups_[index]);
  }
  return result;
}

std::vector<const AcGroup*> AcGroups::chosen_by(PortRef ac) const {
  return at(chosen_acs_.find(ac));
}

std::vector<const AcGroup*> AcGroups::chosen_by(VsiRef vsi) const {
  return at(chosen_vsis_.find(vsi));
}

}  // namespace holdfast::pairing
