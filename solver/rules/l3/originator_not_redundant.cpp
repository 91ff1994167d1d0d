// L3007: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/redundancy.h"
#include "solver/rules/support/ve_access.h"

namespace holdfast::rules::l3 {
namespace {

using pairing::AcGroup;
using pairing::Pairing;
using pairing::PortRef;
using pairing::RouteOrigin;

// A prefix that a PW tracks and only one device of the snapshot originates.
struct Lone {
  DeviceId device;  // that tracks
  const TrackedRoute* route = nullptr;
  RouteOrigin origin;
};

std::vector<Lone> lone_prefixes(const Pairing& net, PortRef port) {
  std::vector<Lone> result;
  for (const TrackedRoute& route : net[port].tracked_routes) {
    if (!route.vpn_instance) continue;
    const std::vector<RouteOrigin> origins = net.vpn_routes().origins(*route.prefix);
    if (origins.size() != 1 || origins.front().device == port.device) continue;
    result.push_back({port.device, &route, origins.front()});
  }
  return result;
}

// Both PWs of the group hang on one device.
std::optional<std::pair<Lone, Lone>> same_origin(const Pairing& net, const FarEnds& far) {
  const std::vector<Lone> others = lone_prefixes(net, far.secondary.port);
  for (const Lone& one : lone_prefixes(net, far.primary.port)) {
    const auto at = std::ranges::find_if(
        others, [&](const Lone& other) { return other.origin.device == one.origin.device; });
    if (at != others.end()) return std::pair(one, *at);
  }
  return std::nullopt;
}

// Whether the device takes PWs into the VPN itself: it has no way to the network of its own then.
bool is_access(const Pairing& net, DeviceId device) {
  return std::ranges::any_of(net.ve_groups().all(),
                             [device](const pairing::VeGroupView& group) { return group.device == device; });
}

// Another device that serves the same VPN, and could originate the prefix as well: it exports something that
// the tracking instance imports.

DeviceId stand_in(const Pairing& net, const Lone& one) {
  const VpnInstance* instance = pairing::find_vpn_instance(net[one.device], **one.route->vpn_instance);
  if (instance == nullptr) return {};
  const bool v6 = one.route->prefix->address.is_v6;
  const VpnFamily* wanted = pairing::find_family(*instance, v6);
  if (wanted == nullptr) return {};
  for (std::size_t d = 0; d < net.network().devices.size(); ++d) {
    const DeviceId device{d};
    if (device == one.origin.device || is_access(net, device)) continue;
    for (const VpnInstance& candidate : net[device].vpn_instances) {
      const VpnFamily* family = pairing::find_family(candidate, v6);
      if (family == nullptr || pairing::shared_target(*family, *wanted) == nullptr) continue;
      if (instance_family(net[device], candidate.name, v6) != nullptr) return device;
    }
  }
  return {};
}

// VPN peers of anybody that are not seen: behind them may be another originator.
std::set<std::string> unseen_peers(const Pairing& net, AddressFamily family) {
  std::set<std::string> result;
  for (const pairing::BgpSession& session : net.bgp_sessions().all()) {
    if (session.family != family || session.b_state != pairing::PeerState::Unseen) continue;
    if (session.a.enabled()) result.insert(to_string(*session.a.peer->address));
  }
  return result;
}

smt::VarId origin_fact(const Pairing& net, const Lone& lone, Claim& claim) {
  const VpnInstance& instance = *lone.origin.instance;
  return claim.fact(lone.origin.device,
                    fmt::format("origin of {}, which {} tracks", to_string(lone.route->prefix->network()),
                                name_of(net, lone.device)),
                    configured(name_of(net, lone.origin.device), lone.origin.advertised), block_of(instance));
}

void judge_group(const Pairing& net, const AcGroup& group, std::set<std::pair<Span, Span>>& told,
                 Judgement& out) {
  if (!group.primary.valid() || !group.secondary.valid()) return;
  const FarEnds far = far_ends(net, group);
  if (!far.primary.port.valid() || !far.secondary.port.valid()) return;
  if (far.primary.device == far.secondary.device) return;
  const auto both = same_origin(net, far);
  if (!both || both->first.origin.instance == nullptr || both->second.origin.instance == nullptr) return;
  const auto& one = both->first;
  const auto& other = both->second;
  const DeviceId healthy = stand_in(net, one);
  if (!healthy.valid()) return;
  // Many ACs hang on the same two lines.
  if (!told.insert({one.origin.advertised, other.origin.advertised}).second) return;
  Claim claim = out.claim();
  auto& e = claim.exprs();
  const auto first = origin_fact(net, one, claim);
  const auto second = origin_fact(net, other, claim);
  smt::ExprId apart = e.ne(first, second);
  for (const std::string& peer : unseen_peers(net, vpn_family_of(one.route->prefix.value))) {
    const auto too = claim.unseen("whether somebody else originates it", smt::Sort::Boolean,
                                  "the configuration of " + peer);
    apart = e.any_of({apart, e.variable(too)});
  }
  claim.require(apart);
  claim.show(one.device, one.route->where, "tracked by the primary PW's side");
  claim.show(other.device, other.route->where, "tracked by the secondary PW's side");
  out.judge(claim, [&](Finding& finding) {
    const std::string& rsg = name_of(net, one.origin.device);
    const std::string& stays = name_of(net, healthy);
    finding.service = service_name(net, group.ac);
    finding.message =
        fmt::format("both PWs of {} track routes that only {} originates{}", port_phrase(net, group.ac), rsg,
                    finding.verdict == Verdict::Unknown ? ", as far as is seen" : "");
    finding.consequence = fmt::format(
        "When {} fails, the tracked routes are gone on {} and on {}: both PWs go down, although {} is "
        "healthy and could carry everything.",
        rsg, name_of(net, one.device), name_of(net, other.device), stays);
    finding.fix = {fmt::format("originate the tracked prefix on {} as well", stays), {}};
  });
}

void check(const Pairing& net, Judgement& out) {
  std::set<std::pair<Span, Span>> told;
  for (const AcGroup& group : net.ac_groups().all()) judge_group(net, group, told, out);
}

}  // namespace

extern const Rule originator_not_redundant;
const Rule originator_not_redundant{
    .code = "L3007",
    .name = "originator-not-redundant",
    .severity = Severity::Warning,
    .title = "Tracked routes are gone when the whole RSG side is, not with one RSG.",
    .what =
        "For each AC whose primary and secondary PWs end on devices that track routes: the two do not both "
        "track prefixes that one and the same device alone originates, while another device serves the VPN.",
    .why =
        "Tracking moves traffic away from a side that has lost the network. If both sides watch one RSG, its "
        "loss takes both PWs down, and the other RSG stands by for nothing.",
    .fix = "Originate the tracked prefix on every RSG, or let each side track its own RSG's.",
    .limits =
        "Silent where only one side tracks, where either prefix has several originators, and where no other "
        "device exports to the VPN but those that take PWs into it. Undecided where VPN peers are not seen.",
    .source = "Associating the VPWS PW Status with the VPNv6 Route Status: each RSG advertises the route.",
    .example = R"(
 sysname CSG
 #
 mpls lsr-id 10.0.0.1
 mpls l2vpn
 #
 interface GigabitEthernet0/1/0.10
  vlan-type dot1q 10
  mpls l2vc 10.0.0.2 101
  mpls l2vc 10.0.0.3 102 secondary
  mpls l2vpn redundancy master
 #
 return
 sysname AGG1
 #
 ip vpn-instance v1
  ipv4-family
   route-distinguisher 1:1
   vpn-target 1:1 export-extcommunity
   vpn-target 1:1 import-extcommunity
 #
 mpls lsr-id 10.0.0.2
 mpls l2vpn
 #
 interface Virtual-Ethernet0/1/0
  ve-group 1 l2-terminate
 #
 interface Virtual-Ethernet0/1/0.10
  vlan-type dot1q 10
  mpls l2vc 10.0.0.1 101
  mpls l2vpn track route 10.9.9.0 24 vpn-instance v1
 #
 return
 sysname AGG2
 #
 ip vpn-instance v1
  ipv4-family
   route-distinguisher 1:2
   vpn-target 1:1 export-extcommunity
   vpn-target 1:1 import-extcommunity
 #
 mpls lsr-id 10.0.0.3
 mpls l2vpn
 #
 interface Virtual-Ethernet0/1/0
  ve-group 1 l2-terminate
 #
 interface Virtual-Ethernet0/1/0.10
  vlan-type dot1q 10
  mpls l2vc 10.0.0.1 102
  mpls l2vpn track route 10.9.9.0 24 vpn-instance v1
 #
 return
 sysname RSG1
 #
 ip vpn-instance v1
  ipv4-family
   route-distinguisher 1:3
   vpn-target 1:1 export-extcommunity
   vpn-target 1:1 import-extcommunity
 #
 interface LoopBack1
  ip binding vpn-instance v1
  ip address 10.9.9.1 255.255.255.0
 #
 bgp 100
  ipv4-family vpn-instance v1
   network 10.9.9.0 255.255.255.0
 #
 return
 sysname RSG2
 #
 ip vpn-instance v1
  ipv4-family
   route-distinguisher 1:4
   vpn-target 1:1 export-extcommunity
   vpn-target 1:1 import-extcommunity
 #
 interface LoopBack1
  ip binding vpn-instance v1
- ip address 10.8.8.2 255.255.255.0
+ ip address 10.9.9.2 255.255.255.0
 #
 bgp 100
  ipv4-family vpn-instance v1
-  network 10.8.8.0 255.255.255.0
+  network 10.9.9.0 255.255.255.0
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::l3
