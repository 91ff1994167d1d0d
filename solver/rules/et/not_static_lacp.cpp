// ET006: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/rules/support/etrunks.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::et {
namespace {

using pairing::EtrunkPair;
using pairing::Pairing;
using pairing::PortRef;

// The mode of an Eth-Trunk changes only while it has no members.
DeviceCommands set_mode(const Pairing& net, PortRef trunk) {
  DeviceCommands commands{trunk.device, {}};
  const auto members = net.links().trunk_members(trunk);
  const auto in_member = [&](PortRef member, std::string line) {
    commands.lines.push_back("interface " + net[member].name);
    commands.lines.push_back(std::move(line));
    commands.lines.emplace_back("quit");
  };
  for (const PortRef member : members) in_member(member, "undo eth-trunk");
  if (!members.empty()) commands.lines.emplace_back("commit");
  commands.lines.push_back("interface " + net[trunk].name);
  commands.lines.emplace_back("mode lacp-static");
  commands.lines.emplace_back("quit");
  for (const PortRef member : members) in_member(member, fmt::format("eth-trunk {}", net[trunk].number));
  commands.lines.emplace_back("commit");
  return commands;
}

void judge_mode(const Pairing& net, PortRef trunk, PortRef etrunk_member, Judgement& out) {
  const Interface& interface = net[trunk];
  Claim claim = out.claim();
  const auto mode = claim.fact(trunk.device, fmt::format("mode of {}", interface.name), interface.trunk->mode,
                               block_of(interface));
  claim.require(claim.exprs().is(mode, to_value(TrunkMode::LacpStatic)));
  const bool at_ce = trunk != etrunk_member;
  if (!at_ce) claim.show(trunk.device, interface.trunk->etrunk->where, "member of the E-Trunk");
  if (at_ce) claim.show(etrunk_member.device, net[etrunk_member].trunk->mode.where, "mode at the other end");
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, net.etrunks().covering(etrunk_member));
    finding.consequence =
        at_ce ? "The two ends of the bundle do not agree: the PEs wait for LACP and the legs stay down."
              : "Without LACP the CE does not learn which leg serves: unless Ethernet OAM tells it, it keeps "
                "sending into the leg of the backup device.";
    if (finding.verdict == Verdict::Unknown) {
      finding.message = fmt::format("whether {} runs static LACP cannot be told", port_phrase(net, trunk));
      return;
    }
    finding.message =
        at_ce ? fmt::format("{} leads to an E-Trunk whose members run LACP, but is in mode {}",
                            port_phrase(net, trunk), to_string(*interface.trunk->mode))
              : fmt::format("{} is a member of E-Trunk {}, but is in mode {}", port_phrase(net, trunk),
                            **interface.trunk->etrunk, to_string(*interface.trunk->mode));
    finding.fix = {"run static LACP on the Eth-Trunk", {set_mode(net, trunk)}};
  });
}

void judge_ces(const Pairing& net, const EtrunkPair& pair, Judgement& out) {
  for (const pairing::EtrunkMembers& row : pair.members) {
    if (!row.a.valid() || !row.b.valid()) continue;
    const PortRef member{pair.a.device, row.a};
    if (!runs_lacp(net[member])) continue;
    for (const pairing::CeBundle& bundle : net.dual_homing().ce_bundles(pair, row)) {
      judge_mode(net, bundle.trunk, member, out);
    }
  }
}

void check(const Pairing& net, Judgement& out) {
  for (const EtrunkPair& pair : net.etrunks().all()) {
    for (const pairing::EtrunkRef etrunk : {pair.a, pair.b}) {
      if (!etrunk.valid()) continue;
      for (const InterfaceId id : net.etrunks().members(etrunk)) {
        const PortRef member{etrunk.device, id};
        // A forced member carries all the time, or never: nothing has to be told to the CE.
        if (*net[member].trunk->etrunk_mode == EtrunkMemberMode::Auto) judge_mode(net, member, member, out);
      }
    }
    if (is_sure(pair)) judge_ces(net, pair, out);
  }
}

}  // namespace

extern const Rule not_static_lacp;
const Rule not_static_lacp{
    .code = "ET006",
    .name = "not-static-lacp",
    .severity = Severity::Warning,
    .title = "Member Eth-Trunks of an E-Trunk, and the CE's Eth-Trunk, run static LACP.",
    .what =
        "The mode of every member Eth-Trunk that the E-Trunk switches (default: manual load balancing), and "
        "of the CE's Eth-Trunk where links lead to it.",
    .why = "By LACP the CE learns which leg serves. In a manual mode only Ethernet OAM can tell it.",
    .fix = "Set mode lacp-static; the Eth-Trunk has to be without members while its mode changes.",
    .limits =
        "Silent for members that are forced to be master or backup, which E-Trunk does not switch. Ethernet "
        "OAM is not modelled: where it is used in a manual mode the warning does not apply. A CE is judged "
        "only when links to it are known.",
    .source =
        "Configuring PW Status Negotiation, configuring Eth-Trunk interfaces; command reference: mode "
        "(Eth-Trunk interface view), e-trunk (Eth-Trunk interface view).",
    .example = R"(
 sysname PE1
 #
 e-trunk 1
  peer-address 10.0.0.2 source-address 10.0.0.1
 #
 interface Eth-Trunk10
+ mode lacp-static
  e-trunk 1
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::et
