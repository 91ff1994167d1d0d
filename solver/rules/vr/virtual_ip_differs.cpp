// VR001: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::vr {
namespace {

using pairing::Pairing;
using pairing::VrrpRef;

std::string addresses_of(const VrrpGroup& group) {
  std::vector<std::string> texts;
  for (const Fact<IpAddress>& address : group.virtual_ips) texts.push_back(to_string(address.value));
  std::ranges::sort(texts);
  return fmt::format("{}", fmt::join(texts, ", "));
}

Fact<std::string> virtual_ips(const VrrpGroup& group) {
  return configured(addresses_of(group), group.virtual_ips.front().where);
}

void judge(const Pairing& net, VrrpRef first, VrrpRef second, Judgement& out) {
  const VrrpGroup& a = net[first];
  const VrrpGroup& b = net[second];
  if (a.virtual_ips.empty() || b.virtual_ips.empty()) return;  // a group without one is not up
  Claim claim = out.claim();
  const DeviceId here = first.port.device;
  const DeviceId there = second.port.device;
  const auto theirs = claim.fact(there, fmt::format("virtual address on {}", name_of(net, there)),
                                 virtual_ips(b), block_of(net[second.port]));
  const auto ours = claim.fact(here, fmt::format("virtual address on {}", name_of(net, here)), virtual_ips(a),
                               block_of(net[first.port]));
  claim.require(claim.exprs().eq(ours, theirs));
  out.judge(claim, [&](Finding& finding) {
    finding.message =
        fmt::format("VRID {} has virtual address {} on {} and {} on {}", *a.vrid, addresses_of(a),
                    port_phrase(net, first.port), addresses_of(b), port_phrase(net, second.port));
    finding.consequence =
        "The devices discard each other's advertisements and both become master; what rides on the group is "
        "active "
        "on both.";
    finding.fix = {fmt::format("use {} on both", addresses_of(a)),
                   {in_interface(net, second.port,
                                 {fmt::format("undo vrrp vrid {} virtual-ip {}", *b.vrid, addresses_of(b)),
                                  fmt::format("vrrp vrid {} virtual-ip {}", *b.vrid, addresses_of(a))})}};
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const pairing::VrrpSegment& segment : net.vrrp().all()) {
    if (!segment.by_subnet && !segment.by_link) continue;
    for (std::size_t i = 1; i < segment.members.size(); ++i)
      judge(net, segment.members[0], segment.members[i], out);
  }
}

}  // namespace

extern const Rule virtual_ip_differs;
const Rule virtual_ip_differs{
    .code = "VR001",
    .name = "virtual-ip-differs",
    .severity = Severity::Error,
    .title = "The members of a VRRP group have one virtual address.",
    .what =
        "Groups of one VRID on interfaces of one subnet or link: their lists of virtual addresses are equal.",
    .why = "A device takes an advertisement with other addresses for a mistake and stays master itself.",
    .fix = "Set one virtual address on all members.",
    .limits =
        "Groups without a virtual address are left out. Whether the address lies in the interface's subnet "
        "is "
        "not checked: the device also takes addresses of other subnets for some uses.",
    .source = "Command reference NE40E V800R012: vrrp vrid virtual-ip.",
    .example = R"(
 sysname PE1
 #
 interface GigabitEthernet0/1/0
  ip address 10.0.0.1 255.255.255.0
  vrrp vrid 1 virtual-ip 10.0.0.9
  vrrp vrid 1 priority 120
 #
 return
 sysname PE2
 #
 interface GigabitEthernet0/1/0
  ip address 10.0.0.2 255.255.255.0
- vrrp vrid 1 virtual-ip 10.0.0.8
+ vrrp vrid 1 virtual-ip 10.0.0.9
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::vr
