// PW003: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/pw_phrases.h"

namespace holdfast::rules::pw {
namespace {

using pairing::Pairing;
using pairing::PwEnd;

Fix make_equal(const Pairing& net, const PwEnd& changed, const PwEnd& kept) {
  Fix fix;
  fix.summary = fmt::format("set the MTU of {} to {}", end_phrase(net, changed), **kept.mtu);
  const std::string line = fmt::format("mtu {}", **kept.mtu);
  if (is_vsi(changed)) {
    fix.commands = {in_view(changed.device, {"vsi " + net[changed.vsi].name}, {line})};
  } else if (changed.pw->pw_template && changed.mtu->configured()) {
    fix.commands = {in_view(changed.device, {"pw-template " + **changed.pw->pw_template}, {line})};
  } else {
    fix.commands = {in_interface(net, changed.ac_port(), {line})};
  }
  return fix;
}

void compare(const Pairing& net, const PwEnd& a, const PwEnd& b, Judgement& out) {
  const auto set = [](const PwEnd& end) { return end.mtu->origin != Origin::Default; };
  const auto [changed, kept] = disagreement(net, a, b, set(a), set(b));
  Claim claim = out.claim();
  const auto wrong = claim.fact(changed->device, setting_at(net, *changed, "MTU"),
                                at_line_of(*changed, *changed->mtu), block_of_end(net, *changed));
  const auto right = claim.fact(kept->device, setting_at(net, *kept, "MTU"), at_line_of(*kept, *kept->mtu),
                                block_of_end(net, *kept));
  claim.require(claim.exprs().eq(wrong, right));
  show_end(claim, *changed, changed->mtu->where);
  show_end(claim, *kept, kept->mtu->where);
  out.judge(claim, [&, changed = changed, kept = kept](Finding& finding) {
    finding.service = service_name(net, kept->id);
    if (finding.verdict == Verdict::Unknown) {
      finding.message = fmt::format("cannot tell whether both ends of the {} of {} announce one MTU",
                                    pw_phrase(net, *kept), end_phrase(net, *kept));
    } else {
      finding.message =
          fmt::format("the {} of {} announces MTU {}, its far end at {} announces {}", pw_phrase(net, *kept),
                      end_phrase(net, *kept), **kept->mtu, end_phrase(net, *changed), **changed->mtu);
    }
    finding.consequence = consequence_of_down(net, *kept, *changed);
    finding.fix = make_equal(net, *changed, *kept);
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const PwEnd& end : net.pw_ends().all()) {
    const PwEnd* other = net.pw_ends().counterpart(end.id);
    if (other == nullptr || other->id < end.id) continue;
    if (is_segment(end) || is_segment(*other)) continue;  // PW031
    if (is_vsi(end) && is_vsi(*other)) continue;          // VS008
    if (end.is_static || other->is_static) continue;
    if (!announces_mtu(**end.vc_type) || !announces_mtu(**other->vc_type)) continue;
    compare(net, end, *other, out);
  }
}

}  // namespace

extern const Rule mtu_mismatch;
const Rule mtu_mismatch{
    .code = "PW003",
    .name = "mtu-mismatch",
    .severity = Severity::Error,
    .title = "Both ends of a PW announce one MTU.",
    .what =
        "The MTU of each end is that of the AC interface, of the PW template, or of the VSI; 1500 where "
        "nothing "
        "sets one. The two ends of each LDP PW are compared.",
    .why = "The MTU is negotiated when the PW is set up: with different values it stays down.",
    .fix = "Set one MTU on the AC interfaces, templates or VSIs of both ends.",
    .limits =
        "TDM and ATM PWs, and static ones, announce no MTU. An unseen far end is listed by PW001. MS-PWs are "
        "PW031's, two VSIs VS008's. Undecided while lines of the AC's view were not understood.",
    .source = "Command reference: mtu (PW template view), mtu (VSI view); semantics: PW.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mtu 9000
  mpls l2vc 2.2.2.2 100
 #
 return
 #
 sysname PE2
 #
 mpls lsr-id 2.2.2.2
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
+ mtu 9000
  mpls l2vc 1.1.1.1 100
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw
