// PW015: see the rule's page at the end of this file.

#include <fmt/format.h>
#include <string>

#include "solver/pairing/pairing.h"
#include "solver/pairing/vlans.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/redundancy.h"

namespace holdfast::rules::pw {
namespace {

using pairing::AcGroup;
using pairing::Pairing;
using pairing::PortRef;

// An address that the users of a group have, or that they use as their gateway: the first of each family.
struct Users {
  Evidence v4;
  Evidence v6;
};

void take_addresses(const Pairing& net, PortRef port, const char* what, Users& users) {
  const Interface& interface = net[port];
  for (const Fact<InterfaceAddress>& address : interface.addresses) {
    const bool is_v6 = address->prefix.address.is_v6;
    if (is_v6 && !*interface.ipv6) continue;
    Evidence& place = is_v6 ? users.v6 : users.v4;
    if (!place.where.known()) place = {port.device, address.where, what};
  }
}

// The interface of the CE behind an AC: over the link of the AC's port, with the AC's sub-interface number.
PortRef ce_interface(const Pairing& net, PortRef ac) {
  const PortRef port = net.links().far_end(pairing::parent_port(net.network(), ac));
  if (!port.valid() || !net[ac].is_sub) return port;
  const std::string name = fmt::format("{}.{}", net[port].name, pairing::sub_number(net[ac]));
  const PortRef sub{port.device, net[port.device].find_interface(name)};
  return sub.valid() && pairing::vlans_meet(net[sub], net[ac]) ? sub : PortRef{};
}

Users users_of(const Pairing& net, const AcGroup& group, const FarEnds& far) {
  Users users;
  if (const PortRef ce = ce_interface(net, group.ac); ce.valid()) {
    take_addresses(net, ce, "the address of a user", users);
  }
  for (const FarEnd* end : {&far.primary, &far.secondary}) {
    if (!end->seen() || !end->port.valid()) continue;
    for (const PortRef l3 : net.ve_groups().l3_of(end->port)) {
      take_addresses(net, l3, "the gateway of the users", users);
    }
  }
  return users;
}

void judge_family(const Pairing& net, const AcGroup& group, const Fact<bool>& sending, const Evidence& user,
                  bool v6, Judgement& out) {
  if (!user.where.known()) return;
  const char* protocol = v6 ? "ND" : "ARP";
  Claim claim = out.claim();
  const auto both = claim.fact(group.ac.device, fmt::format("sending {} on both PWs", protocol), sending,
                               block_of(net[group.ac]));
  claim.require(claim.exprs().variable(both));
  claim.show(group.ac.device, net[group.secondary].where, "secondary PW");
  claim.show(user.device, user.where, user.note);
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, group.ac);
    finding.message = fmt::format("{} serves {} users and does not send their {} on both PWs",
                                  port_phrase(net, group.ac), v6 ? "IPv6" : "IPv4", protocol);
    finding.consequence = fmt::format(
        "The far end of the secondary PW learns no {} entries of the users. When traffic moves there, "
        "packets "
        "to the users are lost until it has learned them.",
        protocol);
    finding.fix = {
        fmt::format("send {} on both PWs", protocol),
        {in_interface(net, group.ac, {v6 ? "mpls l2vpn nd-dual-sending" : "mpls l2vpn arp-dual-sending"})}};
  });
}

void judge_times(const Pairing& net, const AcGroup& group, const AcRedundancy& redundancy, Judgement& out) {
  if (!redundancy.arp_expire || !redundancy.nd_expire) return;
  const Block block = block_of(net[group.ac]);
  Claim claim = out.claim();
  const auto nd = claim.fact(group.ac.device, "expire time of ND", *redundancy.nd_expire, block);
  const auto arp = claim.fact(group.ac.device, "expire time of ARP", *redundancy.arp_expire, block);
  claim.require(claim.exprs().eq(nd, arp));
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, group.ac);
    finding.message = fmt::format("{} sends ARP and ND on both PWs with different expire times",
                                  port_phrase(net, group.ac));
    finding.consequence =
        "After a switchover the entries of one family are gone earlier than those of the other: users with "
        "both "
        "keep one of them only.";
    finding.fix = {
        "use one expire time",
        {in_interface(net, group.ac,
                      {fmt::format("mpls l2vpn nd-dual-sending expire-time {}", **redundancy.arp_expire)})}};
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const AcGroup& group : net.ac_groups().all()) {
    const AcRedundancy* redundancy = net.ac_groups().redundancy(group);
    if (!group.secondary.valid() || redundancy == nullptr) continue;
    judge_times(net, group, *redundancy, out);
    if (*redundancy->mode == RedundancyMode::Frr) continue;
    const Users users = users_of(net, group, far_ends(net, group));
    judge_family(net, group, redundancy->arp_dual_sending, users.v4, false, out);
    judge_family(net, group, redundancy->nd_dual_sending, users.v6, true, out);
  }
}

}  // namespace

extern const Rule dual_sending_family;
const Rule dual_sending_family{
    .code = "PW015",
    .name = "dual-sending-family",
    .severity = Severity::Info,
    .title = "ARP is sent on both PWs for IPv4 users, ND for IPv6 users, with one expire time.",
    .what =
        "For each AC with a secondary PW in master or independent mode whose users are seen "
        "to have IPv4 or IPv6 addresses (of the CE at the other end of the AC's link, or of "
        "the L3VE interfaces behind the far ends): `arp-dual-sending` for IPv4, "
        "`nd-dual-sending` for IPv6. In any mode: two configured expire times are equal.",
    .why =
        "Only the PW in use carries ARP and ND. The far end of the other PW therefore knows "
        "no user until traffic has moved and the users have sent something.",
    .fix = "Add `mpls l2vpn arp-dual-sending` or `mpls l2vpn nd-dual-sending` in the AC's view.",
    .limits =
        "Silent where nothing that is seen tells the users' address family, and in FRR mode "
        "except for the expire times.",
    .source =
        "Configuring the Independent PW Redundancy Mode, step 6; command reference, mpls "
        "l2vpn nd-dual-sending.",
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
  mpls l2vpn redundancy master
  mpls l2vpn arp-dual-sending
+ mpls l2vpn nd-dual-sending
 #
 return
 sysname PE2
 #
 mpls lsr-id 2.2.2.2
 mpls l2vpn
 #
 interface Virtual-Ethernet0/1/0
  ve-group 1 l2-terminate
 #
 interface Virtual-Ethernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 1.1.1.1 100
 #
 interface Virtual-Ethernet0/1/1
  ve-group 1 l3-access
 #
 interface Virtual-Ethernet0/1/1.1
  vlan-type dot1q 10
  ip address 10.0.0.2 255.255.255.0
  ipv6 enable
  ipv6 address 2001:DB8::2 64
 #
 return
 sysname PE3
 #
 mpls lsr-id 3.3.3.3
 mpls l2vpn
 #
 interface Virtual-Ethernet0/1/0
  ve-group 1 l2-terminate
 #
 interface Virtual-Ethernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 1.1.1.1 200
 #
 interface Virtual-Ethernet0/1/1
  ve-group 1 l3-access
 #
 interface Virtual-Ethernet0/1/1.1
  vlan-type dot1q 10
  ip address 10.0.0.3 255.255.255.0
  ipv6 enable
  ipv6 address 2001:DB8::3 64
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw
