#pragma once

// Which BFD sessions are up (docs/failures.md, "BFD"; semantics §3.11).
//
// A static route may track a session whose own way the route is part of. Such sessions start up, like
// everything in the network, and step on together until they settle; what depends on sessions that do not
// settle is flapping.

#include <map>
#include <memory>
#include <vector>

#include "solver/control_plane/routes.h"

namespace holdfast::control_plane {

class BfdStates {
 public:
  BfdStates(const pairing::Pairing& net, const FailureUniverse& universe, Routes& routes);
  ~BfdStates();
  BfdStates(const BfdStates&) = delete;
  BfdStates& operator=(const BfdStates&) = delete;

  // Unknown when nobody can say, or when it does not settle.
  State up(pairing::BfdRef session, Failed failed);
  // Whether sessions that static routes track settle.
  bool settles(Failed failed);
  // The sessions that keep going up and down then, ascending.
  std::vector<pairing::BfdRef> restless(Failed failed);

 private:
  struct Settled {
    std::map<pairing::BfdRef, State> sessions;
    bool flapping = false;
    std::vector<pairing::BfdRef> restless;
  };

  bool is_alone(pairing::BfdRef session) const;
  State evaluate(pairing::BfdRef session, Routes& routes, Failed failed) const;
  State end_up(pairing::BfdRef session, pairing::BfdRef other, Routes& routes, Failed failed) const;
  Settled settle(Failed failed);
  Settled step(const Settled& before, Failed failed);

  const pairing::Pairing& net_;
  const FailureUniverse& universe_;
  Routes& routes_;
  std::vector<pairing::BfdRef> tracked_;  // by static routes of the public network; ascending
  std::unique_ptr<Routes> trial_;         // where they are assumed to be in some state
  std::map<FailureSet, Settled> settled_;
};

}  // namespace holdfast::control_plane
