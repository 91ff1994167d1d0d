#pragma once

// Which IGP area or level each new link is in.

#include <vector>

#include "solver/planning/plan.h"

namespace holdfast::planning {

// A link between existing devices is in the first domain that both are in. New devices, with all that hang
// together with them by new links, join one domain: the one that their links lead into. Links that fit into
// none, or lead new devices into several, are conflicts.
std::vector<Conflict> choose_domains(intent::Intent& intent, const Existing& existing);

}  // namespace holdfast::planning
