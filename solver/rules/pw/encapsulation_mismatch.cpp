// PW002: see the rule's page at the end of this file.

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

// The word of `mpls l2vc` that gives an AC this VC type; empty where only the AC itself can.
std::string_view option_for(VcType type) {
  switch (type) {
    case VcType::Raw:
      return "raw";
    case VcType::Tagged:
      return "tagged";
    case VcType::IpInterworking:
      return "ip-interworking";
    case VcType::IpLayer2:
      return "ip-layer2";
    default:
      return "";
  }
}

Fix make_equal(const Pairing& net, const PwEnd& changed, const PwEnd& kept) {
  Fix fix;
  fix.summary = fmt::format("make the PW of {} {}, as {} has it", end_phrase(net, changed),
                            to_string(**kept.vc_type), name_of(net, kept.device));
  const std::string_view option = option_for(**kept.vc_type);
  if (option.empty() || changed.kind != pairing::PwEndKind::Ac) return fix;
  const std::string line =
      with_words(line_text(net, changed.where), {"raw", "tagged", "ip-interworking", "ip-layer2"}, option);
  fix.commands = {remade_end(net, changed, line)};
  return fix;
}

void compare(const Pairing& net, const PwEnd& a, const PwEnd& b, Judgement& out) {
  const auto [changed, kept] = disagreement(net, a, b, a.vc_type->configured(), b.vc_type->configured());
  Claim claim = out.claim();
  const auto wrong = claim.fact(changed->device, setting_at(net, *changed, "encapsulation"),
                                at_line_of(*changed, *changed->vc_type), block_of_end(net, *changed));
  const auto right = claim.fact(kept->device, setting_at(net, *kept, "encapsulation"),
                                at_line_of(*kept, *kept->vc_type), block_of_end(net, *kept));
  claim.require(claim.exprs().eq(wrong, right));
  show_end(claim, *changed, changed->vc_type->where);
  show_end(claim, *kept, kept->vc_type->where);
  out.judge(claim, [&, changed = changed, kept = kept](Finding& finding) {
    finding.service = service_name(net, kept->id);
    if (finding.verdict == Verdict::Unknown) {
      finding.message = fmt::format("cannot tell whether both ends of the {} of {} have one encapsulation",
                                    pw_phrase(net, *kept), end_phrase(net, *kept));
    } else {
      finding.message = fmt::format("the {} of {} is {}, its far end at {} is {}", pw_phrase(net, *kept),
                                    end_phrase(net, *kept), to_string(**kept->vc_type),
                                    end_phrase(net, *changed), to_string(**changed->vc_type));
    }
    finding.consequence = consequence_of_down(net, *kept, *changed);
    finding.fix = make_equal(net, *changed, *kept);
  });
}

// Frames of TDM are put into packets of one size at both ends.
void compare_tdm(const Pairing& net, const PwEnd& a, const PwEnd& b, Judgement& out) {
  const auto number = [](const PwEnd& end) {
    return end.pw != nullptr && end.pw->tdm && end.pw->tdm->encapsulation_number
               ? &*end.pw->tdm->encapsulation_number
               : nullptr;
  };
  const Fact<std::uint32_t>* at_a = number(a);
  const Fact<std::uint32_t>* at_b = number(b);
  if (at_a == nullptr || at_b == nullptr) return;
  Claim claim = out.claim();
  const auto here = claim.fact(a.device, setting_at(net, a, "number of TDM frames in a packet"), *at_a, {});
  const auto there = claim.fact(b.device, setting_at(net, b, "number of TDM frames in a packet"), *at_b, {});
  claim.require(claim.exprs().eq(here, there));
  show_end(claim, a, at_a->where);
  show_end(claim, b, at_b->where);
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, a.id);
    finding.message = fmt::format("the {} of {} puts {} TDM frames into a packet, its far end at {} puts {}",
                                  pw_phrase(net, a), end_phrase(net, a), **at_a, end_phrase(net, b), **at_b);
    finding.consequence = consequence_of_down(net, a, b);
    finding.fix.summary = "put one number of TDM frames into a packet at both ends";
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const PwEnd& end : net.pw_ends().all()) {
    const PwEnd* other = net.pw_ends().counterpart(end.id);
    if (other == nullptr || other->id < end.id) continue;
    if (is_segment(end) || is_segment(*other)) continue;  // PW031
    if (is_vsi(end) && is_vsi(*other)) continue;          // VS008
    compare_tdm(net, end, *other, out);
    if (vc_type_known(net, end) && vc_type_known(net, *other)) compare(net, end, *other, out);
  }
}

}  // namespace

extern const Rule encapsulation_mismatch;
const Rule encapsulation_mismatch{
    .code = "PW002",
    .name = "encapsulation-mismatch",
    .severity = Severity::Error,
    .title = "Both ends of a PW have one encapsulation.",
    .what =
        "The VC types of the two ends of each PW are compared: what the line says (raw, tagged, an "
        "interworking), "
        "else what follows from the AC: VLAN on sub-interfaces, Ethernet on main interfaces, the link "
        "protocol "
        "elsewhere; of a VSI its encapsulation. Of TDM PWs also the number of frames in a packet, where both "
        "ends name one.",
    .why =
        "The VC type is part of what the ends announce: with different types they do not see each other's PW "
        "as the same one, and it stays down.",
    .fix = "Make the PW anew with the encapsulation of its far end.",
    .limits =
        "ATM and TDM ACs are compared only where both lines name the type. An unseen far end is listed by "
        "PW001. "
        "MS-PWs are PW031's, two VSIs VS008's. Undecided while lines of the AC's view were not understood.",
    .source = "Command reference: mpls l2vc (raw, tagged); semantics: PW; defaults: VC type.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
- mpls l2vc 2.2.2.2 100
+ mpls l2vc 2.2.2.2 100 raw
 #
 return
 #
 sysname PE2
 #
 mpls lsr-id 2.2.2.2
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 1.1.1.1 100 raw
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw
