// PW028: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/redundancy.h"

namespace holdfast::rules::pw {
namespace {

using pairing::AcGroup;
using pairing::Pairing;

bool follows_etrunk(const Pairing& net, const FarEnd& far) {
  return far.seen() && far.port.valid() && net.etrunks().covering(far.port).valid();
}

// The member line of the Eth-Trunk under the AC.
Span member_line(const Pairing& net, pairing::PortRef ac) {
  const Interface& trunk = net[pairing::parent_port(net.network(), ac)];
  return trunk.trunk && trunk.trunk->etrunk ? trunk.trunk->etrunk->where : Span{};
}

// What the AC does when its line is not there: a delayed switchback, in FRR and master mode.
Fact<ReroutePolicy> policy_of(const Pairing& net, const AcGroup& group, const AcRedundancy& redundancy) {
  if (!redundancy.reroute) return by_default(ReroutePolicy::Delay, net[group.ac].where);
  return {redundancy.reroute->value.policy, redundancy.reroute->where, redundancy.reroute->origin};
}

void judge_group(const Pairing& net, const AcGroup& group, Judgement& out) {
  const AcRedundancy* redundancy = net.ac_groups().redundancy(group);
  if (!group.secondary.valid() || redundancy == nullptr || decided_elsewhere(net, group)) return;
  // Independent mode takes no policy (PW016); what is left in FRR by omission is put into it (PW009).
  if (*redundancy->mode == RedundancyMode::Independent) return;
  if (*redundancy->mode == RedundancyMode::Frr && !redundancy->reroute) return;
  const FarEnds far = far_ends(net, group);
  if (!follows_etrunk(net, far.primary) || !follows_etrunk(net, far.secondary)) return;
  Claim claim = out.claim();
  const auto policy = claim.fact(group.ac.device, "switchback policy", policy_of(net, group, *redundancy),
                                 block_of(net[group.ac]));
  claim.require(claim.exprs().is(policy, to_value(ReroutePolicy::Immediately)));
  claim.show(group.ac.device, net[group.secondary].where, "secondary PW");
  for (const FarEnd* end : {&far.primary, &far.secondary}) {
    claim.show(end->device, member_line(net, end->port), "the far AC follows this E-Trunk");
  }
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, group.ac);
    finding.message =
        fmt::format("{} does not switch back immediately ({}), although E-Trunk decides between {} and {}",
                    port_phrase(net, group.ac), to_string(policy_of(net, group, *redundancy).value),
                    far_phrase(net, far.primary), far_phrase(net, far.secondary));
    finding.consequence =
        "After a repair the E-Trunk and the PWs go back at different times. In between traffic is sent to "
        "the PE "
        "whose AC is the backup: it is lost, or takes the bypass PW if there is one.";
    finding.fix = {"switch back immediately; the E-Trunk's revert delay does the waiting",
                   {in_interface(net, group.ac, {"mpls l2vpn reroute immediately"})}};
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const AcGroup& group : net.ac_groups().all()) judge_group(net, group, out);
}

}  // namespace

extern const Rule reroute_with_etrunk;
const Rule reroute_with_etrunk{
    .code = "PW028",
    .name = "reroute-with-etrunk",
    .severity = Severity::Warning,
    .title = "PWs whose far ends follow an E-Trunk switch back immediately.",
    .what =
        "For each AC in FRR or master mode whose primary and secondary PW end in ACs that "
        "E-Trunks cover: a configured switchback policy, and in master mode the default one "
        "(30 seconds), is `immediately`.",
    .why =
        "E-Trunk waits by itself before it goes back. A second, different delay on the PWs "
        "makes the two sides disagree in between.",
    .fix =
        "Set `mpls l2vpn reroute immediately`, and leave the waiting to the E-Trunk's revert "
        "delay.",
    .limits =
        "Silent in independent mode, which knows no policy (PW016), in FRR mode without a "
        "policy (PW009 asks for a mode), for ACs that a PW APS instance protects, and while "
        "a far end is not seen.",
    .source = "command reference, mpls l2vpn reroute.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 mpls l2vpn
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 2.2.2.2 100
  mpls l2vc 3.3.3.3 200 secondary
  mpls l2vpn redundancy master
- mpls l2vpn reroute delay 60
+ mpls l2vpn reroute immediately
 #
 return
 sysname PE2
 #
 mpls lsr-id 2.2.2.2
 mpls l2vpn
 #
 e-trunk 1
  priority 20
  peer-address 3.3.3.3 source-address 2.2.2.2
 #
 interface Eth-Trunk1
  mode lacp-static
  e-trunk 1
 #
 interface Eth-Trunk1.1
  vlan-type dot1q 10
  mpls l2vc 1.1.1.1 100
  mpls l2vc 3.3.3.3 300 bypass
 #
 return
 sysname PE3
 #
 mpls lsr-id 3.3.3.3
 mpls l2vpn
 #
 e-trunk 1
  priority 30
  peer-address 2.2.2.2 source-address 3.3.3.3
 #
 interface Eth-Trunk1
  mode lacp-static
  e-trunk 1
 #
 interface Eth-Trunk1.1
  vlan-type dot1q 10
  mpls l2vc 1.1.1.1 200
  mpls l2vc 2.2.2.2 300 bypass
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw
