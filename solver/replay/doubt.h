#pragma once

// Why a state is unknown: what is unseen or undocumented, and where.

#include <cstdint>
#include <string>

#include "model/network.h"

namespace holdfast::replay {

enum class DoubtKind : std::uint8_t {
  None,
  TrunkWithoutPorts,
  VlanWithoutPort,
  UnownedAddress,
  SharedAddress,
  Redistribution,
  VpnTable,
  Ipv6Route,
  RouteOverTunnel,
  TunnelSignalling,
  TunnelKind,
  UnseenPeer,
  AmbiguousPeer,
  ControlWord,
  NoHubPw,
  LocalConnection,
  EtrunkPartner,
  EtrunkAuthentication,
  EtrunkPriority,
  EtrunkSelection,
  BfdSession,
  VrrpGroup,
  TrackedInterface,
  VpnRoute,
  PwAps,
};

struct Doubt {
  DoubtKind kind = DoubtKind::None;
  DeviceId device;
  Span where;
};

// "PE1 (pe1.cfg:12): the peer of the PW is not in the snapshot"
std::string describe(const Network& net, const Doubt& doubt);

}  // namespace holdfast::replay
