// UL003: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "solver/control_plane/igp.h"
#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/pw_phrases.h"
#include "solver/rules/support/underlay.h"

namespace holdfast::rules::ul {
namespace {

using control_plane::Carriage;
using control_plane::Dag;
using control_plane::IgpEdge;
using control_plane::IgpNodeId;
using control_plane::Tri;
using pairing::Pairing;
using pairing::PortRef;

using Ports = std::set<PortRef>;

enum class Harm : std::uint8_t {
  NoLsp,      // no next hop of the route has a label
  SomeLost,   // some next hops of equal cost have none
  AfterMove,  // none now: an IGP link with LDP at one end only
};

bool runs_ldp(const Pairing& net, PortRef port) {
  return control_plane::runs_ldp(net[port.device], net[port]);
}

void add_unlabelled(const Pairing& net, PortRef a, PortRef b, Ports& into) {
  for (const PortRef port : {a, b}) {
    if (!runs_ldp(net, port)) into.insert(port);
  }
}

const TunnelPolicy* policy_of(const Pairing& net, const Ride& ride) {
  const auto& policies = net[ride.from].tunnel_policies;
  const auto found = std::ranges::find(policies, ride.policy, &TunnelPolicy::name);
  return ride.policy.empty() || found == policies.end() ? nullptr : &*found;
}

// Whether the policy leaves the PW to an LDP LSP, so that the want of one is the want of a tunnel.
bool takes_ldp(const Pairing& net, const Ride& ride) {
  const TunnelPolicy* policy = policy_of(net, ride);
  if (policy == nullptr) return true;
  const auto peer = net.locator().lsr_id(ride.to);
  const auto binds = [&](const TunnelBinding& it) { return peer == *it.destination; };
  if (std::ranges::any_of(policy->bindings, binds)) return false;
  const auto is_ldp = [](const Fact<std::string>& it) { return *it == "lsp" || *it == "ldp"; };
  return policy->select_sequence.empty() || std::ranges::any_of(policy->select_sequence, is_ldp);
}

// A fact of the lines that LDP needs on a port: the first of them that is missing.
smt::VarId missing_line(const Pairing& net, PortRef port, Claim& claim) {
  const Device& device = net[port.device];
  const Interface& interface = net[port];
  const std::string name = *device.name;
  if (!*device.mpls.enabled) {
    return claim.fact(port.device, "`mpls` on " + name, device.mpls.enabled, block_of(device));
  }
  if (!*device.mpls.ldp)
    return claim.fact(port.device, "`mpls ldp` on " + name, device.mpls.ldp, block_of(device));
  const bool no_mpls = !*interface.mpls;
  return claim.fact(port.device, fmt::format("`{}` on {}", no_mpls ? "mpls" : "mpls ldp", interface.name),
                    no_mpls ? interface.mpls : interface.ldp, block_of(interface));
}

std::vector<DeviceCommands> switch_on(const Pairing& net, const Ports& ports) {
  std::vector<DeviceCommands> commands;
  for (const PortRef port : ports) {
    const Mpls& mpls = net[port.device].mpls;
    if (!*mpls.enabled) continue;
    if (!*mpls.ldp) commands.push_back(in_view(port.device, {}, {"mpls ldp"}));
    std::vector<std::string> lines;
    if (!*net[port].mpls) lines.emplace_back("mpls");
    if (!*net[port].ldp) lines.emplace_back("mpls ldp");
    if (!lines.empty()) commands.push_back(in_interface(net, port, lines));
  }
  return commands;
}

std::string ports_phrase(const Pairing& net, const Ports& ports) {
  std::string text;
  for (const PortRef port : ports) text += (text.empty() ? "" : " and ") + port_phrase(net, port);
  return text;
}

// Ports without LDP that stand in the way of PWs.
struct Break {
  Harm harm = Harm::NoLsp;
  std::vector<const Ride*> rides;  // not empty but for AfterMove
};

void describe(const Pairing& net, const Ports& ports, const Break& it, Finding& finding) {
  const std::string where = ports_phrase(net, ports);
  if (it.harm != Harm::NoLsp) finding.severity = Severity::Warning;
  if (it.rides.empty()) {
    finding.message = fmt::format("{} is on an IGP link whose other end runs LDP, and does not", where);
    finding.consequence =
        "No label crosses this link. When a failure elsewhere makes the IGP take it, LSPs over it break "
        "although "
        "every link on the way is up.";
  } else {
    const Ride& first = *it.rides.front();
    const std::string way = fmt::format("{} to {}", name_of(net, first.from), name_of(net, first.to));
    finding.service = service_name(net, first.end);
    const std::string more = it.rides.size() > 1
                                 ? fmt::format(" So it is for {} more {} between PEs.", it.rides.size() - 1,
                                               it.rides.size() == 2 ? "direction" : "directions")
                                 : std::string();
    if (finding.verdict == Verdict::Unknown) {
      finding.message =
          fmt::format("cannot tell whether there is an LSP from {}: {} does not run LDP", way, where);
    } else if (it.harm == Harm::NoLsp) {
      finding.message =
          fmt::format("there is no LSP from {}: the IGP's way leads over {}, without LDP", way, where);
    } else {
      finding.message =
          fmt::format("of the ways of equal cost from {}, some lead over {}, without LDP", way, where);
    }
    finding.consequence = it.harm == Harm::NoLsp
                              ? consequence_of_down(net, net[first.end]) + more
                              : "What the IGP shares out to that way has no label there; when the other "
                                "ways fail, the LSP breaks although this one is up." +
                                    more;
  }
  finding.fix = {"run LDP on both ends of every link that the IGP may take", switch_on(net, ports)};
}

void judge(const Pairing& net, const Underlay& underlay, const Ports& ports, const Break& it,
           Judgement& out) {
  Claim claim = out.claim();
  std::vector<smt::ExprId> all;
  for (const PortRef port : ports) all.push_back(claim.exprs().variable(missing_line(net, port, claim)));
  smt::ExprId labelled = claim.exprs().all_of(all);
  if (const auto unseen = underlay.unseen_ways(); unseen && !it.rides.empty()) {
    const auto other =
        claim.unseen("a better way over devices that are not seen", smt::Sort::Boolean, *unseen);
    labelled = claim.exprs().any_of({labelled, claim.exprs().variable(other)});
  }
  claim.require(labelled);
  for (const PortRef port : ports) {
    claim.show(port.device, net[port].where, "has no LDP");
    const PortRef far = net.links().far_end(port);
    if (far.valid() && runs_ldp(net, far))
      claim.show(far.device, net[far].ldp.where, "the other end runs LDP");
  }
  if (!it.rides.empty()) {
    const pairing::PwEnd& end = net[it.rides.front()->end];
    claim.show(end.device, end.where, "a PW that needs the LSP");
  }
  out.judge(claim, [&](Finding& finding) { describe(net, ports, it, finding); });
}

// Ends without LDP on the IGP's ways of equal cost, in the one area or level that both devices have.
Ports on_equal_ways(const Pairing& net, Underlay& underlay, const Ride& ride) {
  Ports ports;
  control_plane::Routes& routes = underlay.routes();
  for (const IgpNodeId from : routes.igp().of_device(ride.from)) {
    for (const IgpNodeId to : routes.igp().of_device(ride.to)) {
      if (routes.igp()[from].graph != routes.igp()[to].graph) continue;
      const Dag ways = underlay.shortest_paths().find(from, to, {});
      for (const control_plane::DagHop& hop : ways.hops) {
        if (hop.edge->ldp) continue;
        const control_plane::Adjacency& link = routes.adjacencies()[hop.edge->adjacency];
        add_unlabelled(net, link.a, link.b, ports);
      }
      return ports;
    }
  }
  return ports;
}

Ports on_route(const Pairing& net, Underlay& underlay, const Ride& ride) {
  Ports ports;
  for (const control_plane::WayHop& hop : underlay.routes().way(ride.from, ride.to, Carriage::Packets, {})) {
    add_unlabelled(net, hop.out, hop.in, ports);
  }
  return ports;
}

using Breaks = std::map<Ports, Break>;

void find_on_ways(const Pairing& net, Underlay& underlay, const std::vector<Ride>& rides, Breaks& breaks) {
  for (const Ride& ride : rides) {
    const auto peer = net.locator().lsr_id(ride.to);
    if (!peer || !takes_ldp(net, ride)) continue;
    const Tri lsp = underlay.routes().lsp(ride.from, ride.to, Carriage::Ldp, {}).value;
    Harm harm = Harm::SomeLost;
    Ports ports;
    if (lsp == Tri::Up) {
      ports = on_equal_ways(net, underlay, ride);
    } else if (lsp == Tri::Down &&
               underlay.transport().up(ride.from, ride.to, ride.policy, {}).value == Tri::Down &&
               underlay.routes().reach(ride.from, ip(*peer), {}).value == Tri::Up) {
      harm = Harm::NoLsp;
      ports = on_route(net, underlay, ride);
    }
    if (ports.empty()) continue;
    Break& it = breaks.try_emplace(std::move(ports), Break{harm, {}}).first->second;
    it.harm = std::min(it.harm, harm);
    it.rides.push_back(&ride);
  }
}

// Areas and levels that PWs between two devices may cross.
std::set<std::uint32_t> graphs_of(const control_plane::Igp& igp, const std::vector<Ride>& rides) {
  std::map<std::uint32_t, std::set<DeviceId>> ends;
  for (const DeviceId device : devices_of(rides)) {
    for (const IgpNodeId node : igp.of_device(device)) ends[igp[node].graph].insert(device);
  }
  std::set<std::uint32_t> graphs;
  for (const auto& [graph, devices] : ends) {
    if (devices.size() > 1) graphs.insert(graph);
  }
  return graphs;
}

void find_one_sided(const Pairing& net, Underlay& underlay, const std::vector<Ride>& rides, Breaks& breaks) {
  const control_plane::Igp& igp = underlay.routes().igp();
  const std::set<std::uint32_t> graphs = graphs_of(igp, rides);
  for (std::size_t i = 0; i < igp.nodes().size(); ++i) {
    if (!graphs.contains(igp.nodes()[i].graph)) continue;
    for (const IgpEdge& edge : igp.edges(IgpNodeId{i})) {
      const control_plane::Adjacency& link = underlay.routes().adjacencies()[edge.adjacency];
      if (edge.ldp || !underlay.is_up(link) || runs_ldp(net, link.a) == runs_ldp(net, link.b)) continue;
      const PortRef lacking = runs_ldp(net, link.a) ? link.b : link.a;
      const auto told = [&](const auto& it) { return it.first.contains(lacking); };
      if (std::ranges::none_of(breaks, told)) breaks.emplace(Ports{lacking}, Break{Harm::AfterMove, {}});
    }
  }
}

void check(const Pairing& net, Judgement& out) {
  const std::vector<Ride> rides = rides_of(net);
  if (rides.empty()) return;
  Underlay underlay(net);
  Breaks breaks;
  find_on_ways(net, underlay, rides, breaks);
  find_one_sided(net, underlay, rides, breaks);
  for (const auto& [ports, it] : breaks) judge(net, underlay, ports, it, out);
}

}  // namespace

extern const Rule lsp_broken_by_igp;
const Rule lsp_broken_by_igp{
    .code = "UL003",
    .name = "lsp-broken-by-igp",
    .severity = Severity::Error,
    .title = "LDP runs along the IGP's best ways between the ends of PWs.",
    .what =
        "For every two devices that share a PW which rides on LDP: each link of the best IGP way, in both "
        "directions, has LDP on both ends. Of several ways of equal cost all have to (a warning), and links "
        "of "
        "the same area or level do not have LDP at one end only (a warning).",
    .why =
        "A label follows the IGP's route and no other: where the next hop of the route has no LDP session, "
        "the "
        "LSP is broken although packets arrive. On links that are not in use now this shows on the day of a "
        "failure.",
    .fix = "Switch `mpls` and `mpls ldp` on at both ends of every link that the IGP may take.",
    .limits =
        "Looks at the network without failures; `failures` and `check -k` look at it under them. Silent "
        "where a "
        "device has no route at all, where segment routing or a TE tunnel carries the PW, and about routes "
        "of "
        "BGP. Undecided where a better way may lead over devices that are not seen.",
    .source = "Command reference: mpls ldp (interface view), lsp-trigger; semantics: LDP LSP.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 #
 mpls
 #
 mpls ldp
 #
 mpls ldp remote-peer PE2
  remote-ip 2.2.2.2
 #
 isis 1
  network-entity 49.0001.0000.0000.0001.00
 #
 interface GigabitEthernet0/1/0
  ip address 10.1.1.1 30
  isis enable 1
  mpls
+ mpls ldp
 #
 interface GigabitEthernet0/2/0.1
  vlan-type dot1q 10
  mpls l2vc 2.2.2.2 100
 #
 interface LoopBack0
  ip address 1.1.1.1 32
  isis enable 1
 #
 return
 sysname PE2
 #
 mpls lsr-id 2.2.2.2
 #
 mpls
 #
 mpls ldp
 #
 mpls ldp remote-peer PE1
  remote-ip 1.1.1.1
 #
 isis 1
  network-entity 49.0001.0000.0000.0002.00
 #
 interface GigabitEthernet0/1/0
  ip address 10.1.1.2 30
  isis enable 1
  mpls
  mpls ldp
 #
 interface GigabitEthernet0/2/0.1
  vlan-type dot1q 10
  mpls l2vc 1.1.1.1 100
 #
 interface LoopBack0
  ip address 2.2.2.2 32
  isis enable 1
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::ul
