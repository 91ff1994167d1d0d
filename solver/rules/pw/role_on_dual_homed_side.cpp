// PW017: see the rule's page at the end of this file.

#include <fmt/format.h>
#include <vector>

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

// What a group on the single-homed side says of one dual-homed AC.
struct Choice {
  const AcGroup* chooser = nullptr;
  PwEndId twin;  // the far end of its other PW; invalid where that is not seen
};

// Every group on another device that has one of its two PWs end in this AC.
std::vector<Choice> choices_of(const Pairing& net, const AcGroup& group) {
  std::vector<Choice> result;
  for (const AcGroup* chooser : net.ac_groups().chosen_by(group.ac)) {
    if (!chooser->primary.valid() || chooser->ac.device == group.ac.device) continue;
    const pairing::FarPair far = net.ac_groups().far_pair(*chooser);
    const auto ends_here = [&](PwEndId id) {
      return id.valid() && net[id].kind == pairing::PwEndKind::Ac && net[id].ac_port() == group.ac;
    };
    if (ends_here(far.primary) == ends_here(far.secondary)) continue;
    result.push_back({chooser, ends_here(far.primary) ? far.secondary : far.primary});
  }
  return result;
}

// Whether the secondary stands where a bypass belongs: it meets a PW of the twin's AC that is no primary, or
// nothing on the twin's device. A primary there is the twin's PW to this AC as one that chooses; another AC
// of the twin's device is a documented set-up with CCC connections.
bool stands_for_bypass(const Pairing& net, const PwEnd& secondary, PwEndId twin) {
  if (!twin.valid() || net.pw_ends().peer(secondary.id).device != net[twin].device) return false;
  const PwEnd* other = net.pw_ends().counterpart(secondary.id);
  if (other == nullptr) return true;
  return other->kind == pairing::PwEndKind::Ac && net[twin].kind == pairing::PwEndKind::Ac &&
         other->ac_port() == net[twin].ac_port() && !other->is_role(PwRole::Primary);
}

void judge_role(const Pairing& net, const AcGroup& group, const Choice& choice, bool to_twin,
                Judgement& out) {
  const PwEnd& secondary = net[group.secondary];
  const std::string_view right = to_twin ? "bypass" : "primary";
  Claim claim = out.claim();
  const auto role = claim.fact(secondary.device, fmt::format("role of the {}", pw_phrase(net, secondary)),
                               secondary.pw->role, block_of(net[group.ac]));
  claim.require(claim.exprs().is(role, smt::Value(right)));
  show_end(claim, secondary, secondary.pw->role.where);
  claim.show(choice.chooser->ac.device, net[choice.chooser->primary].where,
             fmt::format("{} chooses between its two PWs", name_of(net, choice.chooser->ac.device)));
  claim.show(choice.chooser->ac.device, net[choice.chooser->secondary].where, {});
  if (group.primary.valid()) claim.show(group.ac.device, net[group.primary].where, {});
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, group.ac);
    finding.message = fmt::format(
        "{} is the dual-homed side of {}, which chooses between the PWs: its {} has to be a {} PW",
        port_phrase(net, group.ac), port_phrase(net, choice.chooser->ac), pw_phrase(net, secondary), right);
    finding.consequence =
        to_twin
            ? "The PE moves its traffic to the other PE of the pair whenever its own PW is down, instead of "
              "passing it on between AC and PW; there, nothing joins it to the AC."
            : "The device refuses a secondary PW without its primary, so the far end has no PW to this PE "
              "and "
              "no backup.";
    finding.fix = {fmt::format("make it a {} PW", right),
                   {remade_end(net, secondary, line_in_role(net, secondary, to_twin ? "bypass" : ""))}};
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const AcGroup& group : net.ac_groups().all()) {
    if (!group.secondary.valid() || group.ccc != nullptr) continue;
    for (const Choice& choice : choices_of(net, group)) {
      const bool to_twin = stands_for_bypass(net, net[group.secondary], choice.twin);
      // With its primary on the AC a secondary to a third device is the symmetric set-up of four PEs.
      if (!to_twin && group.primary.valid()) continue;
      judge_role(net, group, choice, to_twin, out);
      break;
    }
  }
}

}  // namespace

extern const Rule role_on_dual_homed_side;
const Rule role_on_dual_homed_side{
    .code = "PW017",
    .name = "role-on-dual-homed-side",
    .severity = Severity::Error,
    .title =
        "In asymmetric access the two dual-homed PEs have a primary PW, at most a bypass besides, and no "
        "secondary.",
    .what =
        "For an AC in which the primary or the secondary PW of a single-homed PE ends: its own PW to that PE "
        "must not "
        "be marked secondary, and its PW to the other PE of the pair is a bypass, not a secondary.",
    .why =
        "Only the single-homed PE chooses between primary and secondary. The dual-homed PEs do not know "
        "which of "
        "their PWs is which; each has just one towards it, a primary.",
    .fix = "Remove the word secondary at the dual-homed PE, or make the PW between the two PEs a bypass.",
    .limits =
        "Silent unless the single-homed PE is seen. ACs with a local (CCC) connection, and secondaries to a "
        "third device (symmetric access with four PEs), are other set-ups.",
    .source = "Configuring a Secondary VPWS Connection: CEs asymmetrically connecting to PEs.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 2.2.2.2 100
  mpls l2vc 3.3.3.3 200 secondary
 #
 return
 #
 sysname PE3
 #
 mpls lsr-id 3.3.3.3
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
- mpls l2vc 1.1.1.1 200 secondary
+ mpls l2vc 1.1.1.1 200
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw
