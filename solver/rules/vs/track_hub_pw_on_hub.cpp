// VS003: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/spokes.h"
#include "solver/rules/support/vsi_phrases.h"

namespace holdfast::rules::vs {
namespace {

using pairing::Pairing;
using pairing::PwEnd;
using pairing::PwEndKind;

// The far end chooses between this PW and another one: then this is a spoke that lacks `upe`.
Fix make_spoke(const Pairing& net, const PwEnd& end) {
  const VsiPeer& peer = *end.vsi_peer;
  return {fmt::format("make the PW to {} a spoke", far_name(net, end)),
          {in_vsi_ldp(net, end.vsi,
                      {"undo " + peer_command(peer), as_spoke(net, end), pw_view_command(net[end.vsi], peer),
                       "track hub-pw", "quit"})}};
}

Fix move_to_spokes(const Pairing& net, const PwEnd& end) {
  const Vsi& vsi = net[end.vsi];
  Fix fix;
  fix.summary = "remove the command here";
  std::vector<std::string> lines = {pw_view_command(vsi, *end.vsi_peer), "undo track hub-pw", "quit"};
  for (const VsiPeer& peer : vsi.peers) {
    if (!*peer.upe || *peer.track_hub_pw) continue;
    fix.summary = "track under the spoke PW instead";
    lines.insert(lines.end(), {pw_view_command(vsi, peer), "track hub-pw", "quit"});
  }
  fix.commands = {in_vsi_ldp(net, end.vsi, lines)};
  return fix;
}

void check_pw(const Pairing& net, const PwEnd& end, Judgement& out) {
  const VsiPeer& peer = *end.vsi_peer;
  Claim claim = out.claim();
  const auto tracks =
      claim.fact(end.device, fmt::format("`track hub-pw` under the PW to {}", far_name(net, end)),
                 peer.track_hub_pw, block_of(peer));
  Fact<bool> upe = peer.upe;
  if (!upe.configured()) upe.where = peer.where;
  const auto is_spoke = claim.fact(end.device, "`upe`", upe, block_of(net[end.vsi]));
  auto& exprs = claim.exprs();
  claim.require(exprs.implies(exprs.variable(tracks), exprs.variable(is_spoke)));
  out.judge(claim, [&](Finding& finding) {
    const std::string& spe = name_of(net, end.device);
    finding.service = service_name(net, end.id);
    finding.message =
        fmt::format("on {}, `track hub-pw` stands under the PW to {} in VSI {}, which is no spoke", spe,
                    far_name(net, end), net[end.vsi].name);
    finding.consequence = fmt::format(
        "The command works for spoke PWs (`upe`) only, so no spoke follows the hub: when all hub PWs of {} "
        "are down, its UPE goes on sending into a dead end.",
        spe);
    const Spoke far = spoke_at(net, end);
    const bool chosen = far.choice && far.choice->has_other();
    finding.fix = chosen ? make_spoke(net, end) : move_to_spokes(net, end);
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const PwEnd& end : net.pw_ends().all()) {
    if (end.kind != PwEndKind::VsiPeer) continue;
    if (*end.vsi_peer->track_hub_pw && !*end.vsi_peer->ac_mode) check_pw(net, end, out);
  }
}

}  // namespace

extern const Rule track_hub_pw_on_hub;
const Rule track_hub_pw_on_hub{
    .code = "VS003",
    .name = "track-hub-pw-on-hub",
    .severity = Severity::Error,
    .title = "`track hub-pw` stands under a spoke PW: one whose peer is configured as `upe`.",
    .what = "Every PW view of a VSI with `track hub-pw` belongs to a peer that has `upe`.",
    .why =
        "Tracking applies to spoke PWs only. Under a hub PW it does nothing, and the spoke that was meant "
        "stays up when the hub is gone.",
    .fix = "Move the command to the view of the spoke PW, or make the peer a spoke with `upe`.",
    .limits = "Silent for PWs in AC mode, for which the documents do not say what tracking does.",
    .source = "Associating Spoke PW Status with Hub PW Status, step for track hub-pw.",
    .example = R"(
 sysname SPE1
 #
 mpls lsr-id 2.2.2.2
 mpls
 mpls l2vpn
 #
 vsi v1 static
  pwsignal ldp
   vsi-id 1
   peer 1.1.1.1 upe
+  peer 1.1.1.1 pw spoke1
+   track hub-pw
   peer 4.4.4.4
-  peer 4.4.4.4 pw hub1
-   track hub-pw
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::vs
