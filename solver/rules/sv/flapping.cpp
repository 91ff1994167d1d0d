// SV003: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/rules/support/failure_cases.h"

namespace holdfast::rules::sv {
namespace {

using failures::NetworkFailures;

void check(const NetworkFailures& found, failures::Engine& /*engine*/, Judgement& out) {
  for (const ToldCase& told : told_cases(found, Outcome::Flapping)) {
    const std::vector<std::string> failing = names_of(*found.universe, told.shown->elements);
    Finding& finding = report_case(found, told,
                                   fmt::format("the way of {} never settles, {}",
                                               traffic_phrase(*found.net, told.flow()), when_phrase(failing)),
                                   out);
    finding.consequence = end_of_story(told);
  }
}

}  // namespace

extern const Rule flapping;
const Rule flapping{
    .code = "SV003",
    .name = "flapping",
    .severity = Severity::Error,
    .title = "Under every set of at most k failures the decisions of the devices settle.",
    .what =
        "The failure engine (`check -k N`) lets devices decide until nothing changes. Where states come back "
        "without settling, the smallest set of failures that brings this about is reported.",
    .why =
        "What one device does makes another undo it, and that makes the first one start again: the service "
        "is switched to and fro for as long as the failure lasts.",
    .fix =
        "Break the circle: something is tracked that the tracking itself changes. The lines that take part "
        "are shown.",
    .limits = "Steady decisions only: oscillations that timers cause or damp are not judged.",
    .source = "docs/failures.md; command reference, track hub-pw, ip route-static track bfd-session.",
    .example = R"(
 sysname PE1
 #
 bfd
 #
 mpls lsr-id 1.1.1.1
 mpls
 mpls l2vpn
 mpls ldp
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
 #
 interface LoopBack0
  ip address 1.1.1.1 32
 #
 ospf 1
  area 0
   network 1.1.1.1 0.0.0.0
   network 10.0.0.0 0.255.255.255
 #
 bfd far bind peer-ip 2.2.2.2 source-ip 1.1.1.1
  discriminator local 1
  discriminator remote 2
-#
-ip route-static 2.2.2.2 32 10.1.3.2 preference 5 track bfd-session far
 #
 return
 sysname PE2
 #
 bfd
 #
 mpls lsr-id 2.2.2.2
 mpls
 mpls l2vpn
 mpls ldp
 #
 interface GigabitEthernet1/0/0
  ip address 10.1.2.2 30
  mpls
  mpls ldp
 #
 interface GigabitEthernet3/0/0
 #
 interface GigabitEthernet3/0/0.10
  vlan-type dot1q 10
  mpls l2vc 1.1.1.1 12
 #
 interface LoopBack0
  ip address 2.2.2.2 32
 #
 ospf 1
  area 0
   network 2.2.2.2 0.0.0.0
   network 10.0.0.0 0.255.255.255
 #
 bfd far bind peer-ip 1.1.1.1 source-ip 2.2.2.2
  discriminator local 2
  discriminator remote 1
 #
 return
 sysname PE3
 #
 mpls lsr-id 3.3.3.3
 mpls
 mpls l2vpn
 mpls ldp
 #
 interface GigabitEthernet1/0/0
  ip address 10.1.3.2 30
  mpls
  mpls ldp
 #
 interface LoopBack0
  ip address 3.3.3.3 32
 #
 ospf 1
  area 0
   network 3.3.3.3 0.0.0.0
   network 10.0.0.0 0.255.255.255
 #
 return
)",
    .check_failures = check,
};

}  // namespace holdfast::rules::sv
