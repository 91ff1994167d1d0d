#include "solver/failures/availability.h"

#include <algorithm>
#include <memory>
#include <queue>

namespace holdfast::failures {
namespace {

// Sets of failures with `failed` down, `up` up and anything else open.
struct Part {
  double mass = 1;
  FailureSet failed;
  FailureSet up;  // ascending
};
struct Lighter {
  bool operator()(const Part& a, const Part& b) const { return a.mass < b.mass; }
};

FailureSet with(const FailureSet& set, ElementId id) {
  FailureSet result = set;
  result.insert(std::ranges::upper_bound(result, id), id);
  return result;
}

// Of all flows together: delivered when all are. The support is what that rests on.
FlowOutcome all_delivered(std::vector<std::unique_ptr<FlowEvaluator>>& flows, const FailureSet& failed) {
  FlowOutcome result;
  for (const auto& flow : flows) {
    FlowOutcome one = flow->traced(failed);
    if (is_bad(one.outcome)) {
      // Of several that are not delivered one is enough; what is unknown or unsettled decides nothing.
      if (result.outcome == Outcome::Delivered || result.outcome == Outcome::Unknown) result = std::move(one);
    } else if (result.outcome == Outcome::Delivered) {
      result.support |= one.support;
    }
  }
  return result;
}

}  // namespace

// Parts are split along the support of their least set: either nothing of it fails, then the answer holds for
// the whole part, or a first element of it does. The heaviest part is looked at first.
Availability availability(ServiceEvaluator& states, std::span<const Flow> flows,
                          const AvailabilityOptions& options) {
  Availability result;
  std::vector<std::unique_ptr<FlowEvaluator>> evaluators;
  for (const Flow& flow : flows) evaluators.push_back(std::make_unique<FlowEvaluator>(states, flow));
  std::priority_queue<Part, std::vector<Part>, Lighter> open;
  open.push({});
  double delivered = 0;
  double undelivered = 0;
  double undecided = 0;
  const auto probability = [&](ElementId id) { return options.probability[id.index]; };
  while (!open.empty() && result.evaluations < options.evaluations &&
         1 - delivered - undelivered - undecided > options.gap) {
    if (options.cancel != nullptr && *options.cancel) break;
    const Part part = open.top();
    open.pop();
    ++result.evaluations;
    const FlowOutcome found = all_delivered(evaluators, part.failed);
    if (found.outcome == Outcome::Unknown || found.outcome == Outcome::Flapping) {
      undecided += part.mass;
      continue;
    }
    Part rest = part;
    for (const ElementId id : found.support.elements()) {
      if (probability(id) <= 0 || std::ranges::binary_search(part.failed, id) ||
          std::ranges::binary_search(part.up, id)) {
        continue;
      }
      open.push({rest.mass * probability(id), with(part.failed, id), rest.up});
      rest.mass *= 1 - probability(id);
      rest.up = with(rest.up, id);
    }
    (found.outcome == Outcome::Delivered ? delivered : undelivered) += rest.mass;
  }
  result.lower = std::clamp(delivered, 0.0, 1.0);
  result.upper = std::clamp(1 - undelivered, result.lower, 1.0);
  return result;
}

}  // namespace holdfast::failures
