// LACP, globally and on Eth-Trunks and their members, and mLACP. Source: command reference, chapter Eth-Trunk
// Interface.

#include "importers/vrp/commands/binders.h"
#include "importers/vrp/commands/tables.h"
#include "importers/vrp/defaults.h"

namespace holdfast::vrp {
namespace {

constexpr std::uint32_t kFast = 3;  // seconds without LACPDUs
constexpr std::uint32_t kSlow = 90;

MaybeFact<Mac> system_id(const Context& context, const Match& match) {
  const Capture* const capture = match.find("system_ID");
  if (capture == nullptr) return std::nullopt;
  const auto mac = parse_mac(match.text(*capture));
  if (!mac) return std::nullopt;
  return context.fact(*mac, match, *capture);
}

void bind_device_system_id(Context& context, const Match& match) {
  context.device().lacp_etrunk_system_id = system_id(context, match);
}

void bind_trunk_system_id(Context& context, const Match& match) {
  TrunkSettings* const trunk = trunk_of(context);
  if (trunk != nullptr) trunk->etrunk_system_id = system_id(context, match);
}

void bind_user_timeout(Context& context, const Match& match) {
  TrunkSettings* const trunk = trunk_of(context);
  if (trunk != nullptr) trunk->lacp_timeout = context.number(match, "LACP_timeout");
}

void bind_track_vrrp(Context& context, const Match& match) {
  TrunkSettings* const trunk = trunk_of(context);
  if (trunk == nullptr) return;
  trunk->tracked_vrrp_interface = context.interface_name(match, "interface");
  trunk->tracked_vrrp_vrid = context.number(match, "VRRP_vrid");
}

void forget_track_vrrp(Context& context, const Match&) {
  TrunkSettings* const trunk = trunk_of(context);
  if (trunk == nullptr) return;
  trunk->tracked_vrrp_interface.reset();
  trunk->tracked_vrrp_vrid.reset();
}

void restore_etrunk_priority(Context& context, const Match&) {
  context.device().lacp_etrunk_priority = new_device().lacp_etrunk_priority;
}

constexpr Command kCommands[] = {
    {View::System, kModelled, "lacp e-trunk system-id <system_ID:mac>", bind_device_system_id},
    {View::System, kModelled, "undo lacp e-trunk system-id",
     clear<device_of, &Device::lacp_etrunk_system_id>},
    {View::System, kModelled, "lacp e-trunk priority <LACP_E-Trunk_priority:0-65535>",
     set_number<device_of, &Device::lacp_etrunk_priority>},
    {View::System, kModelled, "undo lacp e-trunk priority", restore_etrunk_priority},
    {View::System, kModelled, "lacp { priority | system-priority } <LACP_priority:0-65535>",
     set_number<device_of, &Device::lacp_priority>},
    {View::System, kModelled, "undo lacp { priority | system-priority }",
     clear<device_of, &Device::lacp_priority>},
    {View::System, kIrrelevant, "[ undo ] lacp ignore aggregation delay"},
    {View::System, kIrrelevant, "[ undo ] lacp lag-mib admin-key change-to-lagid"},
    {View::System, kIrrelevant, "lacp priority-command-mode { default | system-priority }"},
    {View::System, kIrrelevant, "undo lacp priority-command-mode"},

    {View::Interface, kModelled, "lacp { system-id | e-trunk system-id } <system_ID:mac>",
     bind_trunk_system_id},
    {View::Interface, kModelled, "undo lacp { system-id | e-trunk system-id } [ <system_ID:mac> ]",
     clear<trunk_of, &TrunkSettings::etrunk_system_id>},
    {View::Interface, kModelled, "lacp e-trunk priority <LACP_E-Trunk_priority:0-65535>",
     set_number<trunk_of, &TrunkSettings::etrunk_priority>},
    {View::Interface, kModelled, "undo lacp e-trunk priority",
     clear<trunk_of, &TrunkSettings::etrunk_priority>},
    {View::Interface, kModelled, "lacp priority <LACP_priority:0-65535>",
     set_number<interface_of, &Interface::lacp_priority>},
    {View::Interface, kModelled, "undo lacp priority", clear<interface_of, &Interface::lacp_priority>},
    {View::Interface, kModelled, "lacp preempt enable", set<trunk_of, &TrunkSettings::lacp_preempt, true>},
    {View::Interface, kModelled, "undo lacp preempt enable", restore<trunk_of, &TrunkSettings::lacp_preempt>},
    {View::Interface, kModelled, "lacp preempt delay <LACP_preemption_delay:0-180>",
     set_number<trunk_of, &TrunkSettings::lacp_preempt_delay>},
    {View::Interface, kModelled, "undo lacp preempt delay",
     restore<trunk_of, &TrunkSettings::lacp_preempt_delay>},
    {View::Interface, kModelled, "lacp timeout fast", set<trunk_of, &TrunkSettings::lacp_timeout, kFast>},
    {View::Interface, kModelled, "lacp timeout fast user-defined <LACP_timeout:3-90>", bind_user_timeout},
    {View::Interface, kModelled, "lacp timeout slow", set<trunk_of, &TrunkSettings::lacp_timeout, kSlow>},
    {View::Interface, kModelled, "undo lacp timeout", clear<trunk_of, &TrunkSettings::lacp_timeout>},
    {View::Interface, kModelled, "lacp track vrrp vrid <VRRP_vrid:1-255> interface <interface:interface>",
     bind_track_vrrp},
    {View::Interface, kModelled, "undo lacp track vrrp [ <more:rest> ]", forget_track_vrrp},
    // These change which members carry, or let a member carry without LACP.
    {View::Interface, kPartial, "lacp backup-mode enable"},
    {View::Interface, kPartial, "lacp force-up"},
    {View::Interface, kPartial, "lacp port-role { master | slave | none }"},
    {View::Interface, kPartial, "lacp vrrp priority <priority:0-65535>"},
    {View::Interface, kIrrelevant, "lacp collector delay <delay>"},
    {View::Interface, kIrrelevant, "lacp dampening { state-flapping | unexpected-mac disable }"},
    {View::Interface, kIrrelevant, "lacp mixed-rate link enable"},
    {View::Interface, kIrrelevant, "lacp negotiate delay <delay>"},
    {View::Interface, kIrrelevant, "lacp port-id-extension enable"},
    {View::Interface, kIrrelevant, "lacp portkey <key>"},
    {View::Interface, kIrrelevant, "lacp selected { speed | priority }"},
    {View::Interface, kIrrelevant,
     "undo lacp { backup-mode | force-up | port-role | vrrp | collector | dampening | mixed-rate | "
     "negotiate | port-id-extension | portkey } [ <more:rest> ]"},

    // mLACP: the devices agree over ICCP, which is not modelled; that there is such a pair is.
    {View::System, kPartial, "iccp redundancy group <group>", nullptr, View::Other},
    {View::Other, kPartial, "mlacp { system-id | system-priority | node-id } <value>"},
    {View::Other, kPartial, "peer-ip <peer:ip4>"},
    {View::Interface, kPartial, "mlacp iccp-group <group:1-4294967295>",
     set_number<trunk_of, &TrunkSettings::iccp_group>},
    {View::Interface, kPartial, "mlacp { port-priority | max-links | mode } <more:rest>"},
    {View::Interface, kIrrelevant, "undo mlacp <more:rest>"},
};

}  // namespace

std::span<const Command> lacp_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
