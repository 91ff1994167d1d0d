// VS001: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/vsi_phrases.h"

namespace holdfast::rules::vs {
namespace {

using pairing::Pairing;
using pairing::PeerState;
using pairing::PwEnd;
using pairing::PwEndId;
using pairing::PwEndKind;
using pairing::VsiRef;

// Two ends that name each other's devices with different VC IDs.
struct IdMismatch {
  PwEndId a;
  PwEndId b;
};

// A VSI, or its absence, on the device that peers name; and the ends that find nothing there.
struct Gap {
  DeviceId device;
  VsiRef vsi;  // invalid: no VSI of theirs there
  std::uint32_t vc_id = 0;
  friend auto operator<=>(const Gap&, const Gap&) = default;
};

struct Found {
  std::vector<IdMismatch> mismatches;
  std::map<Gap, std::vector<PwEndId>> gaps;
  std::map<VsiRef, std::vector<PwEndId>> unseen;
};

std::string id_name(const Pairing& net, const PwEnd& end) {
  const bool negotiated = end.vsi_peer != nullptr && end.vsi_peer->negotiation_vc_id;
  return fmt::format("{} at {}",
                     negotiated     ? "negotiation-vc-id"
                     : end.vsi_peer ? "VSI id"
                                    : "VC ID",
                     name_of(net, end.device));
}

// The end that was most probably meant: of the VSI with the same name, else the only candidate. An end
// without an id cannot have another one.
std::optional<PwEndId> meant_by(const Pairing& net, const PwEnd& end, std::vector<PwEndId> candidates) {
  std::erase_if(candidates, [&](PwEndId id) { return net[id].vc_id == nullptr; });
  for (const PwEndId id : candidates) {
    if (net[id].kind == PwEndKind::VsiPeer && net[net[id].vsi].name == net[end.vsi].name) return id;
  }
  if (candidates.size() == 1) return candidates.front();
  return std::nullopt;
}

// The VSI that should have had the peer: by VSI id, else by name.
VsiRef vsi_for(const Pairing& net, DeviceId device, const PwEnd& end) {
  const auto& vsis = net[device].vsis;
  const auto same_id = [&](const Vsi& vsi) { return vsi.vsi_id && **vsi.vsi_id == **end.vc_id; };
  const auto at = std::ranges::find_if(vsis, same_id);
  if (at != vsis.end()) return {device, static_cast<std::uint32_t>(at - vsis.begin())};
  return pairing::find_vsi(net.network(), device, net[end.vsi].name);
}

Found find_unpaired(const Pairing& net) {
  Found found;
  for (const PwEnd& end : net.pw_ends().all()) {
    if (end.kind != PwEndKind::VsiPeer || net.pw_ends().paired(end.id) || end.vc_id == nullptr) continue;
    if (*net[end.vsi].shutdown) continue;
    const pairing::PwPeer& peer = net.pw_ends().peer(end.id);
    if (peer.state == PeerState::Unseen) found.unseen[end.vsi].push_back(end.id);
    if (peer.state != PeerState::Seen) continue;
    const pairing::PwNearMisses near = net.pw_ends().near_misses(end.id);
    if (const auto other = meant_by(net, end, near.other_vc_id)) {
      const bool mutual = net[*other].kind == PwEndKind::VsiPeer;
      if (!mutual || end.id < *other) found.mismatches.push_back({end.id, *other});
      continue;
    }
    const VsiRef vsi = vsi_for(net, peer.device, end);
    found.gaps[{peer.device, vsi, vsi.valid() ? 0 : **end.vc_id}].push_back(end.id);
  }
  return found;
}

// The end whose VSI disagrees with most others comes first: that is the one to change.
using MismatchesByVsi = std::map<VsiRef, std::vector<std::pair<PwEndId, PwEndId>>>;

MismatchesByVsi by_deviating_vsi(const Pairing& net, const std::vector<IdMismatch>& mismatches) {
  std::map<VsiRef, std::size_t> count;
  for (const IdMismatch& it : mismatches) {
    ++count[net[it.a].vsi];
    if (net[it.b].kind == PwEndKind::VsiPeer) ++count[net[it.b].vsi];
  }
  MismatchesByVsi result;
  for (const IdMismatch& it : mismatches) {
    const bool b_is_vsi = net[it.b].kind == PwEndKind::VsiPeer;
    const bool b_deviates = b_is_vsi && count[net[it.b].vsi] >= count[net[it.a].vsi];
    const auto [odd, other] = b_deviates ? std::pair(it.b, it.a) : std::pair(it.a, it.b);
    result[net[odd].vsi].emplace_back(odd, other);
  }
  return result;
}

Fix fix_of_id(const Pairing& net, const PwEnd& odd, const PwEnd& other) {
  const Vsi& vsi = net[odd.vsi];
  if (odd.vsi_peer->negotiation_vc_id) {
    const VsiPeer& peer = *odd.vsi_peer;
    return {fmt::format("use the id of {}", name_of(net, other.device)),
            {in_vsi_ldp(net, odd.vsi,
                        {"undo " + peer_command(peer),
                         fmt::format("peer {} negotiation-vc-id {}{}", to_string(*peer.address),
                                     **other.vc_id, *peer.upe ? " upe" : "")})}};
  }
  // The id of a VSI cannot be changed while its signalling stands, which takes all its peers along.
  DeviceCommands commands{odd.device, {"vsi " + vsi.name, "undo pwsignal ldp", "pwsignal ldp"}};
  commands.lines.push_back(fmt::format("vsi-id {}", **other.vc_id));
  for (const VsiPeer& peer : vsi.peers) {
    commands.lines.push_back(line_text(net, peer.where));
    if (!peer.pw_name) continue;
    commands.lines.push_back(pw_view_command(vsi, peer));
    if (*peer.track_hub_pw) commands.lines.emplace_back("track hub-pw");
    commands.lines.emplace_back("quit");
  }
  for (const ProtectGroup& group : vsi.groups) {
    commands.lines.push_back("protect-group " + group.name);
    if (group.mode) commands.lines.push_back(line_text(net, group.mode->where));
    for (const ProtectMember& member : group.members) {
      commands.lines.push_back(line_text(net, member.where));
    }
    commands.lines.emplace_back("quit");
  }
  commands.lines.insert(commands.lines.end(), {"quit", "quit", "commit"});
  return {fmt::format("give the VSI the id {}, and its peers again", **other.vc_id), {commands}};
}

void judge_ids(const Pairing& net, const std::vector<std::pair<PwEndId, PwEndId>>& pairs, Judgement& out) {
  const PwEnd& odd = net[pairs.front().first];
  const PwEnd& other = net[pairs.front().second];
  const Vsi& vsi = net[odd.vsi];
  Claim claim = out.claim();
  auto& exprs = claim.exprs();
  std::vector<smt::ExprId> agree;
  std::vector<std::string> names;
  for (const auto& [own, far] : pairs) {
    const PwEnd& end = net[far];
    const Block block = end.kind == PwEndKind::VsiPeer ? block_of(net[end.vsi]) : Block{end.where, {}};
    const auto ours = claim.fact(odd.device, id_name(net, net[own]), *net[own].vc_id, block_of(vsi));
    const auto theirs = claim.fact(end.device, id_name(net, end), *end.vc_id, block);
    agree.push_back(exprs.eq(ours, theirs));
    names.push_back(name_of(net, end.device));
    claim.show(odd.device, net[own].where, {});
    claim.show(end.device, end.where, {});
  }
  claim.require(exprs.all_of(agree));
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, odd.vsi);
    finding.message =
        fmt::format("{} uses the id {} towards {}, which {} {}", vsi_phrase(net, odd.vsi), **odd.vc_id,
                    fmt::join(names, ", "), names.size() == 1 ? "uses" : "use", **other.vc_id);
    finding.consequence = fmt::format(
        "The PWs between {} and {} never come up: what they were to carry or to protect has no way there.",
        name_of(net, odd.device), fmt::join(names, ", "));
    finding.fix = fix_of_id(net, odd, other);
  });
}

void judge_gap(const Pairing& net, const Gap& gap, const std::vector<PwEndId>& ends, Judgement& out) {
  const Device& device = net[gap.device];
  const PwEnd& first = net[ends.front()];
  Claim claim = out.claim();
  std::vector<smt::ExprId> peers;
  std::vector<std::string> names;
  std::vector<std::string> commands;
  const Block block = gap.vsi.valid() ? block_of(net[gap.vsi]) : block_of(device);
  const bool lacks_id = gap.vsi.valid() && !net[gap.vsi].vsi_id;
  for (const PwEndId id : ends) {
    const PwEnd& end = net[id];
    const auto own = net.locator().lsr_id(end.device);
    const std::string peer = fmt::format("peer {}", own ? to_string(*own) : "<address>");
    const std::string what =
        lacks_id          ? fmt::format("`vsi-id` in VSI {}", net[gap.vsi].name)
        : gap.vsi.valid() ? fmt::format("`{}` in VSI {}", peer, net[gap.vsi].name)
                          : fmt::format("PW to {} with VC ID {}", name_of(net, end.device), **end.vc_id);
    peers.push_back(claim.exprs().variable(claim.present(gap.device, what, false, {}, block)));
    names.push_back(name_of(net, end.device));
    commands.push_back(peer);
    claim.show(end.device, end.where, "finds nothing there");
  }
  claim.require(claim.exprs().all_of(peers));
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, first.vsi);
    if (lacks_id) {
      finding.message =
          fmt::format("{} has no VSI ID, and so no PW to {}, which {} it as a peer", vsi_phrase(net, gap.vsi),
                      fmt::join(names, ", "), names.size() == 1 ? "names" : "name");
      finding.fix = {"give the VSI its id",
                     {in_vsi_ldp(net, gap.vsi, {fmt::format("vsi-id {}", **first.vc_id)})}};
    } else if (gap.vsi.valid()) {
      finding.message = fmt::format("{} has no PW to {}, which {} it as a peer", vsi_phrase(net, gap.vsi),
                                    fmt::join(names, ", "), names.size() == 1 ? "names" : "name");
      finding.fix = {"add the peer", {in_vsi_ldp(net, gap.vsi, commands)}};
    } else {
      finding.message =
          fmt::format("{} has no VSI and no PW with id {} for {}, which {} it as a peer of VSI {}",
                      name_of(net, gap.device), **first.vc_id, fmt::join(names, ", "),
                      names.size() == 1 ? "names" : "name", net[first.vsi].name);
      commands.insert(commands.begin(), fmt::format("vsi-id {}", **first.vc_id));
      finding.fix = {"make the VSI, or remove the peer",
                     {in_view(gap.device, {"vsi " + net[first.vsi].name, "pwsignal ldp"}, commands)}};
    }
    finding.consequence = fmt::format(
        "The PW between {} and {} never comes up: sites on one side do not reach those on the other, or a "
        "way that was meant as the backup does not exist.",
        fmt::join(names, ", "), name_of(net, gap.device));
  });
}

void judge_unseen(const Pairing& net, VsiRef ref, const std::vector<PwEndId>& ends, Judgement& out) {
  Claim claim = out.claim();
  std::vector<smt::ExprId> peers;
  std::vector<std::string> names;
  for (const PwEndId id : ends) {
    const PwEnd& end = net[id];
    peers.push_back(claim.exprs().variable(claim.unseen(
        fmt::format("the PW back from {}", far_name(net, end)), smt::Sort::Boolean, configuration_of(end))));
    names.push_back(far_name(net, end));
    claim.show(end.device, end.where, {});
  }
  claim.require(claim.exprs().all_of(peers));
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, ref);
    finding.message = fmt::format("whether {} {} a PW back to {} is not known", fmt::join(names, ", "),
                                  names.size() == 1 ? "has" : "have", vsi_phrase(net, ref));
    finding.consequence = "A PW with one end never comes up.";
  });
}

void check(const Pairing& net, Judgement& out) {
  const Found found = find_unpaired(net);
  for (const auto& [vsi, pairs] : by_deviating_vsi(net, found.mismatches)) judge_ids(net, pairs, out);
  for (const auto& [gap, ends] : found.gaps) judge_gap(net, gap, ends, out);
  for (const auto& [vsi, ends] : found.unseen) judge_unseen(net, vsi, ends, out);
}

}  // namespace

extern const Rule vsi_peer_mismatch;
const Rule vsi_peer_mismatch{
    .code = "VS001",
    .name = "vsi-peer-mismatch",
    .severity = Severity::Error,
    .title = "Each peer of a VSI has a PW back to this device with the same id.",
    .what =
        "For every peer of an LDP VSI: the device that it names has a VSI, an AC or a switched PW that names "
        "this device back with the same VC ID (the VSI id, or the negotiation-vc-id of the peer).",
    .why =
        "A PW comes up only when both ends name each other with one VC ID. VPLS forwards no frame from one "
        "hub PW to another, so a missing PW of the mesh cuts sites off from each other.",
    .fix = "Add the missing peer, or give both ends the same id.",
    .limits =
        "Undecided for peers that are not in the snapshot. VC types and MTU are compared by other rules. "
        "Silent for VSIs that are shut down and for peers whose address several devices have.",
    .source = "Command reference: vsi-id, peer (VSI-LDP view).",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 mpls
 mpls l2vpn
 #
 vsi v1 static
  pwsignal ldp
   vsi-id 1
   peer 2.2.2.2
 #
 return
 sysname PE2
 #
 mpls lsr-id 2.2.2.2
 mpls
 mpls l2vpn
 #
 vsi v1 static
  pwsignal ldp
-  vsi-id 2
+  vsi-id 1
   peer 1.1.1.1
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::vs
