#pragma once

// From what happens to a flow's frames to its outcome.

#include "solver/replay/frames.h"
#include "solver/replay/ways.h"

namespace holdfast::replay {

struct Verdict {
  Outcome outcome = Outcome::Unknown;
  Doubt doubt;  // of an unknown outcome
};

Verdict judge_flow(const Flow& flow, const PwStates& pws, const PwTransport& transport,
                   const Attachments& acs);

}  // namespace holdfast::replay
