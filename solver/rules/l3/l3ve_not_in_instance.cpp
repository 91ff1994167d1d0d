// L3004: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/ve_access.h"

namespace holdfast::rules::l3 {
namespace {

using pairing::Pairing;
using pairing::PortRef;

void judge_binding(const Pairing& net, PortRef l2, PortRef l3, const TrackedRoute& route, Judgement& out) {
  const Interface& l3ve = net[l3];
  const std::string& tracked = **route.vpn_instance;
  Claim claim = out.claim();
  auto& exprs = claim.exprs();
  const auto names =
      claim.fact(l2.device, "instance of the tracked route", *route.vpn_instance, block_of(net[l2]));
  if (l3ve.vpn_instance) {
    const auto bound =
        claim.fact(l3.device, fmt::format("instance of {}", l3ve.name), *l3ve.vpn_instance, block_of(l3ve));
    claim.require(exprs.eq(names, bound));
  } else {
    const auto bound = claim.present(l3.device, fmt::format("`ip binding vpn-instance` of {}", l3ve.name),
                                     false, {}, block_of(l3ve));
    claim.require(exprs.variable(bound));
  }
  claim.show(l2.device, route.where, {});
  claim.show(l3.device, l3ve.where, "the L3VE interface behind the PW");
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, l2);
    finding.message =
        fmt::format("{} tracks a route of VPN instance {}, but its traffic goes to {}, which is in {}",
                    port_phrase(net, l2), tracked, l3ve.name,
                    l3ve.vpn_instance ? "instance " + **l3ve.vpn_instance : "no instance");
    finding.consequence =
        "The PW follows the state of another VPN: it stays up when its own has lost its routes, and goes "
        "down "
        "when nothing is wrong with it.";
    if (l3ve.vpn_instance) {
      finding.fix = {"track a route of the instance of the L3VE interface",
                     {in_interface(net, l2,
                                   {"undo mpls l2vpn track route",
                                    fmt::format("mpls l2vpn track route {} vpn-instance {}",
                                                prefix_words(*route.prefix), **l3ve.vpn_instance)})}};
    } else {
      finding.fix = {"bind the L3VE interface to the instance (its addresses have to be given anew)",
                     {in_interface(net, l3, {"ip binding vpn-instance " + tracked})}};
    }
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const VeAccess& access : ve_accesses(net)) {
    for (const TrackedRoute& route : net[access.port].tracked_routes) {
      if (!route.vpn_instance) continue;
      for (const PortRef l3 : net.ve_groups().l3_of(access.port)) {
        judge_binding(net, access.port, l3, route, out);
      }
    }
  }
}

}  // namespace

extern const Rule l3ve_not_in_instance;
const Rule l3ve_not_in_instance{
    .code = "L3004",
    .name = "l3ve-not-in-instance",
    .severity = Severity::Warning,
    .title = "The L3VE interface behind a PW is bound to the VPN instance that the PW's tracking names.",
    .what =
        "For every `mpls l2vpn track route` of an L2VE interface: the L3VE interface that takes its VLANs is "
        "bound to the VPN instance named there.",
    .why = "Tracking is to tell whether the traffic of this PW gets on. Another VPN cannot tell.",
    .fix = "Track a route of the instance that the L3VE interface is in, or bind the interface to it.",
    .limits = "Silent where no L3VE interface matches the L2VE interface (L3003, L3008).",
    .source = "Associating the VPWS PW Status with the VPNv6 Route Status, usage scenario.",
    .example = R"(
 sysname AGG1
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
- mpls l2vpn track route 10.9.9.9 32 vpn-instance v1
+ mpls l2vpn track route 10.9.9.9 32 vpn-instance v2
 #
 interface Virtual-Ethernet0/1/1
  ve-group 1 l3-access
 #
 interface Virtual-Ethernet0/1/1.10
  vlan-type dot1q 10
  ip binding vpn-instance v2
  ip address 10.1.1.2 255.255.255.0
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::l3
