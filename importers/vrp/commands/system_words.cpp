// Lines of the system view that start with words which rows here or in inner views have taken. No PW depends
// on them, but for those that move routes between routing tables or hold route filters.
// Source: NE40E command reference.

#include <array>

#include "importers/vrp/commands/rows.h"
#include "importers/vrp/commands/tables.h"

namespace holdfast::vrp {
namespace {

constexpr auto kAddresses = join(
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
             "[ undo ] { ip | ipv6 } address { conflict | ignore } <more:rest>",
             "[ undo ] ipv4 reassembling <more:rest>",
             "[ undo ] ipv6",
             "[ undo ] route recursive-lookup delay <more:rest>",
             "[ undo ] route route-distinguisher auto <address>",
         }));

constexpr auto kOthers = join(
    rows(View::System, kIrrelevant,
         {
             "[ undo ] arp { anti-attack | broadcast-send | constant-send | dhcp-snooping-detect | "
             "expire-time | "
             "host | learning | packet | speed-limit | static | topology-change | vlink-direct-route } [ "
             "<more:rest> ]",
             "[ undo ] evpn redundancy-mode <more:rest>",
             "[ undo ] forward alarm <more:rest>",
             "[ undo ] l2-multicast <more:rest>",
             "[ undo ] load-balance [ <more:rest> ]",
             "[ undo ] loop-detect { eth-loop | traffic-suppression | trigger } <more:rest>",
             "[ undo ] mac-address { aging-time | blackhole | phy-port | static } <more:rest>",
             "[ undo ] mac-limit { rule-name | since-first-packet } <more:rest>",
             "[ undo ] ppp { connection | dampening | keepalive | packet } <more:rest>",
             "[ undo ] stp { bpdu | bpdu-filter | bpdu-protection | bridge-diameter | converge | disable | "
             "edged-port | enable | instance | max-hops | mcheck | mode | pathcost-standard | priority | "
             "root | "
             "tc-protection | timer | timer-factor | transmit-limit } [ <more:rest> ]",
         }),
    std::to_array<Command>({
        {View::System, kIrrelevant, "evpn", nullptr, View::Other},
        {View::System, kIrrelevant, "stp { process <process> | region-configuration }", nullptr, View::Other},
        {View::System, kPartial, "xpl <kind> <name>", nullptr, View::Other},
    }));

constexpr auto kCommands = join(kAddresses, kOthers);

}  // namespace

std::span<const Command> system_words_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
