// UL009: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <string>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/pw_phrases.h"
#include "solver/rules/support/underlay.h"

namespace holdfast::rules::ul {
namespace {

using pairing::Pairing;
using pairing::PortRef;

bool is_mpls_te(const Interface& interface) {
  return interface.tunnel && *interface.tunnel->protocol == TunnelProtocol::MplsTe;
}

// The binding that names each tunnel of a device, the first of several.
std::map<std::string, Span> bound_tunnels(const Device& device) {
  std::map<std::string, Span> found;
  for (const TunnelPolicy& policy : device.tunnel_policies) {
    for (const TunnelBinding& binding : policy.bindings) {
      for (const Fact<std::string>& name : binding.tunnels) found.try_emplace(*name, name.where);
    }
  }
  return found;
}

void judge_bound(const Pairing& net, PortRef port, Span binding, Judgement& out) {
  const Interface& tunnel = net[port];
  Claim claim = out.claim();
  const auto reserved = claim.fact(port.device, fmt::format("{} reserved for binding", tunnel.name),
                                   tunnel.tunnel->reserved_for_binding, block_of(tunnel));
  claim.require(claim.exprs().variable(reserved));
  claim.show(port.device, binding, "binds it");
  out.judge(claim, [&](Finding& finding) {
    finding.message = fmt::format("{} is bound by a tunnel policy of {} and not reserved for binding",
                                  tunnel.name, name_of(net, port.device));
    finding.consequence =
        "The device does not take the tunnel for the binding: what names the policy has no tunnel, unless "
        "the "
        "binding falls back.";
    finding.fix = {"reserve the tunnel", {in_interface(net, port, {"mpls te reserved-for-binding"})}};
  });
}

void judge_unbound(const Pairing& net, PortRef port, Judgement& out) {
  const Interface& tunnel = net[port];
  std::vector<Span> unread = net[port.device].unread;
  for (const TunnelPolicy& policy : net[port.device].tunnel_policies) {
    unread.insert(unread.end(), policy.unread.begin(), policy.unread.end());
  }
  Claim claim = out.claim();
  const auto reserved = claim.fact(port.device, fmt::format("{} reserved for binding", tunnel.name),
                                   tunnel.tunnel->reserved_for_binding, block_of(tunnel));
  const auto bound = claim.present(port.device, fmt::format("binding of {}", tunnel.name), false, {},
                                   {tunnel.where, unread});
  claim.require(claim.exprs().implies(claim.exprs().variable(reserved), claim.exprs().variable(bound)));
  if (tunnel.tunnel->destination) claim.show(port.device, tunnel.tunnel->destination->where, "where it goes");
  out.judge(claim, [&](Finding& finding) {
    finding.severity = Severity::Warning;
    finding.message = fmt::format("{} of {} is reserved for binding, and no tunnel policy binds it",
                                  tunnel.name, name_of(net, port.device));
    finding.consequence =
        "Nothing can use the tunnel: only a binding takes a tunnel that is reserved. What it was made for "
        "rides on "
        "something else.";
    finding.fix = {"bind the tunnel, or undo its reservation",
                   {in_interface(net, port, {"undo mpls te reserved-for-binding"})}};
  });
}

// A sequence takes TE tunnels, and all that go to the peer are reserved.
void judge_sequence(const Pairing& net, const Ride& ride, const TunnelPolicy& policy, Judgement& out) {
  const auto is_te = [](const Fact<std::string>& kind) { return *kind == "cr-lsp" || *kind == "te"; };
  const auto kind = std::ranges::find_if(policy.select_sequence, is_te);
  const std::vector<PortRef> tunnels = tunnels_to(net, ride.from, ride.to);
  if (kind == policy.select_sequence.end() || tunnels.empty()) return;
  const bool te_only = std::ranges::all_of(policy.select_sequence, is_te);
  Claim claim = out.claim();
  std::vector<smt::ExprId> free;
  for (const PortRef port : tunnels) {
    const auto reserved = claim.fact(port.device, fmt::format("{} reserved for binding", net[port].name),
                                     net[port].tunnel->reserved_for_binding, block_of(net[port]));
    free.push_back(claim.exprs().negate(claim.exprs().variable(reserved)));
  }
  claim.require(claim.exprs().any_of(free));
  claim.show(ride.from, kind->where, "the sequence takes TE tunnels");
  claim.show(ride.from, net[ride.end].where, "a PW that names the policy");
  out.judge(claim, [&](Finding& finding) {
    if (!te_only) finding.severity = Severity::Warning;
    finding.service = service_name(net, ride.end);
    finding.message = fmt::format(
        "the tunnel policy {} of {} selects a TE tunnel to {}, and every one of them is reserved for "
        "binding",
        policy.name, name_of(net, ride.from), name_of(net, ride.to));
    finding.consequence = te_only
                              ? consequence_of_down(net, net[ride.end])
                              : "The next kind of the sequence takes over: the tunnel that was meant carries "
                                "nothing.";
    finding.fix = {"undo the reservation of the tunnel",
                   {in_interface(net, tunnels.front(), {"undo mpls te reserved-for-binding"})}};
  });
}

void check(const Pairing& net, Judgement& out) {
  for (std::size_t d = 0; d < net.network().devices.size(); ++d) {
    const Device& device = net[DeviceId{d}];
    const std::map<std::string, Span> bound = bound_tunnels(device);
    const bool selects = std::ranges::any_of(
        device.tunnel_policies, [](const TunnelPolicy& it) { return !it.select_sequence.empty(); });
    for (std::size_t i = 0; i < device.interfaces.size(); ++i) {
      const Interface& it = device.interfaces[i];
      if (!is_mpls_te(it)) continue;
      const auto found = bound.find(it.name);
      if (found != bound.end()) {
        judge_bound(net, {DeviceId{d}, InterfaceId{i}}, found->second, out);
      } else if (!selects) {
        judge_unbound(net, {DeviceId{d}, InterfaceId{i}}, out);
      }
    }
  }
  for (const Ride& ride : rides_of(net)) {
    const auto& policies = net[ride.from].tunnel_policies;
    const auto policy = std::ranges::find(policies, ride.policy, &TunnelPolicy::name);
    if (!ride.policy.empty() && policy != policies.end()) judge_sequence(net, ride, *policy, out);
  }
}

}  // namespace

extern const Rule tunnel_reservation;
const Rule tunnel_reservation{
    .code = "UL009",
    .name = "tunnel-reservation",
    .severity = Severity::Error,
    .title = "Tunnels that a policy binds are reserved for binding, those that a sequence selects are not.",
    .what =
        "Every MPLS TE tunnel that a tunnel policy binds has `mpls te reserved-for-binding`; one that has it "
        "is "
        "bound by some policy (a warning); and of the tunnels to a PW's peer, one that is not reserved is "
        "left "
        "where the PW's policy selects tunnels by kind.",
    .why =
        "A binding takes only tunnels that are reserved for it, and a selection by kind passes over those. "
        "With "
        "the wrong one of the two the tunnel is up and carries nothing.",
    .fix = "Reserve what is bound; undo the reservation of what is selected by kind.",
    .limits =
        "Silent about unbound tunnels of a device with a policy that selects by kind. Undecided while lines "
        "of the tunnel, of a policy or of the system view were not understood.",
    .source =
        "Command reference: mpls te reserved-for-binding (usage scenario, configuration impact), tunnel "
        "binding, "
        "tunnel select-seq.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 #
 interface Tunnel12
  tunnel-protocol mpls te
  destination 2.2.2.2
+ mpls te reserved-for-binding
 #
 tunnel-policy to-pe2
  tunnel binding destination 2.2.2.2 te Tunnel12
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::ul
