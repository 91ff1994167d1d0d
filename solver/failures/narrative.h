#pragma once

// Tells what happens to a flow under a set of failures.

#include "solver/failures/flow_outcome.h"
#include "solver/rules/story.h"

namespace holdfast::failures {

using rules::Story;
using rules::StoryPart;
using rules::StoryStep;

// What happens to the flow under these failures, in the order in which it happens.
Story tell(ServiceEvaluator& states, const Flow& flow, const FailureSet& failed);

}  // namespace holdfast::failures
