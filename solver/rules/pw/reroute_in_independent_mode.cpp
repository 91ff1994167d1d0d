// PW016: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/redundancy.h"

namespace holdfast::rules::pw {
namespace {

using pairing::AcGroup;
using pairing::Pairing;

void judge_group(const Pairing& net, const AcGroup& group, Judgement& out) {
  const AcRedundancy* redundancy = net.ac_groups().redundancy(group);
  if (redundancy == nullptr || !redundancy->reroute) return;
  Claim claim = out.claim();
  const auto policy = claim.present(group.ac.device, "switchback policy", true, redundancy->reroute->where,
                                    block_of(net[group.ac]));
  const auto mode = mode_fact(claim, net, group);
  auto& e = claim.exprs();
  claim.require(e.negate(e.all_of({e.variable(policy), e.is(mode, to_value(RedundancyMode::Independent))})));
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, group.ac);
    finding.message =
        fmt::format("{} is in independent mode and has a switchback policy", port_phrase(net, group.ac));
    finding.consequence =
        "Independent mode only knows immediate switchback, at the moment at which the far ends announce it: "
        "the "
        "policy does nothing, and a delay that somebody relies on is not there. The device refuses the line "
        "when the configuration is loaded anew.";
    finding.fix = {"remove the policy", {in_interface(net, group.ac, {"undo mpls l2vpn reroute"})}};
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const AcGroup& group : net.ac_groups().all()) judge_group(net, group, out);
}

}  // namespace

extern const Rule reroute_in_independent_mode;
const Rule reroute_in_independent_mode{
    .code = "PW016",
    .name = "reroute-in-independent-mode",
    .severity = Severity::Warning,
    .title = "An AC in independent mode has no switchback policy.",
    .what = "No AC has both `mpls l2vpn redundancy independent` and `mpls l2vpn reroute`.",
    .why =
        "In independent mode the far ends decide when to go back, and it is done at once; a "
        "policy is not supported there.",
    .fix =
        "Remove it with `undo mpls l2vpn reroute`. A delay belongs to the E-Trunk (`timer "
        "revert delay`) or to VRRP (`preempt-mode timer delay`).",
    .limits = "Looks at the lines of one AC only.",
    .source = "command reference, mpls l2vpn reroute and mpls l2vpn redundancy.",
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
  mpls l2vpn redundancy independent
- mpls l2vpn reroute delay 60
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw
