#pragma once

// For each service, in the order of the intent: the devices that serve its ends and the ways of its PWs. Of
// several choices the one of least cost is taken, then the one that spreads the load, then the first.

#include "solver/planning/plan.h"

namespace holdfast::planning {

// Fills `plan.services` and `plan.rsgs`; `plan.links` must stand.
void plan_services(const intent::Intent& intent, const Existing& existing, const PlanOptions& options,
                   Plan& plan);

}  // namespace holdfast::planning
