// ET012: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>

#include "solver/rules/support/etrunks.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::et {
namespace {

using pairing::EtrunkPair;
using pairing::Pairing;
using pairing::PortRef;

// The PW or VSI on the member or on one of its sub-interfaces that the rule is about; invalid: none.
PortRef l2vpn_port(const Pairing& net, const MemberSubs& subs, PortRef member) {
  if (carries_l2vpn(net, member)) return member;
  const auto found = subs.find(member);
  const auto at = std::ranges::find_if(found, [&](PortRef sub) { return carries_l2vpn(net, sub); });
  return at == found.end() ? PortRef{} : *at;
}

void judge_row(const Pairing& net, const MemberSubs& subs, PortRef a, PortRef b, Judgement& out) {
  PortRef ac = l2vpn_port(net, subs, a);
  if (!ac.valid()) ac = l2vpn_port(net, subs, b);
  if (!ac.valid()) return;
  Claim claim = out.claim();
  auto& exprs = claim.exprs();
  const auto mode_of = [&](PortRef member) {
    return claim.fact(member.device, fmt::format("E-Trunk mode of {}", net[member].name),
                      net[member].trunk->etrunk_mode, block_of(net[member]));
  };
  const auto there = mode_of(b);
  const auto here = mode_of(a);
  const auto not_both = [&](EtrunkMemberMode mode) {
    return exprs.negate(exprs.all_of({exprs.is(there, to_value(mode)), exprs.is(here, to_value(mode))}));
  };
  claim.require(
      exprs.all_of({not_both(EtrunkMemberMode::ForceMaster), not_both(EtrunkMemberMode::ForceBackup)}));
  claim.show(ac.device, net[ac].where, "carries an L2VPN service");
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, ac);
    finding.consequence =
        "Forced to be master, both legs deliver and send all the time: frames are doubled and may loop. "
        "Forced "
        "to be backup, both legs are down.";
    if (finding.verdict == Verdict::Unknown) {
      finding.message = fmt::format("whether {} and {} are forced to one role cannot be told",
                                    port_phrase(net, a), port_phrase(net, b));
      return;
    }
    const bool masters = *net[b].trunk->etrunk_mode == EtrunkMemberMode::ForceMaster;
    finding.message = fmt::format("{} and {} are both forced to be {}", port_phrase(net, a),
                                  port_phrase(net, b), masters ? "master" : "backup");
    finding.consequence =
        masters
            ? "Both legs carry all the time: frames from the network are delivered twice, and those of a VSI "
              "may loop through the CE. Only EVPN is made for two active legs."
            : "Both legs are down: the service does not carry at all.";
    finding.fix = {
        "let the E-Trunk choose on both devices",
        {in_interface(net, b, {"e-trunk mode auto"}), in_interface(net, a, {"e-trunk mode auto"})}};
  });
}

void check(const Pairing& net, Judgement& out) {
  const MemberSubs subs = member_subs(net);
  for (const EtrunkPair& pair : net.etrunks().all()) {
    if (!is_sure(pair)) continue;
    for (const pairing::EtrunkMembers& row : pair.members) {
      if (!row.a.valid() || !row.b.valid()) continue;
      judge_row(net, subs, {pair.a.device, row.a}, {pair.b.device, row.b}, out);
    }
  }
}

}  // namespace

extern const Rule forced_both_sides;
const Rule forced_both_sides{
    .code = "ET012",
    .name = "forced-both-sides",
    .severity = Severity::Error,
    .title = "For LDP PWs and VSIs, the two members of an E-Trunk are not both forced to one role.",
    .what =
        "The E-Trunk modes of a pair of member Eth-Trunks that carry a PW, a CCC connection or a VSI are "
        "compared: not both force-master, not both force-backup.",
    .why = "With two masters both legs deliver frames; with two backups none does.",
    .fix = "Use e-trunk mode auto on both devices.",
    .limits =
        "Silent for members without PWs and VSIs: two masters are the documented set-up of active-active "
        "EVPN. Silent while the peer is not among the configurations.",
    .source = "Command reference: e-trunk mode; semantics: E-Trunk.",
    .example = R"(
 sysname PE1
 #
 vsi v1
 #
 e-trunk 1
  peer-address 10.0.0.2 source-address 10.0.0.1
 #
 interface Eth-Trunk10
  mode lacp-static
  e-trunk 1
- e-trunk mode force-master
 #
 interface Eth-Trunk10.1
  vlan-type dot1q 1
  l2 binding vsi v1
 #
 interface LoopBack0
  ip address 10.0.0.1 255.255.255.255
 #
 return
 sysname PE2
 #
 vsi v1
 #
 e-trunk 1
  peer-address 10.0.0.1 source-address 10.0.0.2
 #
 interface Eth-Trunk10
  mode lacp-static
  e-trunk 1
- e-trunk mode force-master
 #
 interface Eth-Trunk10.1
  vlan-type dot1q 1
  l2 binding vsi v1
 #
 interface LoopBack0
  ip address 10.0.0.2 255.255.255.255
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::et
