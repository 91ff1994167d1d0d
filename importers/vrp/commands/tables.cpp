#include "importers/vrp/commands/tables.h"

#include <array>

namespace holdfast::vrp {

std::span<const std::span<const Command>> all_commands() {
  static const std::array kTables{
      system_commands(),         pw_template_commands(), vpws_commands(),      vpws_ac_commands(),
      vpws_switching_commands(), vsi_commands(),         vsi_peer_commands(),  vsi_bgp_commands(),
      system_commands(),         bfd_commands(),         eth_trunk_commands(), etrunk_commands(),
      lacp_commands(),           vrrp_commands(),
  };
  return kTables;
}

}  // namespace holdfast::vrp
