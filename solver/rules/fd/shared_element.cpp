// FD001: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "solver/failures/narrative_words.h"
#include "solver/rules/support/failure_cases.h"
#include "solver/rules/support/pw_paths.h"
#include "solver/rules/support/single_points.h"

namespace holdfast::rules::fd {
namespace {

using failures::Engine;
using failures::NetworkFailures;
using pairing::Pairing;
using pairing::PwEndId;
using pairing::Service;

struct Choice {
  PwEndId primary;
  PwEndId secondary;
};

PwEndId member_end(const Pairing& net, pairing::VsiRef vsi, const ProtectMember& member) {
  for (const pairing::PwEnd& end : net.pw_ends().of_vsi(vsi)) {
    const bool same_id =
        !member.negotiation_vc_id || end.vc_id == nullptr || **member.negotiation_vc_id == **end.vc_id;
    if (end.peer != nullptr && **end.peer == *member.peer && same_id) return end.id;
  }
  return {};
}

std::vector<Choice> choices_of(const Pairing& net, const Service& service) {
  std::vector<Choice> result;
  for (const PortRef ac : service.endpoints) {
    const pairing::AcGroup* group = net.ac_groups().of(ac);
    if (group != nullptr && group->primary.valid() && group->secondary.valid()) {
      result.push_back({group->primary, group->secondary});
    }
  }
  for (const pairing::VsiRef vsi : service.vsis) {
    for (const ProtectGroup& group : net[vsi].groups) {
      if (group.members.size() != 2) continue;
      const Choice choice{member_end(net, vsi, group.members[0]), member_end(net, vsi, group.members[1])};
      if (choice.primary.valid() && choice.secondary.valid()) result.push_back(choice);
    }
  }
  for (const pairing::SwitchedRef switched : service.switched) {
    const auto sides = net.pw_ends().of_switched(switched);
    if (sides.size() > 2) result.push_back({sides[1].id, sides[2].id});
  }
  return result;
}

bool cuts_some_flow(const NetworkFailures& found, std::size_t service, Engine& engine, ElementId element) {
  failures::ServiceEvaluator states(engine, *found.services[service]);
  return std::ranges::any_of(found.found[service].flows, [&](const Flow& flow) {
    return !flow.b.acs.empty() && cuts(states, flow, element);
  });
}

// Elements that every present way of either PW crosses, and that the service survives otherwise: those that
// it does not survive are FD002's.
FailureSet shared(const NetworkFailures& found, std::size_t service, const Choice& choice, Engine& engine,
                  PwPaths& paths) {
  const PwPath primary = paths.of(choice.primary);
  const PwPath secondary = paths.of(choice.secondary);
  const DeviceId chooser = (*found.net)[choice.primary].device;
  FailureSet result;
  for (const ElementId id : primary.rests_on.elements()) {
    const Element& element = found.universe->elements[id.index];
    if (!found.may_fail[id.index] || !secondary.rests_on.contains(id)) continue;
    if (element.kind == ElementKind::Node && element.device == chooser) continue;
    if (!paths.crosses(primary, id) || !paths.crosses(secondary, id)) continue;
    if (!paths.needs(primary, id) || !paths.needs(secondary, id)) continue;
    if (!cuts_some_flow(found, service, engine, id)) result.push_back(id);
  }
  return result;
}

void report(const NetworkFailures& found, std::size_t service, const Choice& choice,
            const FailureSet& elements, Judgement& out) {
  const Pairing& net = *found.net;
  const pairing::PwEnd& primary = net[choice.primary];
  const pairing::PwEnd& secondary = net[choice.secondary];
  const std::vector<std::string> names = names_of(*found.universe, elements);
  Finding& finding =
      out.report(secondary.device, secondary.where, failures::pw_words(net, secondary),
                 fmt::format("the {} and the {} of {} both run over {}", failures::pw_words(net, primary),
                             failures::pw_words(net, secondary), failures::device_words(net, primary.device),
                             failures::joined(names)));
  finding.evidence.push_back({primary.device, primary.where, failures::pw_words(net, primary)});
  finding.service = found.services[service]->name;
  finding.consequence =
      "One failure there takes both at once. Moving to the other PW does not help: the service waits until "
      "the "
      "network has found another way.";
  finding.failure.ensure().elements = {names.front()};
  for (std::size_t i = 1; i < names.size(); ++i) finding.failure.ensure().alike.push_back({names[i]});
}

void check(const NetworkFailures& found, Engine& engine, Judgement& out) {
  PwPaths paths(engine, *found.universe);
  std::map<std::size_t, std::vector<FailureSet>>
      of_first;  // by choice; the same for services that fail alike
  for (std::size_t i = 0; i < found.services.size(); ++i) {
    if (found.found[i].cancelled) continue;
    const std::vector<Choice> choices = choices_of(*found.net, *found.services[i]);
    const auto [at, is_new] = of_first.try_emplace(found.found[i].first_alike);
    for (std::size_t c = 0; c < choices.size(); ++c) {
      if (is_new) at->second.push_back(shared(found, i, choices[c], engine, paths));
      if (!at->second[c].empty()) report(found, i, choices[c], at->second[c], out);
    }
  }
}

}  // namespace

extern const Rule shared_element;
const Rule shared_element{
    .code = "FD001",
    .name = "shared-element",
    .severity = Severity::Warning,
    .title = "Primary and secondary PW do not run over one node, board, link or group.",
    .what =
        "For every choice between two PWs (primary and secondary, the members of a protect-group, a switched "
        "segment and its backup): the ways that both take while nothing has failed, as routes and tunnels "
        "are (`check -k N`). An element that all ways of equal cost of both PWs cross is reported.",
    .why =
        "One failure takes both PWs at once. The change to the secondary, which is quick, does not help; the "
        "service waits for routes and tunnels to find another way.",
    .fix = "Lead the two apart: explicit paths for their tunnels, or costs.",
    .limits =
        "Silent about the device that chooses, about elements whose loss ends the service anyway (FD002), "
        "and where one of the PWs has no transport or its way is not known. Of several ways of equal cost it "
        "is not known which one a PW takes; all of them have to cross the element.",
    .source =
        "Configuring a Secondary VPWS Connection (primary and secondary path); docs/failures.md, routes and "
        "labels.",
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
- ospf cost 100
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
 interface GigabitEthernet1/0/0
  ip address 10.1.3.2 30
- ospf cost 100
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

}  // namespace holdfast::rules::fd
