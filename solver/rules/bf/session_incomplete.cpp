// BF004: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/bfd_phrases.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::bf {
namespace {

using pairing::BfdRef;
using pairing::Pairing;

void judge(const Pairing& net, BfdRef ref, const MaybeFact<std::uint32_t>& discriminator, const char* which,
           Judgement& out) {
  const BfdSession& session = net[ref];
  Claim claim = out.claim();
  const auto there =
      claim.present(ref.device, fmt::format("{} discriminator", which), discriminator.has_value(),
                    discriminator ? discriminator->where : session.where, block_of(session));
  claim.require(claim.exprs().is(there, true));
  out.judge(claim, [&](Finding& finding) {
    finding.message = fmt::format("{} has no {} discriminator", bfd_phrase(net, ref), which);
    finding.evidence = {{ref.device, session.where, fmt::format("no `discriminator {}`", which)}};
    finding.consequence = "The session does not take effect; what tracks it is never told of a fault.";
    finding.fix = {fmt::format("set the {} discriminator", which),
                   {in_view(ref.device, {"bfd " + session.name},
                            {fmt::format("discriminator {} <discriminator>", which)})}};
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const BfdRef ref : net.bfd().all()) {
    const BfdSession& session = net[ref];
    if (*session.automatic) continue;
    judge(net, ref, session.local_discriminator, "local", out);
    if (!*session.one_arm_echo) judge(net, ref, session.remote_discriminator, "remote", out);
  }
}

}  // namespace

extern const Rule session_incomplete;
const Rule session_incomplete{
    .code = "BF004",
    .name = "session-incomplete",
    .severity = Severity::Error,
    .title = "A static BFD session has both its discriminators.",
    .what =
        "Every BFD session that is neither automatic nor a one-arm echo has `discriminator local` and "
        "`discriminator remote`; a one-arm echo has the local one.",
    .why = "Without both the session is never established.",
    .fix = "Set the missing discriminator, or make the session with `auto`.",
    .limits =
        "Sessions over link bundles are left out: their member sessions choose discriminators. Undecided "
        "while a line of the session's view was not understood.",
    .source = "Command reference NE40E V800R012: discriminator; bfd bind peer-ip.",
    .example = R"(
 sysname PE1
 #
 bfd
 #
 bfd a bind peer-ip 2.2.2.2
  discriminator local 1
+ discriminator remote 2
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::bf
