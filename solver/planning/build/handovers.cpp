// PWs that enter an L3VPN: L2VE and L3VE on the AGGs, the route they track, BGP between AGGs and RSGs.

#include <algorithm>
#include <fmt/format.h>

#include "solver/planning/build/parts.h"
#include "solver/planning/topology.h"

namespace holdfast::planning {
namespace {

constexpr std::uint32_t kFirstTarget = 600;

class Handovers {
 public:
  Handovers(Site& site, Tunnels& tunnels, Access& access) : site_(site), tunnels_(tunnels), access_(access) {}

  void build() {
    for (const PlannedService& service : site_.plan.services) {
      if (site_.intent.services[service.service].kind != intent::ServiceKind::Handover) continue;
      for (const std::size_t agg : service.hubs) add_speaker(agg);
      build_pws(service);
      for (std::size_t i = 0; i < 2; ++i) build_agg(service, i);
    }
    if (speakers_.empty()) return;
    for (const std::size_t rsg : site_.plan.rsgs) {
      add_speaker(rsg);
      for (const PlannedService& service : site_.plan.services) {
        if (handover(service) != nullptr) originate(rsg, *handover(service));
      }
    }
    for (const std::size_t device : speakers_) build_sessions(device);
  }

 private:
  const intent::Handover* handover(const PlannedService& service) const {
    const intent::Service& it = site_.intent.services[service.service];
    return it.handover ? &*it.handover : nullptr;
  }

  void add_speaker(std::size_t device) {
    if (!contains(speakers_, device)) speakers_.push_back(device);
  }

  static AddressFamily family_of(const intent::Handover& it) {
    return it.prefix.address.is_v6 ? AddressFamily::Ipv6 : AddressFamily::Ipv4;
  }

  // The instance on that device, with the family of the hand-over; its own distinguisher, one target for all.
  void join_instance(std::size_t device, const intent::Handover& it) {
    if (standing_family(device, it) != nullptr) return;
    std::vector<VpnInstance>& all = site_.at(device).device().vpn_instances;
    auto known = std::ranges::find(all, it.instance, &VpnInstance::name);
    if (known == all.end()) {
      all.push_back({it.instance, {}, {}, {}});
      known = all.end() - 1;
    }
    if (std::ranges::find(known->families, family_of(it), &VpnFamily::family) != known->families.end())
      return;
    VpnFamily& family = known->families.emplace_back();
    family.family = family_of(it);
    do family.route_distinguisher = said(fmt::format("{}:{}", site_.intent.as_number, ++distinguishers_));
    while (site_.existing.used.distinguishers.contains(**family.route_distinguisher));
    family.export_targets.push_back(said(target_of(it)));
    family.import_targets.push_back(said(target_of(it)));
  }

  // The family of that instance as it stands on the device.
  const VpnFamily* standing_family(std::size_t device, const intent::Handover& it) const {
    const Device* const standing = site_.existing.at(device);
    if (standing == nullptr) return nullptr;
    const auto instance = std::ranges::find(standing->vpn_instances, it.instance, &VpnInstance::name);
    if (instance == standing->vpn_instances.end()) return nullptr;
    const auto family = std::ranges::find(instance->families, family_of(it), &VpnFamily::family);
    return family == instance->families.end() ? nullptr : &*family;
  }

  // One target for an instance: the one that its devices have already, else a new one.
  const std::string& target_of(const intent::Handover& it) {
    const auto [at, fresh] = targets_.try_emplace(it.instance);
    if (!fresh) return at->second;
    for (std::size_t i = 0; i < site_.intent.devices.size(); ++i) {
      const VpnFamily* const family = standing_family(i, it);
      if (family != nullptr && !family->export_targets.empty())
        return at->second = *family->export_targets[0];
    }
    do at->second = fmt::format("{}:{}", site_.intent.as_number, kFirstTarget + next_target_++);
    while (site_.existing.used.route_targets.contains(at->second));
    return at->second;
  }

  BgpFamily& vpn_family(std::size_t device, const intent::Handover& it) {
    std::vector<BgpFamily>& families = site_.at(device).device().bgp.ensure().families;
    for (BgpFamily& family : families) {
      if (family.family == family_of(it) && family.vpn_instance && **family.vpn_instance == it.instance) {
        return family;
      }
    }
    BgpFamily& made = families.emplace_back();
    made.family = family_of(it);
    made.vpn_instance = said(it.instance);
    return made;
  }

  void build_pws(const PlannedService& service) {
    constexpr std::uint32_t kDelay = 60;
    const std::vector<std::string> circuit = access_.circuits(service, service.ends[0]);
    const auto policy = policy_at_near_end(tunnels_, service.pws);
    Interface& ac = site_.at(service.ends[0].pes[0]).interface(circuit[0]);
    for (std::size_t i = 0; i < 2; ++i) {
      const PlannedPw& pw = service.pws[i];
      ac.pws.push_back(
          make_pw(site_.loopback(pw.b), pw.vc_id, i == 0 ? PwRole::Primary : PwRole::Secondary, policy));
    }
    AcRedundancy& redundancy = ac.redundancy.ensure();
    redundancy.mode = said(RedundancyMode::Master);
    redundancy.reroute = said(Reroute{ReroutePolicy::Delay, kDelay, Reroute{}.resume});
    redundancy.stream_dual_receiving = said(true);
    const bool v6 = handover(service)->gateway.address.is_v6;
    (v6 ? redundancy.nd_dual_sending : redundancy.arp_dual_sending) = said(true);
  }

  // The two virtual interfaces of an AGG, on a board of their own.
  const std::string& ve_board(std::size_t agg) {
    const auto [at, fresh] = boards_.try_emplace(agg);
    if (!fresh) return at->second;
    Draft& draft = site_.at(agg);
    if (const auto standing = standing_board(draft)) return at->second = *standing;
    at->second = draft.new_board();
    const std::uint32_t group = next_group(draft);
    draft.interface(fmt::format("Virtual-Ethernet{}/0", at->second)).ve_group = said(VeGroup{group, true});
    draft.interface(fmt::format("Virtual-Ethernet{}/1", at->second)).ve_group = said(VeGroup{group, false});
    return at->second;
  }

  // A pair of virtual interfaces as this planner numbers them.
  static std::optional<std::string> standing_board(const Draft& draft) {
    if (draft.standing() == nullptr) return std::nullopt;
    constexpr std::string_view kKind = "Virtual-Ethernet";
    for (const Interface& it : draft.standing()->interfaces) {
      if (!it.ve_group || !(*it.ve_group)->l2_terminate || !it.name.starts_with(kKind) ||
          !it.name.ends_with("/0"))
        continue;
      const std::string board = it.name.substr(kKind.size(), it.name.size() - kKind.size() - 2);
      const Interface* const other = draft.standing(fmt::format("{}{}/1", kKind, board));
      if (other != nullptr && other->ve_group && (*other->ve_group)->id == (*it.ve_group)->id) return board;
    }
    return std::nullopt;
  }

  static std::uint32_t next_group(const Draft& draft) {
    std::uint32_t group = 1;
    if (draft.standing() == nullptr) return group;
    for (const Interface& it : draft.standing()->interfaces) {
      if (it.ve_group) group = std::max(group, (*it.ve_group)->id + 1);
    }
    return group;
  }

  void build_agg(const PlannedService& service, std::size_t i) {
    const intent::Handover& it = *handover(service);
    const PlannedPw& pw = service.pws[i];
    const std::size_t agg = pw.b;
    join_by_ldp(site_, pw.a, agg);
    join_instance(agg, it);
    const auto policy = policy_at_far_end(tunnels_, {pw});
    const std::string& board = ve_board(agg);
    const auto id = static_cast<std::uint16_t>(service.vlan);
    const auto tags = said(VlanMatch{VlanMatchKind::Dot1q, id, id, 0, 0});
    const std::string l2_name = fmt::format("Virtual-Ethernet{}/0.{}", board, service.vlan);
    if (site_.at(agg).standing(l2_name) != nullptr) {
      const intent::Service& asked = site_.intent.services[service.service];
      site_.conflicts.push_back(
          {asked.where, fmt::format("service {}: VLAN {} is in use on {} {}", asked.name, service.vlan,
                                    site_.name(agg), l2_name)});
    }
    Interface& l2 = site_.at(agg).interface(l2_name);
    l2.vlans.push_back(tags);
    l2.pws.push_back(make_pw(site_.loopback(pw.a), pw.vc_id, PwRole::Primary, policy));
    l2.tracked_routes.push_back({said(it.prefix.network()), said(it.instance), {}});
    Interface& l3 = site_.at(agg).interface(fmt::format("Virtual-Ethernet{}/1.{}", board, service.vlan));
    l3.vlans.push_back(tags);
    l3.vpn_instance = said(it.instance);
    if (it.gateway.address.is_v6) l3.ipv6 = said(true);
    l3.addresses.push_back(
        address(host_of(it.gateway, static_cast<std::uint32_t>(2 + i)), it.gateway.length));
    l3.l3ve_tracks_pw = said(true);
    BgpFamily& family = vpn_family(agg, it);
    if (family.imports.empty()) family.imports.push_back(said("direct"));
  }

  static IpAddress host_of(const IpPrefix& prefix, std::uint32_t n) {
    IpAddress result = prefix.network().address;
    if (result.is_v6) {
      result.v6.bytes.back() = static_cast<std::uint8_t>(result.v6.bytes.back() + n);
    } else {
      result.v4.bits += n;
    }
    return result;
  }

  // Each RSG has an address of the prefix on a loopback of the instance and says the prefix to BGP.
  void originate(std::size_t rsg, const intent::Handover& it) {
    if (originates(rsg, it)) return;
    join_instance(rsg, it);
    BgpFamily& family = vpn_family(rsg, it);
    const bool known = std::ranges::any_of(
        family.networks, [&](const Fact<IpPrefix>& network) { return *network == it.prefix.network(); });
    if (known) return;
    family.networks.push_back(said(it.prefix.network()));
    Draft& draft = site_.at(rsg);
    Interface& loopback = draft.interface(fmt::format("LoopBack{}", draft.new_number("LoopBack")));
    loopback.vpn_instance = said(it.instance);
    if (it.prefix.address.is_v6) loopback.ipv6 = said(true);
    const auto place = std::ranges::find(site_.plan.rsgs, rsg) - site_.plan.rsgs.begin();
    loopback.addresses.push_back(
        address(host_of(it.prefix, static_cast<std::uint32_t>(place + 1)), it.prefix.length));
  }

  // Whether it says the prefix to BGP as it stands.
  bool originates(std::size_t rsg, const intent::Handover& it) const {
    const Device* const standing = site_.existing.at(rsg);
    if (standing == nullptr || !standing->bgp || standing_family(rsg, it) == nullptr) return false;
    return std::ranges::any_of(standing->bgp->families, [&](const BgpFamily& family) {
      return family.family == family_of(it) && family.vpn_instance && **family.vpn_instance == it.instance &&
             std::ranges::any_of(family.networks,
                                 [&](const auto& network) { return *network == it.prefix.network(); });
    });
  }

  // Whether the session stands, with that family.
  bool has_session(std::size_t device, std::size_t other, AddressFamily family) const {
    const Device* const standing = site_.existing.at(device);
    if (standing == nullptr || !standing->bgp) return false;
    const IpAddress peer = ip(site_.loopback(other));
    return std::ranges::any_of(standing->bgp->families, [&](const BgpFamily& it) {
      return it.family == family && std::ranges::any_of(it.peers, [&](const BgpFamilyPeer& at) {
               return *at.address == peer && *at.enabled;
             });
    });
  }

  void build_sessions(std::size_t device) {
    Bgp& bgp = site_.at(device).device().bgp.ensure();
    const Device* const standing = site_.existing.at(device);
    bgp.as_number = said(site_.intent.as_number);
    if (standing == nullptr || !standing->bgp) bgp.router_id = said(site_.loopback(device));
    const auto carries = [&](AddressFamily family) {
      const auto is_it = [&](const BgpFamily& it) { return it.family == family && it.vpn_instance; };
      return std::ranges::any_of(bgp.families, is_it) ||
             (standing != nullptr && standing->bgp && std::ranges::any_of(standing->bgp->families, is_it));
    };
    std::vector<BgpFamily> vpn;
    for (const auto& [inner, outer] : {std::pair(AddressFamily::Ipv4, AddressFamily::Vpnv4),
                                       std::pair(AddressFamily::Ipv6, AddressFamily::Vpnv6)}) {
      if (carries(inner)) vpn.emplace_back().family = outer;
    }
    for (const std::size_t other : speakers_) {
      if (other == device) continue;
      const auto peer = said(ip(site_.loopback(other)));
      const bool known =
          standing != nullptr && standing->bgp &&
          std::ranges::any_of(standing->bgp->peers, [&](const BgpPeer& it) { return *it.address == *peer; });
      if (!known) {
        BgpPeer& session = bgp.peers.emplace_back();
        session.address = peer;
        session.as_number = said(site_.intent.as_number);
        session.connect_interface = said(site_.loopback_name(device));
      }
      for (BgpFamily& family : vpn) {
        if (has_session(device, other, family.family)) continue;
        if (standing == nullptr || !standing->bgp) family.policy_vpn_target = said(true);
        BgpFamilyPeer& in_family = family.peers.emplace_back();
        in_family.address = peer;
        in_family.enabled = said(true);
      }
    }
    bgp.families.insert(bgp.families.begin(), vpn.begin(), vpn.end());
  }

  Site& site_;
  Tunnels& tunnels_;
  Access& access_;
  std::vector<std::size_t> speakers_;           // of BGP, in the order in which they are needed
  std::map<std::string, std::string> targets_;  // by instance
  std::uint32_t next_target_ = 0;
  std::map<std::size_t, std::string> boards_;
  std::uint32_t distinguishers_ = 0;
};

}  // namespace

void build_handovers(Site& site, Tunnels& tunnels, Access& access) {
  Handovers(site, tunnels, access).build();
}

}  // namespace holdfast::planning
