// SV002: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/rules/support/failure_cases.h"

namespace holdfast::rules::sv {
namespace {

using failures::NetworkFailures;

void check(const NetworkFailures& found, failures::Engine& /*engine*/, Judgement& out) {
  for (const ToldCase& told : told_cases(found, Outcome::DualActive)) {
    const std::vector<std::string> failing = names_of(*found.universe, told.shown->elements);
    Finding& finding = report_case(found, told,
                                   fmt::format("{} takes two ways at once, {}",
                                               traffic_phrase(*found.net, told.flow()), when_phrase(failing)),
                                   out);
    finding.consequence = end_of_story(told);
  }
}

}  // namespace

extern const Rule dual_active;
const Rule dual_active{
    .code = "SV002",
    .name = "dual-active",
    .severity = Severity::Error,
    .title = "Under every set of at most k failures no frame arrives twice, and no site is connected twice.",
    .what =
        "The failure engine (`check -k N`) reports the smallest sets of failures under which both sides of a "
        "redundant pair put frames on PWs that are up, or one frame arrives more than once.",
    .why =
        "A site that is connected twice gets frames twice, and a VSI that it bridges back closes a loop: one "
        "broadcast then fills the links.",
    .fix =
        "Let the two sides hear each other under that failure: hellos with equal keys and ids over a second "
        "way, one group that holds both PWs. The story names the lines.",
    .limits =
        "Two sides that both announce themselves as active are no finding as long as only one of them has a "
        "PW to send on. Of several gateways of a VPN one takes the frame. Undecided where equal E-Trunk "
        "priorities leave the master to an ID that no configuration shows.",
    .source =
        "docs/failures.md; Configuring PW Status Negotiation; command reference, e-trunk, protect-group.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 mpls
 mpls l2vpn
 mpls ldp
 #
 mpls ldp remote-peer PE2
  remote-ip 2.2.2.2
 #
 mpls ldp remote-peer PE3
  remote-ip 3.3.3.3
 #
 interface GigabitEthernet1/0/0
  ip address 10.1.2.1 30
  mpls
  mpls ldp
 #
 interface GigabitEthernet2/0/0
  ip address 10.1.3.1 30
  mpls
  mpls ldp
 #
 interface GigabitEthernet3/0/0
 #
 interface GigabitEthernet3/0/0.10
  vlan-type dot1q 10
  mpls l2vc 2.2.2.2 12
  mpls l2vc 3.3.3.3 13 secondary
  mpls l2vpn redundancy independent
  mpls l2vpn stream-dual-receiving
 #
 interface LoopBack0
  ip address 1.1.1.1 32
 #
 ospf 1
  area 0
   network 1.1.1.1 0.0.0.0
   network 10.0.0.0 0.255.255.255
 #
 return
 sysname PE2
 #
 lacp e-trunk system-id 00e0-fc00-0001
 lacp e-trunk priority 100
 #
 mpls lsr-id 2.2.2.2
 mpls
 mpls l2vpn
 mpls ldp
 #
 mpls ldp remote-peer PE1
  remote-ip 1.1.1.1
 #
 mpls ldp remote-peer PE3
  remote-ip 3.3.3.3
 #
 interface GigabitEthernet1/0/0
  ip address 10.1.2.2 30
  mpls
  mpls ldp
 #
 interface GigabitEthernet2/0/0
  ip address 10.2.3.1 30
  mpls
  mpls ldp
 #
 interface Eth-Trunk1
  mode lacp-static
  e-trunk 1
 #
 interface Eth-Trunk1.10
  vlan-type dot1q 10
  mpls l2vc 1.1.1.1 12
  mpls l2vc 3.3.3.3 23 bypass
 #
 interface GigabitEthernet3/0/0
  eth-trunk 1
 #
 interface LoopBack0
  ip address 2.2.2.2 32
 #
 ospf 1
  area 0
   network 2.2.2.2 0.0.0.0
   network 10.0.0.0 0.255.255.255
 #
 e-trunk 1
  priority 10
  peer-address 3.3.3.3 source-address 2.2.2.2
  security-key simple k1
 #
 return
 sysname PE3
 #
 lacp e-trunk system-id 00e0-fc00-0001
 lacp e-trunk priority 100
 #
 mpls lsr-id 3.3.3.3
 mpls
 mpls l2vpn
 mpls ldp
 #
 mpls ldp remote-peer PE1
  remote-ip 1.1.1.1
 #
 mpls ldp remote-peer PE2
  remote-ip 2.2.2.2
 #
 interface GigabitEthernet1/0/0
  ip address 10.1.3.2 30
  mpls
  mpls ldp
 #
 interface GigabitEthernet2/0/0
  ip address 10.2.3.2 30
  mpls
  mpls ldp
 #
 interface Eth-Trunk1
  mode lacp-static
  e-trunk 1
 #
 interface Eth-Trunk1.10
  vlan-type dot1q 10
  mpls l2vc 1.1.1.1 13
  mpls l2vc 2.2.2.2 23 bypass
 #
 interface GigabitEthernet3/0/0
  eth-trunk 1
 #
 interface LoopBack0
  ip address 3.3.3.3 32
 #
 ospf 1
  area 0
   network 3.3.3.3 0.0.0.0
   network 10.0.0.0 0.255.255.255
 #
 e-trunk 1
  priority 20
  peer-address 2.2.2.2 source-address 3.3.3.3
- security-key simple k2
+ security-key simple k1
 #
 return
)",
    .check_failures = check,
};

}  // namespace holdfast::rules::sv
