// E-Trunk: the `e-trunk N` block, its members, and what holds for all E-Trunks of a device. Source: command
// reference, chapter Eth-Trunk Interface; "Configuring PW Status Negotiation".

#include <algorithm>
#include <utility>

#include "importers/vrp/commands/binders.h"
#include "importers/vrp/commands/tables.h"
#include "importers/vrp/defaults.h"

namespace holdfast::vrp {
namespace {

void bind_etrunk(Context& context, const Match& match) {
  const auto id = context.number(match, "id");
  if (!id) return;
  context.define(NameKind::Etrunk, std::to_string(**id), id->where);
  std::vector<Etrunk>& etrunks = context.device().etrunks;
  auto at = std::ranges::find(etrunks, **id, &Etrunk::id);
  if (at == etrunks.end()) at = etrunks.insert(etrunks.end(), new_etrunk(**id, context.line()));
  context.describes(static_cast<std::size_t>(at - etrunks.begin()));
}

void forget_etrunk(Context& context, const Match& match) {
  const auto id = context.number(match, "id");
  if (!id) return;
  std::erase_if(context.device().etrunks, [&](const Etrunk& known) { return known.id == **id; });
  forget_definition(context, NameKind::Etrunk, std::to_string(**id));
}

void bind_addresses(Context& context, const Match& match) {
  Etrunk& etrunk = context.etrunk();
  if (const auto peer = context.ip_address(match, "peer")) etrunk.peer_address = *peer;
  if (const auto source = context.ip_address(match, "source")) etrunk.source_address = *source;
  etrunk.vpn_instance = context.name(match, "vpn");
}

void forget_addresses(Context& context, const Match&) {
  Etrunk& etrunk = context.etrunk();
  etrunk.peer_address.reset();
  etrunk.source_address.reset();
  etrunk.vpn_instance.reset();
}

void bind_key(Context& context, const Match& match) {
  context.etrunk().key = context.secret(match, "key", match.has("cipher"));
}

void bind_description(Context& context, const Match& match) {
  context.etrunk().description = rest_of_line(context, match, "description");
}

void bind_selection(Context& context, const Match& match) {
  context.etrunk().selection =
      context.fact(match.has("bandwidth") ? EtrunkSelection::Bandwidth : EtrunkSelection::LinkNumber);
}

void bind_member(Context& context, const Match& match) {
  const auto id = context.number(match, "id");
  if (!id) return;
  context.refer(NameKind::Etrunk, std::to_string(**id), id->where);
  TrunkSettings* const trunk = trunk_of(context);
  if (trunk == nullptr) return;
  trunk->etrunk = *id;
  trunk->remote_trunk = context.number(match, "remote");
}

void forget_member(Context& context, const Match&) {
  TrunkSettings* const trunk = trunk_of(context);
  if (trunk == nullptr) return;
  trunk->etrunk.reset();
  trunk->remote_trunk.reset();
  trunk->etrunk_mode = fresh(*trunk).etrunk_mode;
}

template <auto Field>
constexpr Binder kSet = set_number<etrunk_of, Field>;
template <auto Field>
constexpr Binder kRestore = restore<etrunk_of, Field>;
template <auto Field>
constexpr Binder kClear = clear<etrunk_of, Field>;
template <EtrunkMemberMode Mode>
constexpr Binder kMode = set<trunk_of, &TrunkSettings::etrunk_mode, Mode>;

constexpr Command kCommands[] = {
    {View::System, kModelled, "e-trunk <id:limit(e-trunk-id)>", bind_etrunk, View::Etrunk},
    {View::System, kModelled, "undo e-trunk <id:limit(e-trunk-id)>", forget_etrunk},
    {View::System, kModelled, "e-trunk port <E-Trunk_UDP_port:1025-65535>",
     set_number<device_of, &Device::etrunk_udp_port>},
    {View::System, kModelled, "undo e-trunk port [ <port> ]", clear<device_of, &Device::etrunk_udp_port>},
    {View::System, kModelled, "e-trunk ipv6 port <E-Trunk_UDP_port:1025-65535>",
     set_number<device_of, &Device::etrunk_udp6_port>},
    {View::System, kModelled, "undo e-trunk ipv6 port [ <port> ]",
     clear<device_of, &Device::etrunk_udp6_port>},

    {View::Etrunk, kModelled, "priority <E-Trunk_priority:1-254>", kSet<&Etrunk::priority>},
    {View::Etrunk, kModelled, "undo priority", kRestore<&Etrunk::priority>},
    {View::Etrunk, kModelled,
     "peer-address <peer:ip4> source-address <source:ip4> [ vpn-instance <vpn:ref(vpn-instance)> ]",
     bind_addresses},
    {View::Etrunk, kModelled, "undo peer-address [ <more:rest> ]", forget_addresses},
    {View::Etrunk, kModelled,
     "peer-ipv6 <peer:ip6> source-ipv6 <source:ip6> [ vpn-instance <vpn:ref(vpn-instance)> ]",
     bind_addresses},
    {View::Etrunk, kModelled, "undo peer-ipv6 [ <more:rest> ]", forget_addresses},
    {View::Etrunk, kModelled, "security-key { simple | cipher } <key:secret>", bind_key},
    {View::Etrunk, kModelled, "undo security-key", kClear<&Etrunk::key>},
    {View::Etrunk, kModelled, "authentication-mode <mode>",
     set_name<etrunk_of, &Etrunk::authentication_mode>},
    {View::Etrunk, kModelled, "undo authentication-mode", kClear<&Etrunk::authentication_mode>},
    {View::Etrunk, kModelled, "timer hello <E-Trunk_hello_interval:5-100>", kSet<&Etrunk::hello>},
    {View::Etrunk, kModelled, "undo timer hello", kRestore<&Etrunk::hello>},
    {View::Etrunk, kModelled, "timer hold-on-failure multiplier <E-Trunk_hold_multiplier:3-300>",
     kSet<&Etrunk::hold_multiplier>},
    {View::Etrunk, kModelled, "undo timer hold-on-failure multiplier", kRestore<&Etrunk::hold_multiplier>},
    {View::Etrunk, kModelled, "timer revert delay <E-Trunk_revert_delay:0-10800>",
     kSet<&Etrunk::revert_delay>},
    {View::Etrunk, kModelled, "undo timer revert delay", kRestore<&Etrunk::revert_delay>},
    {View::Etrunk, kModelled, "revert disable", set<etrunk_of, &Etrunk::revert_enabled, false>},
    {View::Etrunk, kModelled, "undo revert disable", kRestore<&Etrunk::revert_enabled>},
    {View::Etrunk, kModelled, "sequence enable", set<etrunk_of, &Etrunk::sequence, true>},
    {View::Etrunk, kModelled, "undo sequence enable", kRestore<&Etrunk::sequence>},
    {View::Etrunk, kModelled, "e-trunk track bfd-session session-name <name:ref(bfd-session)>",
     set_name<etrunk_of, &Etrunk::bfd_session>},
    {View::Etrunk, kModelled, "undo e-trunk track bfd-session [ session-name <name> ]",
     kClear<&Etrunk::bfd_session>},
    {View::Etrunk, kPartial, "e-trunk bfd enable [ track interface <interface:interface> ]",
     set<etrunk_of, &Etrunk::dynamic_bfd, true>},
    {View::Etrunk, kModelled, "undo e-trunk bfd enable", kRestore<&Etrunk::dynamic_bfd>},
    {View::Etrunk, kIrrelevant,
     "e-trunk bfd { min-tx-interval <transmit_interval> | min-rx-interval <receive_interval> | "
     "detect-multiplier <multiplier> } *"},
    {View::Etrunk, kIrrelevant,
     "undo e-trunk bfd { min-tx-interval | min-rx-interval | detect-multiplier } *"},
    {View::Etrunk, kModelled, "e-trunk select { link-number | bandwidth }", bind_selection},
    {View::Etrunk, kModelled, "undo e-trunk select [ link-number | bandwidth ]",
     kRestore<&Etrunk::selection>},
    {View::Etrunk, kModelled, "description <description:rest>", bind_description},
    {View::Etrunk, kModelled, "undo description", kClear<&Etrunk::description>},
    {View::Etrunk, kIrrelevant, "[ undo ] backup tunnel port <port:1-65535>"},

    {View::Interface, kModelled, "e-trunk <id:limit(e-trunk-id)> [ remote-eth-trunk <remote:0-4294967295> ]",
     bind_member},
    // A Global-VE: its E-Trunk decides which of two PEs terminates, which the model does not hold.
    {View::Interface, kPartial, "e-trunk <id:limit(e-trunk-id)> remote-global-ve <number:0-4294967295>",
     bind_member},
    {View::Interface, kModelled, "undo e-trunk", forget_member},
    {View::Interface, kModelled, "e-trunk mode auto", kMode<EtrunkMemberMode::Auto>},
    {View::Interface, kModelled, "e-trunk mode force-master", kMode<EtrunkMemberMode::ForceMaster>},
    {View::Interface, kModelled, "e-trunk mode force-backup", kMode<EtrunkMemberMode::ForceBackup>},
    {View::Interface, kModelled, "undo e-trunk mode", restore<trunk_of, &TrunkSettings::etrunk_mode>},
};

}  // namespace

std::span<const Command> etrunk_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
