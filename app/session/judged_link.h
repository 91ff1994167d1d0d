#pragma once

// What a candidate link is worth: which failures services survive with it that they do not survive without.

#include <memory>

#include "app/session/candidate_link.h"
#include "app/session/failures.h"
#include "app/session/tolerance.h"

namespace holdfast::session {

struct JudgedLink {
  CandidateLink link;
  std::shared_ptr<const FailuresResult> before;
  std::shared_ptr<const FailuresResult> after;  // null: there can be no such link
  ToleranceDiff change;
  std::vector<ReportedFinding> brings;  // findings that the snapshot has only with the link
  CheckResult checked;                  // of which these are
};

// Both searches by the same options. `before`, if it is not null, is what the search finds without the link.
JudgedLink judge_link(const std::shared_ptr<const Snapshot>& snapshot, DeviceId a, DeviceId b,
                      const FailureOptions& options, std::shared_ptr<const FailuresResult> before = nullptr);

}  // namespace holdfast::session
