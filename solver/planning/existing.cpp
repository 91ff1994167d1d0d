#include "solver/planning/existing.h"

#include <algorithm>

namespace holdfast::planning {
namespace {

constexpr std::uint8_t kHostLength = 32;
constexpr std::uint32_t kMostVlan = 4094;

class Collecting {
 public:
  UsedIdentifiers used;

  void add(const Device& device) {
    if (device.mpls.lsr_id) host(**device.mpls.lsr_id);
    if (device.lacp_etrunk_system_id) used.lacp_systems.insert((*device.lacp_etrunk_system_id)->bits);
    for (const LdpRemotePeer& peer : device.mpls.remote_peers) {
      if (peer.remote_ip) host(**peer.remote_ip);
    }
    for (const Interface& interface : device.interfaces) add(interface);
    for (const SwitchedPw& pw : device.switched_pws) {
      used.vc_ids.insert({*pw.first.vc_id, *pw.second.vc_id});
      if (pw.backup) used.vc_ids.insert(*pw.backup->vc_id);
    }
    for (const Vsi& vsi : device.vsis) add(vsi);
    for (const Etrunk& etrunk : device.etrunks) used.etrunks.insert(etrunk.id);
    for (const BfdSession& session : device.bfd_sessions) {
      number(session.local_discriminator, used.discriminators);
      number(session.remote_discriminator, used.discriminators);
    }
    for (const Fact<VlanRange>& range : device.vlans) vlans(range->first, range->last);
    for (const VpnInstance& instance : device.vpn_instances) {
      for (const VpnFamily& family : instance.families) add(family);
    }
    if (!device.bgp) return;
    for (const BgpPeer& peer : device.bgp->peers) address(*peer.address);
  }

 private:
  static void number(const MaybeFact<std::uint32_t>& value, std::set<std::uint32_t>& into) {
    if (value) into.insert(**value);
  }
  void host(Ipv4 address) { used.addresses.add(address, kHostLength); }
  void address(const IpAddress& address) {
    if (!address.is_v6) host(address.v4);
  }
  // A range of nearly all VLANs says what passes, not what is used.
  void vlans(std::uint32_t first, std::uint32_t last) {
    if (first == 0 || last - first >= kMostVlan / 4) return;
    for (std::uint32_t vlan = first; vlan <= last; ++vlan) used.vlans.insert(vlan);
  }

  void add(const Interface& interface) {
    for (const Fact<InterfaceAddress>& it : interface.addresses) {
      const IpPrefix& prefix = it->prefix;
      if (!prefix.address.is_v6) used.addresses.add(prefix.network().address.v4, prefix.length);
    }
    for (const Fact<VlanMatch>& tags : interface.vlans) vlans(tags->outer_first, tags->outer_last);
    if (interface.kind == InterfaceKind::Vlanif) used.vlans.insert(interface.number);
    if (interface.trunk && interface.trunk->etrunk_system_id) {
      used.lacp_systems.insert((*interface.trunk->etrunk_system_id)->bits);
    }
    if (interface.tunnel && interface.tunnel->destination) address(**interface.tunnel->destination);
    for (const Pw& pw : interface.pws) {
      number(pw.vc_id, used.vc_ids);
      number(pw.pw_bypass_vc_id, used.vc_ids);
      if (pw.peer) host(**pw.peer);
    }
    for (const VrrpGroup& group : interface.vrrp) {
      for (const Fact<IpAddress>& it : group.virtual_ips) address(*it);
    }
  }

  void add(const Vsi& vsi) {
    number(vsi.vsi_id, used.vc_ids);
    for (const VsiPeer& peer : vsi.peers) {
      host(*peer.address);
      number(peer.negotiation_vc_id, used.vc_ids);
    }
  }

  void add(const VpnFamily& family) {
    if (family.route_distinguisher) used.distinguishers.insert(**family.route_distinguisher);
    for (const auto* targets : {&family.import_targets, &family.export_targets}) {
      for (const Fact<std::string>& target : *targets) used.route_targets.insert(*target);
    }
  }
};

const Interface* find(const Device& device, const std::string& name) {
  const auto at = std::ranges::find(device.interfaces, name, &Interface::name);
  return at == device.interfaces.end() ? nullptr : &*at;
}

const Etrunk* etrunk_of(const Device& device, const std::string& port) {
  const Interface* trunk = find(device, carrier_of(device, port));
  if (trunk == nullptr || !trunk->trunk || !trunk->trunk->etrunk) return nullptr;
  const auto at = std::ranges::find(device.etrunks, **trunk->trunk->etrunk, &Etrunk::id);
  return at == device.etrunks.end() ? nullptr : &*at;
}

// The group that PWs over the port follow: an mVRRP group on one of its sub-interfaces.
std::pair<const Interface*, const VrrpGroup*> admin_group_of(const Device& device, const std::string& port) {
  const std::string start = carrier_of(device, port) + '.';
  for (const Interface& interface : device.interfaces) {
    if (!interface.name.starts_with(start)) continue;
    for (const VrrpGroup& group : interface.vrrp) {
      if (*group.is_admin) return {&interface, &group};
    }
  }
  return {nullptr, nullptr};
}

}  // namespace

void AddressSpace::add(Ipv4 first, std::uint8_t length) {
  const std::uint64_t size = std::uint64_t{1} << (32U - length);
  ranges_.emplace_back(first.bits, static_cast<std::uint32_t>(first.bits + size - 1));
}

void AddressSpace::settle() {
  std::ranges::sort(ranges_);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> apart;
  for (const auto& [first, last] : ranges_) {
    if (apart.empty() || first > apart.back().second) {
      apart.emplace_back(first, last);
    } else {
      apart.back().second = std::max(apart.back().second, last);
    }
  }
  ranges_ = std::move(apart);
}

bool AddressSpace::overlaps(Ipv4 first, std::uint32_t count) const {
  const std::uint32_t last = first.bits + (count - 1);
  const auto at =
      std::ranges::lower_bound(ranges_, first.bits, {}, &std::pair<std::uint32_t, std::uint32_t>::second);
  return at != ranges_.end() && at->first <= last;
}

UsedIdentifiers used_identifiers(const std::vector<const Device*>& devices) {
  Collecting collecting;
  for (const Device* device : devices) {
    if (device != nullptr) collecting.add(*device);
  }
  collecting.used.addresses.settle();
  return std::move(collecting.used);
}

std::string carrier_of(const Device& device, const std::string& port) {
  const Interface* member = find(device, port);
  if (member == nullptr || !member->member_of) return port;
  for (const Interface& interface : device.interfaces) {
    if (interface.kind == InterfaceKind::EthTrunk && !interface.is_sub &&
        interface.number == **member->member_of)
      return interface.name;
  }
  return port;
}

StandingHoming standing_homing(const std::array<const Device*, 2>& pes,
                               const std::array<std::string, 2>& ports) {
  StandingHoming result;
  if (pes[0] == nullptr || pes[1] == nullptr) return result;
  const Etrunk* const first = etrunk_of(*pes[0], ports[0]);
  const Etrunk* const second = etrunk_of(*pes[1], ports[1]);
  if (first != nullptr && second != nullptr && first->id == second->id) {
    result.homing = intent::Homing::Etrunk;
    result.master = *second->priority < *first->priority ? 1 : 0;
    return result;
  }
  const auto [at_first, group] = admin_group_of(*pes[0], ports[0]);
  const auto [at_second, other] = admin_group_of(*pes[1], ports[1]);
  if (group == nullptr || other == nullptr) return result;
  result.homing = intent::Homing::Mvrrp;
  result.master = *other->priority > *group->priority ? 1 : 0;
  result.groups = {at_first->name, at_second->name};
  result.vrids = {*group->vrid, *other->vrid};
  return result;
}

}  // namespace holdfast::planning
