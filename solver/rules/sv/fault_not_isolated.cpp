// SV005: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <tuple>

#include "solver/failures/folded.h"
#include "solver/failures/narrative_words.h"
#include "solver/failures/site_faults.h"
#include "solver/rules/support/failure_cases.h"

namespace holdfast::rules::sv {
namespace {

using failures::Engine;
using failures::NetworkFailures;
using failures::ServiceSet;
using failures::SiteFault;

// Faults that do the same to the same ACs.
std::vector<std::vector<SiteFault>> alike(const std::vector<SiteFault>& faults) {
  std::map<std::tuple<PortRef, PortRef, SiteFault::Kind>, std::vector<SiteFault>> groups;
  for (const SiteFault& fault : faults) groups[{fault.home, fault.other, fault.kind}].push_back(fault);
  std::vector<std::vector<SiteFault>> result;
  result.reserve(groups.size());
  for (auto& [key, group] : groups) result.push_back(std::move(group));
  return result;
}

bool has_bypass(const pairing::Pairing& net, PortRef ac) {
  const pairing::AcGroup* group = net.ac_groups().of(ac);
  return group != nullptr && group->has_any_bypass();
}

std::string message_of(const NetworkFailures& found, const SiteFault& fault,
                       const std::vector<std::string>& failing) {
  const pairing::Pairing& net = *found.net;
  const std::string when = when_phrase(failing);
  if (fault.kind == SiteFault::Kind::Moves) {
    return fmt::format("a fault beside the access moves the site from {} to {}, {}",
                       failures::port_words(net, fault.home), failures::port_words(net, fault.other), when);
  }
  return fmt::format(
      "a fault in the network is not kept from the access: only a move from {} to {} would help, {}",
      failures::port_words(net, fault.home), failures::port_words(net, fault.other), when);
}

void report(const NetworkFailures& found, std::size_t service, const std::vector<SiteFault>& faults,
            Engine& engine, Judgement& out) {
  const pairing::Pairing& net = *found.net;
  std::vector<ServiceSet> sets;
  for (const SiteFault& fault : faults) {
    sets.push_back({fault.failed, Outcome::Delivered, fault.flow, {}});
    sets.back().story.key = "alike";
  }
  const std::size_t shown = failures::shown_for(sets, *found.universe).front();
  const SiteFault& fault = faults[shown];
  failures::ServiceEvaluator states(engine, *found.services[service]);
  sets[shown].story = failures::tell(states, found.found[service].flows[fault.flow], fault.failed);
  ToldCase told{found.services[service], &found.found[service], &sets[shown], {}};
  for (std::size_t i = 0; i < sets.size(); ++i) {
    if (i != shown) told.alike.push_back(&sets[i]);
  }
  const std::vector<std::string> failing = names_of(*found.universe, fault.failed);
  Finding& finding = report_case(found, told, message_of(found, fault, failing), out);
  finding.evidence.clear();
  for (const PortRef ac : {fault.home, fault.other}) {
    finding.evidence.push_back(
        {ac.device, net[ac].where,
         has_bypass(net, ac) ? "one of the two ACs" : "one of the two ACs: no bypass PW"});
  }
  const bool bypass = has_bypass(net, fault.home) && has_bypass(net, fault.other);
  finding.consequence = fmt::format(
      "A tunnel between {} and {} is left: {} could have served the site where it was.",
      failures::device_words(net, fault.home.device), failures::device_words(net, fault.other.device),
      bypass ? "the bypass PW" : "a bypass PW between the two");
}

// The same faults of a service that fails alike: its ACs stand at the same places of its flows.
std::vector<SiteFault> of_twin(const NetworkFailures& found, std::size_t service,
                               std::vector<SiteFault> faults) {
  const failures::ServiceFailures& first = found.found[found.found[service].first_alike];
  const auto moved = [&](const SiteFault& fault, PortRef ac) {
    const Site& from = fault.at_a ? first.flows[fault.flow].a : first.flows[fault.flow].b;
    const Flow& flow = found.found[service].flows[fault.flow];
    const auto place = std::ranges::find(from.acs, ac) - from.acs.begin();
    return (fault.at_a ? flow.a : flow.b).acs[static_cast<std::size_t>(place)];
  };
  for (SiteFault& fault : faults) {
    fault.home = moved(fault, fault.home);
    fault.other = moved(fault, fault.other);
  }
  return faults;
}

void check(const NetworkFailures& found, Engine& engine, Judgement& out) {
  std::map<std::size_t, std::vector<SiteFault>> of_first;
  for (std::size_t i = 0; i < found.services.size(); ++i) {
    if (found.services[i]->arbiter == pairing::ArbiterKind::None || found.found[i].cancelled) continue;
    const std::size_t first = found.found[i].first_alike;
    const auto [at, is_new] = of_first.try_emplace(first);
    if (is_new) at->second = failures::site_faults(found, first, engine);
    for (const std::vector<SiteFault>& faults : alike(of_twin(found, i, at->second))) {
      report(found, i, faults, engine, out);
    }
  }
}

}  // namespace

extern const Rule fault_not_isolated;
const Rule fault_not_isolated{
    .code = "SV005",
    .name = "fault-not-isolated",
    .severity = Severity::Warning,
    .title = "A fault in the network is mended in the network: it does not move the attachment circuit.",
    .what =
        "For every site that two PEs serve, decided by E-Trunk or mVRRP, the failure engine (`check -k N`) "
        "looks for faults that leave the ACs of the site alone and yet move the one in use, or strand it, so "
        "that only a move would save the service. Reported where a configured way still leads to the AC in "
        "use, or a bypass PW between the two PEs would have a tunnel.",
    .why =
        "A move of the AC is felt by the customer: LACP or VRRP has to settle and addresses have to be "
        "learned anew, for a fault that the PEs could have mended among themselves. Where nothing moves the "
        "AC, the service is lost.",
    .fix = "Configure a bypass PW between the two PEs, on both, and the independent mode on the other side.",
    .limits =
        "The other way round, in independent mode a fault of the AC does move the PW: that is documented and "
        "not reported. Silent where the failure of one of the two PEs is part of the set, and where no "
        "tunnel between the PEs is left.",
    .source =
        "Configuring the Independent PW Redundancy Mode, context (independent mode with a bypass PW keeps "
        "network faults from the AC side).",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 mpls
 mpls l2vpn
 mpls ldp
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
+ mpls l2vc 3.3.3.3 23 bypass
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
+ mpls l2vc 2.2.2.2 23 bypass
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
  security-key simple k1
 #
 return
)",
    .check_failures = check,
};

}  // namespace holdfast::rules::sv
