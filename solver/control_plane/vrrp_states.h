#pragma once

// Which VRRP groups are master (docs/failures.md, "E-Trunk and VRRP"; semantics §3.8).

#include "solver/control_plane/bfd_states.h"
#include "solver/control_plane/routes.h"

namespace holdfast::control_plane {

class VrrpStates {
 public:
  VrrpStates(const pairing::Pairing& net, Routes& routes, BfdStates& bfd)
      : net_(net), routes_(routes), bfd_(bfd) {}

  State master(pairing::VrrpRef group, Failed failed);

 private:
  // Priority with what tracks do to it; nothing: it hangs on something unknown.
  Traced<std::optional<std::uint32_t>> priority(pairing::VrrpRef group, Failed failed);
  // Up: not Initialize.
  State active(pairing::VrrpRef group, Failed failed);
  State tracked_sessions(pairing::VrrpRef group, VrrpBfdRole role, Failed failed);
  State session(pairing::VrrpRef group, const VrrpTrack& track, Failed failed);

  const pairing::Pairing& net_;
  Routes& routes_;
  BfdStates& bfd_;
};

}  // namespace holdfast::control_plane
