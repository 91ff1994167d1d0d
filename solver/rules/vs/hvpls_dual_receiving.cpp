// VS013: see the rule's page at the end of this file.

#include <fmt/format.h>
#include <string>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/redundancy.h"
#include "solver/rules/support/vsi_phrases.h"

namespace holdfast::rules::vs {
namespace {

using pairing::AcGroup;
using pairing::Pairing;
using pairing::PwEnd;
using pairing::VsiRef;

constexpr const char* kConsequence =
    "Both SPEs flood broadcast towards the UPE, which takes it from both PWs: frames arrive twice, come back "
    "to where they were sent, and MAC addresses move back and forth.";

// The claim: not (the AC receives from both PWs, and one of them ends in a VSI).
void judge_group(const Pairing& net, const AcGroup& group, Judgement& out) {
  const AcRedundancy* redundancy = net.ac_groups().redundancy(group);
  if (!group.primary.valid() || !group.secondary.valid() || redundancy == nullptr) return;
  if (!*redundancy->stream_dual_receiving) return;
  const FarEnds far = far_ends(net, group);
  const DeviceId device = group.ac.device;
  Claim claim = out.claim();
  auto& e = claim.exprs();
  const auto both = claim.fact(device, "receiving from both PWs", redundancy->stream_dual_receiving,
                               block_of(net[group.ac]));
  std::vector<smt::ExprId> in_vsi;
  for (const FarEnd* end : {&far.primary, &far.secondary}) {
    if (ends_in_vsi(net, *end)) {
      const PwEnd& peer = net[end->end];
      in_vsi.push_back(e.variable(claim.present(
          end->device, fmt::format("the PW in {}", vsi_phrase(net, peer.vsi)), true, peer.where, {})));
    } else if (end->unseen()) {
      in_vsi.push_back(e.variable(claim.unseen("whether the PW ends in a VSI at " + end->peer,
                                               smt::Sort::Boolean, "the configuration of " + end->peer)));
    }
  }
  if (in_vsi.empty()) return;
  claim.require(e.negate(e.all_of({e.variable(both), e.any_of(in_vsi)})));
  claim.show(device, net[group.secondary].where, "secondary PW");
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, group.ac);
    finding.message = finding.verdict == Verdict::Unknown
                          ? fmt::format("{} receives from both PWs; whether they end in VSIs is not known",
                                        port_phrase(net, group.ac))
                          : fmt::format("{} receives from both PWs, and they end in VSIs (H-VPLS)",
                                        port_phrase(net, group.ac));
    finding.consequence = kConsequence;
    finding.fix = {"receive from the active PW only",
                   {in_interface(net, group.ac, {"undo mpls l2vpn stream-dual-receiving"})}};
  });
}

// The SPE's end of a member's PW, when it is seen.
const PwEnd* far_of(const Pairing& net, VsiRef vsi, const ProtectMember& member) {
  for (const PwEnd& end : net.pw_ends().of_vsi(vsi)) {
    if (peer_command(*end.vsi_peer) != peer_command(member)) continue;
    const PwEnd* far = net.pw_ends().counterpart(end.id);
    return far != nullptr && far->vsi_peer != nullptr ? far : nullptr;
  }
  return nullptr;
}

// A UPE that receives from both PWs of a protect-group, while an SPE sends on a PW that is standby.
void judge_member(const Pairing& net, VsiRef vsi, const ProtectGroup& group, const ProtectMember& member,
                  Judgement& out) {
  const PwEnd* far = far_of(net, vsi, member);
  if (far == nullptr || !*group.stream_dual_receiving) return;
  Claim claim = out.claim();
  auto& e = claim.exprs();
  const auto both = claim.fact(vsi.device, fmt::format("receiving from both PWs of {}", group.name),
                               group.stream_dual_receiving, block_of(group));
  const auto ignores =
      claim.fact(far->device, fmt::format("ignoring the standby state at {}", name_of(net, far->device)),
                 far->vsi_peer->ignore_standby_state, block_of(net[far->vsi]));
  claim.require(e.negate(e.all_of({e.variable(both), e.variable(ignores)})));
  claim.show(vsi.device, member.where, "the PW");
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, vsi);
    finding.message = fmt::format(
        "protect-group {} of {} receives from both PWs, and {} sends on its PW although that is standby",
        group.name, vsi_phrase(net, vsi), name_of(net, far->device));
    finding.consequence = kConsequence;
    finding.fix = {"receive from the active PW only",
                   {in_vsi_ldp(net, vsi, "protect-group " + group.name, {"undo stream-dual-receiving"})}};
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const AcGroup& group : net.ac_groups().all()) judge_group(net, group, out);
  for (std::size_t d = 0; d < net.network().devices.size(); ++d) {
    for (std::uint32_t i = 0; i < net[DeviceId{d}].vsis.size(); ++i) {
      const VsiRef vsi{DeviceId{d}, i};
      for (const ProtectGroup& group : net[vsi].groups) {
        for (const ProtectMember& member : group.members) judge_member(net, vsi, group, member, out);
      }
    }
  }
}

}  // namespace

extern const Rule hvpls_dual_receiving;
const Rule hvpls_dual_receiving{
    .code = "VS013",
    .name = "hvpls-dual-receiving",
    .severity = Severity::Warning,
    .title = "In H-VPLS a site receives from its active PW only.",
    .what =
        "An AC whose primary or secondary PW ends in a VSI has no `mpls l2vpn stream-dual-receiving`. A "
        "protect-group has no `stream-dual-receiving` while an SPE at the far end ignores the standby state "
        "(`ignore-standby-state`).",
    .why =
        "Two SPEs of one VPLS flood the same broadcast. A site that listens to both gets it twice, and gets "
        "back what it sent itself.",
    .fix = "Remove the command in the AC's view or in the protect-group.",
    .limits =
        "Of a protect-group the documents recommend receiving from both PWs; it is reported only where an "
        "SPE sends on the standby one. Undecided where a far end of an AC's PWs is not seen.",
    .source =
        "Command reference: mpls l2vpn stream-dual-receiving (precautions), stream-dual-receiving, peer "
        "(VSI-LDP view).",
    .example = R"(
 sysname CSG
 #
 mpls lsr-id 1.1.1.1
 mpls l2vpn
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 2.2.2.2 100
  mpls l2vc 3.3.3.3 100 secondary
  mpls l2vpn redundancy master
- mpls l2vpn stream-dual-receiving
 #
 return
 sysname SPE1
 #
 mpls lsr-id 2.2.2.2
 mpls l2vpn
 #
 vsi v1 static
  pwsignal ldp
   vsi-id 100
   peer 1.1.1.1 upe
 #
 return
 sysname SPE2
 #
 mpls lsr-id 3.3.3.3
 mpls l2vpn
 #
 vsi v1 static
  pwsignal ldp
   vsi-id 100
   peer 1.1.1.1 upe
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::vs
