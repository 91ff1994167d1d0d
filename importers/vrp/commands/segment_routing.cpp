// Segment routing: that it is on. Its policies and everything over IPv6 are known, not modelled. All its
// views are one here; lines that open a view inside open the same again. Source: command reference, Segment
// Routing MPLS, Segment Routing IPv6 and their policies.

#include "importers/vrp/commands/tables.h"
#include "importers/vrp/context.h"

namespace holdfast::vrp {
namespace {

template <bool value>
void bind_segment_routing(Context& context, const Match&) {
  context.device().mpls.segment_routing = context.fact(value);
}

constexpr Command kCommands[] = {
    {View::System, kModelled, "segment-routing", bind_segment_routing<true>, View::SegmentRouting},
    {View::System, kModelled, "undo segment-routing", bind_segment_routing<false>},
    {View::System, kIrrelevant, "segment-routing ipv6 [ compatible ]", nullptr, View::SegmentRouting},

    {View::SegmentRouting, kPartial, "tunnel-prefer segment-routing"},
    {View::SegmentRouting, kPartial, "mapping-server prefix-sid-mapping <more:rest>"},
    {View::SegmentRouting, kIrrelevant, "ipv4 adjacency local-ip-addr <more:rest>"},
    {View::SegmentRouting, kIrrelevant, "local-block <first> <last> [ ignore-conflict ]"},
    {View::SegmentRouting, kIrrelevant, "bfd { enable | tunnel } <more:rest>"},
    {View::SegmentRouting, kIrrelevant,
     "seamless-bfd { enable | disable | tunnel | detect-multiplier | min-tx-interval } [ <more:rest> ]"},
    {View::SegmentRouting, kIrrelevant, "traffic-statistics { enable | disable } [ <more:rest> ]"},

    {View::SegmentRouting, kPartial,
     "undo { tunnel-prefer | mapping-server | ipv4 | local-block | bfd | seamless-bfd | traffic-statistics | "
     "sr-te | "
     "sr-te-policy | segment-list | candidate-path | index | binding-sid | backup | diffserv-mode | mtu | "
     "shutdown | "
     "color | endpoint | path | locator | opcode | srv6-te | srv6-te-policy } [ <more:rest> ]"},

    // Policies
    {View::SegmentRouting, kPartial, "sr-te policy <name> [ endpoint <address:ip4> color <color> ]", nullptr,
     View::SegmentRouting},
    {View::SegmentRouting, kPartial, "sr-te-policy group <group>", nullptr, View::SegmentRouting},
    {View::SegmentRouting, kIrrelevant,
     "sr-te-policy { backup | bgp-ls | delete-delay | policy-number | seamless-bfd | segment-list-number | "
     "traffic-statistics } <more:rest>"},
    {View::SegmentRouting, kPartial, "segment-list <name> [ <more:rest> ]", nullptr, View::SegmentRouting},
    {View::SegmentRouting, kPartial, "candidate-path preference <preference>", nullptr, View::SegmentRouting},
    {View::SegmentRouting, kPartial, "index <index> <more:rest>"},
    {View::SegmentRouting, kIrrelevant, "binding-sid <sid>"},
    {View::SegmentRouting, kIrrelevant, "backup hot-standby { enable | disable }"},
    {View::SegmentRouting, kIrrelevant, "diffserv-mode <more:rest>"},
    {View::SegmentRouting, kIrrelevant, "mtu <mtu>"},
    {View::SegmentRouting, kPartial, "shutdown"},
    {View::SegmentRouting, kIrrelevant, "color <color> match <more:rest>"},
    {View::SegmentRouting, kIrrelevant, "endpoint <address:ip>"},
    {View::SegmentRouting, kIrrelevant, "path verification { enable | disable }"},

    // Over IPv6
    {View::SegmentRouting, kIrrelevant, "encapsulation source-address <address:ip6> [ <more:rest> ]"},
    {View::SegmentRouting, kIrrelevant, "locator <name> [ <more:rest> ]", nullptr, View::SegmentRouting},
    {View::SegmentRouting, kIrrelevant, "opcode <more:rest>", nullptr, View::SegmentRouting},
    {View::SegmentRouting, kIrrelevant, "compress-16 enable"},
    {View::SegmentRouting, kIrrelevant, "srv6-te policy <name> endpoint <address:ip6> color <color>", nullptr,
     View::SegmentRouting},
    {View::SegmentRouting, kIrrelevant, "srv6-te-policy <more:rest>", nullptr, View::SegmentRouting},
    {View::SegmentRouting, kIrrelevant, "mapping-policy <more:rest>", nullptr, View::SegmentRouting},
    {View::SegmentRouting, kIrrelevant, "match-type <more:rest>", nullptr, View::SegmentRouting},
    {View::SegmentRouting, kIrrelevant, "{ default | ipv4 default } match srv6-te-policy color <color>"},
    {View::SegmentRouting, kIrrelevant,
     "{ path-mtu | proxy | remote | sr-te frr | timer | ttl-mode } <more:rest>"},
    {View::SegmentRouting, kIrrelevant, "{ backup-opcode | bypass | cache | inner-type } [ <more:rest> ]"},
    {View::SegmentRouting, kIrrelevant, "encapsulation { eth | ipv4 | ipv6 | ip } <more:rest>"},
};

}  // namespace

std::span<const Command> segment_routing_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
