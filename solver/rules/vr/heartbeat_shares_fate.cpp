// VR004: see the rule's page at the end of this file.

#include <fmt/format.h>
#include <set>
#include <string_view>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::vr {
namespace {

using pairing::Pairing;
using pairing::PortRef;
using pairing::VrrpRef;

// An AC whose PWs follow an admin VRRP group on its own physical port.
struct Shared {
  PortRef ac;
  VrrpRef group;
  Span binding;
};

// The physical port or Eth-Trunk, which need not be configured itself: "GigabitEthernet0/1/0".
std::string_view physical_name(const Pairing& net, PortRef port) {
  const std::string_view name = net[port].name;
  return name.substr(0, name.find('.'));
}

void judge(const Pairing& net, const Shared& shared, Judgement& out) {
  const VrrpGroup& group = net[shared.group];
  const DeviceId device = shared.ac.device;
  const std::string_view port = physical_name(net, shared.ac);
  Claim claim = out.claim();
  auto& e = claim.exprs();
  const auto ignores =
      claim.fact(device, fmt::format("VRID {} ignores that its interface is down", *group.vrid),
                 group.ignore_if_down, block_of(net[shared.group.port]));
  const auto arbitrates = claim.present(device, fmt::format("what it arbitrates is on {} too", port), true,
                                        shared.binding, block_of(net[shared.ac]));
  claim.require(e.negate(e.all_of({e.variable(ignores), e.variable(arbitrates)})));
  claim.show(device, group.where, fmt::format("heartbeats on {}", port));
  claim.show(device, net[shared.ac].where, "the AC");
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, shared.ac);
    finding.message = fmt::format(
        "on {}, the heartbeats of admin VRRP group {} cross {}, the very link it arbitrates, and it ignores "
        "that this link is down",
        name_of(net, device), *group.vrid, port);
    finding.consequence = fmt::format(
        "When {} goes down, {} stays or becomes the master although its AC is gone, and the other PE, which "
        "hears nothing, becomes one too: both announce their PWs as active.",
        port, name_of(net, device));
    finding.fix = {"let the group notice the link, or put it on a link of its own between the two PEs",
                   {in_interface(net, shared.group.port,
                                 {fmt::format("undo admin-vrrp vrid {}", *group.vrid),
                                  fmt::format("admin-vrrp vrid {}", *group.vrid)})}};
  });
}

void check(const Pairing& net, Judgement& out) {
  std::set<VrrpRef> seen;
  for (std::size_t d = 0; d < net.network().devices.size(); ++d) {
    const DeviceId device{d};
    for (std::size_t i = 0; i < net[device].interfaces.size(); ++i) {
      const PortRef ac{device, InterfaceId{i}};
      const pairing::Arbiter arbiter = net.dual_homing().arbiter(ac);
      if (arbiter.binding == nullptr || !arbiter.vrrp.valid()) continue;
      if (physical_name(net, arbiter.vrrp.port) != physical_name(net, ac)) continue;
      if (!*net[arbiter.vrrp].is_admin || !seen.insert(arbiter.vrrp).second) continue;
      judge(net, {ac, arbiter.vrrp, arbiter.binding->where}, out);
    }
  }
}

}  // namespace

extern const Rule heartbeat_shares_fate;
const Rule heartbeat_shares_fate{
    .code = "VR004",
    .name = "heartbeat-shares-fate",
    .severity = Severity::Warning,
    .title = "An admin VRRP group that ignores its interface has a link of its own.",
    .what =
        "For each AC whose PWs or VSI peers follow an admin VRRP group: where the group stands on the AC's "
        "own physical port, it has no `ignore-if-down`.",
    .why =
        "`ignore-if-down` is made for a direct link between the two PEs. On the AC's port it hides the very "
        "failure that the group has to arbitrate: both PEs are masters.",
    .fix =
        "Remove `ignore-if-down`, or move the group to a direct link between the PEs, best an Eth-Trunk over "
        "two boards.",
    .limits =
        "Only lines that name the group (`track admin-vrrp`) count, and only the AC's own port: whether the "
        "way between the PEs shares a link further out is FD003's kind of question. Undecided while lines "
        "of the interface were not understood.",
    .source = "Command reference: admin-vrrp vrid, usage scenario of ignore-if-down.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 mpls l2vpn
 #
-interface GigabitEthernet0/1/0
+interface GigabitEthernet0/1/0.1
+ vlan-type dot1q 10
+ mpls l2vc 2.2.2.2 100
+ mpls l2vc track admin-vrrp interface GigabitEthernet0/2/0 vrid 1 pw-redundancy
+#
+interface GigabitEthernet0/2/0
  ip address 10.0.0.1 255.255.255.0
  vrrp vrid 1 virtual-ip 10.0.0.9
  admin-vrrp vrid 1 ignore-if-down
 #
-interface GigabitEthernet0/1/0.1
- vlan-type dot1q 10
- mpls l2vc 2.2.2.2 100
- mpls l2vc track admin-vrrp interface GigabitEthernet0/1/0 vrid 1 pw-redundancy
-#
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::vr
