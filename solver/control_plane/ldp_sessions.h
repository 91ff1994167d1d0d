#pragma once

// Which devices have an LDP session (docs/failures.md, "Labels"; semantics §3.4).

#include <map>

#include "solver/control_plane/routes.h"

namespace holdfast::control_plane {

// Whether a line of `here` begins a targeted session with `there`: a remote peer, or sessions made for PWs.
bool begins_session(const pairing::Pairing& net, DeviceId here, DeviceId there);

// Whether lines of the two let them have a session without being neighbours.
bool targeted(const pairing::Pairing& net, DeviceId a, DeviceId b);

class LdpSessions {
 public:
  LdpSessions(const pairing::Pairing& net, Routes& routes) : net_(net), routes_(routes) {}

  State up(DeviceId a, DeviceId b, Failed failed);

 private:
  State neighbours(DeviceId a, DeviceId b, Failed failed);

  const pairing::Pairing& net_;
  Routes& routes_;
  std::map<std::pair<DeviceId, DeviceId>, Memo<Tri>> memo_;
};

}  // namespace holdfast::control_plane
