#include "solver/pairing/etrunk_pairs.h"

#include <algorithm>

#include "solver/pairing/etrunk_matching.h"
#include "solver/pairing/vlans.h"

namespace holdfast::pairing {
namespace {

// Sub-interfaces of one Eth-Trunk by what tells them apart.
struct Subs {
  Subs(const Network& net, std::span<const PortRef> subs) {
    for (const PortRef sub : subs) {
      by_vlans.add(vlan_key(get(net, sub)), sub);
      by_number.add(sub_number(get(net, sub)), sub);
    }
    by_vlans.seal();
    by_number.seal();
  }
  FlatIndex<VlanKey, PortRef> by_vlans;
  FlatIndex<std::string_view, PortRef> by_number;
};

// The one among `others` that takes the same VLANs as `sub`; where VLANs do not single one out, the one with
// its number.
PortRef twin_of(const Network& net, PortRef sub, const Subs& others) {
  const auto same_vlans = others.by_vlans.find(vlan_key(get(net, sub)));
  if (same_vlans.size() == 1) return same_vlans.front();
  const auto same_number = others.by_number.find(sub_number(get(net, sub)));
  return same_number.size() == 1 ? same_number.front() : PortRef{};
}

}  // namespace

EtrunkRef find_etrunk(const Network& net, DeviceId device, std::uint32_t id) {
  const auto& etrunks = net[device].etrunks;
  const auto at = std::ranges::find(etrunks, id, &Etrunk::id);
  if (at == etrunks.end()) return {};
  return {device, static_cast<std::uint32_t>(at - etrunks.begin())};
}

EtrunkPairs::EtrunkPairs(const Network& net, const Inventory& inventory, const Locator& locator,
                         const PwEnds& ends, const AcGroups& groups)
    : net_(&net) {
  for (const auto& [trunk, sub] : inventory.trunk_subs) subs_.add(trunk, sub);
  subs_.seal();
  for (const PortRef port : inventory.trunks) {
    const Interface& trunk = get(net, port);
    if (!trunk.trunk || !trunk.trunk->etrunk) continue;
    const EtrunkRef etrunk = find_etrunk(net, port.device, **trunk.trunk->etrunk);
    if (etrunk.valid()) members_.add(etrunk, port.interface);
  }
  members_.seal();
  pairs_ = match_etrunks({net, locator, ends, groups, members_, subs_});
  for (std::uint32_t i = 0; i < pairs_.size(); ++i) {
    EtrunkPair& pair = pairs_[i];
    pair_of_.add(pair.a, i);
    if (pair.paired()) pair_of_.add(pair.b, i);
    match_members(pair);
  }
  pair_of_.seal();
  counterpart_.seal();
}

// By `remote-eth-trunk` of either side first, then by one Eth-Trunk id.
void EtrunkPairs::match_members(EtrunkPair& pair) {
  const auto number = [this](DeviceId device, InterfaceId id) { return (*net_)[device][id].number; };
  const auto remote = [this](DeviceId device, InterfaceId id) -> const MaybeFact<std::uint32_t>& {
    return (*net_)[device][id].trunk->remote_trunk;
  };
  std::vector<InterfaceId> left(members(pair.b).begin(), members(pair.b).end());
  for (const InterfaceId a : members(pair.a)) {
    EtrunkMembers row{a, {}, false};
    const auto& a_remote = remote(pair.a.device, a);
    const auto fits = [&](InterfaceId b) {
      const auto& b_remote = remote(pair.b.device, b);
      const std::uint32_t wanted = a_remote ? **a_remote : number(pair.a.device, a);
      return number(pair.b.device, b) == wanted && (!b_remote || **b_remote == number(pair.a.device, a));
    };
    if (const auto at = std::ranges::find_if(left, fits); at != left.end()) {
      row.b = *at;
      row.by_remote_id = a_remote.has_value() || remote(pair.b.device, *at).has_value();
      left.erase(at);
      match_subs({pair.a.device, a}, {pair.b.device, row.b});
    }
    pair.members.push_back(row);
  }
  for (const InterfaceId b : left) pair.members.push_back({{}, b, false});
}

void EtrunkPairs::match_subs(PortRef a, PortRef b) {
  counterpart_.add(a, b);
  counterpart_.add(b, a);
  const Subs of_a(*net_, subs_.find(a));
  const Subs of_b(*net_, subs_.find(b));
  for (const auto& [here, others] : {std::pair(a, &of_b), std::pair(b, &of_a)}) {
    for (const PortRef sub : subs_.find(here)) {
      const PortRef twin = twin_of(*net_, sub, *others);
      if (twin.valid()) counterpart_.add(sub, twin);
    }
  }
}

const EtrunkPair* EtrunkPairs::of(EtrunkRef etrunk) const {
  const auto found = pair_of_.find(etrunk);
  return found.empty() ? nullptr : &pairs_[found.front()];
}

EtrunkRef EtrunkPairs::covering(PortRef port) const {
  if (pairs_.empty()) return {};
  const PortRef main = parent_port(*net_, port);
  const Interface& trunk = get(*net_, main);
  if (!trunk.trunk || !trunk.trunk->etrunk) return {};
  return find_etrunk(*net_, main.device, **trunk.trunk->etrunk);
}

EtrunkRef EtrunkPairs::partner(EtrunkRef etrunk) const {
  const EtrunkPair* pair = of(etrunk);
  if (pair == nullptr) return {};
  return pair->a == etrunk ? pair->b : pair->a;
}

PortRef EtrunkPairs::counterpart(PortRef port) const {
  const auto found = counterpart_.find(port);
  return found.empty() ? PortRef{} : found.front();
}

}  // namespace holdfast::pairing
