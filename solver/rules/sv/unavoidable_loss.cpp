// SV004: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "solver/failures/folded.h"
#include "solver/rules/support/failure_cases.h"
#include "solver/rules/support/single_points.h"

namespace holdfast::rules::sv {
namespace {

using failures::Engine;
using failures::NetworkFailures;
using failures::ServiceSet;

Finding& report_set(const NetworkFailures& found, const ToldCase& told, std::string message, Judgement& out) {
  Finding& finding = report_case(found, told, std::move(message), out);
  finding.evidence = redundancy_lines(*found.net, *told.service);
  return finding;
}

// No way even while everything works.
void report_never(const NetworkFailures& found, ToldCase told, Engine& engine, Judgement& out) {
  ServiceSet shown = *told.shown;
  failures::ServiceEvaluator states(engine, *told.service);
  shown.story = failures::tell(states, told.flow(), shown.elements);
  told.shown = &shown;
  Finding& finding = report_set(found, told,
                                fmt::format("{} has no way at all, even while everything works",
                                            traffic_phrase(*found.net, told.flow())),
                                out);
  finding.consequence = "Neither of the ways that the redundancy provides can carry the service.";
}

std::string counts_of(const std::map<std::size_t, std::size_t>& by_size) {
  std::vector<std::string> parts;
  parts.reserve(by_size.size());
  for (const auto& [size, count] : by_size) {
    parts.push_back(size == 1 ? fmt::format("{} single element{}", count, count == 1 ? "" : "s")
                              : fmt::format("{} set{} of {} failures", count, count == 1 ? "" : "s", size));
  }
  return fmt::format("{}", fmt::join(parts, " and "));
}

void report_limits(const NetworkFailures& found, const ToldCase& told,
                   const std::map<std::size_t, std::size_t>& by_size, Judgement& out) {
  Finding& finding = report_set(
      found, told,
      fmt::format("{} leave sites of {} no way between them", counts_of(by_size), told.service->name), out);
  finding.severity = Severity::Info;
  finding.consequence = fmt::format(
      "Nothing that is configured can save the service then: it takes more links or devices. `holdfast "
      "failures -k {}` lists all of these sets.",
      found.k);
}

void check_service(const NetworkFailures& found, std::size_t i, Engine& engine, Judgement& out) {
  ToldCase told{found.services[i], &found.found[i], nullptr, {}};
  if (!has_redundancy(*told.service)) return;
  std::vector<ServiceSet> cut;
  std::map<std::size_t, std::size_t> by_size;
  for (const ServiceSet& set : told.found->bad) {
    if (set.outcome != Outcome::LostUnavoidable) continue;
    told.shown = &set;
    if (set.elements.empty()) return report_never(found, told, engine, out);
    if (set.elements.size() == 1 &&
        is_end_of(engine, *found.universe, *told.service, told.flow(), set.elements.front())) {
      continue;
    }
    cut.push_back(set);
    cut.back().story.key = "no way";
    cut.back().story.outcome = Outcome::LostUnavoidable;
    ++by_size[set.elements.size()];
  }
  if (cut.empty()) return;
  told.shown = &cut[failures::shown_for(cut, *found.universe).front()];
  report_limits(found, told, by_size, out);
}

void check(const NetworkFailures& found, Engine& engine, Judgement& out) {
  for (std::size_t i = 0; i < found.services.size(); ++i) check_service(found, i, engine, out);
}

}  // namespace

extern const Rule unavoidable_loss;
const Rule unavoidable_loss{
    .code = "SV004",
    .name = "unavoidable-loss",
    .severity = Severity::Warning,
    .title = "Under every set of at most k failures some way of a redundant service is left.",
    .what =
        "For every service with redundancy the failure engine (`check -k N`) finds the sets of failures that "
        "leave it no way, whatever the devices choose. A warning where there is none even while everything "
        "works. All other sets are advice, counted and shown by the smallest: two ways survive one failure, "
        "and what is to survive more is the planner's decision.",
    .why =
        "Configuration cannot mend this: links or devices are missing. Who asks for a service that survives "
        "k failures should know where it does not.",
    .fix =
        "Hand the sets to the planner: `holdfast failures` lists them all. A second link, a second site, "
        "other groups.",
    .limits =
        "Services without redundancy are silent: they are lost by design. Single elements between the sites "
        "are FD002's as well.",
    .source = "docs/failures.md, outcomes.",
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
- mtu 9000
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
- mtu 9000
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
