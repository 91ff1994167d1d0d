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

// A group that other lines speak of and no line gives an address.
void judge_without(const Pairing& net, VrrpRef ref, Judgement& out) {
  const VrrpGroup& group = net[ref];
  Claim claim = out.claim();
  const auto there = claim.present(ref.port.device, fmt::format("virtual address of VRID {}", *group.vrid),
                                   false, {}, block_of(net[ref.port]));
  claim.require(claim.exprs().variable(there));
  claim.show(ref.port.device, group.where, "speaks of the group");
  out.judge(claim, [&](Finding& finding) {
    finding.message =
        fmt::format("VRID {} of {} has no virtual address", *group.vrid, port_phrase(net, ref.port));
    finding.consequence =
        "The group does not exist on this device: what is bound to it has nothing to follow, and the other "
        "device "
        "is master alone.";
    finding.fix = {
        "give the group its virtual address",
        {in_interface(net, ref.port, {fmt::format("vrrp vrid {} virtual-ip <address>", *group.vrid)})}};
  });
}

bool has_in_subnet(const Interface& interface, const IpAddress& virtual_ip) {
  return std::ranges::any_of(
      interface.addresses, [&](const Fact<InterfaceAddress>& it) { return it->prefix.contains(virtual_ip); });
}

// Of two members with one virtual address, one is outside its subnet and the other inside.
void judge_subnet(const Pairing& net, VrrpRef outside, VrrpRef inside, Judgement& out) {
  const VrrpGroup& group = net[outside];
  const Interface& interface = net[outside.port];
  const Fact<IpAddress>& virtual_ip = group.virtual_ips.front();
  Claim claim = out.claim();
  const auto held = claim.present(
      outside.port.device,
      fmt::format("address of {} in the subnet of {}", interface.name, to_string(*virtual_ip)), false, {},
      {interface.addresses.empty() ? interface.where : interface.addresses.front().where, interface.unread});
  claim.require(claim.exprs().variable(held));
  claim.show(outside.port.device, virtual_ip.where, "the virtual address");
  for (const auto& address : net[inside.port].addresses)
    claim.show(inside.port.device, address.where, "the other member's subnet");
  out.judge(claim, [&](Finding& finding) {
    finding.message =
        fmt::format("{} has no address in the subnet of its virtual address {}, {} has",
                    port_phrase(net, outside.port), to_string(*virtual_ip), port_phrase(net, inside.port));
    finding.consequence = "The two do not hear each other: both are master, or this one never is.";
    finding.fix.summary = "give the interface an address in the subnet of the virtual address";
  });
}

void judge_subnets(const Pairing& net, const pairing::VrrpSegment& segment, Judgement& out) {
  const auto inside = [&](VrrpRef it) {
    return !net[it].virtual_ips.empty() && has_in_subnet(net[it.port], *net[it].virtual_ips.front());
  };
  const auto right = std::ranges::find_if(segment.members, inside);
  if (right == segment.members.end()) return;
  for (const VrrpRef it : segment.members) {
    if (!net[it].virtual_ips.empty() && !inside(it) && !net[it.port].unnumbered)
      judge_subnet(net, it, *right, out);
  }
}

void check(const Pairing& net, Judgement& out) {
  for (const pairing::VrrpSegment& segment : net.vrrp().all()) {
    for (const VrrpRef it : segment.members) {
      // Unicast groups have a peer in place of a virtual address.
      if (net[it].virtual_ips.empty() && !net[it].unicast_peer) judge_without(net, it, out);
    }
    judge_subnets(net, segment, out);
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
        "Groups of one VRID on interfaces of one subnet or link: their lists of virtual addresses are equal. "
        "Every "
        "group has one, and where it lies in the subnet of one member's interface, it lies in that of the "
        "others.",
    .why = "A device takes an advertisement with other addresses for a mistake and stays master itself.",
    .fix = "Set one virtual address on all members.",
    .limits =
        "Whether the address lies in the subnet of any interface is not checked: the device also takes "
        "addresses of "
        "other subnets for some uses. Undecided while lines of the interface were not understood.",
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
