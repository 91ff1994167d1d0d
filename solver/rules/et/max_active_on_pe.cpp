// ET017: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/rules/support/etrunks.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::et {
namespace {

using pairing::Pairing;
using pairing::PortRef;

constexpr std::uint32_t kNoLimit = 64;  // active links: what an Eth-Trunk has by default

void judge_member(const Pairing& net, pairing::EtrunkRef etrunk, PortRef member, Judgement& out) {
  const Interface& trunk = net[member];
  Claim claim = out.claim();
  const auto limit = claim.fact(member.device, fmt::format("most active links of {}", trunk.name),
                                trunk.trunk->max_active, block_of(trunk));
  claim.require(claim.exprs().is(limit, to_value(kNoLimit)));
  claim.show(member.device, trunk.trunk->etrunk->where, "member of the E-Trunk");
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, etrunk);
    finding.consequence =
        "The PE puts links of its leg in standby by its own count, and the CE, whose bundle spans two "
        "devices, by "
        "another: links may carry at one end only.";
    if (finding.verdict == Verdict::Unknown) {
      finding.message =
          fmt::format("whether {} limits its active links cannot be told", port_phrase(net, member));
      return;
    }
    finding.message = fmt::format("{} is a member of E-Trunk {} and limits its active links to {}",
                                  port_phrase(net, member), net[etrunk].id, *trunk.trunk->max_active);
    finding.fix = {"take the limit off; where one is wanted, it belongs on the CE",
                   {in_interface(net, member, {"undo max active-linknumber"})}};
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const pairing::EtrunkPair& pair : net.etrunks().all()) {
    for (const pairing::EtrunkRef etrunk : {pair.a, pair.b}) {
      if (!etrunk.valid()) continue;
      for (const InterfaceId member : net.etrunks().members(etrunk)) {
        judge_member(net, etrunk, {etrunk.device, member}, out);
      }
    }
  }
}

}  // namespace

extern const Rule max_active_on_pe;
const Rule max_active_on_pe{
    .code = "ET017",
    .name = "max-active-on-pe",
    .severity = Severity::Error,
    .title = "Member Eth-Trunks of an E-Trunk do not limit their active links.",
    .what = "Each member Eth-Trunk is looked at for max active-linknumber below the default of 64.",
    .why =
        "The CE's bundle spans both PEs, while a PE counts its own links only. The two counts choose "
        "different links.",
    .fix = "Remove max active-linknumber on the PEs.",
    .limits = "Undecided while lines of the Eth-Trunk's view were not understood.",
    .source =
        "Command reference: max active-linknumber, timer revert delay (E-Trunk view); semantics: E-Trunk.",
    .example = R"(
 sysname PE1
 #
 e-trunk 1
  peer-address 10.0.0.2 source-address 10.0.0.1
 #
 interface Eth-Trunk10
  mode lacp-static
- max active-linknumber 1
  e-trunk 1
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::et
