// PW005: see the rule's page at the end of this file.

#include <fmt/format.h>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::pw {
namespace {

using pairing::AcGroup;
using pairing::Pairing;
using pairing::PwEnd;
using pairing::PwEndId;

// The PWs of one AC that carry in turn. A CCC connection has no control word.
std::vector<PwEndId> carriers(const AcGroup& group) {
  std::vector<PwEndId> result;
  for (const PwEndId id : {group.primary, group.secondary, group.bypass, group.ac_bypass}) {
    if (id.valid()) result.push_back(id);
  }
  return result;
}

void compare(const Pairing& net, const AcGroup& group, const PwEnd& first, const PwEnd& other,
             Judgement& out) {
  const Block block = block_of(net[group.ac]);
  Claim claim = out.claim();
  const DeviceId device = group.ac.device;
  const auto theirs = claim.fact(device, setting_of(other, "control word"), *other.control_word, block);
  const auto ours = claim.fact(device, setting_of(first, "control word"), *first.control_word, block);
  claim.require(claim.exprs().eq(ours, theirs));
  claim.show(device, other.where, {});
  claim.show(device, first.where, {});
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, group.ac);
    finding.message = fmt::format("the {} and {} PWs of {} differ in their control word", role_word(first),
                                  role_word(other), net[group.ac].name);
    finding.consequence = fmt::format(
        "When traffic moves from the {} to the {} PW, packets are lost: the far end reads four bytes of the "
        "frame as a control word, or the control word as part of the frame.",
        role_word(first), role_word(other));
    const bool on = first.control_word->value;
    finding.fix =
        remake_pw(net, other, {"control-word", "no-control-word"}, on ? "control-word" : "no-control-word",
                  fmt::format("give the {} PW the control word of the {} PW, here and at its far end",
                              role_word(other), role_word(first)));
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const AcGroup& group : net.ac_groups().all()) {
    const std::vector<PwEndId> pws = carriers(group);
    for (std::size_t i = 1; i < pws.size(); ++i) compare(net, group, net[pws[0]], net[pws[i]], out);
  }
}

}  // namespace

extern const Rule control_word_differs_in_group;
const Rule control_word_differs_in_group{
    .code = "PW005",
    .name = "control-word-differs-in-group",
    .severity = Severity::Error,
    .title = "Primary, secondary and bypass PW of one AC have one control-word setting.",
    .what =
        "The control word of every PW of an AC (from its line, else its PW template, else the default: off, "
        "on "
        "for TDM) is compared with that of the primary PW.",
    .why = "After a switchover to a PW with another setting a large number of packets is lost.",
    .fix =
        "Remove the PW that differs and make it anew with the control word of the primary, at both its ends.",
    .limits = "Undecided while a line of the AC's view was not understood. Far ends are compared by PW004.",
    .source = "Configuring a Secondary VPWS Connection, notes on asymmetric access; semantics: PW.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 mpls
 mpls l2vpn
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 2.2.2.2 100 control-word
- mpls l2vc 3.3.3.3 200 secondary
+ mpls l2vc 3.3.3.3 200 control-word secondary
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw
