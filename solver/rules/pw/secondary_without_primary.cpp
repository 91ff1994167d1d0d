// PW007: see the rule's page at the end of this file.

#include <algorithm>
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

// On the far side of a group that chooses, the mistake is the role itself: PW017 speaks of it.
bool chosen_from_afar(const Pairing& net, const AcGroup& group) {
  const auto choosers = net.ac_groups().chosen_by(group.ac);
  return std::ranges::any_of(choosers, [](const AcGroup* other) { return other->primary.valid(); });
}

// Lines that may be the primary: PWs in the AC's view, local connections in the system view.
std::vector<Span> candidates(const Pairing& net, const AcGroup& group) {
  std::vector<Span> result = lines_with(net, net[group.ac].unread, "l2vc");
  const std::vector<Span> more = lines_with(net, net[group.ac].unread, "static-l2vc");
  const std::vector<Span> local = lines_with(net, net[group.ac.device].unread, "ccc");
  result.insert(result.end(), more.begin(), more.end());
  result.insert(result.end(), local.begin(), local.end());
  return result;
}

Fix make_primary(const Pairing& net, const AcGroup& group, const PwEnd& end) {
  Fix fix;
  if (end.is_role(PwRole::Secondary)) {
    fix.summary = "make this PW the primary, or configure the primary before it";
    fix.commands = {in_interface(net, group.ac, {undo_pw(net, end), line_in_role(net, end, "")})};
  } else {
    fix.summary = "configure the primary PW of the AC before its bypass";
    fix.commands = {in_interface(net, group.ac,
                                 {undo_pw(net, end), "mpls l2vc <peer> <vc-id>", line_text(net, end.where)})};
  }
  return fix;
}

void judge_group(const Pairing& net, const AcGroup& group, const PwEnd& end, Judgement& out) {
  const std::vector<Span> unread = candidates(net, group);
  Claim claim = out.claim();
  const auto backup = claim.present(end.device, fmt::format("a {} PW", role_word(end)), true, end.where, {});
  const auto primary =
      claim.present(end.device, "primary PW or local connection", false, {}, {net[group.ac].where, unread});
  claim.require(claim.exprs().implies(claim.exprs().variable(backup), claim.exprs().variable(primary)));
  for (const PwEnd& other : group.ends) claim.show(other.device, other.where, {});
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, group.ac);
    finding.message = fmt::format("{} has a {} PW and {}", port_phrase(net, group.ac), role_word(end),
                                  finding.verdict == Verdict::Unknown
                                      ? "its primary was not found"
                                      : "no primary PW or local connection that it could stand in for");
    finding.consequence =
        "The device refuses the line: the PW does not exist after the next restart or roll-out, and the AC "
        "has no service.";
    if (finding.verdict == Verdict::Violated) finding.fix = make_primary(net, group, end);
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const AcGroup& group : net.ac_groups().all()) {
    if (group.primary.valid() || group.ccc != nullptr) continue;
    // One finding per AC: the secondary speaks for the bypass.
    for (const PwEndId id : {group.secondary, group.bypass, group.ac_bypass}) {
      if (!id.valid()) continue;
      if (id == group.secondary && chosen_from_afar(net, group)) break;
      judge_group(net, group, net[id], out);
      break;
    }
  }
}

}  // namespace

extern const Rule secondary_without_primary;
const Rule secondary_without_primary{
    .code = "PW007",
    .name = "secondary-without-primary",
    .severity = Severity::Error,
    .title = "A secondary or bypass PW has its primary on the same AC.",
    .what =
        "An AC with a secondary or bypass PW has to have a primary: an LDP or static PW without a role word, "
        "or "
        "a local (CCC) connection.",
    .why =
        "A secondary or bypass PW protects the primary PW of its AC. The device accepts it only behind the "
        "primary, and removes PWs in the opposite order.",
    .fix = "Configure the primary first, or make the PW itself the primary.",
    .limits =
        "A secondary on the far side of a primary/secondary group is a mistaken role: PW017 reports it. "
        "Undecided while a PW or CCC line that may be the primary was not understood.",
    .source =
        "Configuring a Secondary VPWS Connection; command reference: mpls l2vc, mpls static-l2vc "
        "(precautions).",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
+ mpls l2vc 2.2.2.2 100
  mpls l2vc 3.3.3.3 200 secondary
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw
