// PW004: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/pw_commands.h"
#include "solver/rules/support/pw_phrases.h"

namespace holdfast::rules::pw {
namespace {

using pairing::Pairing;
using pairing::PwEnd;

Fix make_equal(const Pairing& net, const PwEnd& changed, const PwEnd& kept) {
  const bool on = **kept.control_word;
  Fix fix;
  fix.summary = fmt::format("turn the control word {} at {}, as at {}", on ? "on" : "off",
                            end_phrase(net, changed), name_of(net, kept.device));
  if (is_vsi(changed)) {
    const std::string line = on ? "control-word enable" : "undo control-word enable";
    fix.commands = {in_view(changed.device, {"vsi " + net[changed.vsi].name, "pwsignal ldp"}, {line})};
  } else {
    const std::string line = with_words(line_text(net, changed.where), {"control-word", "no-control-word"},
                                        on ? "control-word" : "no-control-word");
    fix.commands = {remade_end(net, changed, line)};
  }
  return fix;
}

std::string_view word(bool on) {
  return on ? "on" : "off";
}

void compare(const Pairing& net, const PwEnd& a, const PwEnd& b, Judgement& out) {
  const auto [changed, kept] =
      disagreement(net, a, b, a.control_word->configured(), b.control_word->configured());
  const bool vpls = is_vsi(a) || is_vsi(b);
  Claim claim = out.claim();
  const auto wrong = claim.fact(changed->device, setting_at(net, *changed, "control word"),
                                at_line_of(*changed, *changed->control_word), block_of_end(net, *changed));
  const auto right = claim.fact(kept->device, setting_at(net, *kept, "control word"),
                                at_line_of(*kept, *kept->control_word), block_of_end(net, *kept));
  claim.require(claim.exprs().eq(wrong, right));
  show_end(claim, *changed, changed->control_word->where);
  show_end(claim, *kept, kept->control_word->where);
  out.judge(claim, [&, changed = changed, kept = kept](Finding& finding) {
    if (!vpls) finding.severity = Severity::Warning;
    finding.service = service_name(net, kept->id);
    if (finding.verdict == Verdict::Unknown) {
      finding.message = fmt::format("cannot tell whether both ends of the {} of {} agree on the control word",
                                    pw_phrase(net, *kept), end_phrase(net, *kept));
    } else {
      finding.message = fmt::format("the control word of the {} of {} is {}, at its far end {} it is {}",
                                    pw_phrase(net, *kept), end_phrase(net, *kept), word(**kept->control_word),
                                    end_phrase(net, *changed), word(**changed->control_word));
    }
    finding.consequence =
        vpls
            ? consequence_of_down(net, *kept, *changed)
            : "Devices that negotiate the control word run the PW without it, so that what relies on it (BFD "
              "over the control channel, the order of packets) is missing; others leave the PW down. The "
              "documents describe both.";
    finding.fix = make_equal(net, *changed, *kept);
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const PwEnd& end : net.pw_ends().all()) {
    const PwEnd* other = net.pw_ends().counterpart(end.id);
    if (other == nullptr || other->id < end.id) continue;
    if (is_segment(end) || is_segment(*other)) continue;  // PW031
    compare(net, end, *other, out);
  }
}

}  // namespace

extern const Rule control_word_mismatch;
const Rule control_word_mismatch{
    .code = "PW004",
    .name = "control-word-mismatch",
    .severity = Severity::Error,
    .title = "Both ends of a PW agree on the control word.",
    .what =
        "The control word of each end (from the PW's line, its template, the VSI, else the default: off, on "
        "for "
        "TDM) is compared with that of its counterpart. An error where one end is a VSI; a warning between "
        "two "
        "ACs.",
    .why =
        "A PW of a VSI stays down with unequal control words. For VPWS one document demands equality and "
        "another shows unequal ends coming up by negotiation.",
    .fix = "Give both ends the control word, or neither. The PW of an AC is removed and made anew.",
    .limits =
        "An unseen far end is listed by PW001; MS-PWs are PW031's. Undecided while lines of the AC's or "
        "VSI's "
        "view were not understood.",
    .source =
        "Command reference: mpls l2vc, control-word (PW template view), control-word enable (VSI-LDP "
        "view); semantics: PW.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 2.2.2.2 100 control-word
 #
 return
 #
 sysname PE2
 #
 mpls lsr-id 2.2.2.2
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
- mpls l2vc 1.1.1.1 100
+ mpls l2vc 1.1.1.1 100 control-word
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw
