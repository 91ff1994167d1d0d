#pragma once

// What the failure search says of planned services: whether each meets its target.

#include "app/session/plan.h"
#include "solver/planning/build/build.h"
#include "solver/planning/plan.h"

namespace holdfast::session {

void judge_targets(const intent::Intent& intent, const planning::Plan& plan,
                   const planning::BuiltNetwork& built, std::shared_ptr<const Snapshot> snapshot,
                   const PlanCall& call, PlanResult& result);

// Whether the finding speaks only of failures that the planned service is not to survive. Targets must have
// been judged.
bool is_beyond_targets(const rules::Finding& finding, const intent::Intent& intent,
                       const planning::Plan& plan, const PlanResult& result);

}  // namespace holdfast::session
