// The device itself, and the views that its configuration is made of.

#include <algorithm>

#include "importers/vrp/commands/tables.h"
#include "importers/vrp/context.h"
#include "importers/vrp/interface_name.h"

namespace holdfast::vrp {
namespace {

// Bytes; the device takes no longer name, and none is shown longer.
constexpr std::size_t kLongestSysname = 246;

void bind_sysname(Context& context, const Match& match) {
  auto name = context.name(match, "name");
  if (!name) return;
  name->value.resize(std::min(name->value.size(), kLongestSysname));
  context.device().name = std::move(*name);
}

void bind_interface(Context& context, const Match& match) {
  const auto name = context.interface_name(match, "name");
  const std::uint32_t index = context.ensure_interface(name->value, context.line());
  Interface& interface = context.device().interfaces[index];
  if (match.has("l2")) interface.is_l2_sub = true;
  if (interface.kind == InterfaceKind::EthTrunk && !interface.is_sub) {
    context.define(NameKind::EthTrunk, std::to_string(interface.number), name->where);
  }
  context.describes(index);
}

constexpr Command kCommands[] = {
    {View::System, kModelled, "sysname <name>", bind_sysname},
    {View::System, kModelled, "interface <name:interface> [ mode { l2 | l3 } ] [ p2p | p2mp ]",
     bind_interface, View::Interface},
};

}  // namespace

std::span<const Command> system_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
