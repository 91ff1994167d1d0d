// PW009: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/redundancy.h"

namespace holdfast::rules::pw {
namespace {

using pairing::AcGroup;
using pairing::Pairing;

// Both far ends end in ACs, and no seen one is without an arbiter: else FRR is a fair choice.
bool concerned(const Pairing& net, const FarEnds& far) {
  if (far.missing() || (far.primary.unseen() && far.secondary.unseen())) return false;
  for (const FarEnd* end : {&far.primary, &far.secondary}) {
    if (end->seen() && !has_arbiter(net, *end)) return false;
  }
  return true;
}

void judge_group(const Pairing& net, const AcGroup& group, Judgement& out) {
  if (!group.secondary.valid() || decided_elsewhere(net, group)) return;
  const FarEnds far = far_ends(net, group);
  if (!concerned(net, far)) return;
  Claim claim = out.claim();
  const auto mode = mode_fact(claim, net, group);
  const auto first = arbiter_fact(claim, net, far.primary);
  const auto second = arbiter_fact(claim, net, far.secondary);
  auto& e = claim.exprs();
  claim.require(e.implies(e.all_of({e.variable(first), e.variable(second)}),
                          e.negate(e.is(mode, to_value(RedundancyMode::Frr)))));
  if (group.primary.valid()) claim.show(group.ac.device, net[group.primary].where, "primary PW");
  claim.show(group.ac.device, net[group.secondary].where, "secondary PW");
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, group.ac);
    finding.message = fmt::format(
        "{} has a secondary PW and is left in FRR mode, although E-Trunk or mVRRP decides between {} and {}",
        port_phrase(net, group.ac), far_phrase(net, far.primary), far_phrase(net, far.secondary));
    finding.consequence = fmt::format(
        "{} uses the primary PW whenever it is up, whatever the far ends announce. While the E-Trunk or VRRP "
        "master is the other one (after a failure, and after the repair until both have gone back), traffic "
        "goes to the side that does not serve the site.",
        name_of(net, group.ac.device));
    finding.fix = {"let the far ends decide: set the independent mode",
                   {set_mode(net, group, RedundancyMode::Independent)}};
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const AcGroup& group : net.ac_groups().all()) judge_group(net, group, out);
}

}  // namespace

extern const Rule redundancy_mode_missing;
const Rule redundancy_mode_missing{
    .code = "PW009",
    .name = "redundancy-mode-missing",
    .severity = Severity::Error,
    .title = "An AC with a secondary PW whose far ends decide by E-Trunk or mVRRP is not left in FRR mode.",
    .what =
        "For each AC with a secondary PW: where both PWs end, through switching SPEs, in ACs that an "
        "E-Trunk or an mVRRP group covers, the AC has a PW redundancy mode.",
    .why =
        "In FRR mode, the default, an AC goes by the state of its own PWs only. It does not follow what "
        "the far ends announce, so it may send to the one whose AC is the backup.",
    .fix =
        "Set `mpls l2vpn redundancy independent` on the AC (or `master`, where the AC is meant to "
        "decide), without a switchback policy.",
    .limits =
        "Undecided while only one far end is seen and that one is covered. Silent where a seen far end "
        "has neither E-Trunk nor mVRRP, where a PW ends in a VSI (PW020), for PWs with labels set by "
        "hand, and for ACs that a PW APS instance protects.",
    .source =
        "Configuring the Independent PW Redundancy Mode, step 7; command reference, mpls l2vpn "
        "redundancy.",
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
+ mpls l2vpn redundancy independent
 #
 return
 sysname PE2
 #
 mpls lsr-id 2.2.2.2
 mpls l2vpn
 #
 e-trunk 1
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
