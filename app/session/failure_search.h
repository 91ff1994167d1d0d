#pragma once

// Searches the services of a network on several threads, each with an engine of its own.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/session/check.h"
#include "app/session/crew.h"
#include "solver/failures/network_failures.h"

namespace holdfast::session {

struct FailureSearchOptions {
  std::size_t k = 2;
  std::vector<ElementKind> kinds;                 // empty: all
  std::vector<const pairing::Service*> services;  // in the order of all
  std::vector<double> probability;  // of being down, by element; empty: availability is not asked for
  bool tell_all = false;            // also of sets that leave no way: there are many, and each says little
  unsigned jobs = 1;
  Progress progress;                          // may be empty
  const std::atomic<bool>* cancel = nullptr;  // may be null
};

// Services that were not reached before the cancellation have nothing found and are marked as cancelled.
failures::NetworkFailures search_failures(const pairing::Pairing& net, const FailureUniverse& universe,
                                          const FailureSearchOptions& options);
// With a crew that has more to do afterwards, and then knows what the search has worked out.
failures::NetworkFailures search_failures(const pairing::Pairing& net, const FailureUniverse& universe,
                                          const FailureSearchOptions& options, Crew& crew);

}  // namespace holdfast::session
