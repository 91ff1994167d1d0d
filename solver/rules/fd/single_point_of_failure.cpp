// FD002: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "solver/failures/folded.h"
#include "solver/failures/narrative_words.h"
#include "solver/rules/support/failure_cases.h"
#include "solver/rules/support/single_points.h"

namespace holdfast::rules::fd {
namespace {

using failures::Engine;
using failures::NetworkFailures;
using failures::ServiceSet;

// For each flow that single failures cut the sets of one; an element that cuts several counts with the first.
std::vector<ServiceSet> single_points(const NetworkFailures& found, std::size_t service, Engine& engine) {
  failures::ServiceEvaluator states(engine, *found.services[service]);
  std::vector<ServiceSet> result;
  for (const ServiceSet& set : found.found[service].bad) {
    if (set.outcome != Outcome::LostUnavoidable || set.elements.size() != 1) continue;
    const ElementId element = set.elements.front();
    for (std::size_t i = 0; i < found.found[service].flows.size(); ++i) {
      const Flow& flow = found.found[service].flows[i];
      if (flow.b.acs.empty() || !cuts(states, flow, element)) continue;
      if (is_end_of(engine, *found.universe, *found.services[service], flow, element)) continue;
      result.push_back({set.elements, Outcome::LostUnavoidable, i, {}});
      result.back().story.key = std::to_string(i);
      break;
    }
  }
  return result;
}

void report(const NetworkFailures& found, std::size_t service, std::vector<ServiceSet> sets, Engine& engine,
            Judgement& out) {
  const std::vector<std::size_t> shown = failures::shown_for(sets, *found.universe);
  std::map<std::size_t, std::vector<std::size_t>> cases;
  for (std::size_t i = 0; i < sets.size(); ++i) cases[shown[i]].push_back(i);
  for (const auto& [at, members] : cases) {
    ToldCase told{found.services[service], &found.found[service], &sets[at], {}};
    failures::ServiceEvaluator states(engine, *told.service);
    sets[at].story = failures::tell(states, told.flow(), sets[at].elements);
    std::vector<std::string> names = names_of(*found.universe, sets[at].elements);
    for (const std::size_t i : members) {
      if (i == at) continue;
      told.alike.push_back(&sets[i]);
      names.push_back(found.universe->elements[sets[i].elements.front().index].name);
    }
    const std::string single = names.front();
    Finding& finding =
        report_case(found, told,
                    fmt::format("the loss of {} alone cuts {}, whose redundancy is there for that", single,
                                traffic_phrase(*found.net, told.flow())),
                    out);
    finding.evidence = redundancy_lines(*found.net, *told.service);
    finding.consequence = "Primary and secondary go down together, and no other way is left.";
    names.erase(names.begin());
    if (!names.empty()) finding.consequence += fmt::format(" So with {}.", failures::joined(names));
  }
}

void check(const NetworkFailures& found, Engine& engine, Judgement& out) {
  std::map<std::size_t, std::vector<ServiceSet>> of_first;  // the same for services that fail alike
  for (std::size_t i = 0; i < found.services.size(); ++i) {
    if (!has_redundancy(*found.services[i])) continue;
    const std::size_t first = found.found[i].first_alike;
    const auto [at, is_new] = of_first.try_emplace(first);
    if (is_new) at->second = single_points(found, first, engine);
    report(found, i, at->second, engine, out);
  }
}

}  // namespace

extern const Rule single_point_of_failure;
const Rule single_point_of_failure{
    .code = "FD002",
    .name = "single-point-of-failure",
    .severity = Severity::Error,
    .title = "No single element cuts a service that has redundancy.",
    .what =
        "For every service with redundancy: elements whose loss alone leaves traffic between two of its "
        "sites no way, whatever the devices choose (`check -k N` with N of at least 1). The elements that "
        "cut the same two sites are one finding.",
    .why = "The redundancy is configured and does not protect: primary and secondary hang on one thing.",
    .fix =
        "Add what is missing: a second uplink on another board, a second far end that works. If the "
        "secondary is broken, mend it; other rules then name its lines.",
    .limits =
        "The ends of the service are not what redundancy in the network protects, and are silent: the PE, "
        "board, port and link of a site that is attached to one device; of a site attached to several, the "
        "customer's device itself, and a board on which all of its known links end; the only device that "
        "originates the prefix of a VPN. Groups with such a member are silent as well.",
    .source = "docs/failures.md, elements and outcomes; Configuring a Secondary VPWS Connection.",
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
+ mpls
+ mpls ldp
+#
+interface GigabitEthernet2/0/0
+ ip address 10.1.3.1 30
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
+interface GigabitEthernet1/0/0
+ ip address 10.1.3.2 30
+ mpls
+ mpls ldp
+#
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

}  // namespace holdfast::rules::fd
