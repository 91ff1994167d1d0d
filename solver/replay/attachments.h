#pragma once

// What an attachment circuit does by itself: its interface, its arbiter, and whether frames are handed over
// to an L3VPN behind it.

#include "solver/replay/etrunk.h"
#include "solver/replay/l2_plan.h"
#include "solver/replay/ve_groups.h"
#include "solver/replay/vpn_routes.h"
#include "solver/replay/vrrp.h"

namespace holdfast::replay {

class Attachments {
 public:
  Attachments(const L2Plan& plan, const Interfaces& interfaces, const PwTransport& pws,
              const Etrunks& etrunks, const VrrpStates& vrrp, const VpnRoutes& routes)
      : plan_(&plan),
        interfaces_(&interfaces),
        pws_(&pws),
        etrunks_(&etrunks),
        vrrp_(&vrrp),
        routes_(&routes) {}

  State interface(PortRef ac) const { return interfaces_->state(ac); }
  // Up, and not made backup by an E-Trunk or an mVRRP group.
  State in_use(PortRef ac) const;
  // The interface, as far as no E-Trunk makes it the backup leg, which is down.
  State leg(PortRef ac) const;
  // Whether frames get on behind the AC: always, but for an L2VE interface. `prefix` null: being handed over
  // is enough.
  State hands_over(PortRef ac, const IpPrefix* prefix) const;

  // What makes an end report fault, or standby, whatever other PWs do.
  State own_fault(const PwEnd& end) const;
  State own_standby(const PwEnd& end) const;

 private:
  State ac_fault(const PwEnd& end) const;
  State mpw_down(const PwEnd& end) const;
  State bypass_carries(PortRef ac) const;
  State tracked_route_missing(PortRef ac) const;
  State bound_master(DeviceId device, const AdminVrrpBinding& binding) const;
  State arbitrated_by_vrrp(PortRef ac) const;

  const L2Plan* plan_;
  const Interfaces* interfaces_;
  const PwTransport* pws_;
  const Etrunks* etrunks_;
  const VrrpStates* vrrp_;
  const VpnRoutes* routes_;
  mutable std::map<PortRef, State> in_use_;
};

}  // namespace holdfast::replay
