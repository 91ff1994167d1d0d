#pragma once

// Which devices have an LDP session (docs/failures.md, "Labels"; semantics §3.4).

#include <map>

#include "solver/control_plane/routes.h"

namespace holdfast::control_plane {

class LdpSessions {
 public:
  LdpSessions(const pairing::Pairing& net, Routes& routes) : net_(net), routes_(routes) {}

  State up(DeviceId a, DeviceId b, Failed failed);

  // Whether lines of the two let them have a session without being neighbours.
  bool targeted(DeviceId a, DeviceId b) const;

 private:
  State neighbours(DeviceId a, DeviceId b, Failed failed);

  const pairing::Pairing& net_;
  Routes& routes_;
  std::map<std::pair<DeviceId, DeviceId>, Memo<Tri>> memo_;
};

}  // namespace holdfast::control_plane
