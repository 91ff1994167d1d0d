// PW020: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/redundancy.h"

namespace holdfast::rules::pw {
namespace {

using pairing::AcGroup;
using pairing::Pairing;

// A VSI that lets an mVRRP decide over its PWs announces its state: with it, independent mode is right.
bool decides_by_vrrp(const Pairing& net, const FarEnd& far) {
  return ends_in_vsi(net, far) && net[far.end].vsi_peer->admin_vrrp;
}

void judge_group(const Pairing& net, const AcGroup& group, Judgement& out) {
  if (!group.secondary.valid() || decided_elsewhere(net, group)) return;
  const FarEnds far = far_ends(net, group);
  if (!ends_in_vsi(net, far.primary) && !ends_in_vsi(net, far.secondary)) return;
  if (decides_by_vrrp(net, far.primary) || decides_by_vrrp(net, far.secondary)) return;
  Claim claim = out.claim();
  const auto mode = mode_fact(claim, net, group);
  claim.require(claim.exprs().is(mode, to_value(RedundancyMode::Master)));
  for (const FarEnd* end : {&far.primary, &far.secondary}) {
    if (ends_in_vsi(net, *end)) claim.show(end->device, net[end->end].where, "the PW ends in this VSI");
  }
  claim.show(group.ac.device, net[group.secondary].where, "secondary PW");
  out.judge(claim, [&](Finding& finding) {
    const FarEnd& vsi = ends_in_vsi(net, far.primary) ? far.primary : far.secondary;
    finding.service = service_name(net, group.ac);
    finding.message = fmt::format("{} is in {}, but its PWs end in VSIs ({}), which needs master mode",
                                  port_phrase(net, group.ac), mode_phrase(net.ac_groups().mode(group)),
                                  far_phrase(net, vsi));
    finding.consequence =
        "A VSI does not decide which of the two PWs is active, and nobody else does. The PW that is not used "
        "is "
        "not announced as standby, so both VSIs forward to this site: broadcast comes twice, MAC addresses "
        "move between the two, and the spoke that fails is noticed late.";
    finding.fix = {"let this PE decide: set the master mode", {set_mode(net, group, RedundancyMode::Master)}};
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const AcGroup& group : net.ac_groups().all()) judge_group(net, group, out);
}

}  // namespace

extern const Rule independent_when_accessing_vpls;
const Rule independent_when_accessing_vpls{
    .code = "PW020",
    .name = "independent-when-accessing-vpls",
    .severity = Severity::Error,
    .title = "An AC whose primary and secondary PW end in VSIs is in master mode.",
    .what =
        "For each AC with a secondary PW of which at least one PW ends in a VSI: the mode is "
        "`master`.",
    .why =
        "A VSI has no arbiter that would announce one of the two PWs as standby. Only the "
        "side with the two PWs can choose, and only in master mode does it tell the VSIs "
        "which PW it uses.",
    .fix = "Set `mpls l2vpn redundancy master` on the AC.",
    .limits =
        "Silent where the VSI binds the PW to an mVRRP group (VPLS with VXLAN), which makes "
        "independent mode right, and where neither end is seen.",
    .source =
        "Configuring H-VPLS with tracked hub PWs; command reference, protect-mode "
        "pw-redundancy and peer track admin-vrrp.",
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
- mpls l2vpn redundancy independent
+ mpls l2vpn redundancy master
 #
 return
 sysname NPE1
 #
 mpls lsr-id 2.2.2.2
 mpls l2vpn
 #
 vsi v1
  pwsignal ldp
   vsi-id 100
   peer 1.1.1.1 upe
 #
 return
 sysname NPE2
 #
 mpls lsr-id 3.3.3.3
 mpls l2vpn
 #
 vsi v1
  pwsignal ldp
   vsi-id 200
   peer 1.1.1.1 upe
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw
