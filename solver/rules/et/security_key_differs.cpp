// ET004: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <string>

#include "solver/rules/support/etrunks.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::et {
namespace {

using pairing::EtrunkPair;
using pairing::EtrunkRef;
using pairing::Pairing;

// The documented key of an E-Trunk that sets none, in clear.
constexpr std::string_view kDefaultKey = "00E0FC0000000000";
constexpr const char* kDefaultName = "the default key";

bool is_default_key(const Pairing& net, const Fact<Secret>& key) {
  const std::string_view line = net.network().sources.line(key.where.file, key.where.line);
  return key->form == SecretForm::Clear && key.where.column > 0 &&
         line.substr(std::min<std::size_t>(key.where.column - 1U, line.size()), key.where.length) ==
             kDefaultKey;
}

bool same_text(const MaybeFact<Secret>& a, const MaybeFact<Secret>& b) {
  return a && b && **a == **b && (*a)->form != SecretForm::Masked;
}

// Keys by made-up names, as no key may be printed. What cannot be compared is free.
smt::VarId key_of(const Pairing& net, Claim& claim, EtrunkRef etrunk, const EtrunkRef* other,
                  std::string_view label) {
  const Etrunk& it = net[etrunk];
  const std::string what = "security key";
  if (!it.key) {
    return claim.fact(etrunk.device, what, by_default(std::string(kDefaultName), it.where), block_of(it));
  }
  const Secret& key = **it.key;
  const bool same = other != nullptr && same_text(it.key, net[*other].key);
  if (key.form == SecretForm::Clear || same) {
    const std::string name = is_default_key(net, *it.key) ? kDefaultName
                             : same                       ? "one key"
                                                          : std::string(label);
    return claim.fact(etrunk.device, what, configured(name, it.key->where), block_of(it));
  }
  claim.show(etrunk.device, it.key->where,
             key.form == SecretForm::Masked ? "security key, masked" : "security key, encrypted");
  return claim.unseen(what, smt::Sort::Text,
                      fmt::format("the key of {} in clear", etrunk_phrase(net, etrunk)));
}

void compare(const Pairing& net, const EtrunkPair& pair, Judgement& out) {
  const bool first_is_default = !net[pair.a].key && net[pair.b].key;
  const EtrunkRef changed = first_is_default ? pair.a : pair.b;
  const EtrunkRef kept = first_is_default ? pair.b : pair.a;
  Claim claim = out.claim();
  const auto to_change = key_of(net, claim, changed, &kept, "another key");
  const auto to_keep = key_of(net, claim, kept, &changed, "one key");
  claim.require(claim.exprs().eq(to_change, to_keep));
  claim.show(changed.device, net[changed].where, {});
  claim.show(kept.device, net[kept].where, {});
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, pair.a);
    finding.consequence = kTwoMasters;
    if (finding.verdict == Verdict::Unknown) {
      describe_undecided(finding, pair_phrase(net, pair), "the security key");
      return;
    }
    finding.message = fmt::format(
        "the security keys of {} differ{}", pair_phrase(net, pair),
        !net[changed].key ? fmt::format(": {} is left at the default key", name_of(net, changed.device))
                          : std::string());
    finding.fix.summary = "set one key on both devices";
    for (const EtrunkRef side : {changed, kept}) {
      finding.fix.commands.push_back(in_etrunk(net, side, {"security-key cipher <key>"}));
    }
  });
}

void undecided(const Pairing& net, EtrunkRef etrunk, Judgement& out) {
  Claim claim = out.claim();
  const auto ours = key_of(net, claim, etrunk, nullptr, "one key");
  const auto theirs = claim.unseen("security key of the peer", smt::Sort::Text, decided_by_peer(net, etrunk));
  claim.require(claim.exprs().eq(ours, theirs));
  claim.show(etrunk.device, net[etrunk].where, {});
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, etrunk);
    describe_undecided(finding, etrunk_phrase(net, etrunk), "the security key");
  });
}

void check(const Pairing& net, Judgement& out) {
  for_each_etrunk(
      net, [&](const EtrunkPair& pair) { compare(net, pair, out); },
      [&](EtrunkRef etrunk) { undecided(net, etrunk, out); });
}

}  // namespace

extern const Rule security_key_differs;
const Rule security_key_differs{
    .code = "ET004",
    .name = "security-key-differs",
    .severity = Severity::Error,
    .title = "Both devices of an E-Trunk have one security key.",
    .what =
        "The keys are compared as far as a configuration shows them: keys in clear, equal encrypted texts, "
        "and the documented default key of a side that sets none.",
    .why =
        "A hello whose digest was made with another key is discarded. Each side then takes itself for the "
        "master and puts its leg up.",
    .fix = "Set the same security-key on both devices.",
    .limits =
        "Two different encrypted texts may hold one key: undecided, as are masked keys and a key in clear "
        "against an encrypted one. Undecided while the peer is not among the configurations.",
    .source =
        "Configuring PW Status Negotiation, configuring an E-Trunk; command reference: security-key; "
        "semantics: secrets.",
    .example = R"(
 sysname PE1
 #
 e-trunk 1
  peer-address 10.0.0.2 source-address 10.0.0.1
  security-key simple Example-1
 #
 interface LoopBack0
  ip address 10.0.0.1 255.255.255.255
 #
 return
 sysname PE2
 #
 e-trunk 1
  peer-address 10.0.0.1 source-address 10.0.0.2
- security-key simple Example-2
+ security-key simple Example-1
 #
 interface LoopBack0
  ip address 10.0.0.2 255.255.255.255
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::et
