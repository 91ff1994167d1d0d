// Lines of the system view that start with words that routing has taken: `ip`, `ipv6`, `router`. No PW
// depends on them, but for those that move routes between routing tables. Source: NE40E command reference.

#include "importers/vrp/commands/rows.h"
#include "importers/vrp/commands/tables.h"

namespace holdfast::vrp {
namespace {

constexpr auto kCommands = join(
    rows(View::System, kPartial,
         {
             "[ undo ] { ip | ipv6 } import-rib <more:rest>",
             "[ undo ] { ip | ipv6 } topology <more:rest>",
             "[ undo ] { ip | ipv6 } prefix-limit <more:rest>",
             "[ undo ] router id vpn-instance <more:rest>",
         }),
    rows(View::System, kIrrelevant,
         {
             "[ undo ] ip { as-path-filter | community-list | extcommunity-filter | extcommunity-list | "
             "large-community-filter | large-community-list | rd-filter } <more:rest>",
             "undo ip { ip-prefix | ipv6-prefix | community-filter } <more:rest>",
             "[ undo ] { ip | ipv6 } { address-policy | blacklist | dcn | direct-routing-table | "
             "extension-header | frr | host | icmp | icmp-error | nd | netstream | option | path | pathmtu | "
             "reassembling | route-monitor-group | security | static-routing-table | unr | userlog } [ "
             "<more:rest> ]",
             "[ undo ] ipv6",
         }));

}  // namespace

std::span<const Command> ip_words_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
