// PW023: see the rule's page at the end of this file.

#include <fmt/format.h>
#include <string>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/redundancy.h"

namespace holdfast::rules::pw {
namespace {

using pairing::AcGroup;
using pairing::Pairing;

// A dual-homed PE that holds a secondary PW as well faces two PEs: both sides are dual-homed.
void judge_group(const Pairing& net, const AcGroup& group, Judgement& out) {
  if (!group.secondary.valid() || !group.primary.valid() || !group.bypass.valid()) return;
  const DeviceId device = group.ac.device;
  const Block block = block_of(net[group.ac]);
  const pairing::PwEnd& bypass = net[group.bypass];
  Claim claim = out.claim();
  const auto single = claim.present(device, "bypass PW for one use only", true, bypass.where, block);
  const auto secondary = claim.present(device, "secondary PW", true, net[group.secondary].where, block);
  auto& e = claim.exprs();
  claim.require(e.negate(e.all_of({e.variable(single), e.variable(secondary)})));
  claim.show(device, net[group.primary].where, "primary PW");
  if (const auto* other = net.pw_ends().counterpart(group.bypass)) {
    claim.show(other->device, other->where, "the other end of the bypass PW");
  }
  out.judge(claim, [&](Finding& finding) {
    const std::string peer = bypass.peer == nullptr ? "<peer>" : to_string(**bypass.peer);
    finding.service = service_name(net, group.ac);
    finding.message = fmt::format(
        "{} has primary and secondary PWs and a single `bypass` PW, which fits only a PE that faces one PE",
        port_phrase(net, group.ac));
    finding.consequence =
        "With dual homing at both sides a bypass is used in two ways: in place of the AC and in place of the "
        "PWs. One PW cannot tell them apart: when the AC here and the PWs of the other PE fail, or the other "
        "way round, frames are dropped or come back.";
    finding.fix = {
        "replace it, on both PEs, with a dual bypass whose VC IDs cross: what is ac-bypass here is "
        "pw-bypass there",
        {in_interface(net, group.ac,
                      {"undo mpls l2vc bypass",
                       fmt::format("mpls l2vc {} ac-bypass <vc-id-1> pw-bypass <vc-id-2>", peer)})}};
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const AcGroup& group : net.ac_groups().all()) judge_group(net, group, out);
}

}  // namespace

extern const Rule bypass_form;
const Rule bypass_form{
    .code = "PW023",
    .name = "bypass-form",
    .severity = Severity::Error,
    .title =
        "A single `bypass` stands only on a PE without a secondary PW; with dual homing at "
        "both sides it is `ac-bypass … pw-bypass`.",
    .what = "No AC has a primary, a secondary and a `bypass` PW.",
    .why =
        "A PE with a primary and a secondary PW that is dual-homed itself needs two bypass "
        "VCs: one that replaces its AC, one that replaces its PWs.",
    .fix = "On both PEs remove the `bypass` PW and make a dual bypass, with the VC IDs crossed.",
    .limits = "Looks at the lines of one AC; that the other PE has the same form is PW001's.",
    .source = "command reference, mpls l2vc (interface view) and mpls l2vc ac-bypass.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 mpls l2vpn
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 2.2.2.2 100
  mpls l2vc 3.3.3.3 200 secondary
  mpls l2vpn redundancy master
- mpls l2vc 4.4.4.4 300 bypass
+ mpls l2vc 4.4.4.4 ac-bypass 300 pw-bypass 301
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw
