#pragma once

// What becomes of a flow under a set of failures (docs/failures.md, "Flows and outcomes"; semantics §4).

#include <string>
#include <vector>

#include "solver/failures/frame_walk.h"
#include "solver/failures/ways.h"

namespace holdfast::failures {

struct FlowOutcome {
  Outcome outcome = Outcome::Delivered;
  Support support;  // of Delivered only: elements that have to fail for anything else to happen
};

FlowOutcome evaluate(ServiceEvaluator& states, const Flow& flow);

// The same with what led to it, for telling.
struct FlowAccount {
  Outcome outcome = Outcome::Delivered;
  // A walk from every AC in use of either site, in their order.
  struct Direction {
    PortRef from;
    WalkResult walk;
  };
  std::vector<Direction> walks;
  Ways ways;                         // of a flow that is lost
  std::vector<PortRef> both_in_use;  // of dual-active: the ACs of one site that are in use at once
};

FlowAccount account(ServiceEvaluator& states, const Flow& flow);

}  // namespace holdfast::failures
