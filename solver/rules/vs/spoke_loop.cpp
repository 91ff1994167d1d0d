// VS007: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/spokes.h"
#include "solver/rules/support/vsi_mesh.h"
#include "solver/rules/support/vsi_phrases.h"

namespace holdfast::rules::vs {
namespace {

using pairing::Pairing;
using pairing::PwEnd;
using pairing::VsiRef;

// --- a spoke that its SPE takes for a hub PW

// Other hub PWs of the VSI: nothing that comes in on this one leaves on them.
std::vector<const PwEnd*> other_hubs(const Pairing& net, const PwEnd& end) {
  std::vector<const PwEnd*> result;
  for (const PwEnd& other : net.pw_ends().of_vsi(end.vsi)) {
    if (other.id != end.id && is_hub(*other.vsi_peer)) result.push_back(&other);
  }
  return result;
}

void check_kind(const Pairing& net, const PwEnd& end, Judgement& out) {
  const Spoke spoke = spoke_at(net, end);
  if (!spoke.choice || (spoke.choice->ac == nullptr && spoke.choice->other == nullptr)) return;
  const std::vector<const PwEnd*> hubs = other_hubs(net, end);
  if (hubs.empty()) return;
  Fact<bool> upe = end.vsi_peer->upe;
  if (!upe.configured()) upe.where = end.where;
  Claim claim = out.claim();
  const auto is_spoke = claim.fact(end.device, "`upe`", upe, block_of(net[end.vsi]));
  claim.require(claim.exprs().variable(is_spoke));
  claim.show(spoke.choice->end->device, spoke.choice->end->where, "the UPE's end");
  for (const PwEnd* hub : hubs) claim.show(hub->device, hub->where, "hub PW");
  out.judge(claim, [&](Finding& finding) {
    const std::string upe_name = far_name(net, end);
    finding.service = service_name(net, end.id);
    finding.message =
        fmt::format("{} takes the PW to {}, a UPE, for a hub PW", vsi_phrase(net, end.vsi), upe_name);
    finding.consequence = fmt::format(
        "Split horizon passes nothing between it and the other hub PWs: {} reaches the sites of {} itself, "
        "and none beyond.",
        upe_name, name_of(net, end.device));
    finding.fix = {"make the PW a spoke",
                   {in_vsi_ldp(net, end.vsi, {"undo " + peer_command(*end.vsi_peer), as_spoke(net, end)})}};
  });
}

// --- frames that arrive twice

// Whether the end carries while everything is up: not the backup of a protect-group, not `secondary`.
bool carries(const Pairing& net, const PwEnd& end) {
  if (*end.vsi_peer->secondary) return false;
  for (const ProtectGroup& group : net[end.vsi].groups) {
    const auto own = std::ranges::find_if(group.members, [&](const ProtectMember& member) {
      return peer_command(member) == peer_command(*end.vsi_peer);
    });
    if (own == group.members.end()) continue;
    const auto preference = [](const ProtectMember& it) { return it.preference ? **it.preference : 0U; };
    const auto first = std::ranges::min_element(group.members, {}, preference);
    return own == first;
  }
  return true;
}

bool carries(const Pairing& net, const MeshEdge& edge) {
  return edge.out != nullptr && edge.in != nullptr && carries(net, *edge.out) && carries(net, *edge.in);
}

// Which PWs come and go with an mVRRP is not known here.
bool is_arbitrated(const Pairing& net, const VsiMesh& mesh) {
  return std::ranges::any_of(mesh.vsis, [&](VsiRef vsi) {
    return std::ranges::any_of(net[vsi].peers,
                               [](const VsiPeer& peer) { return static_cast<bool>(peer.admin_vrrp); });
  });
}

// VSIs that lie on a ring of PWs that carry; nothing arrives twice at the others.
std::vector<bool> on_ring(const VsiMesh& mesh) {
  std::vector<std::size_t> degree;
  for (const auto& edges : mesh.edges) degree.push_back(edges.size());
  std::vector<bool> result(mesh.vsis.size(), true);
  std::vector<std::size_t> leaves;
  const auto drop = [&](std::size_t i) {
    if (!result[i] || degree[i] > 1) return;
    result[i] = false;
    leaves.push_back(i);
  };
  for (std::size_t i = 0; i < mesh.vsis.size(); ++i) drop(i);
  while (!leaves.empty()) {
    const std::size_t leaf = leaves.back();
    leaves.pop_back();
    for (const MeshEdge& edge : mesh.edges[leaf]) {
      if (!result[edge.to]) continue;
      --degree[edge.to];
      drop(edge.to);
    }
  }
  return result;
}

// Two PWs of one VSI that carry the same frames.
struct Twice {
  const PwEnd* one = nullptr;
  const PwEnd* other = nullptr;
};

// Whether frames start here: from an AC, or from a spoke that does not lie on the ring itself.
bool is_source(const Pairing& net, const VsiMesh& mesh, const std::vector<bool>& ring, std::size_t place) {
  const VsiRef vsi = mesh.vsis[place];
  if (!net.vsi_acs().of(vsi).empty()) return true;
  return std::ranges::any_of(net.pw_ends().of_vsi(vsi), [&](const PwEnd& end) {
    const auto is_on_ring = [&](const MeshEdge& edge) { return edge.out == &end && ring[edge.to]; };
    return !is_hub(*end.vsi_peer) && std::ranges::none_of(mesh.edges[place], is_on_ring);
  });
}

// Floods a frame that starts at a VSI, on the ring only, until it comes to some VSI a second time.
Twice flood(const VsiMesh& mesh, const std::vector<bool>& ring, std::size_t from) {
  struct Arrival {
    std::size_t at;
    const PwEnd* in;
    const PwEnd* left;  // by which PW it left where it started
  };
  std::vector<const PwEnd*> came(mesh.vsis.size(), nullptr);
  std::vector<Arrival> open = {{from, nullptr, nullptr}};
  while (!open.empty()) {
    const Arrival here = open.back();
    open.pop_back();
    for (const MeshEdge& edge : mesh.edges[here.at]) {
      if (!ring[edge.to] || edge.out == here.in || !passes(here.in, edge.out)) continue;
      const PwEnd* left = here.left == nullptr ? edge.out : here.left;
      if (edge.to == from) return {left, edge.in};
      if (came[edge.to] != nullptr) return {came[edge.to], edge.in};
      came[edge.to] = edge.in;
      open.push_back({edge.to, edge.in, left});
    }
  }
  return {};
}

// UPEs with two PWs that carry: the usual reason. Their SPEs call both PWs spokes.
std::vector<Twice> dual_homed(const VsiMesh& mesh, const std::vector<bool>& ring) {
  std::vector<Twice> result;
  for (std::size_t i = 0; i < mesh.vsis.size(); ++i) {
    Twice twice;
    for (const MeshEdge& edge : mesh.edges[i]) {
      if (!ring[i] || !ring[edge.to] || !*edge.in->vsi_peer->upe || *edge.out->vsi_peer->upe) continue;
      (twice.one == nullptr ? twice.one : twice.other) = edge.out;
    }
    if (twice.other != nullptr) result.push_back(twice);
  }
  return result;
}

// A protect-group was begun: VS005 says what it lacks.
bool has_half_a_group(const Vsi& vsi) {
  return std::ranges::any_of(vsi.groups, [](const ProtectGroup& group) { return group.members.size() < 2; });
}

Fix protect(const Pairing& net, const Twice& twice) {
  return {
      "let one PW protect the other",
      {in_vsi_ldp(net, twice.one->vsi, "protect-group spokes",
                  {"protect-mode pw-redundancy master", peer_command(*twice.one->vsi_peer) + " preference 1",
                   peer_command(*twice.other->vsi_peer) + " preference 2"})}};
}

void judge_twice(const Pairing& net, const VsiMesh& mesh, const Twice& twice, bool at_upe, Judgement& out) {
  const VsiRef vsi = twice.one->vsi;
  const Block block = block_of(net[vsi]);
  Claim claim = out.claim();
  auto& e = claim.exprs();
  const auto one = claim.present(vsi.device, fmt::format("PW to {}", far_name(net, *twice.one)), true,
                                 twice.one->where, block);
  const auto other = claim.present(vsi.device, fmt::format("PW to {}", far_name(net, *twice.other)), true,
                                   twice.other->where, block);
  const auto group = claim.present(vsi.device, "protect-group over both PWs", false, {}, block);
  claim.require(e.implies(e.all_of({e.variable(one), e.variable(other)}), e.variable(group)));
  out.judge(claim, [&](Finding& finding) {
    finding.service = mesh.service->name;
    finding.message = fmt::format("the PWs of {} to {} and {} carry the same frames", vsi_phrase(net, vsi),
                                  far_name(net, *twice.one), far_name(net, *twice.other));
    finding.consequence =
        "What is flooded in the service goes round over its spokes: frames arrive twice or come back to "
        "where they were sent, MAC addresses move back and forth, and in a ring of spokes broadcast never "
        "ends.";
    finding.fix = at_upe ? protect(net, twice) : Fix{"take one PW out of the ring", {}};
  });
}

void check_mesh(const Pairing& net, VsiMesh mesh, Judgement& out) {
  if (is_arbitrated(net, mesh)) return;
  for (auto& edges : mesh.edges) {
    std::erase_if(edges, [&](const MeshEdge& edge) { return !carries(net, edge); });
  }
  const std::vector<bool> ring = on_ring(mesh);
  for (std::size_t i = 0; i < mesh.vsis.size(); ++i) {
    if (!ring[i] || !is_source(net, mesh, ring, i)) continue;
    const Twice twice = flood(mesh, ring, i);
    if (twice.other == nullptr) continue;
    const auto spans = [&](VsiRef vsi) { return runs_spanning_tree(net, vsi); };
    if (std::ranges::any_of(mesh.vsis, spans)) return;
    const std::vector<Twice> upes = dual_homed(mesh, ring);
    for (const Twice& upe : upes) {
      if (!has_half_a_group(net[upe.one->vsi])) judge_twice(net, mesh, upe, true, out);
    }
    if (upes.empty()) judge_twice(net, mesh, twice, false, out);
    return;
  }
}

void check(const Pairing& net, Judgement& out) {
  for (const PwEnd& end : net.pw_ends().all()) {
    if (end.kind == pairing::PwEndKind::VsiPeer && is_hub(*end.vsi_peer)) check_kind(net, end, out);
  }
  for (VsiMesh& mesh : vsi_meshes(net)) check_mesh(net, std::move(mesh), out);
}

}  // namespace

extern const Rule spoke_loop;
const Rule spoke_loop{
    .code = "VS007",
    .name = "spoke-loop",
    .severity = Severity::Warning,
    .title = "Spokes are configured as spokes on their SPE, and form no ring.",
    .what =
        "A PW to a UPE (a VPWS, or a VSI that chooses between PWs by a protect-group) has `upe` on the SPE "
        "when that has hub PWs. And a frame that a VSI floods reaches each other VSI of the service once: "
        "backups of protect-groups carry nothing, and nothing goes from hub PW to hub PW.",
    .why =
        "A spoke that is taken for a hub PW is cut off from the core by split horizon. A ring of spokes is "
        "not broken by split horizon at all.",
    .fix =
        "Add `upe` to the peer on the SPE; put the two PWs of a dual-homed UPE into one protect-group, or "
        "leave one out.",
    .limits =
        "Of rings silent where PWs follow an mVRRP, where spanning tree runs in the service, which breaks "
        "the ring, and about a UPE with half a protect-group (VS005). Silent about UPEs that are not seen. "
        "One ring of a service is reported, with each dual-homed UPE on it. Undecided while lines of the VSI "
        "were not understood.",
    .source = "Command reference: peer (VSI-LDP view), split horizon and `upe`; protect-group.",
    .example = R"(
 sysname UPE
 #
 mpls lsr-id 1.1.1.1
 mpls l2vpn
 #
 vsi v1 static
  pwsignal ldp
   vsi-id 1
   peer 2.2.2.2
   peer 3.3.3.3
+  protect-group g1
+   protect-mode pw-redundancy master
+   peer 2.2.2.2 preference 1
+   peer 3.3.3.3 preference 2
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  l2 binding vsi v1
 #
 return
 sysname SPE1
 #
 mpls lsr-id 2.2.2.2
 mpls l2vpn
 #
 vsi v1 static
  pwsignal ldp
   vsi-id 1
   peer 1.1.1.1 upe
   peer 3.3.3.3
 #
 return
 sysname SPE2
 #
 mpls lsr-id 3.3.3.3
 mpls l2vpn
 #
 vsi v1 static
  pwsignal ldp
   vsi-id 1
   peer 1.1.1.1 upe
   peer 2.2.2.2
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::vs
