// BF003: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/bfd_phrases.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::bf {
namespace {

using pairing::BfdMatch;
using pairing::BfdRef;
using pairing::Pairing;

// The source of one end, where it is set, is the peer of the other.
void judge(const Pairing& net, BfdRef one, BfdRef other, Judgement& out) {
  const BfdSession& sender = net[one];
  const BfdSession& receiver = net[other];
  if (!sender.source || !receiver.peer) return;
  Claim claim = out.claim();
  const auto peer = claim.fact(other.device, fmt::format("peer address on {}", name_of(net, other.device)),
                               *receiver.peer, block_of(receiver));
  const auto source = claim.fact(one.device, fmt::format("source address on {}", name_of(net, one.device)),
                                 *sender.source, block_of(sender));
  claim.require(claim.exprs().eq(source, peer));
  out.judge(claim, [&](Finding& finding) {
    finding.message =
        fmt::format("{} sends from {}, but {} expects {}", bfd_phrase(net, one),
                    to_string(sender.source->value), bfd_phrase(net, other), to_string(receiver.peer->value));
    finding.consequence =
        "The two sessions are not each other's ends: both stay down, and what tracks them acts as if the "
        "peer had "
        "failed.";
    finding.fix = {fmt::format("make the session on {} anew with peer address {}", name_of(net, other.device),
                               to_string(sender.source->value)),
                   {in_view(other.device, {},
                            {"undo bfd " + receiver.name, fmt::format("bfd {} bind peer-ip {}", receiver.name,
                                                                      to_string(sender.source->value))})}};
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const BfdRef session : net.bfd().all()) {
    const BfdRef other = later_half(net, session);
    if (!other.valid()) continue;
    const BfdMatch match = net.bfd().peer(session).match;
    if (match != BfdMatch::Addresses && match != BfdMatch::Discriminators) continue;
    judge(net, session, other, out);
    judge(net, other, session, out);
  }
}

}  // namespace

extern const Rule addresses_not_mirrored;
const Rule addresses_not_mirrored{
    .code = "BF003",
    .name = "addresses-not-mirrored",
    .severity = Severity::Error,
    .title = "Peer and source addresses of the two ends of a BFD session mirror each other.",
    .what =
        "Two sessions that name each other's devices, or whose discriminators mirror each other: the source "
        "address of one, where it is set, is the peer address of the other.",
    .why = "A device takes packets for a session from its peer address only.",
    .fix = "Make one of the sessions anew with the addresses of the other.",
    .limits =
        "Silent where a source address is not set (the outgoing interface decides), and where the other end "
        "is "
        "not in the snapshot.",
    .source = "Configuring PW Status Negotiation; command reference NE40E V800R012: bfd bind peer-ip.",
    .example = R"(
 sysname PE1
 #
 bfd
 #
 interface LoopBack0
  ip address 1.1.1.1 255.255.255.255
 #
-interface LoopBack1
- ip address 1.1.1.11 255.255.255.255
-#
-bfd a bind peer-ip 2.2.2.2 source-ip 1.1.1.11
+bfd a bind peer-ip 2.2.2.2 source-ip 1.1.1.1
  discriminator local 1
  discriminator remote 2
 #
 return
 sysname PE2
 #
 bfd
 #
 interface LoopBack0
  ip address 2.2.2.2 255.255.255.255
 #
 bfd a bind peer-ip 1.1.1.1 source-ip 2.2.2.2
  discriminator local 2
  discriminator remote 1
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::bf
