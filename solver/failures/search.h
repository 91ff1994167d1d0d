#pragma once

// Exact search over failures (semantics §5): every set of at most k elements that changes what becomes of a
// flow contains one that this visits.

#include <cstdint>
#include <vector>

#include "solver/failures/explore.h"
#include "solver/failures/flow_outcome.h"

namespace holdfast::failures {

// A set of failures that is bad while none of its subsets is.
struct BadSet {
  FailureSet elements;
  Outcome outcome = Outcome::LostUnavoidable;
};

// A set that was evaluated: the certificate's rows (semantics §5).
struct SearchRow {
  FailureSet elements;
  Outcome outcome = Outcome::Delivered;
  Support support;  // of delivered ones
};

struct FlowSearch {
  std::vector<BadSet> bad;  // by size, then by elements
  std::uint64_t evaluations = 0;
  std::vector<SearchRow> rows;  // when asked for
  bool cancelled = false;
};

FlowSearch search(ServiceEvaluator& states, const Flow& flow, const SearchOptions& options,
                  bool keep_rows = false);

}  // namespace holdfast::failures
