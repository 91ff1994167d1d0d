// L3006: see the rule's page at the end of this file.

#include <fmt/format.h>
#include <string>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::l3 {
namespace {

using pairing::BgpSession;
using pairing::BgpSide;
using pairing::Pairing;

std::string family_word(const BgpSession& session) {
  return session.family == AddressFamily::Vpnv6 ? "VPNv6" : "VPNv4";
}

std::string family_command(const BgpSession& session) {
  return session.family == AddressFamily::Vpnv6 ? "ipv6-family vpnv6" : "ipv4-family vpnv4";
}

// Somebody took the session out of use: that is not for a rule to judge.
bool is_kept_down(const BgpSide& side) {
  return (side.bgp != nullptr && *side.bgp->shutdown) || (side.peer != nullptr && *side.peer->ignored);
}

// Where a line that names the peer would stand, or an outer block with lines that were not understood.
Block block_of_side(const Pairing& net, const BgpSide& side) {
  if (side.bgp == nullptr) return block_of(net[side.device]);
  if (side.family == nullptr) return block_of(*side.bgp);
  const Block family = block_of(*side.family);
  return family.unread.empty() && !side.bgp->unread.empty() ? block_of(*side.bgp) : family;
}

smt::ExprId enables(const Pairing& net, const BgpSession& session, const BgpSide& side, const BgpSide& other,
                    Claim& claim) {
  const std::string what = fmt::format("{} as a {} peer of {}", name_of(net, other.device),
                                       family_word(session), name_of(net, side.device));
  const Span where = side.family_peer != nullptr ? side.family_peer->where : Span{};
  return claim.exprs().variable(
      claim.present(side.device, what, side.enabled(), where, block_of_side(net, side)));
}

// The lines of a side that name the other, for the evidence.
void show_side(const BgpSide& side, const BgpSide& other, const Pairing& net, Claim& claim) {
  const std::string note = "names " + name_of(net, other.device);
  if (side.family_peer != nullptr) {
    claim.show(side.device, side.family_peer->where, note);
  } else if (side.peer != nullptr) {
    claim.show(side.device, side.peer->where, note);
  }
}

Fix enable_on(const Pairing& net, const BgpSession& session, const BgpSide& lacking, const BgpSide& other) {
  const std::string& peer = name_of(net, other.device);
  if (lacking.bgp == nullptr) return {fmt::format("configure BGP on {}", name_of(net, lacking.device)), {}};
  const std::string bgp = fmt::format("bgp {}", *lacking.bgp->as_number);
  const auto lsr_id = net.locator().lsr_id(other.device);
  const std::string address = lacking.peer != nullptr ? to_string(*lacking.peer->address)
                              : lsr_id                ? to_string(*lsr_id)
                                                      : std::string("<address>");
  std::vector<DeviceCommands> commands;
  if (lacking.peer == nullptr) {
    commands.push_back(in_view(lacking.device, {bgp},
                               {fmt::format("peer {} as-number {}", address, *other.bgp->as_number)}));
  }
  commands.push_back(
      in_view(lacking.device, {bgp, family_command(session)}, {fmt::format("peer {} enable", address)}));
  return {fmt::format("enable {} in the {} family", peer, family_word(session)), std::move(commands)};
}

void judge_enabled(const Pairing& net, const BgpSession& session, Judgement& out) {
  const bool a_lacks = !session.a.enabled();
  const BgpSide& lacking = a_lacks ? session.a : session.b;
  const BgpSide& naming = a_lacks ? session.b : session.a;
  Claim claim = out.claim();
  claim.require(claim.exprs().all_of(
      {enables(net, session, lacking, naming, claim), enables(net, session, naming, lacking, claim)}));
  show_side(lacking, naming, net, claim);
  show_side(naming, lacking, net, claim);
  out.judge(claim, [&](Finding& finding) {
    const std::string& here = name_of(net, lacking.device);
    const std::string& there = name_of(net, naming.device);
    finding.message = finding.verdict == Verdict::Unknown
                          ? fmt::format("cannot tell whether {} has {} as a {} peer, as {} has it", here,
                                        there, family_word(session), there)
                          : fmt::format("{} has {} as a {} peer, {} does not have {}", there, here,
                                        family_word(session), here, there);
    finding.consequence = fmt::format(
        "No {} session comes up between them: routes of VPN instances do not cross, and PWs that track such "
        "routes stay down.",
        family_word(session));
    finding.fix = enable_on(net, session, lacking, naming);
  });
}

void judge_as_number(const Pairing& net, const BgpSide& naming, const BgpSide& named, Judgement& out) {
  if (!naming.peer->as_number || named.peer->fake_as) return;
  Claim claim = out.claim();
  const auto expected =
      claim.fact(naming.device, fmt::format("AS number expected of {}", name_of(net, named.device)),
                 *naming.peer->as_number, block_of(*naming.bgp));
  const auto real = claim.fact(named.device, fmt::format("AS number of {}", name_of(net, named.device)),
                               named.bgp->as_number, block_of(*named.bgp));
  claim.require(claim.exprs().eq(expected, real));
  out.judge(claim, [&](Finding& finding) {
    const std::string peer = to_string(*naming.peer->address);
    finding.message =
        fmt::format("{} expects AS {} of {}, which is in AS {}", name_of(net, naming.device),
                    **naming.peer->as_number, name_of(net, named.device), *named.bgp->as_number);
    finding.consequence = "The BGP session is refused when it opens: no VPN route crosses.";
    finding.fix = {
        "name the peer's AS",
        {in_view(naming.device, {fmt::format("bgp {}", *naming.bgp->as_number)},
                 {"undo peer " + peer, fmt::format("peer {} as-number {}", peer, *named.bgp->as_number)})}};
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const BgpSession& session : net.bgp_sessions().all()) {
    const BgpSide& a = session.a;
    const BgpSide& b = session.b;
    if (session.b_state != pairing::PeerState::Seen || is_kept_down(a) || is_kept_down(b)) continue;
    if (!a.enabled() && !b.enabled()) continue;
    judge_enabled(net, session, out);
    if (!session.both_enabled()) continue;
    // Members of a confederation show its number in place of their own.
    if (!a.bgp->unread.empty() || !b.bgp->unread.empty()) continue;
    judge_as_number(net, a, b, out);
    judge_as_number(net, b, a, out);
  }
}

}  // namespace

extern const Rule vpn_peer_one_sided;
const Rule vpn_peer_one_sided{
    .code = "L3006",
    .name = "vpn-peer-one-sided",
    .severity = Severity::Error,
    .title = "VPNv4 and VPNv6 peers name each other, in the family and with the right AS numbers.",
    .what =
        "For each device that enables a peer of the snapshot in its VPNv4 or VPNv6 family: the peer enables "
        "it as well, and each names the AS number that the other has.",
    .why =
        "A session needs both ends, and a family works only where both have it. Without it the routes that "
        "PWs track, and the customers' own, do not cross.",
    .fix = "Enable the peer in the family on the side that lacks it; correct the AS number.",
    .limits =
        "Silent about sessions that a line keeps down (`peer … ignore`, `shutdown`), about AS numbers where "
        "a fake one is shown or a confederation may be, and about peers that are not seen. Undecided while "
        "lines of the family or of BGP were not understood.",
    .source = "Command reference: peer enable, peer as-number (BGP view).",
    .example = R"(
 sysname AGG1
 #
 mpls lsr-id 1.1.1.1
 #
 bgp 100
  peer 2.2.2.2 as-number 100
  #
  ipv4-family vpnv4
   peer 2.2.2.2 enable
 #
 return
 sysname RSG1
 #
 mpls lsr-id 2.2.2.2
 #
 bgp 100
  peer 1.1.1.1 as-number 100
+ #
+ ipv4-family vpnv4
+  peer 1.1.1.1 enable
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::l3
