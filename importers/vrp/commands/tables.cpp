#include "importers/vrp/commands/tables.h"

#include <array>

namespace holdfast::vrp {

std::span<const std::span<const Command>> all_commands() {
  // One line per table:
  // clang-format off
  static const std::array kTables{
      system_commands(),
      interface_commands(),
      interface_address_commands(),
      vlan_termination_commands(),
      switch_port_commands(),
      mpls_commands(),
      ldp_commands(),
      tunnel_commands(),
      tunnel_policy_commands(),
      mpls_other_commands(),
      segment_routing_commands(),
      pw_template_commands(),
      vpws_commands(),
      vpws_ac_commands(),
      vpws_switching_commands(),
      l2vpn_l3vpn_commands(),
      vsi_commands(),
      vsi_peer_commands(),
      vsi_bgp_commands(),
      bfd_commands(),
      eth_trunk_commands(),
      etrunk_commands(),
      lacp_commands(),
      vrrp_commands(),
      vpn_instance_commands(),
      bgp_commands(),
      bgp_peer_commands(),
      bgp_family_commands(),
      ospf_commands(),
      ospf_interface_commands(),
      isis_commands(),
      isis_interface_commands(),
      static_route_commands(),
      names_commands(),
      removal_commands(),
      system_words_commands(),
  };
  // clang-format on
  return kTables;
}

}  // namespace holdfast::vrp
