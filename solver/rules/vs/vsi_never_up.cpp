// VS011: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <string_view>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/vsi_phrases.h"

namespace holdfast::rules::vs {
namespace {

using pairing::Pairing;
using pairing::VsiRef;

// What stands in for an AC on one device.
struct Users {
  // VSIs that a line binds: to an AC (also in forms such as a multi-homing site), to a bridge domain, to the
  // customer side of PBB.
  std::set<std::string_view> bound;
  std::set<std::uint32_t> domains;  // bridge domains with an AC or with the interface that routes for them
};

Users users_of(const Pairing& net, const Device& device) {
  Users users;
  for (const NameUse& use : device.names) {
    if (use.kind != NameKind::Vsi || use.definition) continue;
    const std::string line = line_text(net, use.where);
    if (line.starts_with("l2 binding") || line.starts_with("pbb binding")) users.bound.insert(use.name);
  }
  for (const Interface& interface : device.interfaces) {
    if (interface.bridge_domain) users.domains.insert(**interface.bridge_domain);
    if (interface.kind == InterfaceKind::Vbdif) users.domains.insert(interface.number);
  }
  return users;
}

bool has_ac(const Vsi& vsi, const Users& users) {
  return vsi.bridge_domain ? users.domains.contains(**vsi.bridge_domain) : users.bound.contains(vsi.name);
}

bool is_meant_to_work(const Vsi& vsi) {
  if (*vsi.shutdown || *vsi.is_admin) return false;
  return !vsi.peers.empty() || vsi.signalling == VsiSignalling::Bgp || vsi.signalling == VsiSignalling::BgpAd;
}

bool has_spoke(const Vsi& vsi) {
  return std::ranges::any_of(vsi.peers, [](const VsiPeer& peer) { return !is_hub(peer); });
}

void check_vsi(const Pairing& net, VsiRef ref, const Users& users, Judgement& out) {
  const Vsi& vsi = net[ref];
  if (!is_meant_to_work(vsi) || has_spoke(vsi) || has_ac(vsi, users)) return;
  Claim claim = out.claim();
  const auto ac =
      claim.present(ref.device, fmt::format("AC or `upe` PW of VSI {}", vsi.name), false, {}, block_of(vsi));
  const auto ignores = claim.fact(ref.device, "`ignore-ac-state`", vsi.ignore_ac_state, block_of(vsi));
  claim.require(claim.exprs().any_of({claim.exprs().variable(ac), claim.exprs().variable(ignores)}));
  for (const VsiPeer& peer : vsi.peers) claim.show(ref.device, peer.where, "hub PW");
  if (vsi.bridge_domain) claim.show(ref.device, vsi.bridge_domain->where, {});
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, ref);
    finding.message = fmt::format("{} has neither an AC nor a spoke PW", vsi_phrase(net, ref));
    finding.consequence =
        "A VSI is up only with an AC or a UPE PW that is up: this one never is, and its PWs stay down on "
        "both "
        "ends.";
    if (vsi.bridge_domain) {
      const std::string domain = std::to_string(**vsi.bridge_domain);
      finding.fix = {"put an AC into the bridge domain",
                     {in_view(ref.device, {"interface <ac> mode l2"}, {"bridge-domain " + domain})}};
    } else {
      finding.fix = {"bind the AC to the VSI",
                     {in_view(ref.device, {"interface <ac>"}, {"l2 binding vsi " + vsi.name})}};
    }
  });
}

void check(const Pairing& net, Judgement& out) {
  for (std::size_t d = 0; d < net.network().devices.size(); ++d) {
    const DeviceId device{d};
    if (net[device].vsis.empty()) continue;
    const Users users = users_of(net, net[device]);
    for (std::uint32_t i = 0; i < net[device].vsis.size(); ++i) check_vsi(net, {device, i}, users, out);
  }
}

}  // namespace

extern const Rule vsi_never_up;
const Rule vsi_never_up{
    .code = "VS011",
    .name = "vsi-never-up",
    .severity = Severity::Error,
    .title = "A VSI has an AC or a UPE PW, or ignores the state of its ACs.",
    .what =
        "Every VSI that has peers or BGP signalling: an interface, a bridge domain with an AC or a Vbdif, or "
        "an I-VSI is bound to it, or one of its peers is `upe` or in AC mode, or `ignore-ac-state` is set "
        "here or for all VSIs.",
    .why = "Without one of these the VSI never comes up, and so none of its PWs carries anything.",
    .fix = "Bind the AC, make the peer behind which the users are a spoke with `upe`, or ignore AC states.",
    .limits =
        "Silent for VSIs that are shut down, admin VSIs, and VSIs without any peer or BGP signalling "
        "(SYN004). Undecided where lines of the VSI were not understood.",
    .source = "Command reference: ignore-ac-state, vpls ignore-ac-state.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 mpls
 mpls l2vpn
 #
 vsi v1 static
  pwsignal ldp
   vsi-id 1
   peer 2.2.2.2
 #
+interface GigabitEthernet0/1/0.10
+ vlan-type dot1q 10
+ l2 binding vsi v1
+#
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::vs
