#pragma once

// Which side of an E-Trunk is in use (docs/failures.md, "E-Trunk and VRRP"; semantics §3.7).

#include "solver/control_plane/bfd_states.h"
#include "solver/control_plane/routes.h"

namespace holdfast::control_plane {

class EtrunkStates {
 public:
  EtrunkStates(const pairing::Pairing& net, Routes& routes, BfdStates& bfd)
      : net_(net), routes_(routes), bfd_(bfd) {}

  // Whether this end hears the other one.
  State hears(pairing::EtrunkRef etrunk, Failed failed);
  State master(pairing::EtrunkRef etrunk, Failed failed);
  // Whether a member Eth-Trunk carries traffic: up and not the backup one.
  State in_use(PortRef member, Failed failed);

 private:
  State hellos(const pairing::EtrunkPair& pair, Failed failed);

  const pairing::Pairing& net_;
  Routes& routes_;
  BfdStates& bfd_;
};

}  // namespace holdfast::control_plane
