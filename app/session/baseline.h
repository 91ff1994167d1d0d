#pragma once

// Findings that were there before: a run with a baseline counts only what is new.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/session/check.h"

namespace holdfast::session {

struct BaselineEntry {
  std::string fingerprint;
  std::string rule;     // code
  std::string verdict;  // violated or unknown
  std::string message;  // for readers
};

struct Baseline {
  std::vector<BaselineEntry> entries;
};

// What the run found and judged undecided, known or new, without what is suppressed; by rule and fingerprint.
Baseline baseline_of(const CheckResult& result);

// Moves what the baseline holds from the findings and the undecided verdicts to the known ones, and counts
// the entries that are no longer there although their rule was judged, in a complete run. The summary is left
// as it is.
void set_apart_known(CheckResult& result, const Baseline& baseline);

}  // namespace holdfast::session
