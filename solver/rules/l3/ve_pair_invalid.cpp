// L3008: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::l3 {
namespace {

using pairing::Pairing;
using pairing::PortRef;
using pairing::VeGroupView;

std::string kind_word(const Interface& interface) {
  return interface.kind == InterfaceKind::GlobalVe ? "Global-VE" : "board VE";
}

// The board that a VE interface lives on: the first number of its name.
std::string board_of(const Interface& interface) {
  return interface.slot.substr(0, interface.slot.find('/'));
}

constexpr const char* kConsequence =
    "The group does not join them: frames from the PW never reach the L3VPN, and packets to its users never "
    "reach the PW, although both may show as up.";

void judge_equal(const Pairing& net, const VeGroupView& group, const char* what, const std::string& at_l2,
                 const std::string& at_l3, const std::string& summary, Judgement& out) {
  const PortRef l2{group.device, group.l2.front()};
  const PortRef l3{group.device, group.l3.front()};
  Claim claim = out.claim();
  const auto fact = [&](PortRef port, const std::string& value) {
    return claim.fact(group.device, fmt::format("{} of {}", what, net[port].name),
                      configured(value, net[port].where), block_of(net[port]));
  };
  const auto wrong = fact(l3, at_l3);
  const auto right = fact(l2, at_l2);
  claim.require(claim.exprs().eq(wrong, right));
  claim.show(group.device, net[l2].ve_group->where, "the L2VE interface");
  claim.show(group.device, net[l3].ve_group->where, "the L3VE interface");
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, l2);
    finding.message =
        fmt::format("VE group {} of {} joins {} ({} {}) and {} ({} {})", group.id, name_of(net, group.device),
                    net[l2].name, what, at_l2, net[l3].name, what, at_l3);
    finding.consequence = kConsequence;
    finding.fix = {summary, {}};
  });
}

void judge_pair(const Pairing& net, const VeGroupView& group, Judgement& out) {
  const Interface& l2 = net[PortRef{group.device, group.l2.front()}];
  const Interface& l3 = net[PortRef{group.device, group.l3.front()}];
  judge_equal(net, group, "kind", kind_word(l2), kind_word(l3),
              "use two board VE or two Global-VE interfaces", out);
  if (l2.kind != InterfaceKind::VirtualEthernet || l3.kind != InterfaceKind::VirtualEthernet) return;
  if (board_of(l2).empty() || board_of(l3).empty()) return;
  judge_equal(
      net, group, "board", board_of(l2), board_of(l3),
      fmt::format("make the L3VE interface anew on board {}, or use two Global-VE interfaces", board_of(l2)),
      out);
}

std::string vlan_words(const Interface& interface) {
  std::vector<std::string> words;
  for (const Fact<VlanMatch>& vlan : interface.vlans) {
    std::string word = std::to_string(vlan->outer_first);
    if (vlan->outer_last != vlan->outer_first) word += fmt::format("-{}", vlan->outer_last);
    if (vlan->inner_first != 0) word += fmt::format("/{}", vlan->inner_first);
    words.push_back(std::move(word));
  }
  return words.empty() ? std::string("untagged") : fmt::format("VLAN {}", fmt::join(words, ", "));
}

// A sub-interface with a PW or VSI whose tags no L3VE sub-interface takes, while one there gets no frames.
void judge_vlans(const Pairing& net, const VeGroupView& group, InterfaceId id, Judgement& out) {
  const PortRef l2{group.device, id};
  const PortRef main{group.device, group.l3.front()};
  Claim claim = out.claim();
  claim.require(claim.exprs().variable(
      claim.present(group.device, fmt::format("L3VE sub-interface for {}", vlan_words(net[l2])), false, {},
                    {net[l2].vlans.empty() ? net[l2].where : net[l2].vlans.front().where,
                     net[main].unread.empty() ? net[l2].unread : net[main].unread})));
  for (const InterfaceId lonely : group.unmatched_l3) {
    const Interface& l3 = net[PortRef{group.device, lonely}];
    claim.show(group.device, l3.vlans.front().where, fmt::format("{}, gets no frames", l3.name));
  }
  out.judge(claim, [&](Finding& finding) {
    const PortRef l3{group.device, group.unmatched_l3.front()};
    finding.service = service_name(net, l2);
    finding.message = fmt::format("on {}, no L3VE sub-interface of VE group {} takes {} of {}",
                                  name_of(net, group.device), group.id, vlan_words(net[l2]), net[l2].name);
    finding.consequence = kConsequence;
    if (group.unmatched_l3.size() != 1 || net[l2].vlans.size() != 1 || net[l3].vlans.size() != 1) {
      finding.fix = {"give the L2VE and the L3VE sub-interface the same VLANs", {}};
      return;
    }
    finding.fix = {fmt::format("give {} the VLAN of {}", net[l3].name, net[l2].name),
                   {in_interface(net, l3,
                                 {"undo " + line_text(net, net[l3].vlans.front().where),
                                  line_text(net, net[l2].vlans.front().where)})}};
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const VeGroupView& group : net.ve_groups().all()) {
    if (group.l2.size() != 1 || group.l3.size() != 1) continue;  // L3003
    judge_pair(net, group, out);
    const auto is_tagged = [&](InterfaceId id) { return !net[PortRef{group.device, id}].vlans.empty(); };
    if (group.unmatched_l3.empty() || !std::ranges::all_of(group.unmatched_l3, is_tagged)) continue;
    for (const InterfaceId l2 : group.unmatched_l2) judge_vlans(net, group, l2, out);
  }
}

}  // namespace

extern const Rule ve_pair_invalid;
const Rule ve_pair_invalid{
    .code = "L3008",
    .name = "ve-pair-invalid",
    .severity = Severity::Error,
    .title = "The two interfaces of a VE group can be joined, and their sub-interfaces take the same VLANs.",
    .what =
        "For each VE group of one L2VE and one L3VE interface: both are board VE interfaces of one board, or "
        "both Global-VE interfaces. For each sub-interface with a PW or a VSI on the L2VE side, a "
        "sub-interface with an address or VPN instance on the L3VE side takes its VLANs.",
    .why = "The group hands frames over by VLAN, inside one board. What does not match is dropped there.",
    .fix = "Make the odd interface anew on the other's board, or give the sub-interfaces the same VLANs.",
    .limits =
        "The board is the first number of the interface's name. VLANs are compared only where a "
        "sub-interface on the L3VE side is left over as well, as others may take the frames of a BRAS; and "
        "where every such sub-interface names its VLANs. Groups without two such interfaces are L3003's.",
    .source = "Command reference: ve-group, precautions.",
    .example = R"(
 sysname AGG1
 #
 interface Virtual-Ethernet0/1/0
  ve-group 1 l2-terminate
 #
 interface Virtual-Ethernet0/1/0.10
  vlan-type dot1q 10
  mpls l2vc 2.2.2.2 100
 #
 interface Virtual-Ethernet0/1/1
  ve-group 1 l3-access
 #
 interface Virtual-Ethernet0/1/1.10
- vlan-type dot1q 11
+ vlan-type dot1q 10
  ip address 192.168.0.1 255.255.255.0
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::l3
