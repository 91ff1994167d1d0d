#pragma once

// Routes of VPN instances: who originates a prefix, and which devices hold it. BGP tells it on, in rounds.

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "solver/replay/bgp.h"
#include "solver/replay/transport.h"

namespace holdfast::replay {

struct BgpPlans {
  BgpPlan vpnv4;
  BgpPlan vpnv6;
  explicit BgpPlans(const RoutingSetup& setup)
      : vpnv4(setup, AddressFamily::Vpnv4), vpnv6(setup, AddressFamily::Vpnv6) {}
};

class VpnRoutes {
 public:
  VpnRoutes(const RoutingSetup& setup, const BgpPlans& plans, const Interfaces& interfaces,
            const Routing& routing, const Transport& transport)
      : setup_(setup), plans_(&plans), interfaces_(&interfaces), routing_(&routing), transport_(&transport) {}

  State held(DeviceId device, const std::string& instance, const IpPrefix& prefix) const;

 private:
  struct Origin {
    DeviceId device;
    const VpnFamily* family = nullptr;
    State state;
  };
  struct Entry;

  State judge(DeviceId device, const std::string& instance, const IpPrefix& prefix) const;
  State own(DeviceId device, const std::string& instance, const IpPrefix& prefix) const;
  State live_static(DeviceId device, const StaticRoute& route) const;
  std::vector<Origin> origins(const IpPrefix& prefix) const;
  State from_origin(const Origin& origin, DeviceId device, const VpnFamily& importing, bool v6) const;
  State from_outside(DeviceId device, bool v6) const;
  State arrives(const std::vector<Entry>& entries, DeviceId device, bool v6,
                const VpnFamily* exporting) const;
  bool keeps(DeviceId device, const VpnFamily* exporting, bool v6) const;

  RoutingSetup setup_;
  const BgpPlans* plans_;
  const Interfaces* interfaces_;
  const Routing* routing_;
  const Transport* transport_;
  mutable std::map<std::tuple<DeviceId, std::string, IpPrefix>, State> known_;
};

}  // namespace holdfast::replay
