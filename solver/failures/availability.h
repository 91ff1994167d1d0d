#pragma once

// How likely a service is to work, given how likely each element is to be down, independently of the others
// (semantics §5). The interval is certain: what was not looked at lies between its ends.

#include <atomic>
#include <cstddef>
#include <span>
#include <vector>

#include "solver/failures/flow_outcome.h"

namespace holdfast::failures {

struct AvailabilityOptions {
  std::vector<double> probability;   // of being down, by element, 0–1; an element of 0 never fails
  double gap = 1e-12;                // stops when upper − lower is below this
  std::size_t evaluations = 200000;  // or after so many
  const std::atomic<bool>* cancel = nullptr;
};

// Probability that every flow is delivered.
struct Availability {
  double lower = 0;
  double upper = 1;
  std::size_t evaluations = 0;
};

Availability availability(ServiceEvaluator& states, std::span<const Flow> flows,
                          const AvailabilityOptions& options);

}  // namespace holdfast::failures
