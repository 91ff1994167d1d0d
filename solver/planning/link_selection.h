#pragma once

// Which candidate links to build: the cheapest set with which every demand is met under every hazard that its
// targets name.
//
// Cuts are found one by one. A choice is proposed (the cheapest that crosses every cut found so far); where
// it leaves a demand without a way, the devices that are still reached are a cut, and one of the candidates
// that cross it has to be chosen. Every cut is necessary, so the proposal's price is a lower bound; the first
// proposal that meets every demand is therefore the cheapest choice there is.

#include "solver/planning/demands.h"

namespace holdfast::planning {

// Fills `plan.links`, `chosen`, `price`, `price_at_least` and `conflicts`.
void select_links(const intent::Intent& intent, const Existing& existing, const PlanOptions& options,
                  Plan& plan);

}  // namespace holdfast::planning
