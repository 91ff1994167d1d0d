// VLANs, switched ports, bridge domains, and ACs of VSIs. Source: command reference, chapters VLAN, EVC,
// VPLS.

#include <algorithm>
#include <utility>

#include "importers/vrp/commands/binders.h"
#include "importers/vrp/commands/tables.h"

namespace holdfast::vrp {
namespace {

constexpr std::uint16_t kLastVlan = 4094;

// All VLANs of the line: `10 20 to 30`, or `all`.
std::vector<Fact<VlanRange>> ranges_of(const Context& context, const Match& match) {
  std::vector<Fact<VlanRange>> ranges;
  for (const Capture& capture : match.captures()) {
    if (capture.is_word()) {
      if (capture.name == "all") ranges.push_back(context.fact(VlanRange{1, kLastVlan}, match, capture));
      continue;
    }
    const auto id = static_cast<std::uint16_t>(match.integer(capture).value_or(0));
    if (capture.name == "VLAN") ranges.push_back(context.fact(VlanRange{id, id}, match, capture));
    if (capture.name == "last_VLAN" && !ranges.empty()) ranges.back().value.last = id;
  }
  return ranges;
}

// Takes the ranges out, also where they are parts of larger ones.
void forget(std::vector<Fact<VlanRange>>& ranges, const std::vector<Fact<VlanRange>>& gone) {
  for (const auto& cut : gone) {
    std::vector<Fact<VlanRange>> left;
    for (const auto& range : ranges) {
      Fact<VlanRange> below = range;
      below.value.last = std::min<std::uint16_t>(range->last, static_cast<std::uint16_t>(cut->first - 1));
      Fact<VlanRange> above = range;
      above.value.first = std::max<std::uint16_t>(range->first, static_cast<std::uint16_t>(cut->last + 1));
      if (cut->first > 0 && below->first <= below->last) left.push_back(below);
      if (above->first <= above->last) left.push_back(above);
    }
    ranges = std::move(left);
  }
}

void bind_vlans(Context& context, const Match& match) {
  for (const auto& range : ranges_of(context, match)) context.device().vlans.push_back(range);
}

void bind_allowed(Context& context, const Match& match) {
  SwitchPort& port = context.interface().switch_port.ensure();
  for (const auto& range : ranges_of(context, match)) port.allowed.push_back(range);
}

void forget_allowed(Context& context, const Match& match) {
  forget(context.interface().switch_port.ensure().allowed, ranges_of(context, match));
}

void bind_default_vlan(Context& context, const Match& match) {
  context.interface().switch_port.ensure().default_vlan = context.number(match, "VLAN");
}

void forget_default_vlan(Context& context, const Match&) {
  context.interface().switch_port.ensure().default_vlan.reset();
}

template <PortLinkType Type>
void bind_link_type(Context& context, const Match&) {
  context.interface().switch_port.ensure().link_type = context.fact(Type);
}

void forget_link_type(Context& context, const Match&) {
  context.interface().switch_port.ensure().link_type.reset();
}

void bind_bridge_domain(Context& context, const Match& match) {
  const auto id = context.number(match, "bridge_domain");
  if (!id) return;
  context.define(NameKind::BridgeDomain, std::to_string(**id), id->where);
  std::vector<BridgeDomain>& domains = context.device().bridge_domains;
  auto at = std::ranges::find(domains, **id, &BridgeDomain::id);
  if (at == domains.end()) at = domains.insert(at, BridgeDomain{**id, context.line(), std::nullopt});
  context.describes(static_cast<std::size_t>(at - domains.begin()));
}

void forget_bridge_domain(Context& context, const Match& match) {
  const auto id = context.number(match, "bridge_domain");
  if (!id) return;
  std::erase_if(context.device().bridge_domains, [&](const BridgeDomain& known) { return known.id == **id; });
  forget_definition(context, NameKind::BridgeDomain, std::to_string(**id));
}

void forget_vlans(Context& context, const Match& match) {
  forget(context.device().vlans, ranges_of(context, match));
}

void bind_domain_vsi(Context& context, const Match& match) {
  context.bridge_domain().vsi = context.name(match, "vsi");
}

void bind_domain_of_interface(Context& context, const Match& match) {
  const auto id = context.number(match, "bridge_domain");
  if (!id) return;
  context.interface().bridge_domain = *id;
  context.refer(NameKind::BridgeDomain, std::to_string(**id), id->where);
}

constexpr Command kCommands[] = {
    {View::System, kModelled, "vlan batch { <VLAN:1-4094> [ to <last_VLAN:1-4094> ] } &<1-10>", bind_vlans},
    {View::System, kModelled, "vlan <VLAN:1-4094>", bind_vlans, View::Other},
    {View::System, kIrrelevant, "[ undo ] vlan { instance | vlan-name <name> }", nullptr, View::Other},
    {View::System, kModelled, "undo vlan [ batch ] { <VLAN:1-4094> [ to <last_VLAN:1-4094> ] } &<1-10>",
     forget_vlans},
    {View::System, kPartial, "[ undo ] portswitch batch <more:rest>"},
    {View::System, kModelled, "bridge-domain <bridge_domain:1-16777215>", bind_bridge_domain,
     View::BridgeDomain},

    {View::System, kModelled, "undo bridge-domain <bridge_domain:1-16777215>", forget_bridge_domain},

    {View::BridgeDomain, kModelled,
     "l2 binding vsi <vsi:ref(vsi)(1-31)> [ pw-tag <tag:1-4094> | bd-tag <tag:1-4094> ]", bind_domain_vsi},
    {View::BridgeDomain, kModelled, "undo l2 binding vsi [ <vsi> ]",
     [](Context& context, const Match&) { context.bridge_domain().vsi.reset(); }},
    {View::BridgeDomain, kPartial, "evpn binding vpn-instance <name> [ bd-tag <tag:1-4094> ]"},
    {View::BridgeDomain, kIrrelevant, "undo evpn binding vpn-instance <name>"},
    {View::BridgeDomain, kPartial, "[ undo ] es track <more:rest>"},
    {View::BridgeDomain, kPartial, "shutdown"},
    {View::BridgeDomain, kIrrelevant, "undo shutdown"},
    {View::BridgeDomain, kPartial, "split-horizon enable"},
    {View::BridgeDomain, kIrrelevant, "undo split-horizon enable"},

    {View::Interface, kModelled, "portswitch", set<interface_of, &Interface::portswitch, true>},
    {View::Interface, kModelled, "undo portswitch", set<interface_of, &Interface::portswitch, false>},
    {View::Interface, kModelled, "port link-type access", bind_link_type<PortLinkType::Access>},
    {View::Interface, kModelled, "port link-type trunk", bind_link_type<PortLinkType::Trunk>},
    {View::Interface, kModelled, "port link-type hybrid", bind_link_type<PortLinkType::Hybrid>},
    {View::Interface, kModelled, "port link-type dot1q-tunnel", bind_link_type<PortLinkType::Dot1qTunnel>},
    {View::Interface, kModelled, "undo port link-type", forget_link_type},
    {View::Interface, kModelled,
     "port trunk allow-pass vlan { { <VLAN:1-4094> [ to <last_VLAN:1-4094> ] } &<1-10> | all }",
     bind_allowed},
    {View::Interface, kModelled,
     "undo port trunk allow-pass vlan { { <VLAN:1-4094> [ to <last_VLAN:1-4094> ] } &<1-10> | all }",
     forget_allowed},
    {View::Interface, kModelled,
     "port hybrid { tagged | untagged } vlan { { <VLAN:1-4094> [ to <last_VLAN:1-4094> ] } &<1-10> | all }",
     bind_allowed},
    {View::Interface, kModelled,
     "port { default vlan | trunk pvid vlan | hybrid pvid vlan | access vlan } <VLAN:1-4094>",
     bind_default_vlan},
    {View::Interface, kModelled,
     "undo port { default vlan | trunk pvid vlan | hybrid pvid vlan | access vlan } [ <VLAN:1-4094> ]",
     forget_default_vlan},
    // Frames of these VLANs get another tag on the way in.
    {View::Interface, kPartial,
     "port vlan-stacking { vlan <VLAN:1-4094> [ to <last_VLAN:1-4094> ] | ce-default-vlan } "
     "stack-vlan <stacked:1-4094>"},
    {View::Interface, kPartial,
     "port vlan-mapping vlan <VLAN:1-4094> [ to <last_VLAN:1-4094> ] map-vlan <mapped:1-4094>"},
    {View::Interface, kIrrelevant, "undo port { vlan-stacking | vlan-mapping } [ <more:rest> ]"},
    {View::Interface, kIrrelevant,
     "[ undo ] port { dot1q-tunnel | isolate | isolate-state | priority | "
     "shaping | share-shaping | split } [ <more:rest> ]"},

    {View::Interface, kModelled, "bridge-domain <bridge_domain:1-16777215>", bind_domain_of_interface},
    {View::Interface, kModelled, "undo bridge-domain [ <more:rest> ]",
     clear<interface_of, &Interface::bridge_domain>},
    {View::Interface, kModelled, "l2 binding vsi <vsi:ref(vsi)(1-31)> [ access-port ]",
     set_name<interface_of, &Interface::vsi>},
    {View::Interface, kPartial, "l2 binding vsi <vsi:ref(vsi)(1-31)> multi-homing-site <site>",
     set_name<interface_of, &Interface::vsi>},
    {View::Interface, kModelled, "undo l2 binding vsi [ <more:rest> ]", clear<interface_of, &Interface::vsi>},
    {View::Interface, kPartial, "[ undo ] es track <more:rest>"},
    {View::Interface, kPartial, "l2 binding e-tree { leaf | root }"},
    // In a bridge domain: no frames from here to other interfaces that say so too.
    {View::Interface, kPartial, "split-horizon"},
    {View::Interface, kIrrelevant, "undo split-horizon"},
};

}  // namespace

std::span<const Command> switch_port_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
