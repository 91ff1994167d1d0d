// BF001: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/bfd_phrases.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::bf {
namespace {

using pairing::BfdRef;
using pairing::Pairing;

// `from` is local on one end and has to be remote on the other.
void judge(const Pairing& net, BfdRef one, BfdRef other, Judgement& out) {
  const BfdSession& sender = net[one];
  const BfdSession& receiver = net[other];
  if (!sender.local_discriminator || !receiver.remote_discriminator) return;  // BF004 speaks of these
  Claim claim = out.claim();
  const auto remote =
      claim.fact(other.device, fmt::format("remote discriminator on {}", name_of(net, other.device)),
                 *receiver.remote_discriminator, block_of(receiver));
  const auto local =
      claim.fact(one.device, fmt::format("local discriminator on {}", name_of(net, one.device)),
                 *sender.local_discriminator, block_of(sender));
  claim.require(claim.exprs().eq(local, remote));
  claim.show(other.device, receiver.where, receiver.name);
  claim.show(one.device, sender.where, sender.name);
  out.judge(claim, [&](Finding& finding) {
    finding.message = fmt::format("{} has local discriminator {}, but {} has remote discriminator {}",
                                  bfd_phrase(net, one), sender.local_discriminator->value,
                                  bfd_phrase(net, other), receiver.remote_discriminator->value);
    finding.consequence =
        "The session stays down: whatever tracks it treats the peer as failed from the start, or never hears "
        "of a "
        "fault.";
    finding.fix = {fmt::format("make the remote discriminator on {} {}", name_of(net, other.device),
                               sender.local_discriminator->value),
                   {in_view(other.device, {"bfd " + receiver.name},
                            {fmt::format("discriminator remote {}", sender.local_discriminator->value)})}};
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const BfdRef session : net.bfd().all()) {
    const BfdRef other = later_half(net, session);
    if (!other.valid()) continue;
    if (!has_static_discriminators(net[session]) || !has_static_discriminators(net[other])) continue;
    judge(net, session, other, out);
    judge(net, other, session, out);
  }
}

}  // namespace

extern const Rule discriminators_not_mirrored;
const Rule discriminators_not_mirrored{
    .code = "BF001",
    .name = "discriminators-not-mirrored",
    .severity = Severity::Error,
    .title = "The local discriminator of one end is the remote discriminator of the other.",
    .what =
        "Static BFD sessions of two devices that are the two ends of one session (mirrored addresses, one "
        "PW, or "
        "one link): local here is compared with remote there, both ways.",
    .why = "With discriminators that do not mirror each other the session is never established.",
    .fix =
        "Set the remote discriminator to the local one of the other end. On releases where a discriminator "
        "cannot "
        "be changed, remove the session and make it anew.",
    .limits =
        "Silent for automatic discriminators and one-arm echo, and where the other end is not in the "
        "snapshot.",
    .source =
        "Configuring PW Status Negotiation, step Bind BFD to the E-Trunk; command reference: discriminator.",
    .example = R"(
 sysname PE1
 #
 bfd
 #
 interface LoopBack0
  ip address 1.1.1.1 255.255.255.255
 #
 bfd a bind peer-ip 2.2.2.2 source-ip 1.1.1.1
  discriminator local 10
  discriminator remote 20
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
  discriminator local 20
- discriminator remote 11
+ discriminator remote 10
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::bf
