// FD003: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "solver/failures/folded.h"
#include "solver/failures/narrative_words.h"
#include "solver/rules/support/etrunks.h"
#include "solver/rules/support/failure_cases.h"
#include "solver/rules/support/single_points.h"

namespace holdfast::rules::fd {
namespace {

using control_plane::Failed;
using control_plane::Tri;
using failures::Engine;
using failures::NetworkFailures;
using pairing::EtrunkPair;
using pairing::EtrunkRef;
using pairing::Pairing;
using pairing::PwEndId;

// What goes down together with the hellos, on one of the two devices.
struct Shared {
  ElementId element;
  EtrunkRef side;
  bool pws = false;  // all PWs behind its members; else its members
};

// PW ends of the ACs on an E-Trunk's members.
using PwsBehind = std::map<EtrunkRef, std::vector<PwEndId>>;

PwsBehind pws_behind(const NetworkFailures& found) {
  const Pairing& net = *found.net;
  PwsBehind result;
  for (const pairing::Service* service : found.services) {
    for (const PortRef ac : service->endpoints) {
      const EtrunkRef etrunk = net.etrunks().covering(ac);
      if (!etrunk.valid()) continue;
      const pairing::VsiRef vsi = net.vsi_acs().vsi_of(ac);
      for (const pairing::PwEnd& end : vsi.valid() ? net.pw_ends().of_vsi(vsi) : net.pw_ends().of_ac(ac)) {
        result[etrunk].push_back(end.id);
      }
    }
  }
  return result;
}

class PairFate {
 public:
  PairFate(const NetworkFailures& found, const PwsBehind& pws, const EtrunkPair& pair, Engine& engine)
      : found_(found), net_(*found.net), pws_(pws), pair_(pair), engine_(engine) {}

  std::vector<Shared> run() {
    std::vector<Shared> result;
    const auto here = engine_.plane.etrunks.hears(pair_.a, {});
    const auto there = engine_.plane.etrunks.hears(pair_.b, {});
    if (here.value != Tri::Up || there.value != Tri::Up) return result;
    control_plane::Support support = here.support;
    support |= there.support;
    for (const ElementId id : support.elements()) {
      if (!found_.may_fail[id.index]) continue;
      const Failed failed({&id, 1});
      if (!silent(failed) || !devices_up(failed)) continue;
      if (holds_whole_device(engine_, *found_.universe, id)) continue;
      for (const EtrunkRef side : {pair_.a, pair_.b}) {
        if (members_down(side, failed)) {
          result.push_back({id, side, false});
        } else if (pws_down(side, failed)) {
          result.push_back({id, side, true});
        }
      }
    }
    return result;
  }

 private:
  bool silent(Failed failed) {
    return engine_.plane.etrunks.hears(pair_.a, failed).value == Tri::Down ||
           engine_.plane.etrunks.hears(pair_.b, failed).value == Tri::Down;
  }
  bool devices_up(Failed failed) {
    return engine_.plane.interfaces().device_up(pair_.a.device, failed).value == Tri::Up &&
           engine_.plane.interfaces().device_up(pair_.b.device, failed).value == Tri::Up;
  }
  bool up(PortRef port, Failed failed) {
    return engine_.plane.interfaces().up(port, failed).value == Tri::Up;
  }

  bool members_down(EtrunkRef side, Failed failed) {
    return std::ranges::any_of(net_.etrunks().members(side), [&](InterfaceId it) {
      const PortRef member{side.device, it};
      return up(member, {}) && !up(member, failed);
    });
  }

  // True when PWs behind the members have transport, and none of them has any more.
  bool pws_down(EtrunkRef side, Failed failed) {
    bool any = false;
    const auto behind = pws_.find(side);
    if (behind == pws_.end()) return false;
    for (const PwEndId id : behind->second) {
      if (transport(id, {}) != Tri::Up) continue;
      if (transport(id, failed) == Tri::Up) return false;
      any = true;
    }
    return any;
  }

  Tri transport(PwEndId id, Failed failed) {
    return engine_.atoms.get(engine_.atoms.pw_transport(id), failed).value;
  }

  const NetworkFailures& found_;
  const Pairing& net_;
  const PwsBehind& pws_;
  const EtrunkPair& pair_;
  Engine& engine_;
};

// The element that is plainest to imagine.
const Shared& plainest(const NetworkFailures& found, const std::vector<Shared>& shared) {
  std::vector<failures::ServiceSet> sets;
  for (const Shared& it : shared) {
    sets.push_back({{it.element}, Outcome::Delivered, 0, {}});
    sets.back().story.key = "shared";
  }
  return shared[failures::shown_for(sets, *found.universe).front()];
}

void report(const NetworkFailures& found, const EtrunkPair& pair, const std::vector<Shared>& shared,
            Judgement& out) {
  const Pairing& net = *found.net;
  const Shared& shown = plainest(found, shared);
  const std::string& device = failures::device_words(net, shown.side.device);
  const std::string& name = found.universe->elements[shown.element.index].name;
  const std::string what = shown.pws ? fmt::format("all PWs that it serves at {}", device)
                                     : fmt::format("its member at {}", device);
  const auto& peer = net[shown.side].peer_address;
  Finding& finding = out.report(
      shown.side.device, peer ? peer->where : net[shown.side].where, "hellos to this address",
      fmt::format("the hellos of {} share fate with {}: {} takes both", pair_phrase(net, pair), what, name));
  for (const EtrunkRef side : {pair.a, pair.b}) {
    finding.evidence.push_back({side.device, net[side].where, "one side"});
  }
  finding.service = service_name(net, shown.side);
  finding.consequence =
      shown.pws
          ? fmt::format(
                "Each side then takes itself for the master: {} keeps its member in use, although "
                "nothing leads on from there.",
                device)
          : "The other side is not told that the member is down: it takes over only when the hellos have "
            "timed out.";
  FailureCase& told = finding.failure.ensure();
  told.elements = {name};
  for (const Shared& it : shared) {
    const std::string& other = found.universe->elements[it.element.index].name;
    if (other != name) told.alike.push_back({other});
  }
}

void check(const NetworkFailures& found, Engine& engine, Judgement& out) {
  const PwsBehind pws = pws_behind(found);
  for (const EtrunkPair& pair : found.net->etrunks().all()) {
    if (!is_sure(pair) || !elects(*found.net, pair)) continue;
    std::map<bool, std::vector<Shared>> groups;
    for (const Shared& it : PairFate(found, pws, pair, engine).run()) groups[it.pws].push_back(it);
    for (const auto& [key, shared] : groups) report(found, pair, shared, out);
  }
}

}  // namespace

extern const Rule hello_shares_fate;
const Rule hello_shares_fate{
    .code = "FD003",
    .name = "hello-shares-fate",
    .severity = Severity::Warning,
    .title = "The hellos of an E-Trunk survive what the E-Trunk protects against.",
    .what =
        "For every E-Trunk with both sides in the snapshot: elements, other than the two PEs, whose loss "
        "alone silences the hellos (`check -k N`), and takes with them a member on one side, or all PWs "
        "behind the members of one side.",
    .why =
        "Each side that hears nothing takes itself for the master. Just when they should agree that one of "
        "them has lost its PWs or its member, they cannot: a side without PWs keeps its leg up, and what the "
        "customer sends there is lost; or the takeover waits until hellos have timed out.",
    .fix =
        "Give the hellos a second way: a link between the two PEs, on another board than the members and the "
        "uplinks.",
    .limits =
        "Silent where one of the sides does not hear the other even without failures, and where every member "
        "is forced. Hellos that go down alone are SV002's, if they do harm.",
    .source = "Configuring PW Status Negotiation; command reference, e-trunk, peer-address.",
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
+interface GigabitEthernet2/0/0
+ ip address 10.2.3.1 30
+ mpls
+ mpls ldp
+#
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
+interface GigabitEthernet2/0/0
+ ip address 10.2.3.2 30
+ mpls
+ mpls ldp
+#
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
  security-key simple k1
 #
 return
)",
    .check_failures = check,
};

}  // namespace holdfast::rules::fd
