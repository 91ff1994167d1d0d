#pragma once

// What the search finds for a network: what reports show and rules about failures judge.

#include <cstddef>
#include <vector>

#include "solver/failures/service_failures.h"

namespace holdfast::failures {

struct NetworkFailures {
  const pairing::Pairing* net = nullptr;
  const FailureUniverse* universe = nullptr;
  std::size_t k = 0;
  std::vector<bool> may_fail;                     // by element
  std::vector<const pairing::Service*> services;  // those looked at, in the order of all
  std::vector<ServiceFailures> found;             // likewise
};

}  // namespace holdfast::failures
