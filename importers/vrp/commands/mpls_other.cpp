// MPLS that the model does not decide with: static LSPs, point-to-multipoint, OAM, MPLS-TP.
// Source: command reference, MPLS LDP, MPLS TE, MPLS OAM, MPLS-TP OAM.

#include "importers/vrp/commands/tables.h"

namespace holdfast::vrp {
namespace {

constexpr Command kCommands[] = {
    {View::System, kPartial, "static-lsp { ingress | transit | egress } <name> <more:rest>"},
    {View::System, kIrrelevant, "static-cr-lsp rpf disable"},
    {View::System, kPartial, "static-cr-lsp { ingress | transit | egress } <more:rest>"},
    {View::System, kPartial, "bidirectional static-cr-lsp { ingress | transit | egress } <name>", nullptr,
     View::MplsOther},
    {View::System, kIrrelevant, "sr-te-simulate <more:rest>"},
    {View::MplsOther, kPartial, "{ forward | backward } <more:rest>"},
    {View::MplsOther, kIrrelevant, "lsp-loopback { start | stop }"},

    {View::System, kIrrelevant, "fec-list <name>", nullptr, View::MplsOther},
    {View::MplsOther, kIrrelevant, "fec-node <more:rest>"},
    {View::System, kIrrelevant, "path-constraint affinity-mapping", nullptr, View::MplsOther},
    {View::MplsOther, kIrrelevant, "attribute <name> bit-sequence <bit>"},
    {View::System, kIrrelevant, "te-class-mapping", nullptr, View::MplsOther},
    {View::MplsOther, kIrrelevant,
     "{ te-class0 | te-class1 | te-class2 | te-class3 | te-class4 | te-class5 | te-class6 | te-class7 } "
     "<more:rest>"},
    {View::System, kIrrelevant, "te { attribute enable | ipv6-router-id <address:ip6> }"},

    // Point-to-multipoint
    {View::System, kIrrelevant, "mldp-p2mp-tunnel <name>", nullptr, View::MplsOther},
    {View::MplsOther, kIrrelevant, "root-ip <root:ip4> lsp-id <id>"},
    {View::System, kIrrelevant, "mpls te { leaf-list | p2mp-template | p2p-template } <name>", nullptr,
     View::MplsOther},
    {View::MplsOther, kIrrelevant, "destination <leaf:ip4>", nullptr, View::MplsOther},
    {View::MplsOther, kIrrelevant, "path explicit-path <path:ref(explicit-path)(1-128)>"},
    {View::MplsOther, kIrrelevant, "path metric-type { te | igp }"},
    {View::MplsOther, kIrrelevant,
     "{ affinity | bandwidth | bypass-attributes | cspf | hop-limit | leaf-list | lsp-tp | priority | "
     "resv-style "
     "| tie-breaking } <more:rest>"},
    {View::MplsOther, kIrrelevant,
     "{ entropy-label | fast-reroute | record-route | reoptimization } [ <more:rest> ]"},
    {View::MplsOther, kIrrelevant, "bfd <more:rest>"},
    {View::System, kIrrelevant, "mpls te auto-primary-tunnel <more:rest>"},
    {View::System, kIrrelevant, "mpls te multi-protect fast-switch enable"},
    {View::System, kPartial, "mpls te associate-tunnel-group <id>", nullptr, View::MplsOther},
    {View::MplsOther, kPartial,
     "mpls te { backup active-standby | original-tunnel | split-tunnel } [ <more:rest> ]"},
    {View::MplsOther, kPartial, "mpls rsvp-te authentication <more:rest>"},

    // LDP of a VPN instance, and the labels of BGP
    {View::MplsOther, kIrrelevant, "ipv4-family", nullptr, View::MplsOther},
    {View::MplsOther, kIrrelevant, "lsr-id <id:ip4>"},
    {View::MplsOther, kIrrelevant,
     "{ authentication | auto-frr | graceful-delete | igp-sync-delay | inbound | label | loop-detect | "
     "lsp-trigger "
     "| md5-password | outbound } [ <more:rest> ]"},
    {View::MplsOther, kIrrelevant, "mpls bgp <more:rest>"},

    {View::MplsOther, kIrrelevant,
     "undo { forward | backward | fec-node | attribute | destination | path | affinity | bandwidth | "
     "bypass-attributes | cspf | hop-limit | leaf-list | lsp-tp | priority | resv-style | tie-breaking | "
     "entropy-label | fast-reroute | record-route | reoptimization | bfd | mpls | ipv4-family | lsr-id | "
     "authentication | auto-frr | graceful-delete | igp-sync-delay | inbound | label | loop-detect | "
     "lsp-trigger | "
     "md5-password | outbound | ldp | mldp | te | cc | me | delay-measure | lost-measure | rdi | remote-aps "
     "| role | "
     "operation-type | holdoff | wtr | binding | binding-pw-up | trigger | monitor | description } [ "
     "<more:rest> ]"},

    // Traffic statistics
    {View::MplsOther, kIrrelevant, "ldp host [ ip-prefix <list> ]"},
    {View::MplsOther, kIrrelevant, "mldp p2mp"},
    {View::MplsOther, kIrrelevant, "te auto-primary-tunnel { pce-initiated-lsp | segment-routing }"},

    // OAM
    {View::System, kIrrelevant, "mpls oam { egress | ingress | fdi } <more:rest>"},
    {View::System, kIrrelevant, "mpls-oam", nullptr, View::MplsOther},
    {View::MplsOther, kIrrelevant, "mpls oam { bidirectional-tunnel | l2vc } <more:rest>"},
    {View::System, kIrrelevant, "mpls-tp { ais | channel-type | mode } <more:rest>"},
    {View::System, kIrrelevant, "mpls-tp meg <name>", nullptr, View::MplsOther},
    {View::MplsOther, kIrrelevant,
     "cc { send enable | receive enable [ auto-protocol ] | exp <exp> | interval <ms> }"},
    {View::MplsOther, kIrrelevant, "me { l2vc | mip | te } <more:rest>"},
    {View::MplsOther, kIrrelevant, "{ delay-measure | lost-measure } <more:rest>"},
    {View::MplsOther, kIrrelevant, "rdi disable"},
    {View::MplsOther, kIrrelevant, "description <text:rest>"},
    {View::System, kIrrelevant, "mpls-in-udp", nullptr, View::MplsOther},
    {View::MplsOther, kIrrelevant, "source-ip-validate list destination-ip <address:ip>", nullptr,
     View::MplsOther},
    {View::MplsOther, kIrrelevant, "source-ip <address:ip>"},
    {View::MplsOther, kIrrelevant, "validate-list enable"},
};

}  // namespace

std::span<const Command> mpls_other_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
