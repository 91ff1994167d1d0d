// VS014: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/bfd_phrases.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/spokes.h"
#include "solver/rules/support/vsi_phrases.h"

namespace holdfast::rules::vs {
namespace {

using pairing::BfdRef;
using pairing::Pairing;

Fix ignore_standby(const Pairing& net, const Spoke& spoke) {
  const VsiPeer& peer = spoke.peer();
  return {fmt::format("let {} ignore the standby state of this PW, or take BFD off it",
                      name_of(net, spoke.end->device)),
          {in_vsi_ldp(net, spoke.end->vsi,
                      {"undo " + peer_command(peer),
                       with_words(line_text(net, peer.where), {}, "ignore-standby-state")})}};
}

// Both halves of one session are one defect.
void judge(const Pairing& net, const Spoke& spoke, BfdRef session, Judgement& out) {
  const BfdRef other = net.bfd().peer(session).counterpart;
  const VsiPeer& peer = spoke.peer();
  Claim claim = out.claim();
  Fact<bool> setting = peer.ignore_standby_state;
  if (!setting.configured()) setting.where = peer.where;
  const auto ignores =
      claim.fact(spoke.end->device, "ignoring the standby state", setting, block_of(net[spoke.end->vsi]));
  const auto bound = claim.present(session.device, "BFD session " + net[session].name, true,
                                   net[session].where, block_of(net[session]));
  auto& e = claim.exprs();
  claim.require(e.implies(e.variable(bound), e.variable(ignores)));
  if (other.valid()) claim.show(other.device, net[other].where, "the other half of the session");
  const SpokeChoice& choice = *spoke.choice;
  if (choice.member != nullptr) {
    claim.show(choice.end->device, choice.member->where, "the PW is the backup one");
  } else {
    claim.show(choice.end->device, choice.end->where, "the PW is the backup one");
  }
  out.judge(claim, [&](Finding& finding) {
    const std::string& spe = name_of(net, spoke.end->device);
    finding.service = service_name(net, spoke.end->id);
    finding.message =
        fmt::format("{} watches the backup PW of {} to {}, which {} keeps blocked while it is standby",
                    bfd_phrase(net, session), name_of(net, choice.end->device), spe, spe);
    finding.consequence =
        "A blocked PW carries no frames, so the session may never come up, or may go down each time the PW "
        "becomes standby: the backup PW then counts as failed when it is needed.";
    finding.fix = ignore_standby(net, spoke);
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const Spoke& spoke : spokes(net)) {
    if (!spoke.choice || !spoke.choice->is_master || spoke.choice->preferred.value_or(true)) continue;
    const auto at_upe = net.bfd().of_pw(spoke.choice->end->id);
    const auto at_spe = net.bfd().of_pw(spoke.end->id);
    if (!at_upe.empty()) {
      judge(net, spoke, at_upe.front(), out);
    } else if (!at_spe.empty()) {
      judge(net, spoke, at_spe.front(), out);
    }
  }
}

}  // namespace

extern const Rule bfd_on_blocked_pw;
const Rule bfd_on_blocked_pw{
    .code = "VS014",
    .name = "bfd-on-blocked-pw",
    .severity = Severity::Warning,
    .title = "A BFD session does not run over a spoke PW that is blocked while it is standby.",
    .what =
        "For each PW to a UPE that has it as its backup in master mode: where a BFD session is bound to the "
        "PW on either end, the SPE has `ignore-standby-state` for it.",
    .why =
        "The SPE forwards nothing on a PW that the UPE calls standby. BFD in that PW then watches a way that "
        "is closed on purpose.",
    .fix = "Add `ignore-standby-state` to the SPE's `peer … upe`, or bind BFD to the preferred PW only.",
    .limits =
        "The documents say that nothing is forwarded on a standby PW, not what becomes of BFD in it: so this "
        "is a warning. Silent about PWs in FRR and independent mode, and where the UPE is not seen.",
    .source = "Command reference: peer (VSI-LDP view), bfd bind pw; VPLS PW Redundancy in an HVPLS Scenario.",
    .example = R"(
 sysname UPE
 #
 bfd
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
 bfd spoke2 bind pw vsi v1 peer 3.3.3.3 remote-peer 3.3.3.3 pw-ttl auto-calculate
  discriminator local 13
  discriminator remote 31
 #
 return
 sysname SPE2
 #
 mpls lsr-id 3.3.3.3
 mpls
 mpls l2vpn
 #
 vsi v1 static
  pwsignal ldp
   vsi-id 1
-  peer 1.1.1.1 upe
+  peer 1.1.1.1 upe ignore-standby-state
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::vs
