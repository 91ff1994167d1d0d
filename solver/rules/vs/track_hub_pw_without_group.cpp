// VS004: see the rule's page at the end of this file.

#include <cstdint>
#include <fmt/format.h>
#include <set>
#include <utility>

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
using pairing::PwEndKind;

// What the UPE's VSI must have. A group without a mode is VS005's.
void require_group(const Pairing& net, const Spoke& spoke, const SpokeChoice& choice, Claim& claim) {
  auto& exprs = claim.exprs();
  const DeviceId upe = choice.end->device;
  const Vsi& vsi = net[choice.end->vsi];
  const std::string& spe = name_of(net, spoke.end->device);
  if (choice.group == nullptr) {
    claim.require(exprs.variable(
        claim.present(upe, fmt::format("protect-group with the PW to {}", spe), false, {}, block_of(vsi))));
    claim.show(upe, choice.end->where, "this spoke");
    return;
  }
  const ProtectGroup& group = *choice.group;
  const auto second =
      claim.present(upe, fmt::format("second PW of protect-group {}", group.name), choice.other != nullptr,
                    choice.other != nullptr ? choice.other->where : Span{}, block_of(group));
  if (!group.mode) {
    claim.require(exprs.variable(second));
  } else {
    const auto mode =
        claim.fact(upe, fmt::format("mode of protect-group {}", group.name), *group.mode, block_of(group));
    claim.require(exprs.all_of({exprs.variable(second), exprs.is(mode, to_value(ProtectMode::Master))}));
  }
  claim.show(upe, choice.member->where, "this spoke");
}

void require_secondary(const Pairing& net, const SpokeChoice& choice, Claim& claim) {
  auto& exprs = claim.exprs();
  const DeviceId upe = choice.end->device;
  const Interface& ac = net[choice.end->ac_port()];
  const auto second =
      claim.present(upe, "second PW of this AC", choice.other_pw != nullptr,
                    choice.other_pw != nullptr ? choice.other_pw->where : Span{}, block_of(ac));
  const auto mode = claim.fact(upe, "PW redundancy mode", ac.redundancy->mode, block_of(ac));
  claim.require(exprs.all_of({exprs.variable(second), exprs.is(mode, to_value(RedundancyMode::Master))}));
  claim.show(upe, choice.end->where, "this spoke");
}

Fix fix_of(const Pairing& net, const SpokeChoice& choice) {
  const PwEnd& end = *choice.end;
  if (end.kind == PwEndKind::Ac) {
    if (choice.other_pw == nullptr) {
      return {"give the AC a secondary PW to another SPE",
              {in_interface(net, end.ac_port(),
                            {"mpls l2vc <other-SPE> <vc-id> secondary", "mpls l2vpn redundancy master"})}};
    }
    return {"put the AC in master mode",
            {in_interface(net, end.ac_port(), {"mpls l2vpn redundancy master"})}};
  }
  if (choice.group == nullptr) {
    return {"protect the spoke with one to another SPE",
            {in_vsi_ldp(net, end.vsi, "protect-group <name>",
                        {"protect-mode pw-redundancy master", peer_command(*end.vsi_peer) + " preference 1",
                         "peer <other-SPE> preference 2"})}};
  }
  const std::string view = "protect-group " + choice.group->name;
  if (choice.other == nullptr) {
    return {"add the other spoke to the protect-group",
            {in_vsi_ldp(net, end.vsi, view, {"peer <other-SPE> preference <other-preference>"})}};
  }
  // Taking the mode away clears the group.
  std::vector<std::string> lines = {"undo protect-mode", "protect-mode pw-redundancy master"};
  for (const ProtectMember& member : choice.group->members) {
    lines.push_back(line_text(net, member.where));
  }
  return {"put the protect-group in master mode", {in_vsi_ldp(net, end.vsi, view, lines)}};
}

void describe(const Pairing& net, const Spoke& spoke, Finding& finding) {
  const std::string& spe = name_of(net, spoke.end->device);
  const std::string upe = far_name(net, *spoke.end);
  finding.service = service_name(net, spoke.end->id);
  finding.message = fmt::format("{} tracks its hub PWs for the spoke PW to {} in VSI {}, but ", spe, upe,
                                net[spoke.end->vsi].name);
  finding.consequence = fmt::format(
      "When all hub PWs of {} are down it takes the spoke down, and nothing else carries the traffic of {}.",
      spe, upe);
}

// Whether all is well.
bool check_seen(const Pairing& net, const Spoke& spoke, Judgement& out) {
  const SpokeChoice& choice = *spoke.choice;
  if (choice.end->kind == PwEndKind::Segment) return true;
  Claim claim = out.claim();
  if (choice.end->kind == PwEndKind::VsiPeer) {
    require_group(net, spoke, choice, claim);
  } else {
    require_secondary(net, choice, claim);
  }
  claim.show(spoke.end->device, spoke.peer().track_hub_pw.where, "tracking");
  claim.show(spoke.end->device, spoke.end->where, "the spoke PW");
  return out.judge(claim, [&](Finding& finding) {
    describe(net, spoke, finding);
    const std::string& upe = name_of(net, choice.end->device);
    if (choice.has_other()) {
      finding.message += fmt::format("{} is not in master mode", upe);
      finding.consequence = fmt::format(
          "Tracking is made for a UPE in master mode; in another mode it is not documented that {} leaves "
          "the spoke when {} has lost its hub PWs.",
          upe, name_of(net, spoke.end->device));
    } else {
      finding.message += fmt::format("{} has no other PW to move to", upe);
    }
    finding.fix = fix_of(net, choice);
  });
}

void check_unseen(const Pairing& net, const Spoke& spoke, Judgement& out) {
  Claim claim = out.claim();
  const auto protects = claim.unseen("whether the UPE has another spoke in master mode", smt::Sort::Boolean,
                                     configuration_of(*spoke.end));
  claim.require(claim.exprs().variable(protects));
  claim.show(spoke.end->device, spoke.peer().track_hub_pw.where, "tracking");
  out.judge(claim, [&](Finding& finding) {
    describe(net, spoke, finding);
    finding.message += "whether that has another PW to move to is not known";
  });
}

// The far end's VSI or AC: what it lacks, it lacks for all its spokes.
std::pair<DeviceId, std::pair<std::uint32_t, std::uint32_t>> owner_of(const PwEnd& far) {
  return {far.device, {far.ac.index, far.vsi.valid() ? far.vsi.index : 0}};
}

void check(const Pairing& net, Judgement& out) {
  std::set<std::pair<DeviceId, std::pair<std::uint32_t, std::uint32_t>>> reported;
  for (const Spoke& spoke : spokes(net)) {
    if (!*spoke.peer().track_hub_pw) continue;
    if (spoke.choice) {
      if (reported.contains(owner_of(*spoke.choice->end))) continue;
      if (!check_seen(net, spoke, out)) reported.insert(owner_of(*spoke.choice->end));
    } else if (spoke.state == PeerState::Unseen) {
      check_unseen(net, spoke, out);
    }
  }
}

}  // namespace

extern const Rule track_hub_pw_without_group;
const Rule track_hub_pw_without_group{
    .code = "VS004",
    .name = "track-hub-pw-without-group",
    .severity = Severity::Error,
    .title = "Where an SPE tracks its hub PWs, the UPE has a second PW to move to, in master mode.",
    .what =
        "For every spoke PW with `track hub-pw`: the UPE has the PW in a protect-group in master mode with a "
        "second PW, or has it as one of a primary and a secondary PW in master mode.",
    .why =
        "Tracking takes the spoke down to make the UPE change over. Without a second PW it only ends the "
        "service; the changeover is documented for master mode.",
    .fix = "Build the protect-group (or the primary and secondary PW) on the UPE, in master mode.",
    .limits =
        "Undecided while the UPE is not in the snapshot; silent while the spoke has no end on the UPE "
        "(VS001) and about a group without a mode (VS005). One finding for each VSI or AC of a UPE, at the "
        "first of its spokes.",
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
   peer 1.1.1.1 pw spoke1
    track hub-pw
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
+  peer 3.3.3.3
+  protect-group g1
+   protect-mode pw-redundancy master
+   peer 2.2.2.2 preference 1
+   peer 3.3.3.3 preference 2
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::vs
