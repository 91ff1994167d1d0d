#pragma once

// Which BFD sessions are up (docs/failures.md, "BFD"; semantics §3.11).

#include "solver/control_plane/routes.h"

namespace holdfast::control_plane {

class BfdStates {
 public:
  BfdStates(const pairing::Pairing& net, Routes& routes) : net_(net), routes_(routes) {
    routes.set_bfd(this);
  }

  State up(pairing::BfdRef session, Failed failed);

 private:
  State end_up(pairing::BfdRef session, pairing::BfdRef other, Failed failed);

  const pairing::Pairing& net_;
  Routes& routes_;
  std::vector<pairing::BfdRef> asked_;  // sessions being decided: one that hangs on itself is unknown
};

}  // namespace holdfast::control_plane
