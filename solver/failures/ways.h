#pragma once

// Whether some configured way works, whatever the choices in force (docs/failures.md, "Flows and outcomes"):
// what makes a loss avoidable.

#include <vector>

#include "solver/failures/service_states.h"

namespace holdfast::failures {

struct Ways {
  Tri works = Tri::Down;
  std::vector<pairing::PwEndId> example;  // sending ends of one way, when it works
};

Ways find_ways(ServiceEvaluator& states, const Flow& flow);

}  // namespace holdfast::failures
