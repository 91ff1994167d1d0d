// BF006: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/bfd_phrases.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::bf {
namespace {

using pairing::BfdRef;
using pairing::Pairing;

void judge(const Pairing& net, BfdRef first, BfdRef second, Judgement& out) {
  const BfdSession& a = net[first];
  const BfdSession& b = net[second];
  Claim claim = out.claim();
  const auto there = claim.fact(
      second.device, fmt::format("WTR on {}, in minutes", name_of(net, second.device)), b.wtr, block_of(b));
  const auto here = claim.fact(first.device, fmt::format("WTR on {}, in minutes", name_of(net, first.device)),
                               a.wtr, block_of(a));
  claim.require(claim.exprs().eq(here, there));
  claim.show(second.device, b.where, b.name);
  claim.show(first.device, a.where, a.name);
  out.judge(claim, [&](Finding& finding) {
    finding.message = fmt::format("{} waits {} minutes to restore, {} waits {}", bfd_phrase(net, first),
                                  *a.wtr, bfd_phrase(net, second), *b.wtr);
    finding.consequence =
        "When a path recovers, one end uses it again before the other: traffic goes out on one path and is "
        "expected "
        "on another.";
    finding.fix = {fmt::format("use {} minutes on both ends", *a.wtr),
                   {in_view(second.device, {"bfd " + b.name},
                            {*a.wtr == 0 ? std::string("undo wtr") : fmt::format("wtr {}", *a.wtr)})}};
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const BfdRef session : net.bfd().all()) {
    const BfdRef other = later_half(net, session);
    if (other.valid()) judge(net, session, other, out);
  }
}

}  // namespace

extern const Rule wtr_differs;
const Rule wtr_differs{
    .code = "BF006",
    .name = "wtr-differs",
    .severity = Severity::Warning,
    .title = "Both ends of a BFD session wait equally long before they call it up again.",
    .what = "The WTR (wait to restore) of the two ends of one static BFD session.",
    .why =
        "With different times the two ends switch back at different moments and use different paths in "
        "between.",
    .fix = "Set one WTR on both ends.",
    .limits = "Silent where the other end is not in the snapshot.",
    .source = "Command reference NE40E V800R012: wtr.",
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
  wtr 5
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
+ wtr 5
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::bf
