#pragma once

// The network under one set of failures: everything below the PWs' status words, for one assumption about
// the BFD sessions that static routes track.

#include <memory>

#include "solver/replay/attachments.h"

namespace holdfast::replay {

// What the configurations and links say; the same under all failures.
struct Wiring {
  Wiring(const Network& network, const FailureUniverse& universe);
  Wiring(const Wiring&) = delete;
  Wiring& operator=(const Wiring&) = delete;

  const Network& net;
  Cabling cabling;
  Adjacencies adjacencies;
  Owners owners;
  Ospf ospf;
  Isis isis;
  RoutingSetup routing;
  PwEnds ends;
  L2Plan plan;
  Ldp ldp;
  Bfd bfd;
  VrrpSegments vrrp;
  BgpPlans bgp;
};

struct Run {
  Run(const Wiring& wiring, const Damage& damage, TrackedSessions assumed);
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  // How the tracked sessions really are when they are taken to be as assumed.
  TrackedSessions tracked_now() const;

  TrackedSessions tracked;
  Interfaces interfaces;
  Routing routing;
  LdpSessions sessions;
  Lsps lsps;
  Te te;
  Transport transport;
  PwTransport pws;
  BfdStates bfd;
  Etrunks etrunks;
  VrrpStates vrrp;
  VpnRoutes vpn_routes;
  Attachments acs;
};

// The states that the tracked sessions stay in: one, or the cycle that they go round.
std::vector<std::unique_ptr<Run>> settled_runs(const Wiring& wiring, const Damage& damage);

}  // namespace holdfast::replay
