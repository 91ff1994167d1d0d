#pragma once

// What belongs together across devices: the one view of a network that rules, engines and reports read. It is
// derived once from an immutable network and is immutable itself; any number of threads may read it. The
// network must outlive it, and everything handed out lives as long as the Pairing.

#include "model/network.h"
#include "solver/pairing/ac_groups.h"
#include "solver/pairing/bfd_pairs.h"
#include "solver/pairing/bgp_sessions.h"
#include "solver/pairing/dual_homing.h"
#include "solver/pairing/etrunk_pairs.h"
#include "solver/pairing/inventory.h"
#include "solver/pairing/links.h"
#include "solver/pairing/locate.h"
#include "solver/pairing/pw_ends.h"
#include "solver/pairing/refs.h"
#include "solver/pairing/roles.h"
#include "solver/pairing/services.h"
#include "solver/pairing/ve_groups.h"
#include "solver/pairing/vpn_routes.h"
#include "solver/pairing/vrrp_pairs.h"
#include "solver/pairing/vsi_acs.h"

namespace holdfast::pairing {

class Pairing {
 public:
  explicit Pairing(const Network& network) : Pairing(network, Inventory(network)) {}
  Pairing(const Pairing&) = delete;  // its parts point at each other
  Pairing& operator=(const Pairing&) = delete;

  const Network& network() const { return network_; }
  const Device& operator[](DeviceId id) const { return network_[id]; }
  const Interface& operator[](PortRef ref) const { return get(network_, ref); }
  const Vsi& operator[](VsiRef ref) const { return get(network_, ref); }
  const Etrunk& operator[](EtrunkRef ref) const { return get(network_, ref); }
  const BfdSession& operator[](BfdRef ref) const { return get(network_, ref); }
  const SwitchedPw& operator[](SwitchedRef ref) const { return get(network_, ref); }
  const VrrpGroup& operator[](VrrpRef ref) const { return get(network_, ref); }
  const PwEnd& operator[](PwEndId id) const { return pw_ends_[id]; }

  const Locator& locator() const { return locator_; }
  const PwEnds& pw_ends() const { return pw_ends_; }
  const AcGroups& ac_groups() const { return ac_groups_; }
  const VsiAcs& vsi_acs() const { return vsi_acs_; }
  const VeGroups& ve_groups() const { return ve_groups_; }
  const EtrunkPairs& etrunks() const { return etrunks_; }
  const Links& links() const { return links_; }
  const VrrpPairs& vrrp() const { return vrrp_; }
  const BfdPairs& bfd() const { return bfd_; }
  const DualHoming& dual_homing() const { return dual_homing_; }
  const BgpSessions& bgp_sessions() const { return bgp_sessions_; }
  const VpnRoutes& vpn_routes() const { return vpn_routes_; }
  const Services& services() const { return services_; }
  const Roles& roles() const { return roles_; }

 private:
  Pairing(const Network& network, const Inventory& inventory);

  const Network& network_;
  Locator locator_;
  PwEnds pw_ends_;
  AcGroups ac_groups_;
  VsiAcs vsi_acs_;
  VeGroups ve_groups_;
  EtrunkPairs etrunks_;
  Links links_;
  VrrpPairs vrrp_;
  BfdPairs bfd_;
  DualHoming dual_homing_;
  BgpSessions bgp_sessions_;
  VpnRoutes vpn_routes_;
  Services services_;
  Roles roles_;
};

}  // namespace holdfast::pairing
