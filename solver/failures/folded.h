#pragma once

// Sets of failures whose stories differ only in what has failed, told once.

#include <cstddef>
#include <vector>

#include "solver/failures/service_failures.h"

namespace holdfast::failures {

// For each set the position of the one that is shown for its story: of those with one key the plainest, with
// few elements, links before ports before boards before nodes. A set without a story stands for itself.
std::vector<std::size_t> shown_for(const std::vector<ServiceSet>& sets, const FailureUniverse& universe);

}  // namespace holdfast::failures
