// L3009: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/redundancy.h"

namespace holdfast::rules::l3 {
namespace {

using pairing::AcGroup;
using pairing::Pairing;
using pairing::PortRef;

// The L3VE interface behind the far end of a PW; invalid: there is none, or the far end is another AC.
PortRef gateway_of(const Pairing& net, const FarEnd& far) {
  if (!far.port.valid()) return {};
  const auto found = net.ve_groups().l3_of(far.port);
  return found.empty() ? PortRef{} : found.front();
}

// Something else already decides which gateway gets the traffic: an mVRRP that the interface follows, or a
// bypass PW by which the other gateway sends on.
bool is_steered(const Pairing& net, PortRef gateway, PortRef l2) {
  const AcGroup* group = net.ac_groups().of(l2);
  if (group != nullptr && group->has_any_bypass()) return true;
  return std::ranges::any_of(net[gateway].vrrp,
                             [](const VrrpGroup& vrrp) { return vrrp.tracked_admin_vrid.has_value(); });
}

smt::ExprId follows(const Pairing& net, PortRef gateway, Claim& claim) {
  auto& e = claim.exprs();
  const Interface& l3 = net[gateway];
  const Block block = block_of(l3);
  return e.any_of({e.variable(claim.fact(gateway.device, "L3VE interface follows the PW's state",
                                         l3.l3ve_tracks_pw, block)),
                   e.variable(claim.fact(gateway.device, "direct route follows the PW's state",
                                         l3.route_tracks_pw, block))});
}

void judge_group(const Pairing& net, const AcGroup& group, Judgement& out) {
  const AcRedundancy* redundancy = net.ac_groups().redundancy(group);
  if (!group.primary.valid() || !group.secondary.valid() || redundancy == nullptr) return;
  if (decided_elsewhere(net, group)) return;
  const FarEnds far = far_ends(net, group);
  const PortRef first = gateway_of(net, far.primary);
  const PortRef second = gateway_of(net, far.secondary);
  if (!first.valid() || !second.valid() || first.device == second.device) return;
  if (is_steered(net, first, far.primary.port) || is_steered(net, second, far.secondary.port)) return;
  const bool is_told = net.ac_groups().mode(group) != RedundancyMode::Frr;
  Claim claim = out.claim();
  auto& e = claim.exprs();
  std::vector<smt::ExprId> right;
  // In FRR mode the far ends do not learn which PW carries: nothing there can follow it.
  if (is_told) right.push_back(follows(net, second, claim));
  right.push_back(e.variable(claim.fact(group.ac.device, "receiving from both PWs",
                                        redundancy->stream_dual_receiving, block_of(net[group.ac]))));
  claim.require(e.any_of(right));
  claim.show(second.device, net[second].where, "the backup gateway");
  claim.show(first.device, net[first].where, "the gateway of the primary PW");
  claim.show(group.ac.device, net[group.secondary].where, "secondary PW");
  out.judge(claim, [&](Finding& finding) {
    const std::string& backup = name_of(net, second.device);
    finding.service = service_name(net, group.ac);
    finding.message = fmt::format(
        "return traffic to {} may come through {}, whose PW is standby, and nothing keeps it away",
        port_phrase(net, group.ac), backup);
    finding.consequence = fmt::format(
        "{} and {} both offer the route to the users. What the network sends through {} leaves on the "
        "standby PW, and {} drops it.",
        name_of(net, first.device), backup, backup, name_of(net, group.ac.device));
    finding.fix = {"let the backup gateway's route follow its PW, or receive from both PWs",
                   {is_told ? in_interface(net, second, {"direct-route track pw-state degrade-cost 30"})
                            : in_interface(net, group.ac, {"mpls l2vpn stream-dual-receiving"})}};
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const AcGroup& group : net.ac_groups().all()) judge_group(net, group, out);
}

}  // namespace

extern const Rule return_ignores_pw;
const Rule return_ignores_pw{
    .code = "L3009",
    .name = "return-ignores-pw",
    .severity = Severity::Warning,
    .title = "Return traffic from the L3VPN takes the gateway whose PW carries, or both PWs receive.",
    .what =
        "For each AC whose primary and secondary PWs end in L2VE interfaces of two gateways: the AC receives "
        "from both PWs, or the L3VE interface of the backup gateway follows the state of its PW (`l3ve track "
        "pw-state`, `direct-route track pw-state`). In FRR mode only the former helps, as gateways are not "
        "told which PW carries.",
    .why =
        "Both gateways advertise the users' subnet. The network may prefer the one whose PW is standby; what "
        "arrives there on a standby PW is dropped at the other end.",
    .fix =
        "Add `direct-route track pw-state` or `l3ve track pw-state` on the L3VE sub-interfaces, or "
        "`mpls l2vpn stream-dual-receiving` on the AC.",
    .limits =
        "Silent where the gateways have a bypass PW or follow an mVRRP, and where a gateway is not seen. "
        "Route policies that make the network prefer the primary's gateway are not looked at: a warning.",
    .source =
        "Command reference: direct-route track pw-state, l3ve track pw-state, mpls l2vpn "
        "stream-dual-receiving.",
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
 mpls lsr-id 10.0.0.2
 mpls l2vpn
 #
 interface Virtual-Ethernet0/1/0
  ve-group 1 l2-terminate
 #
 interface Virtual-Ethernet0/1/0.10
  vlan-type dot1q 10
  mpls l2vc 10.0.0.1 101
 #
 interface Virtual-Ethernet0/1/1
  ve-group 1 l3-access
 #
 interface Virtual-Ethernet0/1/1.10
  vlan-type dot1q 10
  ip address 192.168.0.1 255.255.255.0
  l3ve track pw-state
 #
 return
 sysname AGG2
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
 #
 interface Virtual-Ethernet0/1/1
  ve-group 1 l3-access
 #
 interface Virtual-Ethernet0/1/1.10
  vlan-type dot1q 10
  ip address 192.168.0.2 255.255.255.0
+ l3ve track pw-state
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::l3
