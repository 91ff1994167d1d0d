#pragma once

// Which of several PWs carries. A member is chosen when that follows whatever the unknown states are, not
// chosen when the opposite follows, else unknown.

#include <vector>

#include "solver/replay/state.h"

namespace holdfast::replay {

struct Candidate {
  State up;
  State told_standby;  // by the far end
};

// The first that is up.
std::vector<State> choose_first(const std::vector<Candidate>& candidates);
// The first of the best rank: up and not told standby, then up and told standby.
std::vector<State> choose_best(const std::vector<Candidate>& candidates);

}  // namespace holdfast::replay
