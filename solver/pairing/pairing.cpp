#include "solver/pairing/pairing.h"

namespace holdfast::pairing {

// In the order of the members, each from those before it.
Pairing::Pairing(const Network& network, const Inventory& inventory)
    : network_(network),
      locator_(network, inventory),
      pw_ends_(network, inventory, locator_),
      ac_groups_(network, inventory, pw_ends_),
      vsi_acs_(network, inventory),
      ve_groups_(network, inventory),
      etrunks_(network, inventory, locator_, pw_ends_, ac_groups_),
      links_(network, inventory, etrunks_),
      vrrp_(network, inventory, links_),
      bfd_(network, locator_, pw_ends_, links_),
      dual_homing_(network, inventory, pw_ends_, ac_groups_, vsi_acs_, etrunks_, vrrp_, links_),
      bgp_sessions_(network, locator_),
      vpn_routes_(network, inventory, bgp_sessions_),
      services_({network, pw_ends_, ac_groups_, vsi_acs_, ve_groups_, dual_homing_}),
      roles_(network, inventory, pw_ends_, vsi_acs_) {}

}  // namespace holdfast::pairing
