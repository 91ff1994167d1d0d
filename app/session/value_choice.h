#pragma once

// Repairs that change configured values: MaxSMT over what all rules require (semantics §6). What holds has to
// go on holding, what is violated has to hold; of all changes the least disruptive one is taken, and Z3 shows
// that none is cheaper.

#include <optional>
#include <string>
#include <vector>

#include "app/session/check.h"
#include "app/session/disruption.h"
#include "app/session/repair_candidates.h"
#include "solver/pairing/pairing.h"
#include "solver/smt/judge.h"

namespace holdfast::session {

// What one rule requires of values.
struct Demand {
  const rules::Rule* rule = nullptr;
  smt::JudgedQuery judged;
};

// What all rules about lines require of this network, decided or not.
std::vector<Demand> demands_of(const pairing::Pairing& net);

// The change that fulfils what the finding says is violated, and breaks nothing that hangs together with it
// by values. Values come from what the lines of the other side say, and from the pools of holdfast.yaml.
// Nothing where no change of values alone will do.
std::optional<Candidate> least_value_change(const Snapshot& snapshot, const std::vector<Demand>& demands,
                                            const Disruption& disruption, const ReportedFinding& reported);

}  // namespace holdfast::session
