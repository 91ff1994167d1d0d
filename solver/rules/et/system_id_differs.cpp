// ET002: see the rule's page at the end of this file.

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
using pairing::PortRef;

using SystemId = Setting<std::string>;

// What the member shows to the CE: its own setting, else the device's, else the bridge MAC address.
SystemId system_id(const Pairing& net, PortRef member) {
  const Interface& trunk = net[member];
  const Device& device = net[member.device];
  const std::string what = "LACP E-Trunk system ID";
  const auto text = [](const Fact<Mac>& mac) {
    return Fact<std::string>{to_string(*mac), mac.where, mac.origin};
  };
  if (trunk.trunk->etrunk_system_id) {
    return {member.device, fmt::format("{} on {}", what, trunk.name), text(*trunk.trunk->etrunk_system_id),
            block_of(trunk)};
  }
  if (device.lacp_etrunk_system_id) {
    return {member.device, what, text(*device.lacp_etrunk_system_id), block_of(device)};
  }
  Block block = block_of(device);
  if (block.unread.empty()) block.unread = trunk.unread;
  return {member.device, what,
          by_default(fmt::format("bridge MAC of {}", name_of(net, member.device)), block.header), block};
}

void describe(const Pairing& net, Finding& finding, const EtrunkPair& pair, const SystemId& changed,
              const SystemId& kept) {
  finding.service = service_name(net, pair.a);
  if (finding.verdict == Verdict::Unknown) {
    describe_undecided(finding, pair_phrase(net, pair), "the LACP system ID");
    return;
  }
  finding.consequence =
      "The CE sees two LACP systems and does not bundle the legs to both devices: the leg that is left out "
      "cannot take over.";
  if (!changed.fact.configured() && !kept.fact.configured()) {
    finding.severity = Severity::Warning;
    finding.message = fmt::format("{} have no common LACP system ID", pair_phrase(net, pair));
    finding.fix.summary = "set one system ID on both devices";
    for (const SystemId* side : {&kept, &changed}) {
      finding.fix.commands.push_back(in_view(side->device, {}, {"lacp e-trunk system-id <mac-address>"}));
    }
    return;
  }
  finding.message =
      fmt::format("the LACP system IDs of {} differ: {} shows {}, {} shows {}", pair_phrase(net, pair),
                  name_of(net, changed.device), *changed.fact, name_of(net, kept.device), *kept.fact);
  finding.fix.summary =
      fmt::format("give {} the system ID of {}", name_of(net, changed.device), name_of(net, kept.device));
  const bool kept_is_mac = kept.fact.configured();
  finding.fix.commands.push_back(in_view(
      changed.device, {},
      {fmt::format("lacp e-trunk system-id {}", kept_is_mac ? *kept.fact : std::string("<mac-address>"))}));
}

void check(const Pairing& net, Judgement& out) {
  // One setting of a device holds for many members: each two lines are compared once.
  std::set<std::pair<Span, Span>> compared;
  const auto place = [](const SystemId& id) {
    return id.fact.where.known() ? id.fact.where : id.block.header;
  };
  for_each_etrunk(
      net,
      [&](const EtrunkPair& pair) {
        for (const pairing::EtrunkMembers& row : pair.members) {
          if (!row.a.valid() || !row.b.valid()) continue;
          const PortRef a{pair.a.device, row.a};
          const PortRef b{pair.b.device, row.b};
          if (!runs_lacp(net[a]) || !runs_lacp(net[b])) continue;
          const SystemId id_a = system_id(net, a);
          const SystemId id_b = system_id(net, b);
          if (!compared.emplace(place(id_a), place(id_b)).second) continue;
          must_be_equal(out, id_a, id_b,
                        [&](Finding& finding, const SystemId& changed, const SystemId& kept) {
                          describe(net, finding, pair, changed, kept);
                        });
        }
      },
      [&](EtrunkRef etrunk) {
        for (const InterfaceId member : net.etrunks().members(etrunk)) {
          const PortRef port{etrunk.device, member};
          if (!runs_lacp(net[port])) continue;
          must_equal_unseen(net, out, etrunk, system_id(net, port), "the LACP system ID");
          return;
        }
      });
}

}  // namespace

extern const Rule system_id_differs;
const Rule system_id_differs{
    .code = "ET002",
    .name = "system-id-differs",
    .severity = Severity::Error,
    .title = "Both devices of an E-Trunk show the CE one LACP system ID.",
    .what =
        "For each pair of member Eth-Trunks that run LACP, the system IDs are compared: that of the "
        "interface, else that of the device, else the bridge MAC address, which no two devices share.",
    .why =
        "LACP bundles links to one system only. With two IDs the CE takes the two devices for two systems "
        "and leaves one leg out of the bundle.",
    .fix = "Set the same lacp e-trunk system-id on both devices.",
    .limits =
        "A warning where both sides are left at their bridge MAC address. A side that is set to the "
        "other's bridge MAC address is right and yet reported: configurations do not show that address. "
        "Silent for members without LACP; undecided while the peer is not among the configurations.",
    .source =
        "Configuring PW Status Negotiation, configuring an E-Trunk; command reference: lacp e-trunk "
        "system-id, lacp system-id; semantics: E-Trunk.",
    .example = R"(
 sysname PE1
 #
 lacp e-trunk system-id 00e0-fc00-0001
 #
 e-trunk 1
  peer-address 10.0.0.2 source-address 10.0.0.1
 #
 interface Eth-Trunk10
  mode lacp-static
  e-trunk 1
 #
 interface LoopBack0
  ip address 10.0.0.1 255.255.255.255
 #
 return
 sysname PE2
 #
-lacp e-trunk system-id 00e0-fc00-0002
+lacp e-trunk system-id 00e0-fc00-0001
 #
 e-trunk 1
  peer-address 10.0.0.1 source-address 10.0.0.2
 #
 interface Eth-Trunk10
  mode lacp-static
  e-trunk 1
 #
 interface LoopBack0
  ip address 10.0.0.2 255.255.255.255
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::et
