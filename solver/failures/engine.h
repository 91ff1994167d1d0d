#pragma once

// Everything that evaluates services of one network under failures. Answers are remembered in it, so that one
// engine serves one thread.

#include "solver/failures/atoms.h"

namespace holdfast::failures {

struct Engine {
  Engine(const pairing::Pairing& pairing, const FailureUniverse& universe)
      : net(pairing), plane(pairing, universe), pws(pairing, plane), atoms(pairing, plane, pws) {}
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  const pairing::Pairing& net;
  control_plane::ControlPlane plane;
  PwTransport pws;
  Atoms atoms;
};

}  // namespace holdfast::failures
