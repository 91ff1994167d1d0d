#pragma once

// Asking for states and remembering what the answers rest on: the support of everything decided from them.

#include <utility>

#include "solver/control_plane/support.h"

namespace holdfast::failures {

class Consulted {
 public:
  control_plane::Tri operator()(const control_plane::State& state) {
    support_ |= state.support;
    return state.value;
  }
  const control_plane::Support& support() const { return support_; }
  control_plane::Support take() { return std::move(support_); }

 private:
  control_plane::Support support_;
};

}  // namespace holdfast::failures
