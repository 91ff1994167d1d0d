// VR002: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::vr {
namespace {

using pairing::Pairing;
using pairing::VrrpRef;

// A group that follows an admin group takes its role from there.
bool elects(const VrrpGroup& group) {
  return !group.tracked_admin_vrid.has_value();
}

void judge(const Pairing& net, VrrpRef first, VrrpRef second, Judgement& out) {
  const VrrpGroup& a = net[first];
  const VrrpGroup& b = net[second];
  if (!elects(a) || !elects(b)) return;
  Claim claim = out.claim();
  const DeviceId here = first.port.device;
  const DeviceId there = second.port.device;
  const auto theirs = claim.fact(there, fmt::format("priority on {}", name_of(net, there)), b.priority,
                                 block_of(net[second.port]));
  const auto ours = claim.fact(here, fmt::format("priority on {}", name_of(net, here)), a.priority,
                               block_of(net[first.port]));
  claim.require(claim.exprs().ne(ours, theirs));
  claim.show(here, a.where, fmt::format("VRID {}", *a.vrid));
  claim.show(there, b.where, fmt::format("VRID {}", *b.vrid));
  out.judge(claim, [&](Finding& finding) {
    finding.message = fmt::format("VRID {} has priority {} on both {} and {}", *a.vrid, *a.priority,
                                  port_phrase(net, first.port), port_phrase(net, second.port));
    finding.consequence =
        "The larger interface address decides which is master, and whoever came up first keeps the role "
        "until then: "
        "the master is not the device that was planned.";
    finding.fix = {"give the device that is to be master a larger priority",
                   {in_interface(net, first.port, {fmt::format("vrrp vrid {} priority 120", *a.vrid)})}};
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const pairing::VrrpSegment& segment : net.vrrp().all()) {
    if (segment.members.size() == 2) judge(net, segment.members[0], segment.members[1], out);
  }
}

}  // namespace

extern const Rule equal_priority;
const Rule equal_priority{
    .code = "VR002",
    .name = "equal-priority",
    .severity = Severity::Warning,
    .title = "Priorities single out the master of a VRRP group.",
    .what = "The configured priorities (default 100) of the two members of a group.",
    .why =
        "With equal priorities the interface addresses decide; after a change of addresses or a restart the "
        "roles "
        "are not those that were planned, and what follows the group moves with it.",
    .fix = "Give the intended master a larger priority.",
    .limits = "Groups that follow an admin VRRP group are left out, and groups with more than two members.",
    .source = "Command reference NE40E V800R012: vrrp vrid priority; semantics: mVRRP.",
    .example = R"(
 sysname PE1
 #
 interface GigabitEthernet0/1/0
  ip address 10.0.0.1 255.255.255.0
  vrrp vrid 1 virtual-ip 10.0.0.9
+ vrrp vrid 1 priority 120
 #
 return
 sysname PE2
 #
 interface GigabitEthernet0/1/0
  ip address 10.0.0.2 255.255.255.0
  vrrp vrid 1 virtual-ip 10.0.0.9
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::vr
