#pragma once

// BGP sessions that carry VPN routes.

#include <vector>

#include "solver/replay/routing.h"

namespace holdfast::replay {

// What one device configures about one peer in one VPN family.
struct BgpSide {
  DeviceId device;
  DeviceId peer_device;  // invalid: the peer is not in the snapshot
  const Bgp* bgp = nullptr;
  const BgpPeer* peer = nullptr;  // null: no AS number and source are given
  const BgpFamily* family = nullptr;
  const BgpFamilyPeer* family_peer = nullptr;

  bool enabled() const;
  bool internal() const;  // names the own AS number
};

struct BgpSession {
  BgpSide a;
  BgpSide b;
};

// Sessions that both sides configure to each other, and sides whose peer is unseen; the same under all
// failures.
class BgpPlan {
 public:
  BgpPlan(const RoutingSetup& setup, AddressFamily family);

  const std::vector<BgpSession>& sessions() const { return sessions_; }
  const std::vector<BgpSide>& leading_out() const { return leading_out_; }

 private:
  std::vector<BgpSession> sessions_;
  std::vector<BgpSide> leading_out_;
};

// Each reaches the address from which the other sets the session up.
State session_state(const RoutingSetup& setup, const Routing& routing, const BgpSession& session);

}  // namespace holdfast::replay
