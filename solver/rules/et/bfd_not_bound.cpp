// ET008: see the rule's page at the end of this file.

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

// Why the E-Trunk has no session to listen to; empty when it has one.
std::string lack_of(const Pairing& net, EtrunkRef etrunk) {
  const Etrunk& it = net[etrunk];
  if (*it.dynamic_bfd) return {};
  if (!it.bfd_session) return "none";
  const BfdSession* session = tracked_session(net, etrunk);
  if (session == nullptr) return fmt::format("{}, which is not defined", **it.bfd_session);
  if (session->target != BfdTarget::PeerIp) {
    return fmt::format("{}, which does not watch an IP peer", **it.bfd_session);
  }
  return {};
}

// A session of the device that watches the E-Trunk's addresses.
const BfdSession* fitting_session(const Pairing& net, EtrunkRef etrunk) {
  const Etrunk& it = net[etrunk];
  const auto& sessions = net[etrunk.device].bfd_sessions;
  const auto at = std::ranges::find_if(sessions, [&](const BfdSession& session) {
    return session.target == BfdTarget::PeerIp && session.peer && **session.peer == **it.peer_address &&
           session.source && **session.source == **it.source_address;
  });
  return at == sessions.end() ? nullptr : &*at;
}

DeviceCommands bind_session(const Pairing& net, EtrunkRef etrunk) {
  const Etrunk& it = net[etrunk];
  const bool complete = it.peer_address && it.source_address;
  const BfdSession* fitting = complete ? fitting_session(net, etrunk) : nullptr;
  const std::string track = "e-trunk track bfd-session session-name ";
  if (fitting != nullptr) return in_etrunk(net, etrunk, {track + fitting->name});
  const bool v6 = complete && it.peer_address->value.is_v6;
  const std::string name = fmt::format("etrunk{}", it.id);
  DeviceCommands commands{etrunk.device, {}};
  commands.lines.push_back(fmt::format("bfd {} bind {} {} {} {}", name, v6 ? "peer-ipv6" : "peer-ip",
                                       complete ? to_string(**it.peer_address) : "<peer>",
                                       v6 ? "source-ipv6" : "source-ip",
                                       complete ? to_string(**it.source_address) : "<source>"));
  commands.lines.insert(commands.lines.end(),
                        {"discriminator local <local>", "discriminator remote <remote>", "commit", "quit"});
  const DeviceCommands tracking = in_etrunk(net, etrunk, {track + name});
  commands.lines.insert(commands.lines.end(), tracking.lines.begin(), tracking.lines.end());
  return commands;
}

void judge_pair(const Pairing& net, const std::vector<EtrunkRef>& sides, Judgement& out) {
  std::vector<EtrunkRef> lacking;
  Claim claim = out.claim();
  std::vector<smt::ExprId> bound;
  for (const EtrunkRef side : sides) {
    const std::string lack = lack_of(net, side);
    if (lack.empty()) continue;
    const Etrunk& it = net[side];
    const auto session = claim.fact(
        side.device, "BFD session that the E-Trunk tracks",
        it.bfd_session ? configured(lack, it.bfd_session->where) : by_default(lack, it.where), block_of(it));
    bound.push_back(claim.exprs().negate(claim.exprs().is(session, lack)));
    lacking.push_back(side);
  }
  if (lacking.empty()) return;
  claim.require(claim.exprs().all_of(bound));
  for (const EtrunkRef side : lacking) claim.show(side.device, net[side].where, {});
  out.judge(claim, [&](Finding& finding) {
    const EtrunkRef first = lacking.front();
    finding.service = service_name(net, first);
    finding.consequence = fmt::format(
        "The loss of the other device is noticed only when its hellos time out; until then no leg serves.");
    if (finding.verdict == Verdict::Unknown) {
      finding.message =
          fmt::format("whether {} tracks a BFD session cannot be told", etrunk_phrase(net, first));
      return;
    }
    const std::string lack = lack_of(net, first);
    if (lacking.size() == 2) {
      finding.message = fmt::format("{} and {} track no working BFD session", etrunk_phrase(net, first),
                                    etrunk_phrase(net, lacking.back()));
    } else {
      finding.message = lack == "none"
                            ? fmt::format("{} tracks no BFD session", etrunk_phrase(net, first))
                            : fmt::format("{} tracks the BFD session {}", etrunk_phrase(net, first), lack);
    }
    finding.fix.summary = "bind a BFD session between the E-Trunk's two addresses";
    for (const EtrunkRef side : lacking) finding.fix.commands.push_back(bind_session(net, side));
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const EtrunkPair& pair : net.etrunks().all()) {
    if (!elects(net, pair)) continue;
    if (is_sure(pair)) {
      judge_pair(net, {pair.a, pair.b}, out);
      continue;
    }
    judge_pair(net, {pair.a}, out);
    if (pair.paired()) judge_pair(net, {pair.b}, out);
  }
}

}  // namespace

extern const Rule bfd_not_bound;
const Rule bfd_not_bound{
    .code = "ET008",
    .name = "bfd-not-bound",
    .severity = Severity::Warning,
    .title = "An E-Trunk tracks a BFD session that exists.",
    .what =
        "Each side has to track a defined BFD session that watches an IP peer, or to make one by itself "
        "(e-trunk bfd enable).",
    .why =
        "Without BFD a side notices the loss of the other when hellos time out: 20 seconds by default, in "
        "which no leg serves.",
    .fix = "Make a BFD session with the E-Trunk's peer and source addresses on both devices, and track it.",
    .limits =
        "Silent where every member is forced to be master or backup: nothing is switched there. Whether "
        "the session comes up is judged by ET009 and the rules about BFD.",
    .source =
        "Configuring PW Status Negotiation, binding BFD to the E-Trunk; command reference: e-trunk track "
        "bfd-session, e-trunk bfd enable.",
    .example = R"(
 sysname PE1
 #
 bfd
 #
 e-trunk 1
  peer-address 10.0.0.2 source-address 10.0.0.1
+ e-trunk track bfd-session session-name to-pe2
 #
 interface Eth-Trunk10
  mode lacp-static
  e-trunk 1
 #
 bfd to-pe2 bind peer-ip 10.0.0.2 source-ip 10.0.0.1
  discriminator local 1
  discriminator remote 2
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::et
