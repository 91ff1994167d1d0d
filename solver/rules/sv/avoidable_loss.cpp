// SV001: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/rules/support/failure_cases.h"

namespace holdfast::rules::sv {
namespace {

using failures::NetworkFailures;

void report_loss(const NetworkFailures& found, const ToldCase& told, Judgement& out) {
  const std::vector<std::string> failing = names_of(*found.universe, told.shown->elements);
  Finding& finding = report_case(found, told,
                                 fmt::format("{} is lost although a configured way works, {}",
                                             traffic_phrase(*found.net, told.flow()), when_phrase(failing)),
                                 out);
  finding.consequence = end_of_story(told);
}

// What nobody can know is this rule's to say: it is the first question about a service.
void report_unknown(const NetworkFailures& found, const ToldCase& told, Judgement& out) {
  const std::vector<std::string> failing = names_of(*found.universe, told.shown->elements);
  Finding& finding = report_case(found, told,
                                 fmt::format("what becomes of {} {} cannot be told",
                                             traffic_phrase(*found.net, told.flow()), when_phrase(failing)),
                                 out);
  finding.verdict = Verdict::Unknown;
  finding.consequence = end_of_story(told);
  if (!told.flow().unseen.empty()) {
    finding.deciding = {told.flow().unseen};
    return;
  }
  for (const StoryStep& step : told.shown->story.steps) {
    if (step.part == StoryPart::Lost) finding.deciding.push_back(step.at.note);
  }
}

void check(const NetworkFailures& found, failures::Engine& /*engine*/, Judgement& out) {
  for (const ToldCase& told : told_cases(found, Outcome::LostAvoidable)) report_loss(found, told, out);
  for (const ToldCase& told : told_cases(found, Outcome::Unknown)) report_unknown(found, told, out);
}

}  // namespace

extern const Rule avoidable_loss;
const Rule avoidable_loss{
    .code = "SV001",
    .name = "avoidable-loss",
    .severity = Severity::Error,
    .title = "Under every set of at most k failures no service is lost while a configured way still works.",
    .what =
        "The failure engine follows the frames of every service from each of its sites to the other and "
        "back, under every set of at most k failures (`check -k N`). Where they do not arrive although they "
        "would, had the devices chosen otherwise among what is configured (which PW carries, which side of a "
        "pair serves), the smallest such set is reported and told. Sets that differ only in what fails are "
        "one finding.",
    .why =
        "This is what redundancy is configured for, and the one thing that a working network does not show: "
        "the way is there, it is paid for, and traffic goes past it into a dead end until somebody repairs "
        "the first failure.",
    .fix =
        "The story names the device that does not notice, and the lines that would have told it; where "
        "another rule speaks of the same lines, it is named, and its repair is given.",
    .limits =
        "Steady states: what is lost until protocols have settled is not judged, nor are timers and the "
        "order of failures. Undecided, and listed with what would decide it, where the outcome hangs on a "
        "device that is not in the snapshot or on what the documents leave open.",
    .source =
        "docs/failures.md; Associating Spoke PW Status with Hub PW Status; Associating the VPWS PW Status "
        "with the VPNv6 Route Status; Configuring the Independent PW Redundancy Mode.",
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
 interface GigabitEthernet3/0/0
 #
 interface GigabitEthernet3/0/0.10
  vlan-type dot1q 10
  mpls l2vc 1.1.1.1 12
- mpls l2vpn pw ignore-ac-state
 #
 interface LoopBack0
  ip address 2.2.2.2 32
 #
 ospf 1
  area 0
   network 2.2.2.2 0.0.0.0
   network 10.0.0.0 0.255.255.255
 #
 return
 sysname PE3
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
 interface GigabitEthernet3/0/0
 #
 interface GigabitEthernet3/0/0.10
  vlan-type dot1q 10
  mpls l2vc 1.1.1.1 13
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
