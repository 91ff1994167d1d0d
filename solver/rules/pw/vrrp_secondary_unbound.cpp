// PW024: see the rule's page at the end of this file.

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
  if (!group.secondary.valid() || !group.primary.valid()) return;
  const pairing::PwEnd& primary = net[group.primary];
  const pairing::PwEnd& secondary = net[group.secondary];
  if (!primary.pw->admin_vrrp) return;
  const DeviceId device = group.ac.device;
  const bool is_bound = static_cast<bool>(secondary.pw->admin_vrrp);
  const Block block{secondary.where, net[group.ac].unread};
  Claim claim = out.claim();
  const auto second = claim.present(device, "mVRRP binding of the secondary PW", is_bound,
                                    is_bound ? secondary.pw->admin_vrrp->where : Span{}, block);
  const auto first = claim.present(device, "mVRRP binding of the primary PW", true,
                                   primary.pw->admin_vrrp->where, block_of(net[group.ac]));
  auto& e = claim.exprs();
  claim.require(e.implies(e.variable(first), e.variable(second)));
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, group.ac);
    finding.message =
        fmt::format("on {} the primary PW is bound to mVRRP group {} and the secondary PW is not",
                    port_phrase(net, group.ac), *primary.pw->admin_vrrp->vrid);
    finding.consequence = fmt::format(
        "The secondary PW announces active whatever VRRP says. When the far side moves to its secondary PWs "
        "while VRRP on {} is Backup, it may choose this PE, whose AC does not serve the site.",
        name_of(net, device));
    finding.fix = {"bind the secondary PW to the group of the primary one",
                   {in_interface(net, group.ac, {"mpls l2vc track admin-vrrp secondary"})}};
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const AcGroup& group : net.ac_groups().all()) judge_group(net, group, out);
}

}  // namespace

extern const Rule vrrp_secondary_unbound;
const Rule vrrp_secondary_unbound{
    .code = "PW024",
    .name = "vrrp-secondary-unbound",
    .severity = Severity::Error,
    .title = "Where the primary PW of an AC is bound to mVRRP, so is its secondary PW.",
    .what =
        "For each AC with a primary and a secondary PW: if `mpls l2vc track admin-vrrp` "
        "binds the primary, `mpls l2vc track admin-vrrp secondary` binds the secondary.",
    .why =
        "With dual homing at both sides each PW announces whether its own AC is the active "
        "one. An unbound secondary PW says active even where VRRP is Backup.",
    .fix = "Add `mpls l2vc track admin-vrrp secondary` in the AC's view.",
    .limits = "Undecided while a line of the AC's view was not understood.",
    .source = "command reference, mpls l2vc track admin-vrrp secondary.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 mpls l2vpn
 #
 interface GigabitEthernet0/1/0.9
  vlan-type dot1q 9
  ip address 10.9.0.4 255.255.255.0
  vrrp vrid 9 virtual-ip 10.9.0.1
  admin-vrrp vrid 9
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 2.2.2.2 100
  mpls l2vc 3.3.3.3 200 secondary
  mpls l2vpn redundancy independent
  mpls l2vc track admin-vrrp interface GigabitEthernet0/1/0.9 vrid 9 pw-redundancy
+ mpls l2vc track admin-vrrp secondary
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw
