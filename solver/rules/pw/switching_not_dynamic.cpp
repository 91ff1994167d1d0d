// PW018: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/redundancy.h"

namespace holdfast::rules::pw {
namespace {

using pairing::AcGroup;
using pairing::Pairing;

using pairing::PwEnd;

// The line without `trans X recv Y`.
std::string without_labels(const std::string& line) {
  std::string result;
  std::size_t skip = 0;  // words still to be left out
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    const std::string_view word = std::string_view(line).substr(at, end - at);
    at = end + 1;
    if (word == "trans" || word == "recv") skip = 2;
    if (skip > 0) {
      --skip;
      continue;
    }
    if (!result.empty()) result += ' ';
    result += word;
  }
  return result;
}

void judge_segment(const Pairing& net, const AcGroup& group, const PwEnd& segment, Judgement& out) {
  const Fact<std::uint32_t>& label = *segment.segment->transmit_label;
  Claim claim = out.claim();
  const auto by_hand =
      claim.present(segment.device, fmt::format("labels set by hand towards {}", to_string(**segment.peer)),
                    true, label.where, block_of(net[segment.device]));
  const auto secondary = claim.present(group.ac.device, "secondary PW", true, net[group.secondary].where,
                                       block_of(net[group.ac]));
  auto& e = claim.exprs();
  claim.require(e.negate(e.all_of({e.variable(by_hand), e.variable(secondary)})));
  if (group.primary.valid()) claim.show(group.ac.device, net[group.primary].where, "primary PW");
  out.judge(claim, [&](Finding& finding) {
    const std::string line = line_text(net, segment.where);
    finding.service = service_name(net, group.ac);
    finding.message = fmt::format(
        "{} switches a PW of the redundancy group of {} with labels set by hand; only dynamic switching "
        "carries "
        "the state of a PW",
        name_of(net, segment.device), port_phrase(net, group.ac));
    finding.consequence = fmt::format(
        "Neither a failure beyond {} nor the active or standby state of the far end reaches {}: it goes on "
        "sending on a PW that leads nowhere.",
        name_of(net, segment.device), name_of(net, group.ac.device));
    finding.fix = {"switch the PW dynamically, and signal it by LDP at its far end too",
                   {in_view(segment.device, {}, {"undo " + line, without_labels(line)})}};
  });
}

void judge_group(const Pairing& net, const AcGroup& group, Judgement& out) {
  if (!group.secondary.valid() || decided_elsewhere(net, group)) return;
  std::vector<pairing::SwitchedRef> done;  // a few: the SPEs of two PWs
  for (const pairing::PwEndId pw : {group.primary, group.secondary}) {
    if (!pw.valid()) continue;
    for (const pairing::PwChain& chain : net.pw_ends().chains(pw)) {
      for (const pairing::PwEndId id : chain.ends) {
        const PwEnd& end = net[id];
        if (end.kind != pairing::PwEndKind::Segment || !end.is_static || end.peer == nullptr) continue;
        if (std::ranges::find(done, end.switched) != done.end()) continue;
        done.push_back(end.switched);
        judge_segment(net, group, end, out);
      }
    }
  }
}

void check(const Pairing& net, Judgement& out) {
  for (const AcGroup& group : net.ac_groups().all()) judge_group(net, group, out);
}

}  // namespace

extern const Rule switching_not_dynamic;
const Rule switching_not_dynamic{
    .code = "PW018",
    .name = "switching-not-dynamic",
    .severity = Severity::Error,
    .title = "PWs in a redundancy group are switched dynamically.",
    .what =
        "Along the way of each primary and secondary PW signalled by LDP, no segment of an "
        "`mpls switch-l2vc` has labels set by hand (`trans`, `recv`).",
    .why =
        "A segment with labels set by hand carries no signalling, so the state of the PW "
        "beyond it never reaches the PE that chooses.",
    .fix = "Switch the PW without labels, and make the far end an LDP PW (`mpls l2vc`).",
    .limits =
        "Follows a way as far as it is seen. Silent where the primary or the secondary is "
        "itself made with labels set by hand, and where a PW APS instance decides.",
    .source = "Configuring the Independent PW Redundancy Mode, step 4.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 mpls l2vpn
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 4.4.4.4 100
  mpls l2vc 5.5.5.5 200 secondary
  mpls l2vpn redundancy master
 #
 return
 sysname SPE1
 #
 mpls lsr-id 4.4.4.4
 mpls l2vpn
 #
 mpls switch-l2vc 1.1.1.1 100 between 2.2.2.2 101 encapsulation vlan
 #
 return
 sysname SPE2
 #
 mpls lsr-id 5.5.5.5
 mpls l2vpn
 #
-mpls switch-l2vc 1.1.1.1 200 between 3.3.3.3 201 trans 1000 recv 100 encapsulation vlan
+mpls switch-l2vc 1.1.1.1 200 between 3.3.3.3 201 encapsulation vlan
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw
