// ET005: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/rules/support/etrunks.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::et {
namespace {

using pairing::EtrunkPair;
using pairing::EtrunkRef;
using pairing::Pairing;

constexpr std::uint32_t kLargest = 254;  // priority
constexpr std::uint32_t kApart = 50;     // leaves room for other values between the two

void compare(const Pairing& net, const EtrunkPair& pair, Judgement& out) {
  const Etrunk& a = net[pair.a];
  const Etrunk& b = net[pair.b];
  if (*a.selection != EtrunkSelection::Priority && *b.selection != EtrunkSelection::Priority) return;
  const bool first = !a.priority.configured() && b.priority.configured();
  const EtrunkRef changed = first ? pair.a : pair.b;
  const EtrunkRef kept = first ? pair.b : pair.a;
  Claim claim = out.claim();
  const auto to_change =
      claim.fact(changed.device, "E-Trunk priority", net[changed].priority, block_of(net[changed]));
  const auto to_keep = claim.fact(kept.device, "E-Trunk priority", net[kept].priority, block_of(net[kept]));
  claim.require(claim.exprs().ne(to_change, to_keep));
  out.judge(claim, [&](Finding& finding) {
    const std::uint32_t priority = *net[kept].priority;
    finding.service = service_name(net, pair.a);
    finding.consequence =
        "A system ID that configurations do not show decides which side is the master; if that is equal too, "
        "both are.";
    if (finding.verdict == Verdict::Unknown) {
      finding.message = fmt::format("whether the priorities of {} single out a master cannot be told",
                                    pair_phrase(net, pair));
      return;
    }
    finding.message = fmt::format("both sides of {} have priority {}: no line says which is the master",
                                  pair_phrase(net, pair), priority);
    const bool room = priority + kApart <= kLargest;
    finding.fix = {fmt::format("give {} a {} priority value than {}", name_of(net, changed.device),
                               room ? "larger" : "smaller", name_of(net, kept.device)),
                   {in_etrunk(net, changed,
                              {fmt::format("priority {}", room ? priority + kApart : priority - kApart)})}};
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const EtrunkPair& pair : net.etrunks().all()) {
    if (is_sure(pair) && elects(net, pair)) compare(net, pair, out);
  }
}

}  // namespace

extern const Rule equal_priority;
const Rule equal_priority{
    .code = "ET005",
    .name = "equal-priority",
    .severity = Severity::Warning,
    .title = "The priorities of the two devices of an E-Trunk single out one master.",
    .what =
        "The two priorities (default 100) are compared where a member Eth-Trunk on either side leaves the "
        "choice to the E-Trunk.",
    .why =
        "With equal priorities a system ID decides. No configuration shows it, and it changes with the "
        "hardware, so that nobody can say beforehand where the traffic runs.",
    .fix = "Give the side that shall be the backup a larger priority value.",
    .limits =
        "Silent where every member is forced to be master or backup, where both sides select by link "
        "number or bandwidth, and while the peer is not among the configurations.",
    .source = "Command reference: priority (E-Trunk view), e-trunk mode, e-trunk select; semantics: E-Trunk.",
    .example = R"(
 sysname PE1
 #
 e-trunk 1
  peer-address 10.0.0.2 source-address 10.0.0.1
 #
 interface Eth-Trunk10
  mode lacp-static
  e-trunk 1
 #
 interface LoopBack0
  ip address 10.0.0.1 255.255.255.255
 #
 return
 sysname PE2
 #
 e-trunk 1
+ priority 150
  peer-address 10.0.0.1 source-address 10.0.0.2
 #
 interface Eth-Trunk10
  mode lacp-static
  e-trunk 1
 #
 interface LoopBack0
  ip address 10.0.0.2 255.255.255.255
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::et
