// ET018: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include "solver/rules/support/etrunks.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::et {
namespace {

using pairing::EtrunkPair;
using pairing::EtrunkRef;
using pairing::Pairing;
using pairing::PortRef;

constexpr std::uint32_t kLongestPreemption = 180;  // seconds

std::vector<std::string> mending_lines(const TrunkSettings& ce, std::uint32_t revert) {
  std::vector<std::string> lines;
  if (!*ce.lacp_preempt) lines.emplace_back("lacp preempt enable");
  if (*ce.lacp_preempt_delay <= revert)
    lines.push_back(fmt::format("lacp preempt delay {}", kLongestPreemption));
  return lines;
}

void judge_ce(const Pairing& net, const EtrunkPair& pair, PortRef trunk, Judgement& out) {
  const Interface& ce = net[trunk];
  const Block block = block_of(ce);
  Claim claim = out.claim();
  auto& exprs = claim.exprs();
  const auto preempt = claim.fact(trunk.device, "LACP preemption", ce.trunk->lacp_preempt, block);
  const auto delay =
      claim.fact(trunk.device, "LACP preemption delay, seconds", ce.trunk->lacp_preempt_delay, block);
  const auto limit = claim.fact(trunk.device, "most active links", ce.trunk->max_active, block);
  std::vector<smt::ExprId> wanted{exprs.variable(preempt)};
  for (const EtrunkRef side : {pair.a, pair.b}) {
    const auto revert = claim.fact(side.device, "switchback delay of the E-Trunk, seconds",
                                   net[side].revert_delay, block_of(net[side]));
    wanted.push_back(exprs.lt(revert, delay));
  }
  claim.require(exprs.implies(exprs.is(limit, to_value(1U)), exprs.all_of(wanted)));
  claim.show(trunk.device, ce.where, {});
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, pair.a);
    finding.consequence =
        "After the repair of the master's leg the CE goes back to it at once, before its PWs are up again: "
        "the "
        "switchback delay of the E-Trunk does not protect the traffic.";
    if (finding.verdict == Verdict::Unknown) {
      finding.message = fmt::format("whether {} keeps the switchback delay of {} cannot be told",
                                    port_phrase(net, trunk), pair_phrase(net, pair));
      return;
    }
    const std::uint32_t revert = std::max(*net[pair.a].revert_delay, *net[pair.b].revert_delay);
    finding.message =
        *ce.trunk->lacp_preempt
            ? fmt::format(
                  "{} carries on one link and preempts after {} s, which is not longer than the "
                  "switchback delay of {}, {} s",
                  port_phrase(net, trunk), *ce.trunk->lacp_preempt_delay, pair_phrase(net, pair), revert)
            : fmt::format(
                  "{} carries on one link without LACP preemption, so that {} cannot delay the "
                  "switchback",
                  port_phrase(net, trunk), pair_phrase(net, pair));
    finding.fix.summary = "preempt on the CE, later than the E-Trunk switches back";
    finding.fix.commands.push_back(in_interface(net, trunk, mending_lines(*ce.trunk, revert)));
    if (revert < kLongestPreemption) return;
    // No preemption delay is long enough: the E-Trunk has to be quicker.
    for (const EtrunkRef side : {pair.a, pair.b}) {
      finding.fix.commands.push_back(in_etrunk(net, side, {"undo timer revert delay"}));
    }
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const EtrunkPair& pair : net.etrunks().all()) {
    if (!is_sure(pair) || !elects(net, pair)) continue;
    if (!*net[pair.a].revert_enabled && !*net[pair.b].revert_enabled) continue;
    for (const pairing::EtrunkMembers& row : pair.members) {
      if (!row.a.valid() || !row.b.valid()) continue;
      for (const pairing::CeBundle& bundle : net.dual_homing().ce_bundles(pair, row)) {
        judge_ce(net, pair, bundle.trunk, out);
      }
    }
  }
}

}  // namespace

extern const Rule ce_max_active_1;
const Rule ce_max_active_1{
    .code = "ET018",
    .name = "ce-max-active-1",
    .severity = Severity::Warning,
    .title = "A CE that carries on one link preempts by LACP, later than the E-Trunk switches back.",
    .what =
        "Where the CE's Eth-Trunk has max active-linknumber 1, LACP preemption has to be on and its delay "
        "(default 30 s) above the switchback delay (default 120 s) of both sides of the E-Trunk.",
    .why =
        "A CE that carries on one link chooses it by itself. Only its own preemption delay keeps it from "
        "going back before the PWs of the master are up again.",
    .fix =
        "Set lacp preempt enable and a longer lacp preempt delay on the CE; where 180 s are too short, "
        "shorten timer revert delay on the PEs.",
    .limits =
        "Silent unless links lead to the CE and its configuration is there, where every member is forced "
        "to be master or backup, and where neither side switches back.",
    .source =
        "Command reference: timer revert delay (E-Trunk view), max active-linknumber, lacp preempt "
        "enable, lacp preempt delay.",
    .example = R"(
 sysname PE1
 #
 e-trunk 1
  peer-address 10.0.0.2 source-address 10.0.0.1
 #
 interface Eth-Trunk10
  ip address 192.168.1.1 255.255.255.252
  mode lacp-static
  e-trunk 1
 #
 interface LoopBack0
  ip address 10.0.0.1 255.255.255.255
 #
 return
 sysname PE2
 #
 e-trunk 1
  peer-address 10.0.0.1 source-address 10.0.0.2
 #
 interface Eth-Trunk10
  mode lacp-static
  e-trunk 1
 #
 interface LoopBack0
  ip address 10.0.0.2 255.255.255.255
 #
 return
 sysname CE
 #
 interface Eth-Trunk20
  ip address 192.168.1.2 255.255.255.252
  mode lacp-static
  max active-linknumber 1
+ lacp preempt enable
+ lacp preempt delay 150
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::et
