// VS009: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/vsi_phrases.h"

namespace holdfast::rules::vs {
namespace {

using pairing::Pairing;
using pairing::PortRef;
using pairing::PwEnd;
using pairing::Service;
using pairing::VsiRef;

// What a VSI has to do about MAC addresses that others have learned, and the line that is the reason.
struct Needs {
  bool withdraw = false;      // `mac-withdraw enable`
  bool on_ac_change = false;  // `interface-status-change mac-withdraw enable`
  bool upe_to_hub = false;    // passes on what a UPE withdraws
  bool hub_to_upe = false;    // passes on what the core withdraws
  std::vector<Evidence> reasons;
  bool any() const { return withdraw || on_ac_change || upe_to_hub || hub_to_upe; }
};

bool has_redundant_ac(const Pairing& net, VsiRef vsi) {
  return std::ranges::any_of(net.vsi_acs().of(vsi), [&](InterfaceId ac) {
    return net.dual_homing().arbiter({vsi.device, ac}).kind() != pairing::ArbiterKind::None;
  });
}

bool has_redundant_pws(const Vsi& vsi) {
  return std::ranges::any_of(vsi.groups, [](const ProtectGroup& group) { return group.members.size() > 1; });
}

void need_forwarding(const Pairing& net, VsiRef vsi, Needs& needs) {
  const PwEnd* hub = nullptr;
  const PwEnd* spoke = nullptr;
  bool upe_withdraws = false;
  bool core_withdraws = false;
  for (const PwEnd& end : net.pw_ends().of_vsi(vsi)) {
    const PwEnd* far = net.pw_ends().counterpart(end.id);
    if (far == nullptr || far->vsi_peer == nullptr || !*net[far->vsi].mac_withdraw) continue;
    if (is_hub(*end.vsi_peer)) {
      if (hub == nullptr) hub = &end;
      core_withdraws = core_withdraws || has_redundant_ac(net, far->vsi);
    } else if (*end.vsi_peer->upe) {
      if (spoke == nullptr) spoke = &end;
      upe_withdraws = upe_withdraws || has_redundant_pws(net[far->vsi]);
    }
  }
  if (hub == nullptr || spoke == nullptr) return;
  needs.upe_to_hub = upe_withdraws;
  needs.hub_to_upe = core_withdraws;
  if (!upe_withdraws && !core_withdraws) return;
  needs.reasons.push_back({vsi.device, spoke->where, "spoke PW to a UPE"});
  needs.reasons.push_back({vsi.device, hub->where, "hub PW"});
}

Needs needs_of(const Pairing& net, VsiRef ref) {
  const Vsi& vsi = net[ref];
  Needs needs;
  if (*vsi.interface_status_change && !*vsi.mac_withdraw) {
    needs.withdraw = true;
    needs.reasons.push_back({ref.device, vsi.interface_status_change.where, "has no effect alone"});
  }
  for (const ProtectGroup& group : vsi.groups) {
    if (group.members.size() < 2) continue;
    needs.withdraw = true;
    needs.reasons.push_back({ref.device, group.where, "redundant PWs"});
  }
  for (const InterfaceId ac : net.vsi_acs().of(ref)) {
    if (net.dual_homing().arbiter({ref.device, ac}).kind() == pairing::ArbiterKind::None) continue;
    needs.withdraw = needs.on_ac_change = true;
    needs.reasons.push_back({ref.device, net[PortRef{ref.device, ac}].where, "redundant AC"});
    break;
  }
  need_forwarding(net, ref, needs);
  return needs;
}

// Whether somebody in the service has MAC addresses withdrawn: then half of it was forgotten.
bool is_wanted(const Pairing& net, VsiRef vsi) {
  const auto wants = [&](VsiRef it) { return *net[it].mac_withdraw || *net[it].interface_status_change; };
  const Service* service = net.services().of(vsi);
  return wants(vsi) || (service != nullptr && std::ranges::any_of(service->vsis, wants));
}

// The settings that are missing, as commands of the VSI's view.
std::vector<std::string> missing_lines(const Vsi& vsi, const Needs& needs) {
  std::vector<std::string> lines;
  if (needs.withdraw && !*vsi.mac_withdraw) lines.emplace_back("mac-withdraw enable");
  if (needs.on_ac_change && !*vsi.interface_status_change) {
    lines.emplace_back("interface-status-change mac-withdraw enable");
  }
  const bool up = needs.upe_to_hub && !*vsi.upe_npe_withdraw;
  const bool down = needs.hub_to_upe && !*vsi.npe_upe_withdraw;
  if (up || down) lines.emplace_back("mac-withdraw propagate enable");
  return lines;
}

void check_vsi(const Pairing& net, VsiRef ref, Judgement& out) {
  const Vsi& vsi = net[ref];
  if (*vsi.shutdown || *vsi.is_admin) return;
  const Needs needs = needs_of(net, ref);
  if (!needs.any()) return;
  Claim claim = out.claim();
  auto& e = claim.exprs();
  const Block block = block_of(vsi);
  std::vector<smt::ExprId> all;
  const auto need = [&](bool wanted, const char* what, const Fact<bool>& fact) {
    if (wanted) all.push_back(e.variable(claim.fact(ref.device, what, fact, block)));
  };
  need(needs.withdraw, "`mac-withdraw enable`", vsi.mac_withdraw);
  need(needs.on_ac_change, "`interface-status-change mac-withdraw enable`", vsi.interface_status_change);
  need(needs.upe_to_hub, "MAC withdraw messages passed on from UPE to hub", vsi.upe_npe_withdraw);
  need(needs.hub_to_upe, "MAC withdraw messages passed on from hub to UPE", vsi.npe_upe_withdraw);
  claim.require(e.all_of(all));
  for (const Evidence& reason : needs.reasons) claim.show(reason.device, reason.where, reason.note);
  out.judge(claim, [&](Finding& finding) {
    const std::vector<std::string> lines = missing_lines(vsi, needs);
    finding.service = service_name(net, ref);
    finding.message =
        finding.verdict == Verdict::Unknown
            ? fmt::format("cannot tell whether {} withdraws MAC addresses", vsi_phrase(net, ref))
            : fmt::format("{} lacks `{}`", vsi_phrase(net, ref), fmt::join(lines, "`, `"));
    finding.consequence =
        "After a switchover the other devices still have the old MAC addresses: what they send goes the old "
        "way and is lost until the addresses age out.";
    finding.fix = {"withdraw MAC addresses as a whole", {in_view(ref.device, {"vsi " + vsi.name}, lines)}};
    if (!is_wanted(net, ref)) finding.severity = Severity::Info;
  });
}

void check(const Pairing& net, Judgement& out) {
  for (std::size_t d = 0; d < net.network().devices.size(); ++d) {
    for (std::uint32_t i = 0; i < net[DeviceId{d}].vsis.size(); ++i) check_vsi(net, {DeviceId{d}, i}, out);
  }
}

}  // namespace

extern const Rule mac_withdraw_half;
const Rule mac_withdraw_half{
    .code = "VS009",
    .name = "mac-withdraw-half",
    .severity = Severity::Warning,
    .title = "Where PWs or ACs are redundant, MAC addresses are withdrawn as a whole.",
    .what =
        "A VSI with a protect-group of two PWs has `mac-withdraw enable`; one with an AC that an E-Trunk or "
        "mVRRP decides over has `interface-status-change mac-withdraw enable` as well, and that never stands "
        "alone. An SPE between a UPE and hub PWs passes on what they withdraw (`mac-withdraw propagate "
        "enable`, or `upe-npe` and `npe-upe mac-withdraw enable`).",
    .why =
        "A switchover moves addresses to another way. Without the message the others keep sending to the old "
        "one until their entries age out.",
    .fix = "Add the missing lines in the VSI.",
    .limits =
        "Advice only where no VSI of the service withdraws addresses, since the service may do without. An "
        "SPE is asked only for messages that a VSI on the other side sends. Silent about VSIs that are shut "
        "down. Undecided while lines of the VSI were not understood.",
    .source =
        "Command reference: mac-withdraw enable, interface-status-change mac-withdraw enable, mac-withdraw "
        "propagate enable, upe-npe mac-withdraw enable.",
    .example = R"(
 sysname UPE
 #
 mpls lsr-id 1.1.1.1
 mpls
 mpls l2vpn
 #
 vsi v1 static
  pwsignal ldp
   vsi-id 1
   peer 2.2.2.2
   peer 3.3.3.3
   protect-group g1
    protect-mode pw-redundancy master
    peer 2.2.2.2 preference 1
    peer 3.3.3.3 preference 2
+ mac-withdraw enable
  interface-status-change mac-withdraw enable
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::vs
