// VS008: see the rule's page at the end of this file.

#include <fmt/format.h>
#include <string>
#include <string_view>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/pw_phrases.h"
#include "solver/rules/support/vsi_phrases.h"

namespace holdfast::rules::vs {
namespace {

using pairing::Pairing;
using pairing::PwEnd;

// One parameter of both ends: what it is called, its values in words, the command that sets it in the VSI.
struct Parameter {
  std::string_view name;
  std::string changed_value;
  std::string kept_value;
  std::string command;
};

std::string encapsulation_words(VcType type) {
  return type == VcType::Raw ? "ethernet" : "vlan";
}

template <class T>
void compare(const Pairing& net, const PwEnd& changed, const PwEnd& kept, const Fact<T>& to_change,
             const Fact<T>& to_keep, const Parameter& parameter, Judgement& out) {
  Claim claim = out.claim();
  const auto wrong = claim.fact(changed.device, setting_at(net, changed, parameter.name),
                                at_line_of(changed, to_change), block_of_end(net, changed));
  const auto right = claim.fact(kept.device, setting_at(net, kept, parameter.name), at_line_of(kept, to_keep),
                                block_of_end(net, kept));
  claim.require(claim.exprs().eq(wrong, right));
  show_end(claim, changed, to_change.where);
  show_end(claim, kept, to_keep.where);
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, kept.id);
    const std::string ends =
        fmt::format("{} and {}", vsi_phrase(net, kept.vsi), vsi_phrase(net, changed.vsi));
    finding.message =
        finding.verdict == Verdict::Unknown
            ? fmt::format("cannot tell whether the PW between {} has one {}", ends, parameter.name)
            : fmt::format("the PW between {} has {} {} at {} and {} at {}", ends, parameter.name,
                          parameter.kept_value, name_of(net, kept.device), parameter.changed_value,
                          name_of(net, changed.device));
    finding.consequence = consequence_of_down(net, kept, changed);
    finding.fix = {fmt::format("use {} {} on both", parameter.name, parameter.kept_value),
                   {in_view(changed.device, {"vsi " + net[changed.vsi].name}, {parameter.command})}};
  });
}

void compare_encapsulation(const Pairing& net, const PwEnd& a, const PwEnd& b, Judgement& out) {
  const auto [changed, kept] = disagreement(net, a, b, a.vc_type->configured(), b.vc_type->configured());
  const std::string wanted = encapsulation_words(**kept->vc_type);
  compare(net, *changed, *kept, *changed->vc_type, *kept->vc_type,
          {"encapsulation", encapsulation_words(**changed->vc_type), wanted, "encapsulation " + wanted}, out);
}

void compare_mtu(const Pairing& net, const PwEnd& a, const PwEnd& b, Judgement& out) {
  const auto set = [](const PwEnd& end) { return end.mtu->origin != Origin::Default; };
  const auto [changed, kept] = disagreement(net, a, b, set(a), set(b));
  compare(net, *changed, *kept, *changed->mtu, *kept->mtu,
          {"MTU", std::to_string(**changed->mtu), std::to_string(**kept->mtu),
           fmt::format("mtu {}", **kept->mtu)},
          out);
}

void check(const Pairing& net, Judgement& out) {
  for (const PwEnd& end : net.pw_ends().all()) {
    const PwEnd* other = net.pw_ends().counterpart(end.id);
    if (other == nullptr || other->id < end.id || !is_vsi(end) || !is_vsi(*other)) continue;
    compare_encapsulation(net, end, *other, out);
    if (!end.is_static && !other->is_static) compare_mtu(net, end, *other, out);
  }
}

}  // namespace

extern const Rule vsi_encapsulation_or_mtu;
const Rule vsi_encapsulation_or_mtu{
    .code = "VS008",
    .name = "vsi-encapsulation-or-mtu",
    .severity = Severity::Error,
    .title = "Both VSIs at the ends of a PW have one encapsulation and one MTU.",
    .what =
        "For each PW between two VSIs: the encapsulation (`vlan` unless the VSI or the peer says otherwise) "
        "and, of LDP PWs, the MTU (1500 unless the VSI says otherwise) of the two ends.",
    .why =
        "Both are announced when the PW is set up. With different values the PW stays down, and the sites "
        "behind it are cut off from each other.",
    .fix = "Set `encapsulation` or `mtu` in the VSI as the far end has it.",
    .limits =
        "PWs between a VSI and a VPWS are PW002's and PW003's, MS-PWs PW031's. Undecided while lines of a "
        "VSI were not understood.",
    .source = "Command reference: encapsulation (VSI view), mtu (VSI view), peer (VSI-LDP view).",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 mpls
 mpls l2vpn
 #
 vsi v1 static
  pwsignal ldp
   vsi-id 1
   peer 2.2.2.2
  encapsulation ethernet
 #
 return
 sysname PE2
 #
 mpls lsr-id 2.2.2.2
 mpls
 mpls l2vpn
 #
 vsi v1 static
  pwsignal ldp
   vsi-id 1
   peer 1.1.1.1
+ encapsulation ethernet
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::vs
