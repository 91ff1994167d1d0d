// ET015: see the rule's page at the end of this file.

#include <fmt/format.h>
#include <set>
#include <utility>

#include "solver/rules/support/etrunks.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::et {
namespace {

using pairing::EtrunkPair;
using pairing::EtrunkRef;
using pairing::Pairing;

// The documents name two defaults, so an E-Trunk that says nothing is free unless both say nothing.
smt::VarId mode_of(const Pairing& net, Claim& claim, EtrunkRef etrunk, bool both_default) {
  const Etrunk& it = net[etrunk];
  const std::string what = "authentication mode";
  if (it.authentication_mode || both_default) {
    return claim.fact(etrunk.device, what, it.authentication_mode, std::string("as the release has it"),
                      block_of(it));
  }
  claim.show(etrunk.device, it.where, "no authentication mode set");
  return claim.unseen(what, smt::Sort::Text,
                      fmt::format("the authentication mode that the release of {} has by default",
                                  name_of(net, etrunk.device)));
}

void compare_modes(const Pairing& net, const EtrunkPair& pair, Judgement& out) {
  const bool both_default = !net[pair.a].authentication_mode && !net[pair.b].authentication_mode;
  Claim claim = out.claim();
  const auto to_change = mode_of(net, claim, pair.b, both_default);
  const auto to_keep = mode_of(net, claim, pair.a, both_default);
  claim.require(claim.exprs().eq(to_change, to_keep));
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, pair.a);
    finding.consequence = kTwoMasters;
    if (finding.verdict == Verdict::Unknown) {
      describe_undecided(finding, pair_phrase(net, pair), "the authentication mode");
      return;
    }
    const std::string& mode = **net[pair.a].authentication_mode;
    finding.message = fmt::format("the authentication modes of {} differ: {} uses {}, {} uses {}",
                                  pair_phrase(net, pair), name_of(net, pair.b.device),
                                  **net[pair.b].authentication_mode, name_of(net, pair.a.device), mode);
    finding.fix = {fmt::format("use {} on both devices", mode),
                   {in_etrunk(net, pair.b, {"authentication-mode " + mode})}};
  });
}

Setting<std::uint32_t> port_of(const Pairing& net, EtrunkRef etrunk) {
  const Device& device = net[etrunk.device];
  return {etrunk.device, "UDP port of E-Trunk", net[etrunk].udp_port,
          Block{net[etrunk].where, device.unread}};
}

void compare_ports(const Pairing& net, const EtrunkPair& pair, Judgement& out) {
  const bool v6 = net[pair.a].peer_address && net[pair.a].peer_address->value.is_v6;
  must_be_equal(
      out, port_of(net, pair.a), port_of(net, pair.b),
      [&](Finding& finding, const auto& changed, const auto& kept) {
        finding.service = service_name(net, pair.a);
        finding.consequence = kTwoMasters;
        if (finding.verdict == Verdict::Unknown) {
          describe_undecided(finding, pair_phrase(net, pair), "the UDP port");
          return;
        }
        finding.message =
            fmt::format("the UDP ports of {} differ: {} uses {}, {} uses {}", pair_phrase(net, pair),
                        name_of(net, changed.device), *changed.fact, name_of(net, kept.device), *kept.fact);
        finding.fix = {
            fmt::format("use port {} on {} too", *kept.fact, name_of(net, changed.device)),
            {in_view(changed.device, {}, {fmt::format("e-trunk {}port {}", v6 ? "ipv6 " : "", *kept.fact)})}};
      });
}

void check(const Pairing& net, Judgement& out) {
  // The port is the device's: one comparison for all E-Trunks between two devices.
  std::set<std::pair<DeviceId, DeviceId>> compared;
  for_each_etrunk(
      net,
      [&](const EtrunkPair& pair) {
        compare_modes(net, pair, out);
        if (compared.emplace(pair.a.device, pair.b.device).second) compare_ports(net, pair, out);
      },
      [&](EtrunkRef etrunk) {
        must_equal_unseen(net, out, etrunk, port_of(net, etrunk), "the authentication mode and UDP port");
      });
}

}  // namespace

extern const Rule auth_or_port_differs;
const Rule auth_or_port_differs{
    .code = "ET015",
    .name = "auth-or-port-differs",
    .severity = Severity::Error,
    .title = "Both devices of an E-Trunk use one authentication mode and one UDP port.",
    .what =
        "The authentication modes of the two sides are compared, and the UDP ports (default 1025) that the "
        "two devices use for E-Trunk.",
    .why =
        "Hellos with another digest are discarded; hellos to another port arrive nowhere. Both sides become "
        "master.",
    .fix = "Set the same authentication-mode and e-trunk port on both devices.",
    .limits =
        "The documents name two default authentication modes: a side that sets none is equal to another "
        "that sets none, and undecided against one that does. Undecided while the peer is not among the "
        "configurations.",
    .source = "Command reference: authentication-mode, e-trunk port, e-trunk ipv6 port; defaults: E-Trunk.",
    .example = R"(
 sysname PE1
 #
 e-trunk port 2000
 #
 e-trunk 1
  peer-address 10.0.0.2 source-address 10.0.0.1
 #
 interface LoopBack0
  ip address 10.0.0.1 255.255.255.255
 #
 return
 sysname PE2
 #
+e-trunk port 2000
+#
 e-trunk 1
  peer-address 10.0.0.1 source-address 10.0.0.2
 #
 interface LoopBack0
  ip address 10.0.0.2 255.255.255.255
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::et
