// PW029: see the rule's page at the end of this file.

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
using pairing::PortRef;

// "GigabitEthernet0/1/0" of "GigabitEthernet0/1/0.9": the main interface need not stand in the configuration.
std::string main_name(const Pairing& net, PortRef port) {
  const std::string& name = net[port].name;
  return name.substr(0, name.find('.'));
}

void judge_group(const Pairing& net, const AcGroup& group, Judgement& out) {
  const pairing::Arbiter arbiter = net.dual_homing().arbiter(group.ac);
  if (arbiter.binding == nullptr || !arbiter.vrrp.valid()) return;
  const std::string ac_port = main_name(net, group.ac);
  const std::string vrrp_port = main_name(net, arbiter.vrrp.port);
  const DeviceId device = group.ac.device;
  const VrrpGroup& vrrp = net[arbiter.vrrp];
  Claim claim = out.claim();
  const auto ignores = claim.fact(
      device, "mVRRP ignores that its interface is down", vrrp.ignore_if_down,
      Block{vrrp.admin_where.known() ? vrrp.admin_where : vrrp.where, net[arbiter.vrrp.port].unread});
  const auto stands = claim.fact(device, "physical port of the mVRRP", configured(vrrp_port, vrrp.where),
                                 block_of(net[arbiter.vrrp.port]));
  const auto serves = claim.fact(device, "physical port of the PW", configured(ac_port, net[group.ac].where),
                                 block_of(net[group.ac]));
  auto& e = claim.exprs();
  claim.require(e.any_of({e.eq(stands, serves), e.variable(ignores)}));
  claim.show(device, arbiter.binding->where, "binds the PW to the mVRRP");
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, group.ac);
    finding.message = fmt::format(
        "the PW of {} follows mVRRP group {} on {}, which is another port and does not ignore that its "
        "interface "
        "is down",
        port_phrase(net, group.ac), *vrrp.vrid, net[arbiter.vrrp.port].name);
    finding.consequence = fmt::format(
        "When {} fails, VRRP goes to Initialize and the PW announces standby although its AC works; when {} "
        "fails, VRRP stays master and the PW announces active although its AC is down.",
        vrrp_port, ac_port);
    finding.fix = {
        fmt::format(
            "let the mVRRP ignore that its interface is down, on both PEs; or run it on a sub-interface "
            "of {}",
            ac_port),
        {in_interface(net, arbiter.vrrp.port,
                      {fmt::format("admin-vrrp vrid {} ignore-if-down", *vrrp.vrid)})}};
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const AcGroup& group : net.ac_groups().all()) judge_group(net, group, out);
}

}  // namespace

extern const Rule vrrp_other_port;
const Rule vrrp_other_port{
    .code = "PW029",
    .name = "vrrp-other-port",
    .severity = Severity::Warning,
    .title =
        "The mVRRP group that a PW follows stands on the PW's own physical port, or ignores "
        "that its interface is down.",
    .what =
        "For each PW bound to an mVRRP group: the group's interface and the AC are "
        "sub-interfaces of one port, or the group has `ignore-if-down`.",
    .why =
        "VRRP judges the port on which it runs. On another port its state says nothing of "
        "the AC that it decides over.",
    .fix =
        "Run the mVRRP on another sub-interface of the AC's port; or, where it runs on the "
        "link between the two PEs, add `ignore-if-down`.",
    .limits = "Silent where the group that the binding names is not there (VR003).",
    .source = "command reference, mpls l2vc track admin-vrrp and admin-vrrp vrid.",
    .example = R"(
 sysname PE2
 #
 mpls lsr-id 2.2.2.2
 mpls l2vpn
 #
-interface GigabitEthernet0/2/0.9
+interface GigabitEthernet0/1/0.9
  vlan-type dot1q 9
  ip address 10.9.0.2 255.255.255.0
  vrrp vrid 9 virtual-ip 10.9.0.1
  admin-vrrp vrid 9
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 1.1.1.1 100
  mpls l2vc 3.3.3.3 300 bypass
- mpls l2vc track admin-vrrp interface GigabitEthernet0/2/0.9 vrid 9 pw-redundancy
+ mpls l2vc track admin-vrrp interface GigabitEthernet0/1/0.9 vrid 9 pw-redundancy
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw
