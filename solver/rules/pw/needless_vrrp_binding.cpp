// PW012: see the rule's page at the end of this file.

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
  const pairing::Arbiter arbiter = net.dual_homing().arbiter(group.ac);
  if (!arbiter.etrunk_covers() || arbiter.binding == nullptr) return;
  const DeviceId device = group.ac.device;
  const Interface& trunk = net[pairing::parent_port(net.network(), group.ac)];
  if (!trunk.trunk || !trunk.trunk->etrunk) return;
  Claim claim = out.claim();
  const auto bound = claim.present(device, fmt::format("mVRRP binding of the PW of {}", net[group.ac].name),
                                   true, arbiter.binding->where, block_of(net[group.ac]));
  const auto covered = claim.present(device, fmt::format("{} in an E-Trunk", trunk.name), true,
                                     trunk.trunk->etrunk->where, block_of(trunk));
  auto& e = claim.exprs();
  claim.require(e.negate(e.all_of({e.variable(bound), e.variable(covered)})));
  claim.show(device, net[arbiter.etrunk].where, "the E-Trunk");
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, group.ac);
    finding.message =
        fmt::format("the PW of {} is bound to mVRRP, although E-Trunk {} already decides over its AC",
                    port_phrase(net, group.ac), net[arbiter.etrunk].id);
    finding.consequence =
        "Two elections decide over one AC. When they choose different masters (after a failure that only one "
        "of "
        "them sees), the PE whose AC forwards announces standby, and traffic is lost or makes a detour.";
    finding.fix = {"remove the binding; PWs follow the E-Trunk by themselves",
                   {in_interface(net, group.ac, {"undo mpls l2vc track admin-vrrp"})}};
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const AcGroup& group : net.ac_groups().all()) judge_group(net, group, out);
}

}  // namespace

extern const Rule needless_vrrp_binding;
const Rule needless_vrrp_binding{
    .code = "PW012",
    .name = "needless-vrrp-binding",
    .severity = Severity::Warning,
    .title = "A PW whose AC belongs to an E-Trunk is not bound to mVRRP as well.",
    .what =
        "For each AC on an Eth-Trunk that is a member of an E-Trunk: none of its PWs has "
        "`mpls l2vc track admin-vrrp`.",
    .why =
        "The PW follows the E-Trunk without any binding. A second election beside it can "
        "come out differently.",
    .fix = "Remove the binding with `undo mpls l2vc track admin-vrrp`.",
    .limits =
        "Looks at one AC at a time: the other side of the PW may well be arbitrated by "
        "something else.",
    .source = "Configuring the Independent PW Redundancy Mode, step 7.",
    .example = R"(
 sysname PE2
 #
 mpls lsr-id 2.2.2.2
 mpls l2vpn
 #
 e-trunk 1
  priority 10
  peer-address 3.3.3.3 source-address 2.2.2.2
 #
 interface Eth-Trunk1
  mode lacp-static
  e-trunk 1
 #
 interface GigabitEthernet0/1/0.9
  vlan-type dot1q 9
  ip address 10.9.0.2 255.255.255.0
  vrrp vrid 9 virtual-ip 10.9.0.1
  admin-vrrp vrid 9
 #
 interface Eth-Trunk1.1
  vlan-type dot1q 10
  mpls l2vc 1.1.1.1 100
  mpls l2vc 3.3.3.3 300 bypass
- mpls l2vc track admin-vrrp interface GigabitEthernet0/1/0.9 vrid 9 pw-redundancy
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw
