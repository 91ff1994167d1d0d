// Which tags a sub-interface takes: VLAN sub-interfaces, termination, stacking and EVC encapsulation. Source:
// command reference, chapters VLAN, QinQ, EVC.

#include "importers/vrp/commands/binders.h"
#include "importers/vrp/commands/tables.h"

namespace holdfast::vrp {
namespace {

std::uint16_t vlan(const Match& match, std::string_view parameter) {
  return static_cast<std::uint16_t>(match.integer(parameter).value_or(0));
}

// A range whose end is left out is one VLAN.
std::uint16_t range_end(const Match& match, std::string_view end, std::uint16_t first) {
  return match.find(end) == nullptr ? first : vlan(match, end);
}

VlanMatch tags_of(const Match& match, VlanMatchKind kind) {
  VlanMatch tags;
  tags.kind = kind;
  tags.outer_first = vlan(match, "VLAN");
  tags.outer_last = range_end(match, "last_VLAN", tags.outer_first);
  tags.inner_first = vlan(match, "inner_VLAN");
  tags.inner_last = range_end(match, "last_inner_VLAN", tags.inner_first);
  return tags;
}

template <VlanMatchKind Kind>
void bind_tags(Context& context, const Match& match) {
  std::vector<Fact<VlanMatch>>& vlans = context.interface().vlans;
  const VlanMatch tags = tags_of(match, Kind);
  std::erase_if(vlans, [&](const Fact<VlanMatch>& old) { return *old == tags; });
  vlans.push_back(context.fact(tags));
}

template <VlanMatchKind Kind>
void forget_tags(Context& context, const Match& match) {
  const VlanMatch tags = tags_of(match, Kind);
  std::erase_if(context.interface().vlans, [&](const Fact<VlanMatch>& old) { return *old == tags; });
}

template <VlanMatchKind... Kinds>
void forget_kinds(Context& context, const Match&) {
  std::erase_if(context.interface().vlans,
                [&](const Fact<VlanMatch>& old) { return ((old->kind == Kinds) || ...); });
}

constexpr auto kDot1q = bind_tags<VlanMatchKind::Dot1q>;
constexpr auto kQinq = bind_tags<VlanMatchKind::Qinq>;
constexpr auto kTerminateDot1q = bind_tags<VlanMatchKind::Dot1qTermination>;
constexpr auto kTerminateQinq = bind_tags<VlanMatchKind::QinqTermination>;

constexpr Command kCommands[] = {
    {View::Interface, kModelled, "vlan-type dot1q <VLAN:1-4094> [ to <last_VLAN:1-4094> ]", kDot1q},
    // Frames of one VLAN are shared out among sub-interfaces by priority: the model knows the VLAN.
    {View::Interface, kPartial,
     "vlan-type dot1q <VLAN:1-4094> { 8021p | dscp | eth-type | default } [ <more:rest> ]", kDot1q},
    {View::Interface, kModelled, "undo vlan-type dot1q [ <VLAN:1-4094> ] [ <more:rest> ]",
     forget_kinds<VlanMatchKind::Dot1q>},

    {View::Interface, kModelled,
     "dot1q termination vid <VLAN:1-4094> [ to <last_VLAN:1-4094> ] [ vlan-group <group> ]", kTerminateDot1q},
    {View::Interface, kPartial,
     "dot1q termination vid <VLAN:1-4094> [ to <last_VLAN:1-4094> ] { 8021p | dscp | eth-type | default } "
     "[ <more:rest> ]",
     kTerminateDot1q},
    {View::Interface, kModelled,
     "undo dot1q termination vid <VLAN:1-4094> [ to <last_VLAN:1-4094> ] [ <more:rest> ]",
     forget_tags<VlanMatchKind::Dot1qTermination>},
    {View::Interface, kIrrelevant, "[ undo ] dot1q termination client-mode single"},
    {View::Interface, kIrrelevant, "undo dot1q vrrp"},

    {View::Interface, kModelled,
     "qinq termination pe-vid <VLAN:1-4094> [ to <last_VLAN:1-4094> ] "
     "ce-vid { <inner_VLAN:1-4094> [ to <last_inner_VLAN:1-4094> ] | any } [ vlan-group <group> ]",
     kTerminateQinq},
    {View::Interface, kModelled,
     "undo qinq termination pe-vid <VLAN:1-4094> [ to <last_VLAN:1-4094> ] "
     "ce-vid { <inner_VLAN:1-4094> [ to <last_inner_VLAN:1-4094> ] | any } [ vlan-group <group> ]",
     forget_tags<VlanMatchKind::QinqTermination>},
    // What happens to the tags on the way into the L2VPN.
    {View::Interface, kPartial, "qinq termination l2 { symmetry [ user-mode ] | asymmetry | transparent }"},
    {View::Interface, kIrrelevant, "undo qinq termination l2 [ transparent ]"},
    {View::Interface, kPartial,
     "qinq stacking vid <VLAN:1-4094> [ to <last_VLAN:1-4094> ] [ vlan-group <group> ]", kDot1q},
    {View::Interface, kPartial,
     "qinq stacking vid <VLAN:1-4094> [ to <last_VLAN:1-4094> ] { 8021p | dscp | eth-type | default } "
     "[ <more:rest> ]",
     kDot1q},
    {View::Interface, kPartial, "qinq stacking [ pe-vid <outer:1-4094> | client-mode single ]"},
    {View::Interface, kPartial,
     "qinq mapping vid <VLAN:1-4094> map-vlan vid <mapped:1-4094> [ vlan-group <group> ]", kDot1q},
    {View::Interface, kPartial, "qinq mapping"},
    {View::Interface, kIrrelevant, "[ undo ] qinq { 8021p-mode | protocol } [ <more:rest> ]"},
    {View::Interface, kIrrelevant, "undo qinq { stacking | mapping | vrrp } [ <more:rest> ]"},

    // The kind of termination; the VLANs stand in lines of their own.
    {View::Interface, kIrrelevant, "encapsulation dot1q-termination [ rt-protocol ]"},
    {View::Interface, kIrrelevant, "encapsulation qinq-termination [ local-switch | rt-protocol ]"},
    {View::Interface, kIrrelevant, "encapsulation <number:1-4094> { dot1q-termination | qinq-termination }"},
    {View::Interface, kIrrelevant, "control-vid <number:1-4094> dot1q-termination [ rt-protocol ]"},
    {View::Interface, kIrrelevant,
     "control-vid <number:1-4094> qinq-termination [ local-switch | rt-protocol ]"},
    {View::Interface, kIrrelevant,
     "undo { encapsulation { dot1q-termination | qinq-termination } | "
     "control-vid } [ <more:rest> ]"},

    // EVC. Without VLANs every frame with that number of tags is meant.
    {View::Interface, kModelled, "encapsulation dot1q [ vid <VLAN:1-4094> [ to <last_VLAN:1-4094> ] ]",
     kDot1q},
    {View::Interface, kPartial,
     "encapsulation dot1q vid <VLAN:1-4094> [ to <last_VLAN:1-4094> ] 8021p <more:rest>", kDot1q},
    {View::Interface, kModelled,
     "encapsulation qinq [ vid <VLAN:1-4094> ce-vid "
     "{ <inner_VLAN:1-4094> [ to <last_inner_VLAN:1-4094> ] | default } ]",
     kQinq},
    {View::Interface, kModelled, "encapsulation untag", bind_tags<VlanMatchKind::Untagged>},
    {View::Interface, kModelled, "encapsulation default", bind_tags<VlanMatchKind::Default>},
    {View::Interface, kModelled, "undo encapsulation [ { dot1q | qinq | untag | default } [ <more:rest> ] ]",
     forget_kinds<VlanMatchKind::Dot1q, VlanMatchKind::Qinq, VlanMatchKind::Untagged,
                  VlanMatchKind::Default>},
    // Tags that are added, taken off or changed on the way in; the model compares what is configured only.
    {View::Interface, kPartial, "rewrite { pop { single | double } | swap }"},
    {View::Interface, kPartial, "rewrite { push | map } <more:rest>"},
    {View::Interface, kIrrelevant, "undo rewrite [ <more:rest> ]"},
};

}  // namespace

std::span<const Command> vlan_termination_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
