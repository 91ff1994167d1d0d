// PW014: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/redundancy.h"

namespace holdfast::rules::pw {
namespace {

using pairing::AcGroup;
using pairing::Pairing;

void judge_group(const Pairing& net, const AcGroup& group, Judgement& out) {
  const AcRedundancy* redundancy = net.ac_groups().redundancy(group);
  if (!group.primary.valid() || !group.secondary.valid() || redundancy == nullptr) return;
  const FarEnds far = far_ends(net, group);
  if (far.missing() || ends_in_vsi(net, far.primary) || ends_in_vsi(net, far.secondary)) return;
  Claim claim = out.claim();
  const auto both = claim.fact(group.ac.device, "receiving from both PWs", redundancy->stream_dual_receiving,
                               block_of(net[group.ac]));
  auto& e = claim.exprs();
  smt::ExprId right = e.variable(both);
  for (const FarEnd* end : {&far.primary, &far.secondary}) {
    if (!end->unseen()) continue;
    const auto vsi = claim.unseen("whether the PW ends in a VSI at " + end->peer, smt::Sort::Boolean,
                                  "the configuration of " + end->peer);
    right = e.any_of({right, e.variable(vsi)});
  }
  claim.require(right);
  claim.show(group.ac.device, net[group.secondary].where, "secondary PW");
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, group.ac);
    finding.message =
        fmt::format("{} has a secondary PW and does not receive from both PWs", port_phrase(net, group.ac));
    finding.consequence =
        "When traffic moves back to the primary PW, the far end still sends on the secondary one until it "
        "has "
        "been told. These frames are dropped.";
    finding.fix = {"receive from both PWs",
                   {in_interface(net, group.ac, {"mpls l2vpn stream-dual-receiving"})}};
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const AcGroup& group : net.ac_groups().all()) judge_group(net, group, out);
}

}  // namespace

extern const Rule single_receive_on_switchback;
const Rule single_receive_on_switchback{
    .code = "PW014",
    .name = "single-receive-on-switchback",
    .severity = Severity::Info,
    .title = "An AC with a secondary PW receives from both PWs.",
    .what = "Each AC with a secondary PW has `mpls l2vpn stream-dual-receiving`.",
    .why =
        "During a switchback the two ends change over at slightly different moments. An AC "
        "that receives from one PW only drops what still comes on the other.",
    .fix = "Add `mpls l2vpn stream-dual-receiving` in the AC's view.",
    .limits =
        "Silent where a PW ends in a VSI: there, receiving from both returns broadcast to "
        "the network (VS013). Undecided where a far end is not seen, since it may be a VSI.",
    .source =
        "command reference, mpls l2vpn stream-dual-receiving; Configuring the Independent PW "
        "Redundancy Mode, step 6.",
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
+ mpls l2vpn stream-dual-receiving
 #
 return
 sysname PE2
 #
 mpls lsr-id 2.2.2.2
 mpls l2vpn
 #
 interface GigabitEthernet0/1/0.1
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
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 1.1.1.1 200
  mpls l2vc 2.2.2.2 300 bypass
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw
