// PW026: see the rule's page at the end of this file.

#include <fmt/format.h>
#include <string>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/redundancy.h"

namespace holdfast::rules::pw {
namespace {

using pairing::AcGroup;
using pairing::Pairing;

// Whether primary and secondary leave for switching SPEs, two different ones.
bool uses_two_spes(const Pairing& net, const AcGroup& group) {
  const pairing::PwEnd* first = group.primary.valid() ? net.pw_ends().counterpart(group.primary) : nullptr;
  const pairing::PwEnd* second = net.pw_ends().counterpart(group.secondary);
  if (first == nullptr || second == nullptr || first->device == second->device) return false;
  return first->kind == pairing::PwEndKind::Segment && second->kind == pairing::PwEndKind::Segment;
}

void judge_group(const Pairing& net, const AcGroup& group, Judgement& out) {
  if (!group.secondary.valid() || decided_elsewhere(net, group) || !uses_two_spes(net, group)) return;
  const FarEnds far = far_ends(net, group);
  // Far ends that decide among themselves: PW009 and PW010 speak of the mode then.
  if (far.missing() || has_arbiter(net, far.primary) || has_arbiter(net, far.secondary)) return;
  if (ends_in_vsi(net, far.primary) || ends_in_vsi(net, far.secondary)) return;
  Claim claim = out.claim();
  const auto mode = mode_fact(claim, net, group);
  auto& e = claim.exprs();
  smt::ExprId right = e.is(mode, to_value(RedundancyMode::Master));
  for (const FarEnd* end : {&far.primary, &far.secondary}) {
    if (end->unseen() || !net[end->port].unread.empty()) {
      right = e.any_of({right, e.variable(arbiter_fact(claim, net, *end))});
    }
  }
  claim.require(right);
  for (const pairing::PwEndId pw : {group.primary, group.secondary}) {
    const pairing::PwEnd& segment = *net.pw_ends().counterpart(pw);
    claim.show(group.ac.device, net[pw].where, std::string(role_word(net[pw])) + " PW");
    claim.show(segment.device, segment.where, "switches the PW");
  }
  out.judge(claim, [&](Finding& finding) {
    const DeviceId first = net.pw_ends().counterpart(group.primary)->device;
    const DeviceId second = net.pw_ends().counterpart(group.secondary)->device;
    finding.service = service_name(net, group.ac);
    finding.message =
        fmt::format("{} is in {}, but its PWs are switched at {} and {}, which needs master mode",
                    port_phrase(net, group.ac), mode_phrase(net.ac_groups().mode(group)), name_of(net, first),
                    name_of(net, second));
    finding.consequence = fmt::format(
        "Nobody behind the switching devices decides which PW is active, and {} does not tell them which one "
        "it "
        "uses. After a failure beyond {} the two directions may take different ways, and frames that arrive "
        "on "
        "the unused PW are dropped.",
        name_of(net, group.ac.device), name_of(net, first));
    finding.fix = {"let this PE decide: set the master mode", {set_mode(net, group, RedundancyMode::Master)}};
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const AcGroup& group : net.ac_groups().all()) judge_group(net, group, out);
}

}  // namespace

extern const Rule switched_needs_master;
const Rule switched_needs_master{
    .code = "PW026",
    .name = "switched-needs-master",
    .severity = Severity::Error,
    .title = "An AC whose primary and secondary PW are switched at two devices uses master mode.",
    .what =
        "For each AC with a primary and a secondary PW that both lead to switching SPEs, two "
        "different ones: the mode is `master`, unless the final ends are arbitrated by "
        "E-Trunk or mVRRP.",
    .why =
        "A switching device passes states through and decides nothing. If no far end "
        "decides, the near PE has to, and has to tell it along both PWs.",
    .fix = "Set `mpls l2vpn redundancy master` on the AC.",
    .limits =
        "Undecided while a final end is not seen. Silent where a final end has an E-Trunk or "
        "an mVRRP (PW009, PW010), and where a PW APS instance decides.",
    .source = "Configuring VPWS Switching; command reference, mpls l2vpn redundancy.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 mpls l2vpn
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 4.4.4.4 100
  mpls l2vc 5.5.5.5 200 secondary
+ mpls l2vpn redundancy master
 #
 return
 sysname SPE1
 #
 mpls lsr-id 4.4.4.4
 mpls l2vpn
 #
 mpls switch-l2vc 1.1.1.1 100 between 2.2.2.2 101 encapsulation vlan
 #
 return
 sysname SPE2
 #
 mpls lsr-id 5.5.5.5
 mpls l2vpn
 #
 mpls switch-l2vc 1.1.1.1 200 between 3.3.3.3 201 encapsulation vlan
 #
 return
 sysname PE2
 #
 mpls lsr-id 2.2.2.2
 mpls l2vpn
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 4.4.4.4 101
 #
 return
 sysname PE3
 #
 mpls lsr-id 3.3.3.3
 mpls l2vpn
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 5.5.5.5 201
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw
