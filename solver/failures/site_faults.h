#pragma once

// Faults beside the access that reach it all the same (semantics §4): they leave the ACs of a site that two
// PEs serve alone, and yet the site moves, or has to.

#include <cstdint>
#include <vector>

#include "solver/failures/network_failures.h"

namespace holdfast::failures {

struct SiteFault {
  enum class Kind : std::uint8_t {
    Moves,   // another AC takes over, though the service could have stayed
    Strands  // the AC stays in use and is cut off: only another one would save the service
  };
  Kind kind = Kind::Moves;
  std::size_t flow = 0;  // position in ServiceFailures::flows
  bool at_a = true;      // which site of the flow
  PortRef home;          // the AC in use while nothing has failed
  PortRef other;         // the one that takes over, or would
  FailureSet failed;     // minimal
};

// Of the service at that position, under at most the k failures of the search. A site that several flows
// join counts with the first.
std::vector<SiteFault> site_faults(const NetworkFailures& found, std::size_t service, Engine& engine);

}  // namespace holdfast::failures
