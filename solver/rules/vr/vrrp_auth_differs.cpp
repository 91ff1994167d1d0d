// VR005: see the rule's page at the end of this file.

#include <fmt/format.h>
#include <string>
#include <string_view>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::vr {
namespace {

using pairing::Pairing;
using pairing::VrrpRef;

// A group that follows an admin group sends no packets of its own.
bool speaks(const VrrpGroup& group) {
  return !group.tracked_admin_vrid.has_value();
}

std::string at(const Pairing& net, VrrpRef ref, std::string_view what) {
  return fmt::format("{} on {}", what, port_phrase(net, ref.port));
}

smt::VarId mode_of(const Pairing& net, VrrpRef ref, Claim& claim) {
  const VrrpGroup& group = net[ref];
  MaybeFact<std::string> mode = group.authentication_mode;
  if (mode)
    return claim.fact(ref.port.device, at(net, ref, "authentication"), *mode, block_of(net[ref.port]));
  return claim.fact(ref.port.device, at(net, ref, "authentication"),
                    by_default(std::string("none"), group.where), block_of(net[ref.port]));
}

// Keys by made-up names, as no key may be printed. What cannot be compared is free.
smt::VarId key_of(const Pairing& net, VrrpRef ref, const Secret& other, std::string_view label,
                  Claim& claim) {
  const Fact<Secret>& key = *net[ref].key;
  const std::string what = at(net, ref, "key");
  const bool same = *key == other && key->form != SecretForm::Masked;
  if (same || (key->form == SecretForm::Clear && other.form == SecretForm::Clear)) {
    return claim.fact(ref.port.device, what, configured(std::string(same ? "one key" : label), key.where),
                      block_of(net[ref.port]));
  }
  claim.show(ref.port.device, key.where,
             key->form == SecretForm::Masked ? "key, masked" : "key, not comparable");
  return claim.unseen(what, smt::Sort::Text,
                      fmt::format("the VRRP key of {} in clear", port_phrase(net, ref.port)));
}

void judge(const Pairing& net, VrrpRef first, VrrpRef second, Judgement& out) {
  const VrrpGroup& a = net[first];
  const VrrpGroup& b = net[second];
  if (!speaks(a) || !speaks(b)) return;
  // The side that sets nothing is the one to change.
  const bool swap = !a.authentication_mode && b.authentication_mode;
  const VrrpRef changed = swap ? first : second;
  const VrrpRef kept = swap ? second : first;
  Claim claim = out.claim();
  auto& e = claim.exprs();
  const auto wrong_mode = mode_of(net, changed, claim);
  const auto right_mode = mode_of(net, kept, claim);
  smt::ExprId equal = e.eq(wrong_mode, right_mode);
  if (a.key && b.key) {
    const auto wrong_key = key_of(net, changed, **net[kept].key, "another key", claim);
    const auto right_key = key_of(net, kept, **net[changed].key, "one key", claim);
    equal = e.all_of({equal, e.eq(wrong_key, right_key)});
  }
  claim.require(equal);
  claim.show(changed.port.device, net[changed].where, {});
  claim.show(kept.port.device, net[kept].where, {});
  out.judge(claim, [&](Finding& finding) {
    const bool unknown = finding.verdict == Verdict::Unknown;
    finding.message = fmt::format(
        "{} VRID {} on {} and {}",
        unknown ? "cannot tell whether the authentication is equal of" : "authentication differs:", *a.vrid,
        port_phrase(net, first.port), port_phrase(net, second.port));
    finding.consequence =
        "Each device drops the other's advertisements and becomes master: two masters for one group, and "
        "whatever follows the group is active on both.";
    for (const VrrpRef side : {changed, kept}) {
      finding.fix.commands.push_back(in_interface(
          net, side.port, {fmt::format("vrrp vrid {} authentication-mode md5 <key>", *net[side].vrid)}));
    }
    finding.fix.summary = "set one mode and one key on both";
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const pairing::VrrpSegment& segment : net.vrrp().all()) {
    if (segment.is_v6) continue;
    for (std::size_t i = 1; i < segment.members.size(); ++i) {
      judge(net, segment.members.front(), segment.members[i], out);
    }
  }
}

}  // namespace

extern const Rule vrrp_auth_differs;
const Rule vrrp_auth_differs{
    .code = "VR005",
    .name = "vrrp-auth-differs",
    .severity = Severity::Error,
    .title = "The members of a VRRP group authenticate alike.",
    .what =
        "Authentication mode (none unless set) and key of the members of a group are equal. Keys are "
        "compared as far as a configuration shows them: keys in clear, and equal encrypted texts.",
    .why = "An advertisement with another mode or key is dropped. Both devices then become master.",
    .fix = "Set one mode and one key on all members.",
    .limits =
        "Different encrypted texts and masked keys prove nothing: undecided. Silent about groups that follow "
        "an admin VRRP group, as they send nothing, about VRRP for IPv6, and where the other members are "
        "not seen.",
    .source = "Command reference: vrrp vrid authentication-mode, configuration impact and precautions.",
    .example = R"(
 sysname PE1
 #
 interface GigabitEthernet0/1/0
  ip address 10.0.0.1 255.255.255.0
  vrrp vrid 1 virtual-ip 10.0.0.9
  vrrp vrid 1 priority 120
  vrrp vrid 1 authentication-mode md5 K-one_11
 #
 return
 sysname PE2
 #
 interface GigabitEthernet0/1/0
  ip address 10.0.0.2 255.255.255.0
  vrrp vrid 1 virtual-ip 10.0.0.9
+ vrrp vrid 1 authentication-mode md5 K-one_11
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::vr
