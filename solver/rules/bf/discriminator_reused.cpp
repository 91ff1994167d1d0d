// BF002: see the rule's page at the end of this file.

#include <fmt/format.h>
#include <map>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::bf {
namespace {

void judge(const pairing::Pairing& net, DeviceId device, const BfdSession& first, const BfdSession& second,
           Judgement& out) {
  Claim claim = out.claim();
  const auto b = claim.fact(device, fmt::format("local discriminator of {}", second.name),
                            *second.local_discriminator, block_of(second));
  const auto a = claim.fact(device, fmt::format("local discriminator of {}", first.name),
                            *first.local_discriminator, block_of(first));
  claim.require(claim.exprs().ne(a, b));
  out.judge(claim, [&](Finding& finding) {
    finding.message = fmt::format("BFD sessions {} and {} of {} have one local discriminator, {}", first.name,
                                  second.name, name_of(net, device), second.local_discriminator->value);
    finding.consequence = "The device refuses the second session, and what it was to watch fails unnoticed.";
    finding.fix = {
        fmt::format("give {} a local discriminator that is free, and its far end the same as remote one",
                    second.name),
        {in_view(device, {"bfd " + second.name}, {"discriminator local <free discriminator>"})}};
  });
}

void check(const pairing::Pairing& net, Judgement& out) {
  for (std::size_t i = 0; i < net.network().devices.size(); ++i) {
    const DeviceId device(i);
    std::map<std::uint32_t, const BfdSession*> holders;
    for (const BfdSession& session : net[device].bfd_sessions) {
      if (!session.local_discriminator) continue;
      const auto [at, is_new] = holders.emplace(session.local_discriminator->value, &session);
      if (!is_new) judge(net, device, *at->second, session, out);
    }
  }
}

}  // namespace

extern const Rule discriminator_reused;
const Rule discriminator_reused{
    .code = "BF002",
    .name = "discriminator-reused",
    .severity = Severity::Error,
    .title = "Each BFD session of a device has a local discriminator of its own.",
    .what = "The local discriminators of all static BFD sessions of one device.",
    .why =
        "A discriminator is how a device tells its sessions apart; it takes the second session with one "
        "discriminator for a mistake.",
    .fix = "Choose another local discriminator, and the same as remote discriminator at the far end.",
    .limits = "Sessions with automatic discriminators are left out.",
    .source = "Command reference NE40E V800R012: discriminator.",
    .example = R"(
 sysname PE1
 #
 bfd
 #
 bfd a bind peer-ip 2.2.2.2
  discriminator local 1
  discriminator remote 2
 #
 bfd b bind peer-ip 3.3.3.3
- discriminator local 1
+ discriminator local 4
  discriminator remote 3
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::bf
