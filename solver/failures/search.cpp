#include "solver/failures/search.h"

#include <optional>
#include <utility>

namespace holdfast::failures {

FlowSearch search(ServiceEvaluator& states, const Flow& flow, const SearchOptions& options, bool keep_rows) {
  FlowSearch result;
  FlowEvaluator evaluator(states, flow);
  const auto visit = [&](const FailureSet& set) -> std::optional<Support> {
    ++result.evaluations;
    const bool last = set.size() == options.k && !keep_rows;
    FlowOutcome found = last ? FlowOutcome{evaluator.outcome(set), {}} : evaluator.traced(set);
    const bool bad = is_bad(found.outcome);
    if (bad) result.bad.push_back({set, found.outcome});
    if (keep_rows) result.rows.push_back({set, found.outcome, bad ? Support{} : found.support});
    return bad ? std::nullopt : std::optional(std::move(found.support));
  };
  result.cancelled = !explore(options, visit);
  return result;
}

}  // namespace holdfast::failures
