// What other lines name: route policies, access lists, prefix lists, community filters, QoS profiles. Only
// their names are held, and the names that they use: what they say about routes is not.
// Source: NE40E command reference, IP Routing Policy, ACL, ACL6, Class-based QoS, Keychain.

#include <array>

#include "importers/vrp/commands/rows.h"
#include "importers/vrp/commands/tables.h"
#include "importers/vrp/context.h"

namespace holdfast::vrp {
namespace {

void bind_router_id(Context& context, const Match& match) {
  context.device().router_id = context.ipv4(match, "id");
}

constexpr auto kDefinitions = std::to_array<Command>({
    {View::System, kModelled, "router id <id:ip4>", bind_router_id},
    {View::System, kPartial, "route-policy <name:def(route-policy)> { permit | deny } node <node:0-65535>",
     nullptr, View::RoutePolicy},
    {View::System, kIrrelevant, "route-policy nonexistent-config-check { enable | disable }"},
    {View::System, kIrrelevant, "acl { ip-pool | ipv6-pool | port-pool } <name>", nullptr, View::Other},
    {View::System, kIrrelevant,
     "acl [ ipv6 ] name <acl:def(acl)> [ basic | advance | interface | link | mpls | ucl ] [ number "
     "<number:def(acl)> ] [ match-order { config | auto } ]",
     nullptr, View::Other},
    {View::System, kIrrelevant,
     "acl [ ipv6 ] [ number ] <acl:def(acl)> [ name <name:def(acl)> ] [ match-order { config | auto } ]",
     nullptr, View::Other},
    {View::System, kPartial,
     "ip ip-prefix <name:def(ip-prefix)> [ index <index> ] { permit | deny } <prefix:ip4> <length:0-32> [ "
     "match-network ] [ greater-equal <low:0-32> ] [ less-equal <high:0-32> ]"},
    {View::System, kPartial,
     "ip ipv6-prefix <name:def(ip-prefix)> [ index <index> ] { permit | deny } <prefix:ip6> <length:0-128> [ "
     "match-network ] [ greater-equal <low:0-128> ] [ less-equal <high:0-128> ]"},
    {View::System, kIrrelevant, "ip { ip-prefix | ipv6-prefix } <name> description <text:rest>"},
    {View::System, kPartial,
     "ip community-filter [ basic | advanced ] <name:def(community-filter)> [ index <index> ] { permit | "
     "deny } "
     "[ <more:rest> ]"},
    {View::System, kIrrelevant, "qos-profile <name:def(qos-profile)> [ 8cos-enhance-mode | time-range ]",
     nullptr, View::Other},
    {View::System, kIrrelevant, "keychain <name> [ mode <more:rest> ]", nullptr, View::Other},
    {View::Interface, kIrrelevant, "qos-profile <name:ref(qos-profile)> [ <more:rest> ]"},
    {View::Interface, kIrrelevant, "undo qos-profile [ <more:rest> ]"},
});

constexpr auto kPolicies = join(
    std::to_array<Command>({
        {View::RoutePolicy, kIrrelevant, "if-match acl <acl:ref(acl)>"},
        {View::RoutePolicy, kIrrelevant, "if-match ip-prefix <prefix:ref(ip-prefix)>"},
        {View::RoutePolicy, kIrrelevant,
         "if-match { ip | ipv6 } { next-hop | route-source | route-originator | group-address | address } { "
         "acl "
         "<acl:ref(acl)> | { ip-prefix | prefix-list } <prefix:ref(ip-prefix)> }"},
        {View::RoutePolicy, kIrrelevant,
         "if-match community-filter { <filter:ref(community-filter)> [ "
         "whole-match | sort-match ] } &<1-16>"},
        {View::RoutePolicy, kIrrelevant, "if-match interface { <interface:interface> } &<1-16>"},
    }),
    rows(View::RoutePolicy, kIrrelevant,
         {
             "if-match { as-path | as-path-filter | cost | eth-tag-list | extcommunity-filter | "
             "extcommunity-list | l2vni | l3vni | large-community-filter | mac-list | mpls-label | "
             "mpls-label2 | "
             "preference | protocol | rd-filter | route-type | rpki | tag } [ <more:rest> ]",
             "apply { aigp | as-path | behavior | comm-filter | community | cost | cost-type | dampening | "
             "entropy-label | extcommunity | gateway-ip | ip-address | ip-dscp | ip-precedence | ipv6 | isis "
             "| "
             "large-community | large-community-list | local-preference | mpls-label | origin | ospf | "
             "peer-id | "
             "preference | preferred-value | qos-local-id | stitch-pmsi | tag | traffic-index } [ "
             "<more:rest> ]",
             "undo { if-match | apply } <more:rest>",
             "goto next-node [ <node:0-65535> ]",
             "description <text:rest>",
         }));

constexpr auto kCommands = join(kDefinitions, kPolicies);

}  // namespace

std::span<const Command> names_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
