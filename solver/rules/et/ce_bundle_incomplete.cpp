// ET013: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include "solver/rules/support/etrunks.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::et {
namespace {

using pairing::EtrunkMembers;
using pairing::EtrunkPair;
using pairing::Pairing;
using pairing::PortRef;

// A link from a member of the E-Trunk to the CE.
struct Leg {
  PortRef pe;     // the port, or the Eth-Trunk where only the bundle is known
  PortRef ce;     // the same at the other end
  PortRef trunk;  // the CE's Eth-Trunk that holds it; invalid: none does
};

std::vector<Leg> legs_of(const Pairing& net, PortRef member) {
  std::vector<Leg> legs;
  const auto add = [&](PortRef port) {
    const PortRef far = net.links().far_end(port);
    if (!far.valid()) return;
    const bool is_trunk = net[far].kind == InterfaceKind::EthTrunk;
    legs.push_back({port, far, is_trunk ? far : net.links().trunk_of(far)});
  };
  for (const PortRef port : net.links().trunk_members(member)) add(port);
  if (legs.empty()) add(member);
  return legs;
}

// A member of the E-Trunk without a port, on a device with a free port that leads to the CE's bundle.
void report_free_port(const Pairing& net, PortRef port, PortRef member, PortRef bundle, Judgement& out) {
  const Interface& trunk = net[member];
  Claim claim = out.claim();
  claim.require(
      missing(claim, port.device, fmt::format("Eth-Trunk of {}", net[port].name), block_of(net[port])));
  claim.show(member.device, trunk.where, "member of the E-Trunk without a port");
  claim.show(bundle.device, net[bundle].where, "the CE's bundle, to which the port leads");
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, net.etrunks().covering(member));
    finding.consequence =
        fmt::format("{} has no port and never comes up: nothing takes over when the other leg fails.",
                    port_phrase(net, member));
    if (finding.verdict == Verdict::Unknown) {
      finding.message =
          fmt::format("whether {} belongs to {} cannot be told", port_phrase(net, port), trunk.name);
      return;
    }
    finding.message = fmt::format("{} leads to the CE's bundle and is not in {}, which has no port",
                                  port_phrase(net, port), trunk.name);
    finding.fix = {"put the port into the Eth-Trunk",
                   {in_interface(net, port, {fmt::format("eth-trunk {}", trunk.number)})}};
  });
}

// Links of the CE's bundle that end on free ports of the member's device.
void judge_free_ports(const Pairing& net, PortRef member, PortRef bundle, Judgement& out) {
  if (!net.links().trunk_members(member).empty()) return;
  for (const PortRef port : net.links().trunk_members(bundle)) {
    const PortRef far = net.links().far_end(port);
    if (far.valid() && far.device == member.device && !net[far].member_of)
      report_free_port(net, far, member, bundle, out);
  }
}

void report_leg(const Pairing& net, const Leg& leg, PortRef member, PortRef bundle, Judgement& out) {
  const Interface& port = net[leg.ce];
  Claim claim = out.claim();
  if (port.member_of) {
    const auto trunk = claim.fact(leg.ce.device, "Eth-Trunk of the port", *port.member_of, block_of(port));
    claim.require(claim.exprs().is(trunk, to_value(net[bundle].number)));
  } else {
    claim.require(missing(claim, leg.ce.device, fmt::format("Eth-Trunk of {}", port.name), block_of(port)));
  }
  claim.show(bundle.device, net[bundle].where, "the CE's bundle");
  claim.show(member.device, net[member].trunk->etrunk->where, "member of the E-Trunk");
  claim.show(leg.pe.device, net[leg.pe].where, "the other end of the leg");
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, net.etrunks().covering(member));
    finding.consequence = fmt::format(
        "The CE does not use the leg to {}: when the E-Trunk moves there the traffic is lost, although "
        "everything is up.",
        name_of(net, member.device));
    if (finding.verdict == Verdict::Unknown) {
      finding.message =
          fmt::format("whether {} belongs to {} cannot be told", port_phrase(net, leg.ce), net[bundle].name);
      return;
    }
    finding.message = fmt::format("{}, the leg to {}, is not in {} with the legs to the other device",
                                  port_phrase(net, leg.ce), port_phrase(net, member), net[bundle].name);
    finding.fix = {"put the port into the CE's Eth-Trunk",
                   {in_interface(net, leg.ce, {fmt::format("eth-trunk {}", net[bundle].number)})}};
  });
}

// --- the VLANs of the services

bool allows(const SwitchPort& port, const VlanMatch& vlan) {
  return std::ranges::any_of(port.allowed, [&](const Fact<VlanRange>& range) {
    return range->first <= vlan.outer_last && vlan.outer_first <= range->last;
  });
}

// Whether the CE's Eth-Trunk carries the AC's VLANs. A CE that says nothing of VLANs is taken at its word.
bool carries(const Interface& bundle, const std::vector<PortRef>& subs, const Pairing& net,
             const Interface& ac) {
  const bool tagged = std::ranges::any_of(ac.vlans, [](const auto& vlan) { return vlan->outer_first != 0; });
  if (!tagged) return true;
  if (bundle.switch_port && !bundle.switch_port->allowed.empty()) {
    return std::ranges::any_of(ac.vlans, [&](const auto& vlan) {
      return vlan->outer_first == 0 || allows(*bundle.switch_port, *vlan);
    });
  }
  if (*bundle.portswitch || subs.empty()) return true;
  // Inner tags are the customer's own affair; only outer ones are compared.
  return std::ranges::any_of(subs, [&](PortRef sub) {
    return std::ranges::any_of(net[sub].vlans, [&](const auto& one) {
      return one->outer_first == 0 || std::ranges::any_of(ac.vlans, [&](const auto& other) {
               return other->outer_first <= one->outer_last && one->outer_first <= other->outer_last;
             });
    });
  });
}

std::vector<PortRef> subs_of(const Pairing& net, PortRef trunk) {
  std::vector<PortRef> subs;
  const Device& device = net[trunk.device];
  for (std::size_t i = 0; i < device.interfaces.size(); ++i) {
    if (device.interfaces[i].parent == trunk.interface) subs.push_back({trunk.device, InterfaceId{i}});
  }
  return subs;
}

// `other` has been judged before: what it takes as well is said there.
void judge_vlans(const Pairing& net, const MemberSubs& member_subs, PortRef member, PortRef other,
                 PortRef bundle, Judgement& out) {
  const std::vector<PortRef> ce_subs = subs_of(net, bundle);
  const Interface& ce = net[bundle];
  const auto said = [&](PortRef ac) {
    return other.valid() && std::ranges::any_of(member_subs.find(other), [&](PortRef twin) {
             return pairing::vlans_meet(net[twin], net[ac]);
           });
  };
  for (const PortRef ac : member_subs.find(member)) {
    if (!carries_l2vpn(net, ac) || carries(ce, ce_subs, net, net[ac]) || said(ac)) continue;
    const auto& vlan = net[ac].vlans.front();
    const std::string name = vlan->outer_first == vlan->outer_last
                                 ? fmt::format("VLAN {}", vlan->outer_first)
                                 : fmt::format("any of VLANs {} to {}", vlan->outer_first, vlan->outer_last);
    Claim claim = out.claim();
    claim.require(missing(claim, bundle.device, fmt::format("{} on {}", name, ce.name), block_of(ce)));
    if (ce.switch_port) {
      for (const auto& range : ce.switch_port->allowed)
        claim.show(bundle.device, range.where, "VLANs it carries");
    }
    claim.show(ac.device, vlan.where, fmt::format("{} takes it", net[ac].name));
    out.judge(claim, [&](Finding& finding) {
      finding.service = service_name(net, ac);
      finding.consequence = "The CE sends nothing of this VLAN over the bundle: the service has no traffic.";
      if (finding.verdict == Verdict::Unknown) {
        finding.message = fmt::format("whether {} carries {} cannot be told", port_phrase(net, bundle), name);
        return;
      }
      finding.message = fmt::format("{} does not carry {}, which {} takes", port_phrase(net, bundle), name,
                                    port_phrase(net, ac));
      finding.fix.summary = fmt::format("let {} carry it", port_phrase(net, bundle));
      if (*ce.portswitch) {
        finding.fix.commands.push_back(
            in_interface(net, bundle, {fmt::format("port trunk allow-pass vlan {}", vlan->outer_first)}));
      }
    });
  }
}

// --- one pair of members

void undecided(const Pairing& net, PortRef member, Judgement& out) {
  Claim claim = out.claim();
  const auto bundled =
      claim.unseen("leg of the CE", smt::Sort::Boolean,
                   fmt::format("where {} leads: its link in holdfast.yaml and the configuration of the CE",
                               port_phrase(net, member)));
  claim.require(claim.exprs().variable(bundled));
  claim.show(member.device, net[member].where, "leads to a CE that is not known");
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, net.etrunks().covering(member));
    finding.message = fmt::format("whether the CE behind {} bundles its legs to both devices cannot be told",
                                  port_phrase(net, member));
    finding.consequence = "A leg outside the CE's bundle cannot take over.";
  });
}

void judge_row(const Pairing& net, const MemberSubs& subs, PortRef a, PortRef b, Judgement& out) {
  const std::vector<Leg> legs_a = legs_of(net, a);
  const std::vector<Leg> legs_b = legs_of(net, b);
  PortRef bundle;
  for (const std::vector<Leg>* legs : {&legs_a, &legs_b}) {
    for (const Leg& leg : *legs) {
      if (!bundle.valid()) bundle = leg.trunk;
    }
  }
  if (legs_a.empty() || !bundle.valid()) {
    undecided(net, a, out);
  } else if (legs_b.empty()) {
    undecided(net, b, out);
  }
  if (!bundle.valid()) return;
  const auto judge_legs = [&](const std::vector<Leg>& legs, PortRef member) {
    for (const Leg& leg : legs) {
      // A leg to another device is a CE of two boxes, which is not judged.
      if (leg.trunk != bundle && leg.ce.device == bundle.device) report_leg(net, leg, member, bundle, out);
    }
  };
  judge_free_ports(net, a, bundle, out);
  judge_free_ports(net, b, bundle, out);
  judge_legs(legs_a, a);
  judge_legs(legs_b, b);
  judge_vlans(net, subs, a, {}, bundle, out);
  judge_vlans(net, subs, b, a, bundle, out);
}

void check(const Pairing& net, Judgement& out) {
  const MemberSubs subs = member_subs(net);
  for (const EtrunkPair& pair : net.etrunks().all()) {
    if (!is_sure(pair)) continue;
    for (const EtrunkMembers& row : pair.members) {
      if (!row.a.valid() || !row.b.valid()) continue;
      judge_row(net, subs, {pair.a.device, row.a}, {pair.b.device, row.b}, out);
    }
  }
}

}  // namespace

extern const Rule ce_bundle_incomplete;
const Rule ce_bundle_incomplete{
    .code = "ET013",
    .name = "ce-bundle-incomplete",
    .severity = Severity::Error,
    .title = "The CE's Eth-Trunk holds the legs to both devices and carries the VLANs of the services.",
    .what =
        "Links lead from the members of the E-Trunk to ports of the CE. All of them have to be in one "
        "Eth-Trunk of the CE, and that has to carry the outer VLANs of the attachment circuits. A member "
        "without a port has none left free that leads to that Eth-Trunk.",
    .why =
        "A leg that the CE does not bundle carries nothing: when the E-Trunk moves to it, the traffic is "
        "lost "
        "although everything is up.",
    .fix = "Put the port into the Eth-Trunk of the CE, or let that carry the VLAN.",
    .limits =
        "Undecided while the link or the CE's configuration is not known. A CE of two boxes is not judged. "
        "VLANs are compared where the CE's Eth-Trunk lists them (allowed VLANs of a switched port, "
        "sub-interfaces of a routed one); a VLAN that both devices take is said of the first one.",
    .source = "Configuring PW Status Negotiation, configuring Eth-Trunk interfaces; semantics: E-Trunk.",
    .example = R"(
 sysname PE1
 #
 e-trunk 1
  peer-address 10.0.0.2 source-address 10.0.0.1
 #
 interface Eth-Trunk10
  mode lacp-static
  e-trunk 1
 #
 interface Eth-Trunk10.1
  vlan-type dot1q 1
  ip address 192.168.1.1 255.255.255.252
 #
 interface GigabitEthernet0/1/0
  eth-trunk 10
 #
 interface LoopBack0
  ip address 10.0.0.1 255.255.255.255
 #
 return
 sysname PE2
 #
 e-trunk 1
  peer-address 10.0.0.1 source-address 10.0.0.2
 #
 interface Eth-Trunk10
  mode lacp-static
  e-trunk 1
 #
 interface Eth-Trunk10.2
  vlan-type dot1q 2
  ip address 192.168.2.1 255.255.255.252
 #
 interface GigabitEthernet0/1/0
  eth-trunk 10
 #
 interface LoopBack0
  ip address 10.0.0.2 255.255.255.255
 #
 return
 sysname CE
 #
 interface Eth-Trunk20
  mode lacp-static
 #
 interface Eth-Trunk20.1
  vlan-type dot1q 1
  ip address 192.168.1.2 255.255.255.252
 #
+interface Eth-Trunk20.2
+ vlan-type dot1q 2
+ ip address 192.168.2.2 255.255.255.252
+#
 interface GigabitEthernet0/1/1
  eth-trunk 20
 #
 interface GigabitEthernet0/1/2
-#
-interface GigabitEthernet0/1/2.2
- vlan-type dot1q 2
- ip address 192.168.2.2 255.255.255.252
+ eth-trunk 20
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::et
