// ET011: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include "solver/rules/support/etrunks.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::et {
namespace {

using pairing::EtrunkMembers;
using pairing::EtrunkPair;
using pairing::EtrunkRef;
using pairing::Pairing;
using pairing::PortRef;

constexpr const char* kNoTwin =
    "When the device that serves fails, or its leg does, nothing takes over: the other device has no leg for "
    "this traffic.";

// A member of `here` that `there` has nothing for.
void report_member(const Pairing& net, PortRef member, EtrunkRef there, Judgement& out) {
  const Interface& trunk = net[member];
  Claim claim = out.claim();
  claim.require(missing(claim, there.device,
                        fmt::format("member Eth-Trunk that stands for {}", port_phrase(net, member)),
                        block_of(net[there])));
  claim.show(member.device, trunk.trunk->etrunk->where, "member of the E-Trunk");
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, net.etrunks().covering(member));
    finding.consequence = kNoTwin;
    finding.message =
        finding.verdict == Verdict::Unknown
            ? fmt::format("whether {} has a counterpart in {} cannot be told", port_phrase(net, member),
                          etrunk_phrase(net, there))
            : fmt::format("{} has no counterpart in {}", port_phrase(net, member), etrunk_phrase(net, there));
    finding.fix = {
        fmt::format("put the leg of {} to the same CE into the E-Trunk", name_of(net, there.device)),
        {in_view(there.device, {fmt::format("interface Eth-Trunk{}", trunk.number)},
                 {fmt::format("e-trunk {}", net[there].id)})}};
  });
}

// One member on each side is left over: they are meant for each other, and their numbers differ.
void report_numbers(const Pairing& net, PortRef a, PortRef b, Judgement& out) {
  Claim claim = out.claim();
  auto& exprs = claim.exprs();
  const auto number = [&](PortRef member) {
    const Interface& trunk = net[member];
    return claim.fact(member.device, "Eth-Trunk number", configured(trunk.number, trunk.where),
                      block_of(trunk));
  };
  const auto number_b = number(b);
  const auto number_a = number(a);
  // A member that names no other number stands for the one of its own.
  const auto stands_for = [&](PortRef member, smt::VarId own) {
    const auto& remote = net[member].trunk->remote_trunk;
    return remote ? claim.fact(member.device, "remote Eth-Trunk", *remote, block_of(net[member])) : own;
  };
  claim.require(exprs.all_of(
      {exprs.eq(stands_for(b, number_b), number_a), exprs.eq(stands_for(a, number_a), number_b)}));
  claim.show(b.device, net[b].trunk->etrunk->where, "member of the E-Trunk");
  claim.show(a.device, net[a].trunk->etrunk->where, "member of the E-Trunk");
  out.judge(claim, [&](Finding& finding) {
    const std::uint32_t id_a = **net[a].trunk->etrunk;
    const std::uint32_t id_b = **net[b].trunk->etrunk;
    finding.service = service_name(net, net.etrunks().covering(a));
    finding.message = fmt::format(
        "{} and {} are members of one E-Trunk, but neither has the other as its "
        "counterpart",
        port_phrase(net, a), port_phrase(net, b));
    finding.consequence =
        "The two devices do not tell each other about these legs: each takes its own for the "
        "only one, and both may carry.";
    finding.fix = {
        "name the other device's Eth-Trunk on both",
        {in_interface(net, b, {fmt::format("e-trunk {} remote-eth-trunk {}", id_b, net[a].number)}),
         in_interface(net, a, {fmt::format("e-trunk {} remote-eth-trunk {}", id_a, net[b].number)})}};
  });
}

// A sub-interface with a service whose twin is missing or has none. `stray` is the one on the other device
// that has no twin either, where there is just one: most likely it is meant, with other VLANs.
void report_ac(const Pairing& net, PortRef ac, PortRef other_member, PortRef twin, PortRef stray,
               Judgement& out) {
  Claim claim = out.claim();
  const Interface& there = twin.valid() ? net[twin] : net[other_member];
  claim.require(missing(claim, other_member.device,
                        twin.valid() ? fmt::format("PW or VSI of {}", there.name)
                                     : fmt::format("sub-interface of {} for {}", there.name, net[ac].name),
                        block_of(there)));
  claim.show(ac.device, net[ac].where, "carries the service here");
  if (stray.valid()) claim.show(stray.device, net[stray].where, "carries a service for other VLANs");
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, ac);
    finding.consequence = kNoTwin;
    if (finding.verdict == Verdict::Unknown) {
      finding.message = fmt::format("whether {} carries the service of {} too cannot be told",
                                    port_phrase(net, other_member), port_phrase(net, ac));
      return;
    }
    finding.message = twin.valid()
                          ? fmt::format("{} carries a service, its counterpart {} carries none",
                                        port_phrase(net, ac), port_phrase(net, twin))
                          : fmt::format("{} carries a service, and {} has no sub-interface for its VLANs",
                                        port_phrase(net, ac), port_phrase(net, other_member));
    finding.fix.summary =
        fmt::format("set up the same attachment circuit on {}", name_of(net, other_member.device));
  });
}

// Two VSIs on one pair of ACs that are not one VPLS.
void compare_vsis(const Pairing& net, PortRef a, PortRef b, Judgement& out) {
  const pairing::VsiRef vsi_a = net.vsi_acs().vsi_of(a);
  const pairing::VsiRef vsi_b = net.vsi_acs().vsi_of(b);
  if (!vsi_a.valid() || !vsi_b.valid() || !net[vsi_a].vsi_id || !net[vsi_b].vsi_id) return;
  Claim claim = out.claim();
  const auto id_of = [&](PortRef ac, pairing::VsiRef vsi) {
    return claim.fact(ac.device, fmt::format("id of VSI {}", net[vsi].name), *net[vsi].vsi_id,
                      block_of(net[vsi]));
  };
  const auto there = id_of(b, vsi_b);
  const auto here = id_of(a, vsi_a);
  claim.require(claim.exprs().eq(there, here));
  claim.show(b.device, net[b].where, "AC of that VSI");
  claim.show(a.device, net[a].where, "AC of that VSI");
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, a);
    finding.message = fmt::format(
        "{} and {} are one attachment circuit, but belong to different VPLS: VSI id {} "
        "and {}",
        port_phrase(net, a), port_phrase(net, b), **net[vsi_a].vsi_id, **net[vsi_b].vsi_id);
    finding.consequence = "After a switchover the CE is in another VPLS and reaches none of its sites.";
    finding.fix.summary = "bind both sub-interfaces to the VSI of one id";
  });
}

// ACs of `from` whose counterpart on `to` is missing; what else is wrong with them is reported.
std::vector<PortRef> judge_acs(const Pairing& net, const MemberSubs& subs, PortRef from, PortRef to,
                               bool compare, Judgement& out) {
  std::vector<PortRef> alone;
  const auto judge_ac = [&](PortRef ac) {
    if (!carries_l2vpn(net, ac)) return;
    const PortRef twin = net.etrunks().ac_counterpart(ac);
    if (!twin.valid()) {
      alone.push_back(ac);
    } else if (!carries_l2vpn(net, twin)) {
      report_ac(net, ac, to, twin, {}, out);
    } else if (compare) {
      compare_vsis(net, ac, twin, out);
    }
  };
  judge_ac(from);
  for (const PortRef sub : subs.find(from)) judge_ac(sub);
  return alone;
}

void judge_row(const Pairing& net, const MemberSubs& subs, PortRef a, PortRef b, Judgement& out) {
  const std::vector<PortRef> alone_a = judge_acs(net, subs, a, b, true, out);
  const std::vector<PortRef> alone_b = judge_acs(net, subs, b, a, false, out);
  if (alone_a.size() == 1 && alone_b.size() == 1) {
    report_ac(net, alone_a.front(), b, {}, alone_b.front(), out);
    return;
  }
  for (const PortRef ac : alone_a) report_ac(net, ac, b, {}, {}, out);
  for (const PortRef ac : alone_b) report_ac(net, ac, a, {}, {}, out);
}

void judge_pair(const Pairing& net, const MemberSubs& subs, const EtrunkPair& pair, Judgement& out) {
  std::vector<PortRef> left_a;
  std::vector<PortRef> left_b;
  for (const EtrunkMembers& row : pair.members) {
    const PortRef a{pair.a.device, row.a};
    const PortRef b{pair.b.device, row.b};
    if (!row.b.valid()) {
      left_a.push_back(a);
    } else if (!row.a.valid()) {
      left_b.push_back(b);
    } else {
      judge_row(net, subs, a, b, out);
    }
  }
  if (left_a.size() == 1 && left_b.size() == 1) {
    report_numbers(net, left_a.front(), left_b.front(), out);
    return;
  }
  for (const PortRef member : left_a) report_member(net, member, pair.b, out);
  for (const PortRef member : left_b) report_member(net, member, pair.a, out);
}

void undecided(const Pairing& net, EtrunkRef etrunk, Judgement& out) {
  for (const InterfaceId id : net.etrunks().members(etrunk)) {
    const Interface& trunk = net[etrunk.device][id];
    Claim claim = out.claim();
    const auto mirrored =
        claim.unseen("counterpart of the member", smt::Sort::Boolean, decided_by_peer(net, etrunk));
    claim.require(claim.exprs().variable(mirrored));
    claim.show(etrunk.device, trunk.trunk->etrunk->where, "member of the E-Trunk");
    out.judge(claim, [&](Finding& finding) {
      finding.service = service_name(net, etrunk);
      finding.message = fmt::format("whether the peer of {} has a counterpart of {} cannot be told",
                                    etrunk_phrase(net, etrunk), trunk.name);
      finding.consequence = kNoTwin;
    });
  }
}

void check(const Pairing& net, Judgement& out) {
  const MemberSubs subs = member_subs(net);
  for_each_etrunk(
      net, [&](const EtrunkPair& pair) { judge_pair(net, subs, pair, out); },
      [&](EtrunkRef etrunk) { undecided(net, etrunk, out); });
}

}  // namespace

extern const Rule member_not_mirrored;
const Rule member_not_mirrored{
    .code = "ET011",
    .name = "member-not-mirrored",
    .severity = Severity::Error,
    .title = "Each member Eth-Trunk has its counterpart on the other device, with the same services.",
    .what =
        "Members are matched by remote-eth-trunk, else by their number. Every sub-interface of a member that "
        "carries a PW, a CCC connection or a VSI has to have one for the same VLANs on the counterpart that "
        "carries a service as well; two VSIs have to have one id.",
    .why = "What stands on one device only is lost when that device fails.",
    .fix =
        "Put the counterpart into the E-Trunk (with remote-eth-trunk where the numbers differ) and set up "
        "the "
        "same attachment circuits on both devices.",
    .limits =
        "Services other than PWs, CCC connections and VSIs are not compared. Where a PW stands against a "
        "VSI, and where VSIs have no id, the rules about PWs and VSIs say whether they belong together. "
        "Undecided while the peer is not among the configurations.",
    .source =
        "Configuring PW Status Negotiation; command reference: e-trunk (Eth-Trunk interface view); "
        "semantics: E-Trunk.",
    .example = R"(
 sysname PE1
 #
 e-trunk 1
  peer-address 10.0.0.2 source-address 10.0.0.1
 #
 interface Eth-Trunk10
  mode lacp-static
- e-trunk 1
+ e-trunk 1 remote-eth-trunk 20
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
 interface Eth-Trunk20
  mode lacp-static
- e-trunk 1
+ e-trunk 1 remote-eth-trunk 10
 #
 interface LoopBack0
  ip address 10.0.0.2 255.255.255.255
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::et
