// UL004: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/pw_commands.h"
#include "solver/rules/support/pw_phrases.h"
#include "solver/rules/support/underlay.h"

namespace holdfast::rules::ul {
namespace {

using pairing::Pairing;
using pairing::PortRef;

constexpr const char* kDefaultClass =
    "The PW takes an LDP LSP, if there is one, instead of the tunnel that was meant for it: over other "
    "links, "
    "without the tunnel's bandwidth and protection.";

// A ride with the policy that it names, which is defined.
struct PolicyRide {
  const Ride& ride;
  const TunnelPolicy& policy;
  Ipv4 peer;
  const Fact<std::string>* named;  // the words of the PW, or of its VSI, that name the policy
};

void show_user(const Pairing& net, const PolicyRide& it, Claim& claim) {
  const pairing::PwEnd& end = net[it.ride.end];
  if (it.named->where.known()) claim.show(end.device, it.named->where, "a PW that names the policy");
  show_end(claim, end, it.named->where, "a PW that names the policy");
}

std::string user_phrase(const Pairing& net, const PolicyRide& it) {
  const pairing::PwEnd& end = net[it.ride.end];
  return fmt::format("the {} of {}", pw_phrase(net, end), end_phrase(net, end));
}

std::string binding_line(const PolicyRide& it) {
  return fmt::format("tunnel binding destination {} te <tunnel-to-{}>", to_string(it.peer),
                     to_string(it.peer));
}

Fix bind(const Pairing& net, const PolicyRide& it) {
  return {fmt::format("bind {} to a tunnel that goes there", name_of(net, it.ride.to)),
          {in_view(it.ride.from, {"tunnel-policy " + it.policy.name}, {binding_line(it)})}};
}

// The policy has nothing that is for this peer.
void judge_no_binding(const Pairing& net, const PolicyRide& it, Judgement& out) {
  const bool is_empty = it.policy.bindings.empty();
  Claim claim = out.claim();
  const Span where = is_empty ? it.policy.where : it.policy.bindings.front().destination.where;
  const auto bound = claim.present(it.ride.from, fmt::format("binding for {}", to_string(it.peer)), false, {},
                                   {where, it.policy.unread});
  claim.require(claim.exprs().variable(bound));
  show_user(net, it, claim);
  for (const PortRef port : tunnels_to(net, it.ride.from, it.ride.to)) {
    claim.show(port.device, net[port].where, "a tunnel that goes there");
  }
  out.judge(claim, [&](Finding& finding) {
    finding.severity = Severity::Warning;
    finding.service = service_name(net, it.ride.end);
    finding.message = is_empty ? fmt::format("the tunnel policy {}, which {} names, says nothing",
                                             it.policy.name, user_phrase(net, it))
                               : fmt::format("the tunnel policy {}, which {} names, binds no tunnel to {}",
                                             it.policy.name, user_phrase(net, it), to_string(it.peer));
    finding.consequence = kDefaultClass;
    finding.fix = bind(net, it);
  });
}

// A bound tunnel has to go to the device for which it is bound.
void judge_destination(const Pairing& net, const PolicyRide& it, const TunnelBinding& binding, PortRef port,
                       const Fact<std::string>& name, Judgement& out) {
  const Interface& tunnel = net[port];
  const MaybeFact<IpAddress>& destination = tunnel.tunnel->destination;
  if (destination && (destination->value.is_v6 || net.locator().owner_of(**destination).is(it.ride.to)))
    return;
  Claim claim = out.claim();
  const Fact<IpAddress> absent = by_default(IpAddress{}, tunnel.where);
  const auto goes = claim.fact(port.device, "destination of " + tunnel.name,
                               destination ? *destination : absent, block_of(tunnel));
  claim.require(claim.exprs().is(goes, to_value(ip(it.peer))));
  claim.show(it.ride.from, name.where, "bound for " + to_string(it.peer));
  show_user(net, it, claim);
  out.judge(claim, [&](Finding& finding) {
    if (*binding.down_switch) finding.severity = Severity::Warning;
    finding.service = service_name(net, it.ride.end);
    finding.message = fmt::format(
        "{} of {} is bound for {} and {}", tunnel.name, name_of(net, port.device), to_string(it.peer),
        destination ? "goes to " + to_string(**destination) : std::string("has no destination"));
    finding.consequence = *binding.down_switch ? kDefaultClass : consequence_of_down(net, net[it.ride.end]);
    finding.fix = {fmt::format("bind a tunnel to {}", name_of(net, it.ride.to)),
                   {in_interface(net, port, {"destination " + to_string(it.peer)})}};
  });
}

// The name leads to no tunnel interface.
void judge_not_a_tunnel(const Pairing& net, const PolicyRide& it, const Fact<std::string>& name,
                        Judgement& out) {
  Claim claim = out.claim();
  const auto there = claim.present(it.ride.from, "a tunnel interface " + *name, false, {},
                                   {name.where, net[it.ride.from].unread});
  claim.require(claim.exprs().variable(there));
  show_user(net, it, claim);
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, it.ride.end);
    finding.message = fmt::format("the tunnel policy {} binds {}, which is no tunnel of {}", it.policy.name,
                                  *name, name_of(net, it.ride.from));
    finding.consequence = consequence_of_down(net, net[it.ride.end]);
    finding.fix.summary = "name a tunnel interface of the device";
  });
}

// Whether the binding takes its tunnels wherever they go.
bool takes_any_destination(const Pairing& net, const TunnelBinding& binding) {
  return !lines_with(net, {&binding.where, 1}, "ignore-destination-check").empty();
}

void judge_binding(const Pairing& net, const PolicyRide& it, const TunnelBinding& binding, Judgement& out) {
  if (takes_any_destination(net, binding)) return;
  for (const Fact<std::string>& name : binding.tunnels) {
    const InterfaceId id = net[it.ride.from].find_interface(*name);
    if (!id.valid() || !net[it.ride.from][id].tunnel) {
      // SYN003 speaks of interfaces that are not defined.
      if (id.valid()) judge_not_a_tunnel(net, it, name, out);
      continue;
    }
    judge_destination(net, it, binding, {it.ride.from, id}, name, out);
  }
}

// A sequence of TE tunnels only, and none goes to the peer.
void judge_sequence(const Pairing& net, const PolicyRide& it, Judgement& out) {
  const auto is_te = [](const Fact<std::string>& kind) { return *kind == "cr-lsp" || *kind == "te"; };
  if (!std::ranges::all_of(it.policy.select_sequence, is_te)) return;
  if (!tunnels_to(net, it.ride.from, it.ride.to).empty()) return;  // reserved ones are UL009's
  Claim claim = out.claim();
  const auto there = claim.present(it.ride.from, fmt::format("TE tunnel to {}", to_string(it.peer)), false,
                                   {}, {it.policy.select_where, net[it.ride.from].unread});
  claim.require(claim.exprs().variable(there));
  show_user(net, it, claim);
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, it.ride.end);
    finding.message = fmt::format("the tunnel policy {} takes TE tunnels only, and {} has none to {}",
                                  it.policy.name, name_of(net, it.ride.from), name_of(net, it.ride.to));
    finding.consequence = consequence_of_down(net, net[it.ride.end]);
    finding.fix.summary = "make a TE tunnel to the peer, or let the policy fall back on LDP";
  });
}

// Whether something on the device that is no PW names the policy: it may be for that.
bool has_other_users(const Device& device, const std::string& policy) {
  const auto names = [&](const MaybeFact<std::string>& it) { return it && **it == policy; };
  return std::ranges::any_of(device.vsis, [&](const Vsi& it) { return names(it.tunnel_policy); }) ||
         std::ranges::any_of(device.vpn_instances, [&](const VpnInstance& it) {
           return std::ranges::any_of(it.families,
                                      [&](const VpnFamily& family) { return names(family.tunnel_policy); });
         });
}

bool binds(const TunnelPolicy& policy, Ipv4 peer) {
  return std::ranges::any_of(policy.bindings,
                             [&](const TunnelBinding& it) { return *it.destination == peer; });
}

// A PW without a policy goes to a peer for which the device keeps a tunnel that no PW takes.
void judge_without_policy(const Pairing& net, const Ride& ride, const TunnelPolicy& policy, Ipv4 peer,
                          Judgement& out) {
  const pairing::PwEnd& end = net[ride.end];
  const auto binding =
      std::ranges::find_if(policy.bindings, [&](const TunnelBinding& it) { return *it.destination == peer; });
  Claim claim = out.claim();
  const auto named = claim.present(ride.from, fmt::format("tunnel policy of the {} PW", role_word(end)),
                                   false, {}, {end.where, block_of_end(net, end).unread});
  claim.require(claim.exprs().variable(named));
  claim.show(ride.from, binding->where, "binds a tunnel to the PW's peer, and no PW takes it");
  out.judge(claim, [&](Finding& finding) {
    finding.severity = Severity::Warning;
    finding.service = service_name(net, ride.end);
    finding.message = fmt::format(
        "the {} of {} names no tunnel policy, and the tunnel that {} binds to {} is used by no PW",
        pw_phrase(net, end), end_phrase(net, end), policy.name, to_string(peer));
    finding.consequence = kDefaultClass;
    if (end.kind == pairing::PwEndKind::Ac) {
      finding.fix = {"let the PW name the policy",
                     {remade_end(net, end, line_text(net, end.where) + " tunnel-policy " + policy.name)}};
    }
  });
}

void check_without_policy(const Pairing& net, const std::vector<Ride>& rides, Judgement& out) {
  std::set<std::tuple<DeviceId, DeviceId, std::string_view>> taken;
  for (const Ride& ride : rides) taken.insert({ride.from, ride.to, ride.policy});
  for (const Ride& ride : rides) {
    const auto peer = net.locator().lsr_id(ride.to);
    if (!ride.policy.empty() || !peer) continue;
    for (const TunnelPolicy& policy : net[ride.from].tunnel_policies) {
      if (taken.contains({ride.from, ride.to, policy.name}) || !binds(policy, *peer) ||
          has_other_users(net[ride.from], policy.name))
        continue;
      judge_without_policy(net, ride, policy, *peer, out);
      break;
    }
  }
}

void check(const Pairing& net, Judgement& out) {
  const std::vector<Ride> rides = rides_of(net);
  check_without_policy(net, rides, out);
  for (const Ride& ride : rides) {
    const auto& policies = net[ride.from].tunnel_policies;
    const auto found = std::ranges::find(policies, ride.policy, &TunnelPolicy::name);
    const auto peer = net.locator().lsr_id(ride.to);
    if (ride.policy.empty() || found == policies.end() || !peer) continue;
    const PolicyRide it{ride, *found, *peer, net[ride.end].tunnel_policy};
    const auto binding = std::ranges::find_if(
        found->bindings, [&](const TunnelBinding& bound) { return *bound.destination == *peer; });
    if (binding != found->bindings.end()) {
      judge_binding(net, it, *binding, out);
    } else if (found->select_sequence.empty()) {
      judge_no_binding(net, it, out);
    } else {
      judge_sequence(net, it, out);
    }
  }
}

}  // namespace

extern const Rule tunnel_policy_without_tunnel;
const Rule tunnel_policy_without_tunnel{
    .code = "UL004",
    .name = "tunnel-policy-without-tunnel",
    .severity = Severity::Error,
    .title = "The tunnel policy that a PW names leads to a tunnel that goes to the PW's peer.",
    .what =
        "For each PW with a tunnel policy: what the policy binds to the peer are tunnel interfaces whose "
        "destination belongs to the peer; a sequence of TE tunnels only finds one to the peer. A policy that "
        "binds nothing to the peer, or says nothing, is a warning, and so is a PW without a policy to a peer "
        "that a "
        "policy binds a tunnel to which nobody takes: LDP takes over there, as it does with "
        "`down-switch`.",
    .why =
        "A PW that is bound to a tunnel has no other: where that one leads elsewhere or is missing, the PW "
        "stays "
        "down. Where LDP takes over, traffic runs over links that nobody planned it for.",
    .fix = "Bind the peer to a tunnel whose destination is the peer's LSR ID.",
    .limits =
        "Speaks of PWs whose two ends are seen. Names that are not defined are SYN003's, reservations "
        "UL009's, "
        "the paths of tunnels UL005's. Silent about bindings with `ignore-destination-check`, where a "
        "sequence has kinds other than MPLS TE, about SR-TE "
        "policies "
        "and tunnels made automatically. Undecided while lines of the policy or the tunnel were not "
        "understood.",
    .source = "Command reference: tunnel binding, tunnel select-seq; semantics: tunnel policy.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 2.2.2.2 100 tunnel-policy to-pe2
 #
 interface Tunnel12
  tunnel-protocol mpls te
- destination 3.3.3.3
+ destination 2.2.2.2
  mpls te reserved-for-binding
 #
 tunnel-policy to-pe2
  tunnel binding destination 2.2.2.2 te Tunnel12
 #
 return
 sysname PE2
 #
 mpls lsr-id 2.2.2.2
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 1.1.1.1 100
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::ul
