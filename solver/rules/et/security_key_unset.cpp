// ET016: see the rule's page at the end of this file.

#include <fmt/format.h>
#include <vector>

#include "solver/rules/support/etrunks.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::et {
namespace {

using pairing::EtrunkPair;
using pairing::EtrunkRef;
using pairing::Pairing;

void judge_sides(const Pairing& net, const std::vector<EtrunkRef>& sides, Judgement& out) {
  std::vector<EtrunkRef> without;
  for (const EtrunkRef side : sides) {
    if (!net[side].key) without.push_back(side);
  }
  if (without.empty()) return;
  Claim claim = out.claim();
  std::vector<smt::ExprId> set;
  set.reserve(without.size());
  for (const EtrunkRef side : without) {
    set.push_back(missing(claim, side.device, "security key", block_of(net[side])));
  }
  claim.require(claim.exprs().all_of(set));
  for (const EtrunkRef side : without) claim.show(side.device, net[side].where, {});
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, without.front());
    finding.consequence =
        "The default key is printed in the manual: whoever reaches the UDP port can forge hellos and make "
        "both "
        "sides master, or neither.";
    const std::string which = without.size() == 2
                                  ? fmt::format("{} and {}", etrunk_phrase(net, without.front()),
                                                name_of(net, without.back().device))
                                  : etrunk_phrase(net, without.front());
    finding.message = finding.verdict == Verdict::Unknown
                          ? fmt::format("whether {} sets a security key cannot be told", which)
                          : fmt::format("{} is left at the default security key", which);
    finding.fix.summary = "set one key on both devices";
    for (const EtrunkRef side : sides) {
      finding.fix.commands.push_back(in_etrunk(net, side, {"security-key cipher <key>"}));
    }
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const EtrunkPair& pair : net.etrunks().all()) {
    if (is_sure(pair)) {
      judge_sides(net, {pair.a, pair.b}, out);
      continue;
    }
    judge_sides(net, {pair.a}, out);
    if (pair.paired()) judge_sides(net, {pair.b}, out);
  }
}

}  // namespace

extern const Rule security_key_unset;
const Rule security_key_unset{
    .code = "ET016",
    .name = "security-key-unset",
    .severity = Severity::Warning,
    .title = "An E-Trunk sets a security key.",
    .what = "Each E-Trunk is looked at for a security-key line.",
    .why =
        "Without one the documented default key protects the hellos, which everybody can read in the manual.",
    .fix = "Set the same security-key on both devices.",
    .limits = "Says nothing about how good a key is, nor whether it is the default key written out.",
    .source = "Command reference: security-key.",
    .example = R"(
 sysname PE1
 #
 e-trunk 1
  peer-address 10.0.0.2 source-address 10.0.0.1
+ security-key simple Example-1
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::et
