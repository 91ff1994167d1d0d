// PW010: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/redundancy.h"

namespace holdfast::rules::pw {
namespace {

using pairing::AcGroup;
using pairing::Pairing;

struct Uncovered {
  int seen = 0;  // far ends that are seen and have no arbiter
  int unseen = 0;
  bool foreign = false;  // a PW ends in a VSI: PW020's business
};

Uncovered uncovered(const Pairing& net, const FarEnds& far) {
  Uncovered result;
  for (const FarEnd* end : {&far.primary, &far.secondary}) {
    if (end->unseen()) ++result.unseen;
    if (end->seen() && !has_arbiter(net, *end)) ++result.seen;
    result.foreign = result.foreign || ends_in_vsi(net, *end);
  }
  return result;
}

// A PW redundancy group on switching SPEs without any arbiter behind them is meant for master mode: PW026.
bool meant_for_master(const FarEnds& far, const Uncovered& lacks) {
  return far.primary.switched && far.secondary.switched && lacks.seen == 2;
}

void describe(const Pairing& net, const AcGroup& group, const FarEnds& far, const Uncovered& lacks,
              Finding& finding) {
  const FarEnd& first = far.primary.seen() && !has_arbiter(net, far.primary) ? far.primary : far.secondary;
  finding.service = service_name(net, group.ac);
  finding.message =
      lacks.seen == 2
          ? fmt::format(
                "{} is in independent mode, but neither {} nor {} is covered by an "
                "E-Trunk or an mVRRP group",
                port_phrase(net, group.ac), far_phrase(net, far.primary), far_phrase(net, far.secondary))
          : fmt::format(
                "{} is in independent mode, but {} is covered by neither an E-Trunk nor "
                "an mVRRP group",
                port_phrase(net, group.ac), far_phrase(net, first));
  finding.consequence =
      "In independent mode the far ends decide which PW is active. Without an arbiter a far end announces "
      "itself active all the time: both sides may serve the dual-homed site at once, and the side that the "
      "PWs "
      "use need not be the one that the site uses.";
  finding.fix.summary =
      "let an E-Trunk (or an mVRRP group) of the two far PEs decide over their ACs; or, where the near PE is "
      "meant to decide, set the master mode";
  finding.fix.commands = {set_mode(net, group, RedundancyMode::Master)};
}

void judge_group(const Pairing& net, const AcGroup& group, Judgement& out) {
  if (!group.secondary.valid() || net.ac_groups().mode(group) != RedundancyMode::Independent) return;
  if (decided_elsewhere(net, group)) return;
  const FarEnds far = far_ends(net, group);
  if (far.missing()) return;
  const Uncovered lacks = uncovered(net, far);
  if (lacks.foreign || meant_for_master(far, lacks)) return;
  Claim claim = out.claim();
  const auto first = arbiter_fact(claim, net, far.primary);
  const auto second = arbiter_fact(claim, net, far.secondary);
  const auto mode = mode_fact(claim, net, group);
  auto& e = claim.exprs();
  claim.require(e.implies(e.is(mode, to_value(RedundancyMode::Independent)),
                          e.all_of({e.variable(first), e.variable(second)})));
  for (const FarEnd* end : {&far.primary, &far.secondary}) {
    if (end->seen() && !has_arbiter(net, *end)) {
      claim.show(end->device, net[end->port].where,
                 fmt::format("E-Trunk or mVRRP over {}: off (default)", net[end->port].name));
    }
  }
  out.judge(claim, [&](Finding& finding) { describe(net, group, far, lacks, finding); });
}

void check(const Pairing& net, Judgement& out) {
  for (const AcGroup& group : net.ac_groups().all()) judge_group(net, group, out);
}

}  // namespace

extern const Rule independent_without_arbiter;
const Rule independent_without_arbiter{
    .code = "PW010",
    .name = "independent-without-arbiter",
    .severity = Severity::Error,
    .title =
        "In independent mode both far ends have an E-Trunk or an mVRRP group that covers the "
        "AC.",
    .what =
        "For each AC with a secondary PW in independent mode: the ACs in which the two PWs "
        "end, through switching SPEs, belong to Eth-Trunks in an E-Trunk, or their PWs are "
        "bound to an mVRRP group.",
    .why =
        "In independent mode the near PE follows what the far ends announce. A far end "
        "without an arbiter announces itself active as long as its AC is up, so nothing ties "
        "the PW in use to the side that serves the site.",
    .fix =
        "Set up an E-Trunk or an mVRRP group between the two far PEs, over both ACs; or set "
        "`mpls l2vpn redundancy master` where the near PE is meant to decide.",
    .limits =
        "Undecided while a far end is not seen. Silent where a PW ends in a VSI (PW020), "
        "where both PWs are switched and no far end has an arbiter (PW026), and for ACs that "
        "a PW APS instance protects. That the two arbiters fit each other is what the ET and "
        "VR rules check.",
    .source = "Configuring the Independent PW Redundancy Mode, step 7.",
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
  mpls l2vpn redundancy independent
 #
 return
 sysname PE2
 #
 mpls lsr-id 2.2.2.2
 mpls l2vpn
 #
-interface GigabitEthernet0/1/0.1
+e-trunk 1
+ priority 20
+ peer-address 3.3.3.3 source-address 2.2.2.2
+#
+interface Eth-Trunk1
+ mode lacp-static
+ e-trunk 1
+#
+interface Eth-Trunk1.1
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
-interface GigabitEthernet0/1/0.1
+e-trunk 1
+ priority 30
+ peer-address 2.2.2.2 source-address 3.3.3.3
+#
+interface Eth-Trunk1
+ mode lacp-static
+ e-trunk 1
+#
+interface Eth-Trunk1.1
  vlan-type dot1q 10
  mpls l2vc 1.1.1.1 200
  mpls l2vc 2.2.2.2 300 bypass
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw
