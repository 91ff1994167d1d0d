// Eth-Trunk: mode, members and thresholds. Source: command reference, chapter Eth-Trunk Interface.

#include <charconv>
#include <string>
#include <utility>

#include "importers/vrp/commands/binders.h"
#include "importers/vrp/commands/tables.h"
#include "importers/vrp/interface_name.h"

namespace holdfast::vrp {
namespace {

constexpr std::uint32_t kMostMembers = 64;  // of one Eth-Trunk

void join(Context& context, const Match& match, const Capture& capture, std::string_view member,
          std::uint32_t trunk) {
  const Span where = context.span(match, capture);
  const std::uint32_t index = context.ensure_interface(canonical_interface(member), where);
  context.device().interfaces[index].member_of = configured(trunk, where);
}

// `trunkport GigabitEthernet0/1/0`
void bind_member(Context& context, const Match& match) {
  const Capture* const member = match.find("interface");
  if (member == nullptr || !context.interface().trunk) return;
  join(context, match, *member, covered(match, *member), context.interface().number);
}

void forget_member(Context& context, const Match& match) {
  const auto member = context.interface_name(match, "interface");
  if (!member) return;
  const std::uint32_t index = context.ensure_interface(**member, member->where);
  context.device().interfaces[index].member_of.reset();
}

// The number behind the last slash: ports of one range differ in it only.
struct PortNumber {
  std::string_view before;
  std::uint32_t last = 0;
};

std::optional<PortNumber> port_number(std::string_view text) {
  const std::size_t slash = text.rfind('/');
  const std::size_t start = slash == std::string_view::npos ? 0 : slash + 1;
  PortNumber port{text.substr(0, start), 0};
  const auto [end, error] = std::from_chars(text.data() + start, text.data() + text.size(), port.last);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return port;
}

// `GigabitEthernet 0/1/0 0/1/4 to 0/1/7`: calls `visit` with each port's name and the token it comes from.
template <class Visit>
void for_each_port(const Match& match, Visit visit) {
  const std::string type(match.text("type").value_or(""));
  const auto captures = match.captures();
  for (std::size_t i = 0; i < captures.size(); ++i) {
    if (captures[i].is_word() || captures[i].name != "first") continue;
    const bool is_range =
        i + 2 < captures.size() && !captures[i + 2].is_word() && captures[i + 2].name == "last";
    const auto first = port_number(match.text(captures[i]));
    const auto last = is_range ? port_number(match.text(captures[i + 2])) : first;
    if (!first || !last || first->before != last->before) continue;
    for (std::uint32_t port = first->last; port <= last->last && port - first->last < kMostMembers; ++port) {
      visit(canonical_interface(type + std::string(first->before) + std::to_string(port)), captures[i]);
    }
  }
}

void bind_members(Context& context, const Match& match) {
  if (!context.interface().trunk) return;
  const std::uint32_t trunk = context.interface().number;
  for_each_port(match, [&](const std::string& name, const Capture& capture) {
    context.refer(NameKind::Interface, name, context.span(match, capture));
    join(context, match, capture, name, trunk);
  });
}

void forget_members(Context& context, const Match& match) {
  for_each_port(match, [&](const std::string& name, const Capture& capture) {
    const std::uint32_t index = context.ensure_interface(name, context.span(match, capture));
    context.device().interfaces[index].member_of.reset();
  });
}

// The same from the member's side.
void bind_membership(Context& context, const Match& match) {
  const auto trunk = context.number(match, "Eth-Trunk");
  if (!trunk) return;
  context.interface().member_of = *trunk;
  context.refer(NameKind::EthTrunk, std::to_string(**trunk), trunk->where);
}

template <TrunkMode Mode>
constexpr Binder kMode = set<trunk_of, &TrunkSettings::mode, Mode>;

constexpr Command kCommands[] = {
    {View::Interface, kModelled, "mode { lacp-static | lacp }", kMode<TrunkMode::LacpStatic>},
    {View::Interface, kModelled, "mode lacp-dynamic", kMode<TrunkMode::LacpDynamic>},
    {View::Interface, kModelled, "mode manual [ load-balance ]", kMode<TrunkMode::Manual>},
    {View::Interface, kModelled, "mode manual backup", kMode<TrunkMode::ManualBackup>},
    {View::Interface, kModelled, "undo mode", restore<trunk_of, &TrunkSettings::mode>},
    {View::Interface, kModelled, "eth-trunk <Eth-Trunk:0-4294967295> [ mode { passive | active } ]",
     bind_membership},
    {View::Interface, kModelled, "undo eth-trunk", clear<interface_of, &Interface::member_of>},
    {View::Interface, kModelled, "trunkport <interface:interface> [ mode { active | passive } ]",
     bind_member},
    {View::Interface, kModelled,
     "trunkport <type> { <first> [ to <last> ] } &<1-64> [ mode { active | passive } ]", bind_members},
    {View::Interface, kModelled, "undo trunkport <interface:interface>", forget_member},
    {View::Interface, kModelled, "undo trunkport <type> { <first> [ to <last> ] } &<1-64>", forget_members},
    {View::Interface, kModelled, "least active-linknumber <least_active_links:1-32>",
     set_number<trunk_of, &TrunkSettings::least_active>},
    {View::Interface, kModelled, "undo least active-linknumber",
     restore<trunk_of, &TrunkSettings::least_active>},
    {View::Interface, kPartial, "least active-bandwidth <bandwidth>"},
    {View::Interface, kIrrelevant, "undo least active-bandwidth [ <bandwidth> ]"},
    {View::Interface, kModelled, "max active-linknumber <most_active_links:1-64>",
     set_number<trunk_of, &TrunkSettings::max_active>},
    {View::Interface, kModelled, "undo max active-linknumber", restore<trunk_of, &TrunkSettings::max_active>},
    {View::Interface, kIrrelevant, "max bandwidth-affected-linknumber <links:1-64>"},
    {View::Interface, kIrrelevant, "[ undo ] load-balance [ <more:rest> ]"},
    // Manual backup: the port named master carries, and takes back at once or after a delay.
    {View::Interface, kPartial, "port-master"},
    {View::Interface, kPartial, "preempt enable [ <more:rest> ]"},
    {View::Interface, kIrrelevant, "protect-switch"},
    {View::Interface, kIrrelevant, "distribute-weight <weight>"},
    {View::Interface, kIrrelevant, "detect-active-link enable"},
    {View::Interface, kPartial, "backup-dual-receiving enable"},
    {View::Interface, kPartial, "inactive-port shutdown enable"},
    {View::Interface, kIrrelevant, "port unselected discard input-packet"},
    {View::Interface, kIrrelevant,
     "smart-link flush { send vlan <VLAN_ID:1-4094> | enable control-vlan <VLAN_ID:1-4094> }"},
    {View::Interface, kIrrelevant, "default-ip-bfd transparent-transmission enable"},
    {View::Interface, kIrrelevant,
     "undo { port-master | preempt enable | distribute-weight | detect-active-link enable | "
     "backup-dual-receiving enable | inactive-port shutdown enable | port unselected discard input-packet | "
     "smart-link flush | default-ip-bfd transparent-transmission enable | "
     "max bandwidth-affected-linknumber } [ <more:rest> ]"},
};

}  // namespace

std::span<const Command> eth_trunk_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
