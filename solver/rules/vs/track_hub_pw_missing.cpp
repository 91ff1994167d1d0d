// VS002: see the rule's page at the end of this file.

#include <fmt/format.h>
#include <string>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/spokes.h"
#include "solver/rules/support/vsi_phrases.h"

namespace holdfast::rules::vs {
namespace {

using pairing::Pairing;
using pairing::PeerState;
using pairing::PwEnd;

std::vector<const PwEnd*> hub_pws(const Pairing& net, const PwEnd& spoke) {
  std::vector<const PwEnd*> result;
  for (const PwEnd& end : net.pw_ends().of_vsi(spoke.vsi)) {
    if (is_hub(*end.vsi_peer)) result.push_back(&end);
  }
  return result;
}

void show_choice(const SpokeChoice& choice, Claim& claim) {
  const DeviceId device = choice.end->device;
  if (choice.other != nullptr) {
    claim.show(device, choice.member->where, "this spoke");
    claim.show(device, choice.other->where, "the PW to move to");
    claim.show(device, choice.group->where, {});
    claim.show(device, choice.group->mode->where, {});
  } else {
    claim.show(device, choice.end->where, "this spoke");
    claim.show(device, choice.other_pw->where, "the PW to move to");
  }
}

smt::VarId tracking(const Pairing& net, const Spoke& spoke, Claim& claim) {
  const VsiPeer& peer = spoke.peer();
  return claim.present(spoke.end->device,
                       fmt::format("`track hub-pw` of the spoke PW to {}", far_name(net, *spoke.end)),
                       *peer.track_hub_pw, peer.track_hub_pw.where, block_of(peer));
}

void describe(const Pairing& net, const Spoke& spoke, const std::vector<const PwEnd*>& hubs,
              Finding& finding) {
  const Vsi& vsi = net[spoke.end->vsi];
  const std::string& spe = name_of(net, spoke.end->device);
  const std::string upe = far_name(net, *spoke.end);
  std::vector<std::string> npes;
  npes.reserve(hubs.size());
  for (const PwEnd* hub : hubs) npes.push_back(far_name(net, *hub));
  finding.service = service_name(net, spoke.end->id);
  finding.message =
      fmt::format("{} does not tie the spoke PW to {} in VSI {} to its hub PWs", spe, upe, vsi.name);
  finding.consequence = fmt::format(
      "When {} has lost all its hub PWs (to {}), the spoke stays up: {} goes on sending to {}, which drops "
      "everything, although the PW to the other SPE could carry.",
      spe, fmt::join(npes, ", "), upe, spe);
  finding.fix = {fmt::format("track the hub PWs under the spoke PW to {}", upe),
                 {in_vsi_ldp(net, spoke.end->vsi, pw_view_command(vsi, spoke.peer()), {"track hub-pw"})}};
}

void check_seen(const Pairing& net, const Spoke& spoke, const std::vector<const PwEnd*>& hubs,
                Judgement& out) {
  const SpokeChoice& choice = *spoke.choice;
  if (!choice.has_other() || !choice.is_master) return;
  Claim claim = out.claim();
  claim.require(claim.exprs().variable(tracking(net, spoke, claim)));
  claim.show(spoke.end->device, spoke.end->where, "the spoke PW");
  for (const PwEnd* hub : hubs) claim.show(hub->device, hub->where, "hub PW");
  show_choice(choice, claim);
  out.judge(claim, [&](Finding& finding) {
    describe(net, spoke, hubs, finding);
    // A site of the SPE's own is still served over a spoke whose hub is gone: a trade-off then.
    const bool local_site = !net.vsi_acs().of(spoke.end->vsi).empty();
    if (!choice.preferred.value_or(false) || local_site) finding.severity = Severity::Warning;
  });
}

void check_unseen(const Pairing& net, const Spoke& spoke, const std::vector<const PwEnd*>& hubs,
                  Judgement& out) {
  Claim claim = out.claim();
  const auto tracks = tracking(net, spoke, claim);
  const auto protects =
      claim.unseen("whether the UPE has another spoke", smt::Sort::Boolean, configuration_of(*spoke.end));
  auto& exprs = claim.exprs();
  claim.require(exprs.implies(exprs.variable(protects), exprs.variable(tracks)));
  claim.show(spoke.end->device, spoke.end->where, "the spoke PW");
  out.judge(claim, [&](Finding& finding) {
    describe(net, spoke, hubs, finding);
    finding.message += fmt::format("; whether {} needs that is not known", far_name(net, *spoke.end));
    finding.severity = Severity::Warning;
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const Spoke& spoke : spokes(net)) {
    const std::vector<const PwEnd*> hubs = hub_pws(net, *spoke.end);
    if (hubs.empty()) continue;
    if (spoke.choice) {
      check_seen(net, spoke, hubs, out);
    } else if (spoke.state == PeerState::Unseen) {
      check_unseen(net, spoke, hubs, out);
    }
  }
}

}  // namespace

extern const Rule track_hub_pw_missing;
const Rule track_hub_pw_missing{
    .code = "VS002",
    .name = "track-hub-pw-missing",
    .severity = Severity::Error,
    .title = "An SPE whose UPE protects its spokes tracks its hub PWs.",
    .what =
        "For every PW that an SPE configures as `upe` in a VSI with hub PWs: if the UPE chooses by itself "
        "between this PW and another one (a protect-group or a primary and a secondary PW, in master mode), "
        "the PW has `track hub-pw`. An error on the SPE that the UPE prefers, a warning on the other one and "
        "where the SPE has a site of its own in the VSI.",
    .why =
        "The UPE sees only the spoke. When all hub PWs of its SPE are down the spoke is still up, and the "
        "UPE "
        "keeps sending into a dead end instead of changing over to the other SPE.",
    .fix = "Configure `track hub-pw` in the view of the spoke PW, on both SPEs.",
    .limits =
        "Silent where the VSI has no LDP hub PW (what tracking does with BGP PWs is not documented), and "
        "where the UPE is in FRR or independent mode, for which tracking is not documented. Undecided while "
        "the UPE is not in the snapshot.",
    .source = "Associating Spoke PW Status with Hub PW Status; command reference, track hub-pw.",
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
 #
 return
 sysname UPE
 #
 mpls lsr-id 1.1.1.1
 mpls
 mpls l2vpn
 #
 vsi v1 static
  pwsignal ldp
   vsi-id 1
   peer 2.2.2.2
   peer 3.3.3.3
   protect-group g1
    protect-mode pw-redundancy master
    peer 2.2.2.2 preference 1
    peer 3.3.3.3 preference 2
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::vs
