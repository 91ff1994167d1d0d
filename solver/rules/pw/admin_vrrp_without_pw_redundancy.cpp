// PW011: see the rule's page at the end of this file.

#include <cstdint>
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

// Whether the PW, bound on this AC, is one of several that carry in turn.
enum class Membership : std::uint8_t { No, Yes, Unseen };

Membership membership(const Pairing& net, const AcGroup& group, const FarEnd& far) {
  if (group.secondary.valid() || group.has_any_bypass()) return Membership::Yes;
  if (!net.ac_groups().chosen_by(group.ac).empty()) return Membership::Yes;
  return far.unseen() ? Membership::Unseen : Membership::No;
}

void judge_group(const Pairing& net, const AcGroup& group, Judgement& out) {
  if (!group.primary.valid()) return;
  const pairing::PwEnd& pw = net[group.primary];
  if (!pw.pw->admin_vrrp) return;
  const AdminVrrpBinding& binding = *pw.pw->admin_vrrp;
  const FarEnd far = far_end(net, group.primary);
  const Membership member = membership(net, group, far);
  if (member == Membership::No) return;
  Claim claim = out.claim();
  // The binding's own line was read, so that no other line can hold the word.
  const auto word = claim.fact(group.ac.device, "`pw-redundancy` in the mVRRP binding of the PW",
                               binding.pw_redundancy, Block{binding.where, {}});
  auto& e = claim.exprs();
  if (member == Membership::Unseen) {
    const auto redundant = claim.unseen("a secondary PW beside this one", smt::Sort::Boolean,
                                        "the configuration of " + far.peer);
    claim.require(e.implies(e.variable(redundant), e.variable(word)));
  } else {
    claim.require(e.variable(word));
  }
  claim.show(group.ac.device, pw.where, "the PW that is bound");
  out.judge(claim, [&](Finding& finding) {
    const std::string line = line_text(net, binding.where);
    finding.service = service_name(net, group.ac);
    finding.message = fmt::format(
        "the PW of {} is bound to mVRRP group {} without `pw-redundancy`, although it is a member of a "
        "redundancy group",
        port_phrase(net, group.ac), *binding.vrid);
    finding.consequence = fmt::format(
        "While VRRP on {} is Backup the PW forwards nothing at all, not even to the bypass PW. When the way "
        "over the master is lost and the far end moves to this PW, its traffic ends here.",
        name_of(net, group.ac.device));
    finding.fix = {
        "bind the PW with `pw-redundancy`",
        {in_interface(net, group.ac, {"undo mpls l2vc track admin-vrrp", line + " pw-redundancy"})}};
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const AcGroup& group : net.ac_groups().all()) judge_group(net, group, out);
}

}  // namespace

extern const Rule admin_vrrp_without_pw_redundancy;
const Rule admin_vrrp_without_pw_redundancy{
    .code = "PW011",
    .name = "admin-vrrp-without-pw-redundancy",
    .severity = Severity::Error,
    .title = "A PW in a redundancy group that is bound to mVRRP is bound with `pw-redundancy`.",
    .what =
        "For each primary PW with `mpls l2vc track admin-vrrp`: where the PW has a secondary "
        "or a bypass PW beside it, or is one of two PWs of a far AC, the binding says "
        "`pw-redundancy`.",
    .why =
        "Bound without that word, the PW stops forwarding altogether while the mVRRP group "
        "is Backup, whatever the two ends have agreed on.",
    .fix = "Bind the PW anew, with `pw-redundancy`.",
    .limits =
        "Undecided where the far end is not seen and nothing on this device shows a group. "
        "Silent for a PW that stands alone.",
    .source =
        "Configuring the Independent PW Redundancy Mode, step 7; command reference, mpls "
        "l2vc track admin-vrrp.",
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
 interface GigabitEthernet0/1/0.9
  vlan-type dot1q 9
  ip address 10.9.0.2 255.255.255.0
  vrrp vrid 9 virtual-ip 10.9.0.1
  admin-vrrp vrid 9
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 1.1.1.1 100
  mpls l2vc 3.3.3.3 300 bypass
  mpls l2vc track admin-vrrp interface GigabitEthernet0/1/0.9 vrid 9 pw-redundancy
 #
 return
 sysname PE3
 #
 mpls lsr-id 3.3.3.3
 mpls l2vpn
 #
 interface GigabitEthernet0/1/0.9
  vlan-type dot1q 9
  ip address 10.9.0.3 255.255.255.0
  vrrp vrid 9 virtual-ip 10.9.0.1
  admin-vrrp vrid 9
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 1.1.1.1 200
  mpls l2vc 2.2.2.2 300 bypass
- mpls l2vc track admin-vrrp interface GigabitEthernet0/1/0.9 vrid 9
+ mpls l2vc track admin-vrrp interface GigabitEthernet0/1/0.9 vrid 9 pw-redundancy
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw
