#include "importers/vrp/commands/tables.h"

#include <array>

namespace holdfast::vrp {

std::span<const std::span<const Command>> all_commands() {
  static const std::array kTables{
      // clang-format off
      system_commands(),
      eth_trunk_commands(),
      lacp_commands(),
      etrunk_commands(),
      bfd_commands(),
      vrrp_commands(),
      mpls_commands(),
      ldp_commands(),
      tunnel_commands(),
      tunnel_policy_commands(),
      segment_routing_commands(),
      mpls_other_commands(),
      pw_template_commands(),
      vpws_commands(),
      vpws_ac_commands(),
      vpws_switching_commands(),
      vsi_commands(),
      vsi_peer_commands(),
      vsi_bgp_commands(),
      // clang-format on
  };
  return kTables;
}

}  // namespace holdfast::vrp
