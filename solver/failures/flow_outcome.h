#pragma once

// What becomes of a flow under a set of failures (docs/failures.md, "Flows and outcomes"; semantics §4).

#include <string>
#include <unordered_map>
#include <vector>

#include "solver/failures/frame_walk.h"
#include "solver/failures/ways.h"

namespace holdfast::failures {

struct FlowOutcome {
  Outcome outcome = Outcome::Delivered;
  // Elements of which one has to fail for delivery to change: for Delivered to anything else, and for
  // anything else to Delivered. What kind of loss it is may change without them.
  Support support;
};

// Evaluates one flow again and again; what depends on the same answers of the atoms is worked out once.
class FlowEvaluator {
 public:
  FlowEvaluator(ServiceEvaluator& states, const Flow& flow) : states_(states), flow_(flow) {}

  Outcome outcome(const FailureSet& failed);
  FlowOutcome traced(const FailureSet& failed);

 private:
  struct Known {
    Outcome outcome = Outcome::Delivered;
    Support atoms;
  };
  const Known& known();

  ServiceEvaluator& states_;
  const Flow& flow_;
  std::unordered_map<std::string, Known> known_;  // by the answers of the service's atoms
};

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

FlowAccount account(ServiceEvaluator& states, const Flow& flow, const FailureSet& failed);

}  // namespace holdfast::failures
