// ET009: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/rules/support/etrunks.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::et {
namespace {

using pairing::EtrunkPair;
using pairing::EtrunkRef;
using pairing::Pairing;

// A session's addresses stand in the line that makes it: it is removed and made anew.
DeviceCommands remake_session(const Pairing& net, EtrunkRef etrunk, const BfdSession& session) {
  const Etrunk& it = net[etrunk];
  const bool v6 = it.peer_address->value.is_v6;
  const auto number = [](const MaybeFact<std::uint32_t>& value, const char* unknown) {
    return value ? std::to_string(**value) : std::string(unknown);
  };
  const std::string view = fmt::format("e-trunk {}", it.id);
  std::vector<std::string> lines{
      view,
      "undo e-trunk track bfd-session",
      "quit",
      "undo bfd " + session.name,
      "commit",
      fmt::format("bfd {} bind {} {} {} {}", session.name, v6 ? "peer-ipv6" : "peer-ip",
                  to_string(**it.peer_address), v6 ? "source-ipv6" : "source-ip",
                  to_string(**it.source_address)),
      "discriminator local " + number(session.local_discriminator, "<local>"),
      "discriminator remote " + number(session.remote_discriminator, "<remote>")};
  if (session.min_tx.configured()) lines.push_back(fmt::format("min-tx-interval {}", *session.min_tx));
  if (session.min_rx.configured()) lines.push_back(fmt::format("min-rx-interval {}", *session.min_rx));
  if (session.multiplier.configured())
    lines.push_back(fmt::format("detect-multiplier {}", *session.multiplier));
  if (session.wtr.configured()) lines.push_back(fmt::format("wtr {}", *session.wtr));
  lines.insert(lines.end(), {"commit", "quit", view, "e-trunk track bfd-session session-name " + session.name,
                             "quit", "commit"});
  return {etrunk.device, std::move(lines)};
}

// True when the other side names this E-Trunk's device by exactly these addresses of the session: then it is
// the E-Trunk's own addresses that are wrong.
bool etrunk_is_wrong(const Pairing& net, EtrunkRef etrunk, const BfdSession& session) {
  const EtrunkRef other = net.etrunks().partner(etrunk);
  return other.valid() && net[other].source_address && net[other].peer_address && session.peer &&
         session.source && **session.peer == **net[other].source_address &&
         **session.source == **net[other].peer_address;
}

void judge_session(const Pairing& net, EtrunkRef etrunk, const BfdSession& session, Judgement& out) {
  const Etrunk& it = net[etrunk];
  Claim claim = out.claim();
  const Block etrunk_block = block_of(it);
  const Block session_block = block_of(session);
  const auto etrunk_facts = [&] {
    return std::pair{
        claim.fact(etrunk.device, "peer address of the E-Trunk", *it.peer_address, etrunk_block),
        claim.fact(etrunk.device, "source address of the E-Trunk", *it.source_address, etrunk_block)};
  };
  const auto session_facts = [&] {
    const auto peer =
        claim.fact(etrunk.device, "peer of the tracked BFD session", *session.peer, session_block);
    const auto source = session.source ? claim.fact(etrunk.device, "source of the tracked BFD session",
                                                    *session.source, session_block)
                                       : claim.unseen("source of the tracked BFD session", smt::Sort::Text,
                                                      fmt::format("source-ip in the BFD session {} of {}",
                                                                  session.name, name_of(net, etrunk.device)));
    return std::pair{peer, source};
  };
  const bool etrunk_first = etrunk_is_wrong(net, etrunk, session);
  const auto first = etrunk_first ? etrunk_facts() : session_facts();
  const auto second = etrunk_first ? session_facts() : etrunk_facts();
  claim.require(claim.exprs().all_of(
      {claim.exprs().eq(first.first, second.first), claim.exprs().eq(first.second, second.second)}));
  claim.show(etrunk.device, session.where, "the tracked session");
  claim.show(etrunk.device, it.bfd_session->where, {});
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, etrunk);
    finding.consequence =
        "BFD watches another way than the hellos take: it reports a loss of the peer that is none, which "
        "makes "
        "both sides master, or keeps silent when the peer is lost.";
    if (finding.verdict == Verdict::Unknown) {
      finding.message = fmt::format("whether BFD session {} uses the addresses of {} cannot be told",
                                    session.name, etrunk_phrase(net, etrunk));
      return;
    }
    finding.message = fmt::format("{} tracks BFD session {}, which runs between other addresses",
                                  etrunk_phrase(net, etrunk), session.name);
    if (etrunk_first) {
      finding.fix = {"give the E-Trunk the addresses of the session",
                     {in_etrunk(net, etrunk, {addresses_line(**session.peer, **session.source, it)})}};
    } else {
      finding.fix = {
          "make the session anew between the E-Trunk's addresses, and mirror it on the other device",
          {remake_session(net, etrunk, session)}};
    }
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const EtrunkPair& pair : net.etrunks().all()) {
    for (const EtrunkRef etrunk : {pair.a, pair.b}) {
      if (!etrunk.valid() || !net[etrunk].peer_address || !net[etrunk].source_address) continue;
      const BfdSession* session = tracked_session(net, etrunk);
      if (session == nullptr || session->target != BfdTarget::PeerIp || !session->peer) continue;
      judge_session(net, etrunk, *session, out);
    }
  }
}

}  // namespace

extern const Rule bfd_other_addresses;
const Rule bfd_other_addresses{
    .code = "ET009",
    .name = "bfd-other-addresses",
    .severity = Severity::Error,
    .title = "The BFD session that an E-Trunk tracks runs between the E-Trunk's own addresses.",
    .what = "Peer and source of the tracked session are compared with the E-Trunk's peer and source address.",
    .why =
        "The E-Trunk takes the session for its peer. A session between other addresses goes down when the "
        "peer is well, and may stay up when the hellos are lost.",
    .fix = "Make the session between the E-Trunk's addresses, at both ends.",
    .limits =
        "Undecided for a session without a source address, as routing chooses one then. A session that is "
        "not defined is reported by ET008 and SYN003.",
    .source =
        "Configuring PW Status Negotiation, binding BFD to the E-Trunk; command reference: e-trunk track "
        "bfd-session.",
    .example = R"(
 sysname PE1
 #
 bfd
 #
 e-trunk 1
  peer-address 10.0.0.2 source-address 10.0.0.1
  e-trunk track bfd-session session-name to-pe2
 #
-bfd to-pe2 bind peer-ip 192.168.1.2 source-ip 192.168.1.1
+bfd to-pe2 bind peer-ip 10.0.0.2 source-ip 10.0.0.1
  discriminator local 1
  discriminator remote 2
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::et
