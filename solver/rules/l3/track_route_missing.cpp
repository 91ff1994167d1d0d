// L3001: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/ve_access.h"

namespace holdfast::rules::l3 {
namespace {

using pairing::AcGroup;
using pairing::Pairing;
using pairing::PeerState;
using pairing::PortRef;
using pairing::PwEnd;

// The L3VE interface behind the PW, when it is bound to a VPN instance whose routes come by VPN peerings.
struct L3Side {
  PortRef port;
  std::string instance;
  bool has_other_interface = false;  // the instance has users on this device besides VE interfaces
};

bool learns_by_vpn(const Pairing& net, DeviceId device) {
  return std::ranges::any_of(net.bgp_sessions().of_device(device), [&](pairing::BgpSessionId id) {
    const auto& session = net.bgp_sessions()[id];
    return session.a.device == device ? session.a.enabled() : session.b.enabled();
  });
}

// VPN instances that have users on their device besides VE interfaces.
using UsedInstances = std::set<std::pair<DeviceId, std::string_view>>;

UsedInstances instances_with_users(const Pairing& net) {
  UsedInstances result;
  for (std::size_t d = 0; d < net.network().devices.size(); ++d) {
    for (const Interface& interface : net.network().devices[d].interfaces) {
      if (!interface.vpn_instance || interface.addresses.empty()) continue;
      const bool is_ve =
          interface.kind == InterfaceKind::VirtualEthernet || interface.kind == InterfaceKind::GlobalVe;
      if (!is_ve && interface.kind != InterfaceKind::Loopback) {
        result.insert({DeviceId{d}, **interface.vpn_instance});
      }
    }
  }
  return result;
}

std::optional<L3Side> l3_side(const Pairing& net, PortRef l2, const UsedInstances& used) {
  if (!learns_by_vpn(net, l2.device)) return std::nullopt;
  for (const PortRef l3 : net.ve_groups().l3_of(l2)) {
    if (!net[l3].vpn_instance) continue;
    const std::string& instance = **net[l3].vpn_instance;
    return L3Side{l3, instance, used.contains({l2.device, instance})};
  }
  return std::nullopt;
}

// The far end's group that chooses between this PW and another one, and the PWs it has.
struct Choice {
  const AcGroup* group = nullptr;
  bool preferred = false;
  PortRef twin;  // the AC at the other PW's far end; may be invalid
};

std::optional<Choice> choice_at(const Pairing& net, PortRef ac) {
  for (const AcGroup* group : net.ac_groups().chosen_by(ac)) {
    const pairing::FarPair far = net.ac_groups().far_pair(*group);
    Choice choice{group, false, {}};
    choice.preferred = far.primary.valid() && net[far.primary].ac_port() == ac;
    const pairing::PwEndId other = choice.preferred ? far.secondary : far.primary;
    if (other.valid() && net[other].ac.valid()) choice.twin = net[other].ac_port();
    return choice;
  }
  return std::nullopt;
}

const TrackedRoute* first_tracked(const Pairing& net, PortRef port) {
  if (!port.valid() || net[port].tracked_routes.empty()) return nullptr;
  return &net[port].tracked_routes.front();
}

Fix fix_of(const Pairing& net, PortRef port, const L3Side& side, const TrackedRoute* like) {
  const std::string route =
      like == nullptr ? std::string("<prefix> <mask-length>") : prefix_words(*like->prefix);
  return {like == nullptr ? "track a route that only the RSG side originates"
                          : "track the route that the other AGG tracks",
          {in_interface(net, port,
                        {fmt::format("mpls l2vpn track route {} vpn-instance {}", route, side.instance)})}};
}

smt::VarId tracking(const Pairing& net, const VeAccess& access, Claim& claim) {
  return claim.present(access.port.device, "`mpls l2vpn track route`", false, {}, block_of(net[access.port]));
}

void describe(const Pairing& net, const VeAccess& access, const L3Side& side, const TrackedRoute* like,
              Finding& finding) {
  const std::string& agg = name_of(net, access.port.device);
  finding.service = service_name(net, access.port);
  finding.message = fmt::format("{} ({}) does not track a route of VPN instance {}",
                                port_phrase(net, access.port), describe(*access.end), side.instance);
  finding.consequence = fmt::format(
      "When {} has lost its ways into VPN instance {}, the PW stays up: its far end goes on sending to {}, "
      "which drops everything, although the other PW could carry.",
      agg, side.instance, agg);
  finding.fix = fix_of(net, access.port, side, like);
}

void check_seen(const Pairing& net, const VeAccess& access, const L3Side& side, const Choice& choice,
                Judgement& out) {
  const TrackedRoute* like = first_tracked(net, choice.twin);
  const bool independent = net.ac_groups().mode(*choice.group) == RedundancyMode::Independent;
  if (independent && like == nullptr) return;
  Claim claim = out.claim();
  claim.require(claim.exprs().variable(tracking(net, access, claim)));
  claim.show(access.port.device, access.end->where, "the PW");
  claim.show(side.port.device, net[side.port].vpn_instance->where, "the L3VE interface behind it");
  const DeviceId chooser = choice.group->ac.device;
  if (choice.group->primary.valid()) claim.show(chooser, net[choice.group->primary].where, "primary PW");
  if (choice.group->secondary.valid())
    claim.show(chooser, net[choice.group->secondary].where, "secondary PW");
  if (like != nullptr) claim.show(choice.twin.device, like->where, "the other side tracks");
  out.judge(claim, [&](Finding& finding) {
    describe(net, access, side, like, finding);
    if (!choice.preferred || independent || side.has_other_interface) finding.severity = Severity::Warning;
  });
}

void check_unseen(const Pairing& net, const VeAccess& access, const L3Side& side, Judgement& out) {
  Claim claim = out.claim();
  auto& exprs = claim.exprs();
  const auto tracks = tracking(net, access, claim);
  const auto chooses = claim.unseen("whether the far end has another PW", smt::Sort::Boolean,
                                    fmt::format("the configuration of {}", to_string(**access.end->peer)));
  claim.require(exprs.implies(exprs.variable(chooses), exprs.variable(tracks)));
  claim.show(access.port.device, access.end->where, "the PW");
  out.judge(claim, [&](Finding& finding) {
    describe(net, access, side, nullptr, finding);
    finding.message += "; whether the far end has another PW to move to is not known";
    finding.severity = Severity::Warning;
  });
}

void check(const Pairing& net, Judgement& out) {
  const UsedInstances used = instances_with_users(net);
  for (const VeAccess& access : ve_accesses(net)) {
    if (!net[access.port].tracked_routes.empty()) continue;
    const auto side = l3_side(net, access.port, used);
    if (!side) continue;
    if (const auto choice = choice_at(net, access.port)) {
      check_seen(net, access, *side, *choice, out);
    } else if (net.pw_ends().peer(access.end->id).state == PeerState::Unseen) {
      check_unseen(net, access, *side, out);
    }
  }
}

}  // namespace

extern const Rule track_route_missing;
const Rule track_route_missing{
    .code = "L3001",
    .name = "track-route-missing",
    .severity = Severity::Error,
    .title = "A PW that ends in an L3VPN and has a backup elsewhere tracks a route of the L3VPN.",
    .what =
        "For every VPWS PW on an L2VE interface whose L3VE interface is bound to a VPN instance with VPN "
        "peerings: if the far end has it as one of a primary and a secondary PW, the L2VE interface has "
        "`mpls l2vpn track route`. An error on the side of the primary PW, a warning on the side of the "
        "secondary and where the instance has interfaces of its own on the device.",
    .why =
        "The far end sees only the PW, which stays up when the aggregation router has lost its way into the "
        "L3VPN: the traffic ends there although the other PW leads on.",
    .fix = "Track a prefix that the routers behind originate, and that dies only with all of them.",
    .limits =
        "Silent for VSIs, for L3VE interfaces outside VPN instances, and in independent mode, where an "
        "E-Trunk or an mVRRP decides, unless the other side tracks. Undecided while the far end of the PW is "
        "not in the snapshot.",
    .source =
        "Associating the VPWS PW Status with the VPNv6 Route Status; command reference, mpls l2vpn track "
        "route.",
    .example = R"(
 sysname CSG
 #
 mpls lsr-id 1.1.1.1
 mpls
 mpls l2vpn
 #
 interface GigabitEthernet0/1/0.10
  vlan-type dot1q 10
  mpls l2vc 2.2.2.2 100
  mpls l2vc 3.3.3.3 200 secondary
  mpls l2vpn redundancy master
 #
 return
 sysname AGG1
 #
 ip vpn-instance v1
  ipv4-family
   route-distinguisher 1:1
   vpn-target 1:1 both
 #
 mpls lsr-id 2.2.2.2
 mpls
 mpls l2vpn
 #
 interface Virtual-Ethernet0/1/0
  ve-group 1 l2-terminate
 #
 interface Virtual-Ethernet0/1/0.10
  vlan-type dot1q 10
  mpls l2vc 1.1.1.1 100
+ mpls l2vpn track route 10.9.9.9 32 vpn-instance v1
 #
 interface Virtual-Ethernet0/1/1
  ve-group 1 l3-access
 #
 interface Virtual-Ethernet0/1/1.10
  vlan-type dot1q 10
  ip binding vpn-instance v1
  ip address 10.1.1.2 255.255.255.0
 #
 bgp 100
  peer 4.4.4.4 as-number 100
  #
  ipv4-family vpnv4
   peer 4.4.4.4 enable
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::l3
