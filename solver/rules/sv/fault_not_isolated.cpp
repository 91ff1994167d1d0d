// SV005: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <set>

#include "solver/failures/folded.h"
#include "solver/failures/narrative_words.h"
#include "solver/failures/ways.h"
#include "solver/rules/support/failure_cases.h"

namespace holdfast::rules::sv {
namespace {

using control_plane::Failed;
using control_plane::Tri;
using failures::Engine;
using failures::NetworkFailures;
using failures::ServiceSet;

// What a fault that leaves all ACs of a site alone does to the one in use.
enum class Kind : std::uint8_t {
  Moves,   // another one takes over
  Strands  // it stays in use and is cut off: only another one would save the service
};

struct Fault {
  Kind kind = Kind::Moves;
  std::size_t flow = 0;
  bool at_a = true;  // which site of the flow
  PortRef home;      // the AC in use before
  PortRef other;     // the one that takes over, or would
  FailureSet failed;
};

class SiteFaults {
 public:
  SiteFaults(const NetworkFailures& found, std::size_t service, Engine& engine)
      : found_(found),
        result_(found.found[service]),
        engine_(engine),
        states_(engine, *found.services[service]) {}

  std::vector<Fault> run() {
    std::set<std::vector<PortRef>> seen;
    for (std::size_t i = 0; i < result_.flows.size(); ++i) {
      for (const bool at_a : {true, false}) {
        const Site& site = at_a ? result_.flows[i].a : result_.flows[i].b;
        if (site.arbitrated && site.acs.size() > 1 && seen.insert(site.acs).second) look_at(i, at_a);
      }
    }
    return std::move(faults_);
  }

 private:
  Tri in_use(PortRef ac) { return states_.ac_in_use(ac).value; }

  void settle(const FailureSet& failed) {
    states_.set(failed);
    states_.settle();
  }

  // The only AC in use; none when there are several or that is not known.
  std::optional<PortRef> serving(const Site& site) {
    std::optional<PortRef> one;
    for (const PortRef ac : site.acs) {
      const Tri used = in_use(ac);
      if (used == Tri::Unknown || (used == Tri::Up && one)) return std::nullopt;
      if (used == Tri::Up) one = ac;
    }
    return one;
  }

  bool spares(const Site& site) {
    return std::ranges::all_of(site.acs, [this](PortRef ac) { return states_.ac_up(ac).value == Tri::Up; });
  }

  void look_at(std::size_t flow, bool at_a) {
    const Site& site = at_a ? result_.flows[flow].a : result_.flows[flow].b;
    settle({});
    const std::optional<PortRef> home = serving(site);
    if (!home) return;
    open_ = {FailureSet{}};
    done_.clear();
    for (std::size_t size = 0; size <= found_.k && !open_.empty(); ++size) look_at_sets(flow, at_a, *home);
    for (const ServiceSet& set : result_.bad) {
      if (set.outcome == Outcome::LostAvoidable && set.flow == flow)
        look_at_loss(flow, at_a, *home, set.elements);
    }
  }

  // All sets of one size that may move the AC; those of the next size are found on the way.
  void look_at_sets(std::size_t flow, bool at_a, PortRef home) {
    const Site& site = at_a ? result_.flows[flow].a : result_.flows[flow].b;
    std::set<FailureSet> next;
    for (const FailureSet& failed : open_) {
      const bool contains_done =
          std::ranges::any_of(done_, [&](const FailureSet& it) { return std::ranges::includes(failed, it); });
      if (contains_done) continue;
      settle(failed);
      const failures::State used = states_.ac_in_use(home);
      if (used.value == Tri::Down) {
        done_.push_back(failed);
        const std::optional<PortRef> other = spares(site) ? serving(site) : std::nullopt;
        if (other) look_at_move({Kind::Moves, flow, at_a, home, *other, failed});
        continue;
      }
      const failures::Support support = states_.elements_of(used.support);
      for (const ElementId id : support.elements()) {
        if (!found_.may_fail[id.index]) continue;
        FailureSet larger = failed;
        larger.insert(std::ranges::upper_bound(larger, id), id);
        next.insert(std::move(larger));
      }
    }
    open_.assign(next.begin(), next.end());
  }

  // Needless only where the service is delivered, and the AC used before could have gone on.
  void look_at_move(const Fault& fault) {
    const Flow& flow = result_.flows[fault.flow];
    if (failures::FlowEvaluator(states_, flow).outcome(fault.failed) != Outcome::Delivered) return;
    settle(fault.failed);
    if (works_by(flow, fault.at_a, fault.home) || could_bypass(fault)) faults_.push_back(fault);
  }

  void look_at_loss(std::size_t flow, bool at_a, PortRef home, const FailureSet& failed) {
    const Site& site = at_a ? result_.flows[flow].a : result_.flows[flow].b;
    settle(failed);
    if (!spares(site) || serving(site) != home) return;
    if (works_by(result_.flows[flow], at_a, home)) return;
    for (const PortRef other : site.acs) {
      const Fault fault{Kind::Strands, flow, at_a, home, other, failed};
      if (other == home || !works_by(result_.flows[flow], at_a, other) || !could_bypass(fault)) continue;
      faults_.push_back(fault);
      return;
    }
  }

  // Whether some configured way leads to this AC of the site.
  bool works_by(Flow flow, bool at_a, PortRef ac) {
    (at_a ? flow.a : flow.b).acs = {ac};
    return failures::find_ways(states_, flow).works == Tri::Up;
  }

  // Whether a bypass PW between the two would have a tunnel.
  bool could_bypass(const Fault& fault) {
    const Failed failed(fault.failed);
    const DeviceId home = fault.home.device;
    const DeviceId other = fault.other.device;
    return home != other && engine_.plane.transport.up(home, other, {}, failed).value == Tri::Up &&
           engine_.plane.transport.up(other, home, {}, failed).value == Tri::Up;
  }

  const NetworkFailures& found_;
  const failures::ServiceFailures& result_;
  Engine& engine_;
  failures::ServiceEvaluator states_;
  std::vector<FailureSet> open_;
  std::vector<FailureSet> done_;  // that move the AC
  std::vector<Fault> faults_;
};

// Faults that do the same to the same ACs.
std::vector<std::vector<Fault>> alike(const std::vector<Fault>& faults) {
  std::map<std::tuple<PortRef, PortRef, Kind>, std::vector<Fault>> groups;
  for (const Fault& fault : faults) groups[{fault.home, fault.other, fault.kind}].push_back(fault);
  std::vector<std::vector<Fault>> result;
  for (auto& [key, group] : groups) result.push_back(std::move(group));
  return result;
}

bool has_bypass(const pairing::Pairing& net, PortRef ac) {
  const pairing::AcGroup* group = net.ac_groups().of(ac);
  return group != nullptr && group->has_any_bypass();
}

std::string message_of(const NetworkFailures& found, const Fault& fault,
                       const std::vector<std::string>& failing) {
  const pairing::Pairing& net = *found.net;
  const std::string when = when_phrase(failing);
  if (fault.kind == Kind::Moves) {
    return fmt::format("a fault beside the access moves the site from {} to {}, {}",
                       failures::port_words(net, fault.home), failures::port_words(net, fault.other), when);
  }
  return fmt::format(
      "a fault in the network is not kept from the access: only a move from {} to {} would help, {}",
      failures::port_words(net, fault.home), failures::port_words(net, fault.other), when);
}

void report(const NetworkFailures& found, std::size_t service, const std::vector<Fault>& faults,
            Engine& engine, Judgement& out) {
  const pairing::Pairing& net = *found.net;
  std::vector<ServiceSet> sets;
  for (const Fault& fault : faults) {
    sets.push_back({fault.failed, Outcome::Delivered, fault.flow, {}});
    sets.back().story.key = "alike";
  }
  const std::size_t shown = failures::shown_for(sets, *found.universe).front();
  const Fault& fault = faults[shown];
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
std::vector<Fault> of_twin(const NetworkFailures& found, std::size_t service, std::vector<Fault> faults) {
  const failures::ServiceFailures& first = found.found[found.found[service].first_alike];
  const auto moved = [&](const Fault& fault, PortRef ac) {
    const Site& from = fault.at_a ? first.flows[fault.flow].a : first.flows[fault.flow].b;
    const Flow& flow = found.found[service].flows[fault.flow];
    const auto place = std::ranges::find(from.acs, ac) - from.acs.begin();
    return (fault.at_a ? flow.a : flow.b).acs[static_cast<std::size_t>(place)];
  };
  for (Fault& fault : faults) {
    fault.home = moved(fault, fault.home);
    fault.other = moved(fault, fault.other);
  }
  return faults;
}

void check(const NetworkFailures& found, Engine& engine, Judgement& out) {
  std::map<std::size_t, std::vector<Fault>> of_first;
  for (std::size_t i = 0; i < found.services.size(); ++i) {
    if (found.services[i]->arbiter == pairing::ArbiterKind::None || found.found[i].cancelled) continue;
    const std::size_t first = found.found[i].first_alike;
    const auto [at, is_new] = of_first.try_emplace(first);
    if (is_new) at->second = SiteFaults(found, first, engine).run();
    for (const std::vector<Fault>& faults : alike(of_twin(found, i, at->second))) {
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
