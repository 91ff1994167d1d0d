// PW022: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/pw_commands.h"
#include "solver/rules/support/pw_phrases.h"

namespace holdfast::rules::pw {
namespace {

using pairing::AcGroup;
using pairing::Pairing;
using pairing::PwEnd;
using pairing::PwEndId;

Fix obey(const Pairing& net, const PwEnd& end) {
  const std::string line = with_words(line_text(net, end.where), {"ignore-standby-state"}, "");
  return {fmt::format("let the PW of {} obey the standby state of its far end", end_phrase(net, end)),
          {remade_end(net, end, line)}};
}

// The far end announces standby on the PW that it does not use, and drops what arrives there unless it
// receives on both.
void judge_sender(const Pairing& net, const PwEnd& end, const AcGroup& chooser, Judgement& out) {
  const AcRedundancy& far = *net.ac_groups().redundancy(chooser);
  const Block there = block_of(net[chooser.ac]);
  Claim claim = out.claim();
  smt::ExprArena& exprs = claim.exprs();
  const auto ignores = claim.fact(end.device, setting_of(end, "ignore-standby-state"),
                                  end.pw->ignore_standby_state, block_of(net[end.ac_port()]));
  const auto both = claim.fact(chooser.ac.device, "stream-dual-receiving of " + net[chooser.ac].name,
                               far.stream_dual_receiving, there);
  const auto mode =
      claim.fact(chooser.ac.device, "redundancy mode of " + net[chooser.ac].name, far.mode, there);
  claim.require(
      exprs.any_of({exprs.negate(exprs.variable(ignores)), exprs.variable(both),
                    exprs.eq(exprs.variable(mode), exprs.constant(to_value(RedundancyMode::Frr)))}));
  claim.show(chooser.ac.device, net[chooser.primary].where, {});
  claim.show(chooser.ac.device, net[chooser.secondary].where, {});
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, end.id);
    finding.message = fmt::format(
        "the {} of {} sends also while {} says standby, and {} receives on one PW only", pw_phrase(net, end),
        end_phrase(net, end), name_of(net, chooser.ac.device), port_phrase(net, chooser.ac));
    finding.consequence = fmt::format(
        "While {} uses its other PW, whatever this PE sends on this one is dropped there instead of taking "
        "the PW in "
        "use.",
        name_of(net, chooser.ac.device));
    finding.fix = obey(net, end);
    finding.fix.summary +=
        fmt::format(", or let {} receive on both PWs (stream-dual-receiving)", port_phrase(net, chooser.ac));
  });
}

bool may_say_standby(const Pairing& net, const PwEnd& far) {
  return far.kind == pairing::PwEndKind::Ac &&
         net.dual_homing().arbiter(far.ac_port()).kind() != pairing::ArbiterKind::None;
}

bool has_bypass(const Pairing& net, const PwEnd& far) {
  const AcGroup* group = net.ac_groups().of(far.ac_port());
  return group != nullptr && group->has_any_bypass();
}

// In independent mode the far PEs say which of them serves the AC. Who ignores that sends to the PE without
// the AC; only a bypass takes the frames on from there.
void judge_chooser(const Pairing& net, const PwEnd& end, const AcGroup& group, const PwEnd& far,
                   Judgement& out) {
  const Block here = block_of(net[group.ac]);
  Claim claim = out.claim();
  smt::ExprArena& exprs = claim.exprs();
  const auto ignores =
      claim.fact(end.device, setting_of(end, "ignore-standby-state"), end.pw->ignore_standby_state, here);
  const auto mode = claim.fact(end.device, "redundancy mode of " + net[group.ac].name,
                               net.ac_groups().redundancy(group)->mode, here);
  const auto bypass = claim.present(far.device, "bypass PW", false, {}, block_of(net[far.ac_port()]));
  claim.require(
      exprs.any_of({exprs.negate(exprs.variable(ignores)), exprs.variable(bypass),
                    exprs.ne(exprs.variable(mode), exprs.constant(to_value(RedundancyMode::Independent)))}));
  claim.show(far.device, far.where, {});
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, end.id);
    finding.message = fmt::format("the {} of {} carries also while {} says standby, and {} has no bypass",
                                  pw_phrase(net, end), end_phrase(net, end), name_of(net, far.device),
                                  name_of(net, far.device));
    finding.consequence = fmt::format(
        "In independent mode the far PEs decide which PW carries. While the other PE serves the AC, {} gets "
        "frames that "
        "it can deliver nowhere.",
        name_of(net, far.device));
    finding.fix = obey(net, end);
  });
}

// A BFD session over a PW that waits needs it to forward.
bool watched_by_bfd(const Pairing& net, const PwEnd& end) {
  return !net.bfd().of_pw(end.id).empty();
}

void check(const Pairing& net, Judgement& out) {
  for (const PwEnd& end : net.pw_ends().all()) {
    if (end.pw == nullptr || !*end.pw->ignore_standby_state || watched_by_bfd(net, end)) continue;
    for (const PwEndId id : net.pw_ends().far_ends(end.id)) {
      const PwEnd& far = net[id];
      if (far.kind != pairing::PwEndKind::Ac) continue;
      const AcGroup* theirs = net.ac_groups().of(far.ac_port());
      if (theirs != nullptr && theirs->primary.valid() && theirs->secondary.valid()) {
        judge_sender(net, end, *theirs, out);
      }
      const AcGroup* ours = net.ac_groups().of(end.ac_port());
      if (ours->primary.valid() && ours->secondary.valid() && may_say_standby(net, far) &&
          !has_bypass(net, far)) {
        judge_chooser(net, end, *ours, far, out);
      }
    }
  }
}

}  // namespace

extern const Rule secondary_standby_ignored;
const Rule secondary_standby_ignored{
    .code = "PW022",
    .name = "secondary-standby-ignored",
    .severity = Severity::Warning,
    .title = "`ignore-standby-state` stands only where both ways may carry.",
    .what =
        "A PW that ignores the standby state of its far end: where the far end chooses between two PWs in "
        "master or "
        "independent mode, it has to receive on both (`stream-dual-receiving`). Where this end chooses in "
        "independent "
        "mode between two PEs that an E-Trunk or mVRRP arbitrates, the far PE has to have a bypass to hand "
        "frames on.",
    .why =
        "Standby means that the far end does not take frames from this PW, or cannot deliver them. Who sends "
        "all "
        "the same loses them, unless the far end was prepared for it.",
    .fix = "Remove `ignore-standby-state`, or let the far end receive on both PWs.",
    .limits =
        "Silent where the far end is not seen, is a VSI, is in FRR mode (it then announces no standby), or "
        "where "
        "a BFD session is bound to the PW, which needs it to forward.",
    .source =
        "Command reference: mpls l2vc (ignore-standby-state), mpls l2vpn stream-dual-receiving, mpls l2vpn "
        "redundancy; semantics: which PW carries.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 2.2.2.2 100
  mpls l2vc 3.3.3.3 200 secondary
  mpls l2vpn redundancy master
+ mpls l2vpn stream-dual-receiving
 #
 return
 #
 sysname PE3
 #
 mpls lsr-id 3.3.3.3
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 1.1.1.1 200 ignore-standby-state
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw
