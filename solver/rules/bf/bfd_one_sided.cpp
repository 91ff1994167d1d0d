// BF005: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/bfd_phrases.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::bf {
namespace {

using pairing::BfdRef;
using pairing::Pairing;
using pairing::PeerState;

// Sessions that need an end on the peer: to an address, or over a PW. LSP sessions have their return path
// made in several ways.
bool needs_counterpart(const BfdSession& session) {
  if (session.target == BfdTarget::Pw || session.target == BfdTarget::VsiPw) {
    return !*session.automatic && session.remote_discriminator.has_value();
  }
  return session.target == BfdTarget::PeerIp && !*session.one_arm_echo && !*session.multicast_peer;
}

bool is_over_pw(const BfdSession& session) {
  return session.target != BfdTarget::PeerIp;
}

void judge(const Pairing& net, BfdRef ref, DeviceId peer, Judgement& out) {
  const BfdSession& session = net[ref];
  const Device& far = net[peer];
  const bool there = net.bfd().peer(ref).counterpart.valid();
  Claim claim = out.claim();
  const auto back = claim.present(
      peer, fmt::format("a BFD session of {} back to {}", far.name.value, name_of(net, ref.device)), there,
      far.name.where, block_of(far));
  claim.require(claim.exprs().is(back, true));
  out.judge(claim, [&](Finding& finding) {
    finding.message =
        fmt::format("{} watches {}, which has no session back", bfd_phrase(net, ref), far.name.value);
    finding.evidence = {
        {ref.device, session.where, fmt::format("{} has no session for this one", far.name.value)}};
    finding.consequence =
        "The session stays down: whatever tracks it treats the peer as failed from the start, or never hears "
        "of a "
        "fault.";
    finding.fix.summary = fmt::format("make the other end of the session on {}", far.name.value);
    if (is_over_pw(session)) return;
    std::vector<std::string> lines = {"bfd", "quit"};
    lines.push_back(fmt::format("bfd {} bind peer-ip {}", session.name,
                                session.source
                                    ? to_string(session.source->value)
                                    : std::string("<address of " + name_of(net, ref.device) + ">")));
    if (session.remote_discriminator) {
      lines.push_back(fmt::format("discriminator local {}", session.remote_discriminator->value));
    }
    if (session.local_discriminator) {
      lines.push_back(fmt::format("discriminator remote {}", session.local_discriminator->value));
    }
    finding.fix.commands = {in_view(peer, {}, lines)};
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const BfdRef ref : net.bfd().all()) {
    const pairing::BfdPeer& peer = net.bfd().peer(ref);
    if (peer.state != PeerState::Seen || !peer.device.valid()) continue;
    if (is_over_pw(net[ref]) && !(peer.pw.valid() && net.pw_ends().paired(peer.pw))) continue;
    if (needs_counterpart(net[ref])) judge(net, ref, peer.device, out);
  }
}

}  // namespace

extern const Rule bfd_one_sided;
const Rule bfd_one_sided{
    .code = "BF005",
    .name = "bfd-one-sided",
    .severity = Severity::Error,
    .title = "A BFD session exists at both its ends.",
    .what =
        "For each static session to an address, the device that owns the address is looked through for the "
        "session back; for each one over a PW, with discriminators set by hand, the other end of the PW. "
        "That `bfd` is switched on is checked by SYN006.",
    .why = "A session with one end never comes up.",
    .fix = "Make the session at the other end, with mirrored addresses and discriminators.",
    .limits =
        "Silent for one-arm echo, for multicast sessions on a port, for sessions over LSPs and tunnels, "
        "and where the peer is not in the snapshot. Undecided while a line of the peer's system view was not "
        "understood.",
    .source = "Configuring PW Status Negotiation; command reference NE40E V800R012: bfd bind peer-ip.",
    .example = R"(
 sysname PE1
 #
 bfd
 #
 interface LoopBack0
  ip address 1.1.1.1 255.255.255.255
 #
 bfd a bind peer-ip 2.2.2.2 source-ip 1.1.1.1
  discriminator local 1
  discriminator remote 2
 #
 return
 sysname PE2
 #
+bfd
+#
 interface LoopBack0
  ip address 2.2.2.2 255.255.255.255
 #
+bfd a bind peer-ip 1.1.1.1 source-ip 2.2.2.2
+ discriminator local 2
+ discriminator remote 1
+#
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::bf
