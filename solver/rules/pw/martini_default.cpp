// PW025: see the rule's page at the end of this file.

#include <fmt/format.h>
#include <string>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/pw_commands.h"
#include "solver/rules/support/pw_phrases.h"

namespace holdfast::rules::pw {
namespace {

using pairing::AcGroup;
using pairing::Pairing;
using pairing::PwEnd;
using pairing::PwEndId;

// The LDP end that makes the AC a redundant one; null where it is not.
const PwEnd* redundant_end(const Pairing& net, const AcGroup& group) {
  for (const PwEndId id : {group.secondary, group.bypass, group.ac_bypass}) {
    if (id.valid() && !net[id].is_static) return &net[id];
  }
  return nullptr;
}

// Ends on the device that take part in redundancy: its own secondaries and bypasses, members of a VSI's
// protect group, and the far ends of PWs that another device chooses between.
std::vector<const PwEnd*> redundant_ends(const Pairing& net, DeviceId device) {
  std::vector<const PwEnd*> result;
  for (const PwEnd& end : net.pw_ends().of_device(device)) {
    if (end.is_static) continue;
    if (end.kind == pairing::PwEndKind::Ac && !end.is_role(PwRole::Primary)) {
      if (!end.is_role(PwRole::Admin)) result.push_back(&end);
      continue;
    }
    const PwEnd* other = net.pw_ends().counterpart(end.id);
    if (other == nullptr || other->kind != pairing::PwEndKind::Ac) continue;
    const AcGroup* far = net.ac_groups().of(other->ac_port());
    if (far != nullptr && redundant_end(net, *far) != nullptr) result.push_back(&end);
  }
  return result;
}

// The device takes the line back only while it has no L2VPN service: the redundant PWs are shown, all others
// have to go for that time as well.
std::vector<DeviceCommands> take_back(const Pairing& net, DeviceId device) {
  std::vector<DeviceCommands> commands;
  std::vector<DeviceCommands> again;
  for (const AcGroup& group : net.ac_groups().all()) {
    if (group.ac.device != device || group.ends.empty()) continue;
    std::vector<std::string> gone;
    std::vector<std::string> made;
    for (const PwEnd& end : group.ends) {
      if (end.half == pairing::PwHalf::PwBypass) continue;
      gone.insert(gone.begin(), undo_pw(net, end));
      made.push_back(line_text(net, end.where));
    }
    commands.push_back(in_interface(net, group.ac, gone));
    again.push_back(in_interface(net, group.ac, made));
  }
  commands.push_back(in_view(device, {"mpls l2vpn"}, {"undo mpls l2vpn default martini"}));
  commands.insert(commands.end(), again.begin(), again.end());
  return commands;
}

void judge_device(const Pairing& net, DeviceId device, const std::vector<const PwEnd*>& ends,
                  Judgement& out) {
  const PwEnd& first = *ends.front();
  Claim claim = out.claim();
  const auto martini =
      claim.fact(device, "mpls l2vpn default martini", net[device].mpls.l2vpn_martini, Block{});
  const auto redundant =
      claim.present(device, fmt::format("the {}", pw_phrase(net, first)), true, first.where, {});
  smt::ExprArena& exprs = claim.exprs();
  claim.require(exprs.implies(exprs.variable(redundant), exprs.negate(exprs.variable(martini))));
  for (const PwEnd* end : ends) {
    claim.show(device, end->where, {});
    const PwEnd* other = net.pw_ends().counterpart(end->id);
    if (other != nullptr) claim.show(other->device, other->where, {});
  }
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, first.id);
    finding.message =
        fmt::format("{} runs LDP PWs the old way (default martini) and has {} in redundancy groups",
                    name_of(net, device), ends.size() == 1 ? "a PW" : fmt::format("{} PWs", ends.size()));
    finding.consequence = fmt::format(
        "{} sends no Notification messages, so PW ends cannot tell each other which PW is in use: after a "
        "failure the two sides may choose different PWs.",
        name_of(net, device));
    finding.fix.summary =
        "take `mpls l2vpn default martini` back; the device allows it only while it has no VPWS and "
        "no VPLS service";
    if (net[device].vsis.empty()) finding.fix.commands = take_back(net, device);
  });
}

void check(const Pairing& net, Judgement& out) {
  for (std::size_t d = 0; d < net.network().devices.size(); ++d) {
    const DeviceId device{d};
    if (!*net[device].mpls.l2vpn_martini) continue;
    const std::vector<const PwEnd*> ends = redundant_ends(net, device);
    if (!ends.empty()) judge_device(net, device, ends, out);
  }
}

}  // namespace

extern const Rule martini_default;
const Rule martini_default{
    .code = "PW025",
    .name = "martini-default",
    .severity = Severity::Error,
    .title = "Where PWs are redundant, no device of theirs has `mpls l2vpn default martini`.",
    .what =
        "A device with this line must have no LDP PW that takes part in redundancy: no secondary or bypass "
        "PW, and "
        "no PW that another device chooses as one of two.",
    .why =
        "The line switches Notification messages off, which PWE3 introduced and with which the ends of "
        "redundant "
        "PWs tell each other their states. PW redundancy does not work without them.",
    .fix = "Remove the VPWS and VPLS services, take the line back, and configure the services anew.",
    .limits =
        "PWs whose far end is not seen count only by their own role. Protect groups of VSIs are not looked "
        "at.",
    .source = "Command reference: mpls l2vpn default martini; mpls l2vpn redundancy (PWE3 only).",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 #
 mpls l2vpn
- mpls l2vpn default martini
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 2.2.2.2 100
  mpls l2vc 3.3.3.3 200 secondary
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw
