// ET003: see the rule's page at the end of this file.

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

using Priority = Setting<std::uint32_t>;

// The interface's setting wins over the device's.
Priority lacp_priority(const Pairing& net, PortRef member) {
  const Interface& trunk = net[member];
  const Device& device = net[member.device];
  const std::string what = "LACP E-Trunk priority";
  if (trunk.trunk->etrunk_priority) {
    return {member.device, fmt::format("{} on {}", what, trunk.name), *trunk.trunk->etrunk_priority,
            block_of(trunk)};
  }
  Block block = block_of(device);
  if (block.unread.empty()) block.unread = trunk.unread;
  return {member.device, what, device.lacp_etrunk_priority, block};
}

void describe(const Pairing& net, Finding& finding, const EtrunkPair& pair, const Priority& changed,
              const Priority& kept) {
  finding.service = service_name(net, pair.a);
  if (finding.verdict == Verdict::Unknown) {
    describe_undecided(finding, pair_phrase(net, pair), "the LACP priority");
    return;
  }
  finding.message =
      fmt::format("the LACP E-Trunk priorities of {} differ: {} has {}, {} has {}", pair_phrase(net, pair),
                  name_of(net, changed.device), *changed.fact, name_of(net, kept.device), *kept.fact);
  finding.consequence =
      "Priority and system ID together name an LACP system: the CE sees two systems and does not bundle the "
      "legs to both devices.";
  finding.fix = {
      fmt::format("give {} the priority of {}", name_of(net, changed.device), name_of(net, kept.device)),
      {in_view(changed.device, {}, {fmt::format("lacp e-trunk priority {}", *kept.fact)})}};
}

void check(const Pairing& net, Judgement& out) {
  // One setting of a device holds for many members: each two lines are compared once.
  std::set<std::pair<Span, Span>> compared;
  const auto place = [](const Priority& priority) {
    return priority.fact.where.known() ? priority.fact.where : priority.block.header;
  };
  for_each_etrunk(
      net,
      [&](const EtrunkPair& pair) {
        for (const pairing::EtrunkMembers& row : pair.members) {
          if (!row.a.valid() || !row.b.valid()) continue;
          const PortRef a{pair.a.device, row.a};
          const PortRef b{pair.b.device, row.b};
          if (!runs_lacp(net[a]) || !runs_lacp(net[b])) continue;
          const Priority here = lacp_priority(net, a);
          const Priority there = lacp_priority(net, b);
          if (!compared.emplace(place(here), place(there)).second) continue;
          must_be_equal(out, here, there,
                        [&](Finding& finding, const Priority& changed, const Priority& kept) {
                          describe(net, finding, pair, changed, kept);
                        });
        }
      },
      [&](EtrunkRef etrunk) {
        for (const InterfaceId member : net.etrunks().members(etrunk)) {
          const PortRef port{etrunk.device, member};
          if (!runs_lacp(net[port])) continue;
          must_equal_unseen(net, out, etrunk, lacp_priority(net, port), "the LACP priority");
          return;
        }
      });
}

}  // namespace

extern const Rule lacp_priority_differs;
const Rule lacp_priority_differs{
    .code = "ET003",
    .name = "lacp-priority-differs",
    .severity = Severity::Error,
    .title = "Both devices of an E-Trunk have one LACP E-Trunk priority.",
    .what =
        "For each pair of member Eth-Trunks that run LACP, the LACP E-Trunk priorities are compared: that "
        "of the interface, else that of the device, else the default 32768.",
    .why =
        "An LACP system is named by its priority and its system ID. With two priorities the CE takes the "
        "two devices for two systems and leaves one leg out of the bundle.",
    .fix = "Set the same lacp e-trunk priority on both devices.",
    .limits = "Silent for members without LACP; undecided while the peer is not among the configurations.",
    .source =
        "Configuring PW Status Negotiation, configuring an E-Trunk; command reference: lacp e-trunk "
        "priority; semantics: E-Trunk.",
    .example = R"(
 sysname PE1
 #
 lacp e-trunk priority 100
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
+lacp e-trunk priority 100
+#
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
