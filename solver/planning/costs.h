#pragma once

// IGP costs of new links where the intent names none.

#include "model/intent.h"
#include "solver/planning/existing.h"

namespace holdfast::planning {

// In a network that grows no route that is there becomes longer than a way over new links: a link between two
// existing devices costs more than the way between them, and two links of new devices cost more together
// than any way between the existing devices that they could join. So nothing moves while nothing fails.
// Costs that the intent names stay, and so does everything where all is new. Domains must be chosen.
void choose_costs(intent::Intent& intent, const Existing& existing);

}  // namespace holdfast::planning
