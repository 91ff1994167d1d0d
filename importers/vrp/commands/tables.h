#pragma once

// The tables of the command table, one per subject. A new subject is one file here and one line in
// tables.cpp.

#include <span>

#include "importers/vrp/command.h"

namespace holdfast::vrp {

std::span<const Command> system_commands();
std::span<const Command> interface_commands();
std::span<const Command> interface_address_commands();
std::span<const Command> vlan_termination_commands();
std::span<const Command> switch_port_commands();
std::span<const Command> mpls_commands();
std::span<const Command> ldp_commands();
std::span<const Command> tunnel_commands();
std::span<const Command> tunnel_policy_commands();
std::span<const Command> mpls_other_commands();
std::span<const Command> segment_routing_commands();
std::span<const Command> pw_template_commands();
std::span<const Command> vpws_commands();
std::span<const Command> vpws_ac_commands();
std::span<const Command> vpws_switching_commands();
std::span<const Command> l2vpn_l3vpn_commands();
std::span<const Command> vsi_commands();
std::span<const Command> vsi_peer_commands();
std::span<const Command> vsi_bgp_commands();
std::span<const Command> bfd_commands();
std::span<const Command> eth_trunk_commands();
std::span<const Command> etrunk_commands();
std::span<const Command> lacp_commands();
std::span<const Command> vrrp_commands();
std::span<const Command> vpn_instance_commands();
std::span<const Command> bgp_commands();
std::span<const Command> bgp_peer_commands();
std::span<const Command> bgp_family_commands();
std::span<const Command> ospf_commands();
std::span<const Command> ospf_interface_commands();
std::span<const Command> isis_commands();
std::span<const Command> isis_interface_commands();
std::span<const Command> static_route_commands();
std::span<const Command> names_commands();
std::span<const Command> removal_commands();
std::span<const Command> system_words_commands();

}  // namespace holdfast::vrp
