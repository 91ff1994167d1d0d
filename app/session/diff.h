#pragma once

// The use case `diff`: what a change breaks and mends.

#include <memory>
#include <optional>
#include <vector>

#include "app/session/check.h"
#include "app/session/tolerance.h"

namespace holdfast::session {

struct Diff {
  CheckResult before;
  // Of the new snapshot, with the old one as its baseline: what it finds is new, what it knows is unchanged.
  CheckResult after;
  std::vector<ReportedFinding> fixed;      // violated before, and no longer there
  std::optional<ToleranceDiff> tolerance;  // where failures are asked for
};

// Options but for the baseline, which is the old snapshot's result.
Diff diff(std::shared_ptr<const Snapshot> before, std::shared_ptr<const Snapshot> after,
          const CheckOptions& options);

}  // namespace holdfast::session
