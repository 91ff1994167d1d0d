// L2VPNs that BGP signals or discovers (BGP VPLS, BGP AD, BGP VPWS), and multicast tunnels of VSIs. The model
// knows that a VSI is one of them; their members are not modelled, so that lines that make members are
// partial. Source: command reference, VPLS and VPWS.

#include "importers/vrp/commands/tables.h"

namespace holdfast::vrp {
namespace {

constexpr Command kCommands[] = {
    {View::System, kPartial,
     "mpls l2vpn <name:text(1-31)> [ encapsulation { ethernet | vlan | hdlc | ppp | ip-interworking | "
     "ip-layer2 | atm-1to1-vcc | atm-1to1-vpc | atm-nto1-vcc | atm-nto1-vpc | atm-aal5-sdu | atm-trans-cell "
     "} "
     "[ control-word | no-control-word ] ]",
     nullptr, View::BgpL2vpn},

    {View::BgpL2vpn, kIrrelevant, "route-distinguisher <rd:rd>"},
    {View::BgpL2vpn, kIrrelevant,
     "vpn-target { <target:rd> } &<1-16> [ both | import-extcommunity | export-extcommunity ]"},
    {View::BgpL2vpn, kPartial,
     "ce <name:text(1-31)> [ id <id> [ range <range> ] [ default-offset <offset> ] ]", nullptr,
     View::BgpL2vpn},
    {View::BgpL2vpn, kPartial,
     "connection [ instance-name <instance> ] [ ce-offset <offset> ] interface <interface:interface> [ "
     "tunnel-policy <policy:ref(tunnel-policy)(1-39)> ] [ raw | tagged ] [ secondary ]"},
    {View::BgpL2vpn, kIrrelevant, "mtu <mtu>"},
    {View::BgpL2vpn, kIrrelevant, "ignore-mtu-match"},
    {View::BgpL2vpn, kIrrelevant, "mtu-negotiate disable"},

    {View::BgpL2vpn, kPartial, "site <id:0-65535> [ range <range> ] [ default-offset <offset> ]"},
    {View::BgpL2vpn, kPartial, "site { name <name:text(1-31)> | default }", nullptr, View::BgpL2vpn},
    {View::BgpL2vpn, kIrrelevant, "site-id <id>"},
    {View::BgpL2vpn, kIrrelevant, "site-range <range> [ default-offset <offset> ]"},
    {View::BgpL2vpn, kPartial, "best-site"},
    {View::BgpL2vpn, kPartial, "preference <preference>"},
    {View::BgpL2vpn, kIrrelevant, "active delay-time <seconds>"},
    {View::BgpL2vpn, kIrrelevant, "recover delay-time <seconds>"},
    {View::BgpL2vpn, kIrrelevant, "vpls-id <id:rd>"},
    {View::BgpL2vpn, kPartial, "pw spoke-mode"},
    {View::BgpL2vpn, kIrrelevant, "pw <name:text(1-15)>", nullptr, View::BgpL2vpn},
    {View::BgpL2vpn, kIrrelevant, "peer <address:ip4> [ remote-site <site> ] pw <name:text(1-15)>", nullptr,
     View::BgpL2vpn},
    {View::BgpL2vpn, kPartial, "track monitor-group <name:text(1-31)>"},
    {View::BgpL2vpn, kPartial, "control-word enable"},
    {View::BgpL2vpn, kIrrelevant, "encapsulation { rfc4761-compatible | vpls-family-compatible }"},
    {View::BgpL2vpn, kIrrelevant, "flow-label { both | send | receive } [ static ]"},
    {View::BgpL2vpn, kIrrelevant, "traffic-statistics <more:rest>"},

    {View::BgpL2vpn, kPartial,
     "undo { ce | connection | site | best-site | preference | pw | peer | control-word | track | vpn-target "
     "| "
     "route-distinguisher | encapsulation | flow-label | mtu | mtu-negotiate | ignore-mtu-match | site-id | "
     "site-range | active | recover | vpls-id | traffic-statistics } [ <more:rest> ]"},

    // Multicast trees and E-Tree
    {View::BgpL2vpn, kIrrelevant, "root", nullptr, View::BgpL2vpn},
    {View::BgpL2vpn, kIrrelevant, "leaf", nullptr, View::BgpL2vpn},
    {View::BgpL2vpn, kIrrelevant, "mldp p2mp", nullptr, View::BgpL2vpn},
    {View::BgpL2vpn, kIrrelevant, "mpls-te", nullptr, View::BgpL2vpn},
    {View::BgpL2vpn, kIrrelevant, "mpls p2mp slot <slot>"},
    {View::BgpL2vpn, kIrrelevant, "root-ip <address:ip4>"},
    {View::BgpL2vpn, kIrrelevant, "p2mp { dynamic | te-template <name> }"},
    {View::BgpL2vpn, kIrrelevant, "bfd track interface <interface:interface>", nullptr, View::BgpL2vpn},
    {View::BgpL2vpn, kIrrelevant, "data-switch disable"},
    {View::BgpL2vpn, kIrrelevant,
     "primary-root <primary:ip4> [ track bfd ] backup-root <backup:ip4> [ track bfd ] [ wtr <seconds> ]"},
    {View::BgpL2vpn, kIrrelevant,
     "undo { root | leaf | mldp | mpls-te | root-ip | p2mp | bfd | data-switch | primary-root | root-vlan } "
     "[ "
     "<more:rest> ]"},
    {View::BgpL2vpn, kIrrelevant, "root-vlan <more:rest>"},
};

}  // namespace

std::span<const Command> vsi_bgp_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
