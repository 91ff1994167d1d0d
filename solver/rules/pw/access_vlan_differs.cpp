// PW032: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::pw {
namespace {

using pairing::Pairing;
using pairing::PortRef;

// What stands on a main interface: sub-interfaces in use, by the order of the configuration.
std::vector<PortRef> subs_of(const Pairing& net, PortRef main) {
  std::vector<PortRef> subs;
  const auto& interfaces = net[main.device].interfaces;
  for (std::size_t i = 0; i < interfaces.size(); ++i) {
    if (interfaces[i].parent == main.interface && !*interfaces[i].shutdown)
      subs.push_back({main.device, InterfaceId{i}});
  }
  return subs;
}

bool is_service(const Interface& it) {
  return !it.pws.empty() || it.vsi || it.bridge_domain;
}

// One VLAN, one tag: of others the tags at the two ends say little.
bool takes_one_vlan(const Interface& it) {
  return it.vlans.size() == 1 && it.vlans.front()->outer_first != 0 &&
         it.vlans.front()->outer_first == it.vlans.front()->outer_last && it.vlans.front()->inner_first == 0;
}

bool has_plain_vlans(const Pairing& net, const std::vector<PortRef>& subs) {
  return std::ranges::all_of(
      subs, [&](PortRef sub) { return takes_one_vlan(net[sub]) && net[sub].unread.empty(); });
}

// The other end of an access link: what it does with VLANs.
struct Far {
  PortRef main;
  std::vector<PortRef> subs;

  bool switches(const Pairing& net) const {
    const Interface& it = net[main];
    return it.switch_port && it.switch_port->link_type && !it.switch_port->allowed.empty();
  }
  bool takes(const Pairing& net, const Interface& ac) const {
    const std::uint16_t vlan = ac.vlans.front()->outer_first;
    if (switches(net)) {
      const SwitchPort& port = *net[main].switch_port;
      return (port.default_vlan && **port.default_vlan == vlan) ||
             std::ranges::any_of(port.allowed, [&](const Fact<VlanRange>& it) {
               return it->first <= vlan && vlan <= it->last;
             });
    }
    return std::ranges::any_of(subs, [&](PortRef sub) { return pairing::vlans_meet(net[sub], ac); });
  }
};

void judge(const Pairing& net, PortRef ac, const Far& far, Judgement& out) {
  const Interface& it = net[ac];
  const Fact<VlanMatch>& vlan = it.vlans.front();
  const Interface& main = net[far.main];
  Claim claim = out.claim();
  const auto taken = claim.fact(ac.device, fmt::format("VLAN of {}", it.name),
                                configured(std::uint32_t{vlan->outer_first}, vlan.where), block_of(it));
  std::vector<smt::ExprId> same;
  for (const PortRef sub : far.subs) {
    const Fact<VlanMatch>& theirs = net[sub].vlans.front();
    const auto other =
        claim.fact(sub.device, fmt::format("VLAN of {}", net[sub].name),
                   configured(std::uint32_t{theirs->outer_first}, theirs.where), block_of(net[sub]));
    same.push_back(claim.exprs().eq(taken, other));
  }
  if (far.subs.empty()) {
    const auto carried =
        claim.present(far.main.device, fmt::format("VLAN {} on {}", vlan->outer_first, main.name), false, {},
                      block_of(main));
    same.push_back(claim.exprs().variable(carried));
    for (const auto& range : main.switch_port->allowed)
      claim.show(far.main.device, range.where, "VLANs it carries");
  }
  claim.require(claim.exprs().any_of(same));
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, ac);
    finding.message = fmt::format("{} takes VLAN {}, and {} at the other end of the link does not",
                                  port_phrase(net, ac), vlan->outer_first, port_phrase(net, far.main));
    finding.consequence =
        "Frames of this VLAN come from nobody and go to nobody: what stands on the sub-interface has no "
        "traffic.";
    finding.fix.summary = "let both ends of the link take one VLAN";
  });
}

// One direction of a link: sub-interfaces of the provider's end that the customer's end has no VLAN for.
void check_end(const Pairing& net, PortRef main, PortRef far_main, Judgement& out) {
  const std::vector<PortRef> subs = subs_of(net, main);
  const Far far{far_main, subs_of(net, far_main)};
  if (std::ranges::none_of(subs, [&](PortRef sub) { return is_service(net[sub]); })) return;
  if (!far.switches(net) && (far.subs.empty() || !has_plain_vlans(net, far.subs))) return;
  for (const PortRef sub : subs) {
    if (takes_one_vlan(net[sub]) && !far.takes(net, net[sub])) judge(net, sub, far, out);
  }
}

PortRef bundle_or_port(const Pairing& net, PortRef port) {
  const PortRef trunk = net.links().trunk_of(port);
  return trunk.valid() ? trunk : port;
}

// ET013 speaks of the bundle of a CE behind an E-Trunk.
bool in_etrunk(const Interface& it) {
  return it.trunk && it.trunk->etrunk;
}

void check(const Pairing& net, Judgement& out) {
  std::set<std::pair<PortRef, PortRef>> seen;
  for (const pairing::Link& link : net.links().all()) {
    const PortRef a = bundle_or_port(net, link.a);
    const PortRef b = bundle_or_port(net, link.b);
    if (in_etrunk(net[a]) || in_etrunk(net[b]) || !seen.insert({a, b}).second) continue;
    check_end(net, a, b, out);
    check_end(net, b, a, out);
  }
}

}  // namespace

extern const Rule access_vlan_differs;
const Rule access_vlan_differs{
    .code = "PW032",
    .name = "access-vlan-differs",
    .severity = Severity::Warning,
    .title = "The two ends of an access link take the same VLANs.",
    .what =
        "For every known link with a sub-interface at one end that belongs to a PW, a VSI or a bridge "
        "domain: each "
        "sub-interface at that end takes a VLAN that the other end has on a sub-interface or, where that is "
        "a "
        "switched port, allows.",
    .why =
        "Nothing reports it when the two ends use different VLANs: PW and interfaces are up, and no frame "
        "passes.",
    .fix = "Take one VLAN at both ends.",
    .limits =
        "Compares single tags; silent where the other end has no sub-interface and lists no VLANs, or takes "
        "ranges, "
        "two tags or untagged frames, and about bundles behind an E-Trunk, which are ET013's. Links are "
        "those of "
        "holdfast.yaml, LLDP or common subnets.",
    .source =
        "Command reference: vlan-type dot1q, port trunk allow-pass vlan; seed 2, seed 3: the CE's side.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 #
 mpls
 #
 interface GigabitEthernet0/1/0
  ip address 10.9.0.1 30
 #
 interface GigabitEthernet0/1/0.10
- vlan-type dot1q 11
+ vlan-type dot1q 10
  mpls l2vc 2.2.2.2 100
 #
 return
 sysname CE1
 #
 interface GigabitEthernet0/1/0
  ip address 10.9.0.2 30
 #
 interface GigabitEthernet0/1/0.10
  vlan-type dot1q 10
  ip address 10.1.0.1 24
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw
