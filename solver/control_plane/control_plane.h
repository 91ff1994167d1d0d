#pragma once

// All layers from ports to transport (semantics §3.1–3.4, §3.7, §3.8, §3.10, §3.11) as functions of a set of
// failures. Answers are remembered, so one object serves one thread.

#include "solver/control_plane/bfd_states.h"
#include "solver/control_plane/etrunk_states.h"
#include "solver/control_plane/ldp_sessions.h"
#include "solver/control_plane/routes.h"
#include "solver/control_plane/te_tunnels.h"
#include "solver/control_plane/transport.h"
#include "solver/control_plane/vpn_states.h"
#include "solver/control_plane/vrrp_states.h"

namespace holdfast::control_plane {

struct ControlPlane {
  ControlPlane(const pairing::Pairing& net, const FailureUniverse& universe)
      : routes(net, universe),
        bfd(net, universe, routes),
        ldp(net, routes),
        tunnels(net, routes),
        transport(net, routes, tunnels),
        etrunks(net, routes, bfd),
        vrrp(net, routes, bfd),
        vpn(net, routes, transport) {}
  ControlPlane(const ControlPlane&) = delete;
  ControlPlane& operator=(const ControlPlane&) = delete;

  Interfaces& interfaces() { return routes.interfaces(); }

  Routes routes;
  BfdStates bfd;
  LdpSessions ldp;
  TeTunnels tunnels;
  Transport transport;
  EtrunkStates etrunks;
  VrrpStates vrrp;
  VpnStates vpn;
};

}  // namespace holdfast::control_plane
