#include "solver/pairing/vrrp_pairs.h"

#include <algorithm>
#include <tuple>

#include "solver/pairing/disjoint_sets.h"
#include "solver/pairing/vlans.h"

namespace holdfast::pairing {
namespace {

std::string_view table_of(const Interface& interface) {
  return interface.vpn_instance ? std::string_view(interface.vpn_instance->value) : std::string_view{};
}

}  // namespace

VrrpPairs::VrrpPairs(const Network& net, const Inventory& inventory, const Links& links) : net_(&net) {
  std::vector<VrrpRef> groups;
  for (const PortRef port : inventory.vrrp) {
    for (std::uint32_t i = 0; i < get(net, port).vrrp.size(); ++i) groups.push_back({port, i});
  }

  // VRID, family and table; then the prefix or the address that two groups have in common.
  using Key = std::tuple<std::uint32_t, bool, std::string_view, IpPrefix>;
  FlatIndex<Key, std::size_t> by_subnet;
  FlatIndex<Key, std::size_t> by_virtual_ip;
  FlatIndex<std::pair<PortRef, std::uint32_t>, std::size_t> by_physical_port;  // with the VRID
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const Interface& interface = get(net, groups[i].port);
    const VrrpGroup& group = get(net, groups[i]);
    const auto key = [&](const IpPrefix& prefix) {
      return Key{*group.vrid, group.is_v6, table_of(interface), prefix};
    };
    for (const Fact<InterfaceAddress>& address : interface.addresses) {
      if (address->prefix.address.is_v6 == group.is_v6) by_subnet.add(key(address->prefix.network()), i);
    }
    for (const Fact<IpAddress>& address : group.virtual_ips) by_virtual_ip.add(key({*address, 0}), i);
    by_physical_port.add({parent_port(net, groups[i].port), *group.vrid}, i);
  }
  by_subnet.seal();
  by_virtual_ip.seal();
  by_physical_port.seal();

  DisjointSets sets(groups.size());
  std::vector<bool> by_link(groups.size(), false);
  const auto join_all = [&](const Key&, std::span<const std::size_t> together) {
    for (const std::size_t i : together) sets.join(together.front(), i);
  };
  by_subnet.for_each_key(join_all);
  by_virtual_ip.for_each_key(join_all);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const PortRef far = links.far_end(groups[i].port);
    if (!far.valid()) continue;
    for (const std::size_t j : by_physical_port.find({far, *get(net, groups[i]).vrid})) {
      if (get(net, groups[i]).is_v6 != get(net, groups[j]).is_v6) continue;
      if (!vlans_meet(get(net, groups[i].port), get(net, groups[j].port))) continue;
      sets.join(i, j);
      by_link[i] = by_link[j] = true;
    }
  }

  std::vector<std::uint32_t> segment_of_set(groups.size(), 0);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const std::size_t root = sets.find(i);
    if (root == i) {
      segment_of_set[i] = static_cast<std::uint32_t>(segments_.size());
      VrrpSegment& made = segments_.emplace_back();
      made.vrid = *get(net, groups[i]).vrid;
      made.is_v6 = get(net, groups[i]).is_v6;
    }
    VrrpSegment& segment = segments_[segment_of_set[root]];
    segment.members.push_back(groups[i]);
    segment.by_link = segment.by_link || by_link[i];
    segment_of_.add(groups[i], segment_of_set[root]);
  }
  segment_of_.seal();
  const auto mark = [&](bool VrrpSegment::*how) {
    return [&, how](const Key&, std::span<const std::size_t> together) {
      if (together.size() > 1) segments_[segment_of_set[sets.find(together.front())]].*how = true;
    };
  };
  by_subnet.for_each_key(mark(&VrrpSegment::by_subnet));
  by_virtual_ip.for_each_key(mark(&VrrpSegment::by_virtual_ip));
}

const VrrpSegment* VrrpPairs::of(VrrpRef group) const {
  const auto found = segment_of_.find(group);
  return found.empty() ? nullptr : &segments_[found.front()];
}

VrrpRef VrrpPairs::partner(VrrpRef group) const {
  const VrrpSegment* segment = of(group);
  if (segment == nullptr || segment->members.size() != 2) return {};
  const VrrpRef other = segment->members[segment->members[0] == group ? 1 : 0];
  return other.port.device != group.port.device ? other : VrrpRef{};
}

VrrpRef VrrpPairs::find(DeviceId device, std::string_view interface, std::uint32_t vrid) const {
  const PortRef port{device, (*net_)[device].find_interface(interface)};
  if (!port.valid()) return {};
  const auto& groups = get(*net_, port).vrrp;
  const auto at =
      std::ranges::find_if(groups, [vrid](const VrrpGroup& group) { return *group.vrid == vrid; });
  if (at == groups.end()) return {};
  return {port, static_cast<std::uint32_t>(at - groups.begin())};
}

}  // namespace holdfast::pairing
