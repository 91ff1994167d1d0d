// VS006: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/vsi_mesh.h"
#include "solver/rules/support/vsi_phrases.h"

namespace holdfast::rules::vs {
namespace {

using pairing::Pairing;
using pairing::PortRef;
using pairing::PwEnd;
using pairing::VsiRef;

// Two places in a mesh whose sites cannot talk; `maybe`: unless a device outside of the snapshot joins them.
struct Gap {
  std::size_t a = 0;
  std::size_t b = 0;
  bool maybe = false;
};

// Whether the VSI has sites of its own. Whoever chooses between PWs is a UPE: what its SPEs let through is
// VS007's business.
bool has_sites(const Pairing& net, VsiRef vsi) {
  if (net.vsi_acs().of(vsi).empty()) return false;
  const auto chosen = [](const ProtectGroup& group) { return group.members.size() > 1; };
  return std::ranges::none_of(net[vsi].groups, chosen) &&
         std::ranges::none_of(net[vsi].peers, [](const VsiPeer& peer) { return *peer.secondary; });
}

bool has_gateways_only(const Pairing& net, VsiRef vsi) {
  return std::ranges::all_of(net.vsi_acs().of(vsi), [&](InterfaceId ac) {
    return net.ve_groups().of(PortRef{vsi.device, ac}) != nullptr;
  });
}

// A VSI with sites.
struct Place {
  std::size_t at = 0;  // in the mesh
  VsiRef vsi;
  bool is_gateway = false;
  bool is_tree = false;
  DeviceId twin;  // the one device that all its sites have another way by; invalid: there is none
};

DeviceId twin_of(const Pairing& net, VsiRef vsi) {
  DeviceId result;
  for (const InterfaceId ac : net.vsi_acs().of(vsi)) {
    const DeviceId twin = net.dual_homing().twin({vsi.device, ac}).device;
    if (!twin.valid() || (result.valid() && result != twin)) return {};
    result = twin;
  }
  return result;
}

std::vector<Place> places_of(const Pairing& net, const VsiMesh& mesh) {
  std::vector<Place> places;
  for (std::size_t i = 0; i < mesh.vsis.size(); ++i) {
    const VsiRef vsi = mesh.vsis[i];
    if (!has_sites(net, vsi)) continue;
    places.push_back({i, vsi, has_gateways_only(net, vsi), is_tree(net, vsi), twin_of(net, vsi)});
  }
  return places;
}

// Two ways to one site, two gateways of one network, two leaves of an E-Tree have nothing to say to each
// other.
bool need_not_talk(const Place& a, const Place& b) {
  if ((a.is_gateway && b.is_gateway) || (a.is_tree && b.is_tree)) return true;
  return a.twin == b.vsi.device && b.twin == a.vsi.device;
}

void add_gaps(const VsiMesh& mesh, const Place& from, std::span<const Place> others, std::vector<Gap>& gaps) {
  std::set<std::size_t> near;
  for (const MeshEdge& edge : mesh.edges[from.at]) near.insert(edge.to);
  if (std::ranges::all_of(others, [&](const Place& to) { return near.contains(to.at); })) return;
  const std::vector<bool> inside = reached(mesh, from.at, false);
  const std::vector<bool> perhaps = mesh.leads_out() ? reached(mesh, from.at, true) : inside;
  for (const Place& to : others) {
    if (inside[to.at] || need_not_talk(from, to)) continue;
    gaps.push_back({from.at, to.at, static_cast<bool>(perhaps[to.at])});
  }
}

std::vector<Gap> gaps_of(const Pairing& net, const VsiMesh& mesh) {
  const std::vector<Place> places = places_of(net, mesh);
  std::vector<Gap> gaps;
  for (std::size_t i = 0; i < places.size(); ++i) {
    add_gaps(mesh, places[i], std::span(places).subspan(i + 1), gaps);
  }
  return gaps;
}

// A hub in the middle, or several sites that all lack each other, may be what was planned.
bool looks_like_star(const VsiMesh& mesh, const std::vector<Gap>& gaps, const std::set<std::size_t>& leaves) {
  const std::size_t pairs = leaves.size() * (leaves.size() - 1) / 2;
  if (gaps.size() != pairs) return false;
  return leaves.size() > 2 || mesh.vsis.size() - leaves.size() == 1 || mesh.leads_out();
}

smt::VarId direct_pw(const Pairing& net, const VsiMesh& mesh, std::size_t from, const std::string& to,
                     Claim& claim) {
  const VsiRef vsi = mesh.vsis[from];
  return claim.present(vsi.device, fmt::format("PW from {} to {}", name_of(net, vsi.device), to), false, {},
                       block_of(net[vsi]));
}

void show_pws(const Pairing& net, const VsiMesh& mesh, std::size_t place, Claim& claim) {
  for (const PwEnd& end : net.pw_ends().of_vsi(mesh.vsis[place])) {
    if (is_hub(*end.vsi_peer)) claim.show(end.device, end.where, "hub PW");
  }
}

smt::ExprId outside_way(const VsiMesh& mesh, const Pairing& net, Claim& claim) {
  std::vector<smt::ExprId> ways;
  for (const MeshEdge& edge : mesh.edges[mesh.outside()]) {
    if (edge.in == nullptr || edge.in->peer == nullptr) continue;
    ways.push_back(
        claim.exprs().variable(claim.unseen(fmt::format("whether {} joins them", far_name(net, *edge.in)),
                                            smt::Sort::Boolean, configuration_of(*edge.in))));
  }
  return claim.exprs().any_of(ways);
}

std::vector<DeviceCommands> join_commands(const Pairing& net, VsiRef a, VsiRef b) {
  std::vector<DeviceCommands> commands;
  for (const auto& [here, there] : {std::pair(a, b), std::pair(b, a)}) {
    const auto lsr_id = net.locator().lsr_id(there.device);
    if (!lsr_id) return {};
    std::string line = "peer " + to_string(*lsr_id);
    const bool one_id = net[a].vsi_id && net[b].vsi_id && **net[a].vsi_id == **net[b].vsi_id;
    if (!one_id) line += " negotiation-vc-id <vc-id>";
    commands.push_back(in_vsi_ldp(net, here, {line}));
  }
  return commands;
}

constexpr const char* kConsequence =
    "A frame that comes in on a hub PW never leaves on another one. The sites behind these two see all "
    "others, but not each other.";

void judge_gap(const Pairing& net, const VsiMesh& mesh, const Gap& gap, bool star, Judgement& out) {
  const VsiRef a = mesh.vsis[gap.a];
  const VsiRef b = mesh.vsis[gap.b];
  Claim claim = out.claim();
  auto& e = claim.exprs();
  const auto there = direct_pw(net, mesh, gap.a, name_of(net, b.device), claim);
  const auto back = direct_pw(net, mesh, gap.b, name_of(net, a.device), claim);
  smt::ExprId way = e.any_of({e.variable(there), e.variable(back)});
  if (gap.maybe) way = e.any_of({way, outside_way(mesh, net, claim)});
  claim.require(way);
  show_pws(net, mesh, gap.a, claim);
  show_pws(net, mesh, gap.b, claim);
  out.judge(claim, [&](Finding& finding) {
    finding.service = mesh.service->name;
    finding.message = fmt::format(
        "{} and {} have no PW to each other, and split horizon lets {} else pass frames between "
        "them",
        vsi_phrase(net, a), vsi_phrase(net, b),
        finding.verdict == Verdict::Unknown ? "nobody seen" : "nobody");
    finding.consequence = kConsequence;
    finding.fix = {"join them by a PW", join_commands(net, a, b)};
    if (star) finding.severity = Severity::Info;
  });
}

constexpr std::size_t kNamed = 8;

// Many sites that cannot talk, as around the same hubs: one finding for them all.
void judge_many(const Pairing& net, const VsiMesh& mesh, const std::set<std::size_t>& leaves,
                const std::vector<Gap>& gaps, bool star, Judgement& out) {
  Claim claim = out.claim();
  auto& e = claim.exprs();
  std::vector<smt::ExprId> ways;
  std::vector<std::string> names;
  for (const std::size_t leaf : leaves) {
    const Vsi& vsi = net[mesh.vsis[leaf]];
    // Two say it all, but lines that nobody understood may join any of them.
    if (ways.size() < 2 || !vsi.unread.empty()) {
      ways.push_back(e.variable(direct_pw(net, mesh, leaf, "the other sites", claim)));
    } else {
      claim.show(mesh.vsis[leaf].device, vsi.where, "likewise");
    }
    if (names.size() < kNamed) names.push_back(name_of(net, mesh.vsis[leaf].device));
  }
  const std::string more =
      leaves.size() > kNamed ? fmt::format(" and {} more", leaves.size() - kNamed) : std::string();
  const bool maybe = std::ranges::any_of(gaps, &Gap::maybe);
  if (maybe) ways.push_back(outside_way(mesh, net, claim));
  claim.require(e.any_of(ways));
  out.judge(claim, [&](Finding& finding) {
    finding.service = mesh.service->name;
    finding.message =
        fmt::format("the sites of {}{} in service {} {}, and split horizon keeps them apart",
                    fmt::join(names, ", "), more, mesh.service->name,
                    star ? "have PWs to their hubs only" : "have PWs to some of the others only");
    finding.consequence =
        "A frame that comes in on a hub PW never leaves on another one: these sites do not see each other. "
        "If that is what was planned, `upe` with `isolate spoken` says so.";
    finding.fix.summary = "join them by PWs, or make them spokes (`upe`) of a hub";
    finding.severity = star ? Severity::Info : Severity::Warning;
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const VsiMesh& mesh : vsi_meshes(net)) {
    const std::vector<Gap> gaps = gaps_of(net, mesh);
    const auto spans = [&](VsiRef vsi) { return runs_spanning_tree(net, vsi); };
    if (gaps.empty() || std::ranges::any_of(mesh.vsis, spans)) continue;
    std::set<std::size_t> leaves;
    for (const Gap& gap : gaps) leaves.insert({gap.a, gap.b});
    const bool star = looks_like_star(mesh, gaps, leaves);
    if ((star && leaves.size() > 2) || gaps.size() > leaves.size()) {
      judge_many(net, mesh, leaves, gaps, star, out);
    } else {
      for (const Gap& gap : gaps) judge_gap(net, mesh, gap, star, out);
    }
  }
}

}  // namespace

extern const Rule hub_mesh_incomplete;
const Rule hub_mesh_incomplete{
    .code = "VS006",
    .name = "hub-mesh-incomplete",
    .severity = Severity::Error,
    .title = "Between any two VSIs of a service with sites there is a way that split horizon allows.",
    .what =
        "For each two VSIs of a service that have ACs: they have a PW to each other, or other VSIs lead from "
        "one to the other without ever going from a hub PW to a hub PW (spokes are peers with `upe` or "
        "`ac-mode`).",
    .why =
        "Split horizon prevents loops in a full mesh. Where the mesh has a hole nobody fills it: two sites "
        "cannot talk while everything is up.",
    .fix = "Make each of the two a peer of the other, or make one a spoke of a common SPE.",
    .limits =
        "Advice only where what is missing looks like a plan, as the vendor has such examples: one hub "
        "between two sites, or three or more sites that all lack each other. Where more pairs than sites "
        "lack a way, one warning for all. Silent about two ways to one "
        "site (E-Trunk, mVRRP, bypass), gateways into an L3VPN on both sides, E-Trees, services in which "
        "spanning tree runs, and UPEs that choose between PWs (VS007). A peer that has nothing back counts "
        "as joined (VS001). Undecided where a device outside of the snapshot may join them, or lines of the "
        "VSIs were not understood.",
    .source = "Command reference: peer (VSI-LDP view), usage scenario: full mesh and split horizon.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 mpls l2vpn
 #
 vsi v1 static
  pwsignal ldp
   vsi-id 1
   peer 2.2.2.2
+  peer 3.3.3.3
   peer 4.4.4.4
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  l2 binding vsi v1
 #
 return
 sysname PE2
 #
 mpls lsr-id 2.2.2.2
 mpls l2vpn
 #
 vsi v1 static
  pwsignal ldp
   vsi-id 1
   peer 1.1.1.1
   peer 3.3.3.3
   peer 4.4.4.4
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  l2 binding vsi v1
 #
 return
 sysname PE3
 #
 mpls lsr-id 3.3.3.3
 mpls l2vpn
 #
 vsi v1 static
  pwsignal ldp
   vsi-id 1
+  peer 1.1.1.1
   peer 2.2.2.2
   peer 4.4.4.4
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  l2 binding vsi v1
 #
 return
 sysname PE4
 #
 mpls lsr-id 4.4.4.4
 mpls l2vpn
 #
 vsi v1 static
  pwsignal ldp
   vsi-id 1
   peer 1.1.1.1
   peer 2.2.2.2
   peer 3.3.3.3
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  l2 binding vsi v1
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::vs
