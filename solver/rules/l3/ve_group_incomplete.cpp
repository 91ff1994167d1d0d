// L3003: see the rule's page at the end of this file.

#include <fmt/format.h>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::l3 {
namespace {

using pairing::Pairing;
using pairing::PortRef;
using pairing::VeGroupView;

// Groups of L3VPN access to a BRAS have other rules, and the same number on their L3 side.
bool is_l2_into_l3(const Pairing& net, const VeGroupView& group) {
  for (const InterfaceId main : group.l3) {
    const Interface& interface = net[PortRef{group.device, main}];
    if (line_text(net, interface.ve_group->where).find("l3-terminate") != std::string::npos) return false;
  }
  return true;
}

Fact<std::uint32_t> id_of(const Interface& interface) {
  return {interface.ve_group->value.id, interface.ve_group->where, interface.ve_group->origin};
}

Fix renumber(const Pairing& net, PortRef port, std::uint32_t id) {
  const char* side = net[port].ve_group->value.l2_terminate ? "l2-terminate" : "l3-access";
  return {fmt::format("put both VE interfaces into group {}", id),
          {in_interface(net, port, {"undo ve-group", fmt::format("ve-group {} {}", id, side)})}};
}

constexpr const char* kConsequence =
    "Frames from the PW end in the L2VE interface, and packets to its users in the L3VE interface: the PW is "
    "up and carries nothing.";

// One L2VE and one L3VE interface of a device that lack each other: one mistyped number.
void judge_numbers(const Pairing& net, PortRef l2, PortRef l3, Judgement& out) {
  Claim claim = out.claim();
  const auto there =
      claim.fact(l3.device, fmt::format("VE group of {}", net[l3].name), id_of(net[l3]), block_of(net[l3]));
  const auto here =
      claim.fact(l2.device, fmt::format("VE group of {}", net[l2].name), id_of(net[l2]), block_of(net[l2]));
  claim.require(claim.exprs().eq(there, here));
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, l2);
    finding.message = fmt::format("on {}, {} (L2VE) and {} (L3VE) are in different VE groups, each alone",
                                  name_of(net, l2.device), net[l2].name, net[l3].name);
    finding.consequence = kConsequence;
    finding.fix = renumber(net, l3, net[l2].ve_group->value.id);
  });
}

void judge_alone(const Pairing& net, const VeGroupView& group, Judgement& out) {
  const bool lacks_l3 = group.l3.empty();
  const PortRef port{group.device, lacks_l3 ? group.l2.front() : group.l3.front()};
  Claim claim = out.claim();
  claim.require(claim.exprs().variable(claim.present(
      group.device, fmt::format("{} interface of VE group {}", lacks_l3 ? "L3VE" : "L2VE", group.id), false,
      {}, {net[port].ve_group->where, net[group.device].unread})));
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, port);
    finding.message = fmt::format("VE group {} of {} has {} and no {} interface", group.id,
                                  name_of(net, group.device), net[port].name, lacks_l3 ? "L3VE" : "L2VE");
    finding.consequence = kConsequence;
    finding.fix = {
        "give the group its other interface",
        {in_view(group.device, {"interface Virtual-Ethernet <number>"},
                 {fmt::format("ve-group {} {}", group.id, lacks_l3 ? "l3-access" : "l2-terminate")})}};
  });
}

void judge_crowded(const Pairing& net, const VeGroupView& group, const std::vector<InterfaceId>& side,
                   Judgement& out) {
  const PortRef second{group.device, side[1]};
  Claim claim = out.claim();
  const auto more =
      claim.present(group.device, fmt::format("a second interface of this kind in VE group {}", group.id),
                    true, net[second].ve_group->where, block_of(net[second]));
  claim.require(claim.exprs().negate(claim.exprs().variable(more)));
  for (const InterfaceId main : side) {
    claim.show(group.device, net[PortRef{group.device, main}].ve_group->where, {});
  }
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, second);
    finding.message =
        fmt::format("VE group {} of {} has {} {} interfaces, not one", group.id, name_of(net, group.device),
                    side.size(), net[second].ve_group->value.l2_terminate ? "L2VE" : "L3VE");
    finding.consequence =
        "A VE group ties one L2VE interface to one L3VE interface: the traffic of the others goes nowhere.";
    finding.fix = {"give the second interface a group of its own",
                   {in_interface(net, second, {"undo ve-group"})}};
  });
}

// The lonely interfaces of one device, on either side.
struct Lonely {
  std::vector<const VeGroupView*> l2;
  std::vector<const VeGroupView*> l3;
};

void judge_lonely(const Pairing& net, const Lonely& lonely, Judgement& out) {
  if (lonely.l2.size() == 1 && lonely.l3.size() == 1) {
    const VeGroupView& l2 = *lonely.l2.front();
    const VeGroupView& l3 = *lonely.l3.front();
    judge_numbers(net, {l2.device, l2.l2.front()}, {l3.device, l3.l3.front()}, out);
    return;
  }
  for (const VeGroupView* group : lonely.l2) judge_alone(net, *group, out);
  for (const VeGroupView* group : lonely.l3) judge_alone(net, *group, out);
}

void check(const Pairing& net, Judgement& out) {
  DeviceId device;
  Lonely lonely;
  for (const VeGroupView& group : net.ve_groups().all()) {
    if (group.device != device) {
      judge_lonely(net, lonely, out);
      lonely = {};
      device = group.device;
    }
    if (!is_l2_into_l3(net, group)) continue;
    if (group.l3.empty()) lonely.l2.push_back(&group);
    if (group.l2.empty()) lonely.l3.push_back(&group);
    if (group.l2.size() > 1) judge_crowded(net, group, group.l2, out);
    if (group.l3.size() > 1) judge_crowded(net, group, group.l3, out);
  }
  judge_lonely(net, lonely, out);
}

}  // namespace

extern const Rule ve_group_incomplete;
const Rule ve_group_incomplete{
    .code = "L3003",
    .name = "ve-group-incomplete",
    .severity = Severity::Error,
    .title = "A VE group has one L2VE and one L3VE interface.",
    .what =
        "For every number in `ve-group` of a device: one interface says `l2-terminate` and one `l3-access`.",
    .why = "The group is what hands frames of a PW to the L3VPN. Half a group hands them to nobody.",
    .fix = "Give both interfaces the same group number, and each pair a number of its own.",
    .limits =
        "Silent for groups with `l3-terminate` (L3VPN access to a BRAS). Undecided where lines of the device "
        "were not understood.",
    .source = "Command reference: ve-group.",
    .example = R"(
 sysname AGG1
 #
 interface Virtual-Ethernet0/1/0
  ve-group 1 l2-terminate
 #
 interface Virtual-Ethernet0/1/1
- ve-group 2 l3-access
+ ve-group 1 l3-access
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::l3
