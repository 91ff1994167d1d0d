#pragma once

// What a change does to the failures that services survive.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/session/failures.h"

namespace holdfast::session {

// Elements by their public names: the two snapshots number theirs differently.
struct FailureLoss {
  std::vector<std::string> elements;
  Outcome outcome = Outcome::LostUnavoidable;
  rules::Story story;  // not told where no way is left
};

struct ToleranceChange {
  std::string service;
  bool is_new = false;   // it was not there before: then there is nothing to compare
  bool is_gone = false;  // it is no longer there
  // Smallest sets of failures that lose the service now, and before lost it neither as they are nor in part.
  // Sets that can no longer be judged stand behind these.
  std::vector<FailureLoss> lost;
  // Smallest sets that lost the service before and that it survives now.
  std::vector<FailureLoss> gained;

  bool survives_less() const;
};

struct ToleranceDiff {
  // By service. Left out: services that survive what they survived, and those that a search did not finish.
  std::vector<ToleranceChange> changes;
};

// Both of searches for equally many failures. Services are the same that have the same name, else those of
// one kind with the same ends.
ToleranceDiff compare_tolerance(const FailuresResult& before, const FailuresResult& after);

}  // namespace holdfast::session
