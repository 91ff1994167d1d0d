#include "solver/failures/search.h"

#include <algorithm>
#include <utility>

namespace holdfast::failures {
namespace {

bool contains_bad(const std::vector<BadSet>& bad, const FailureSet& set) {
  return std::ranges::any_of(bad, [&](const BadSet& it) { return std::ranges::includes(set, it.elements); });
}

}  // namespace

// Level by level, so that whatever is found bad is minimal and no set is looked at that contains it.
FlowSearch search(ServiceEvaluator& states, const Flow& flow, const SearchOptions& options, bool keep_rows) {
  FlowSearch result;
  FlowEvaluator evaluator(states, flow);
  std::vector<FailureSet> level{FailureSet{}};
  for (std::size_t size = 0; size <= options.k && !level.empty(); ++size) {
    std::vector<FailureSet> next;
    std::vector<BadSet> bad_here;
    for (const FailureSet& set : level) {
      if (options.cancel != nullptr && *options.cancel) {
        result.cancelled = true;
        return result;
      }
      if (contains_bad(result.bad, set)) continue;
      ++result.evaluations;
      const bool last = size == options.k && !keep_rows;
      FlowOutcome found = last ? FlowOutcome{evaluator.outcome(set), {}} : evaluator.traced(set);
      if (is_bad(found.outcome)) {
        bad_here.push_back({set, found.outcome});
      } else if (size < options.k) {
        for (const ElementId id : found.support.elements()) {
          if (!options.may_fail.empty() && !options.may_fail[id.index]) continue;
          FailureSet larger = set;
          larger.insert(std::ranges::upper_bound(larger, id), id);
          next.push_back(std::move(larger));
        }
      }
      if (keep_rows) result.rows.push_back({set, found.outcome, std::move(found.support)});
    }
    result.bad.insert(result.bad.end(), bad_here.begin(), bad_here.end());
    std::ranges::sort(next);
    next.erase(std::unique(next.begin(), next.end()), next.end());
    level = std::move(next);
  }
  return result;
}

}  // namespace holdfast::failures
