#pragma once

// The parts that a story is put together from.

#include <string>
#include <vector>

#include "solver/failures/narrative.h"
#include "solver/failures/narrative_causes.h"
#include "solver/failures/narrative_walk.h"

namespace holdfast::failures {

// The states of a service at one moment, in the order of its ends and endpoints.
struct Moment {
  std::vector<Tri> up;      // of PWs
  std::vector<Tri> chosen;  // likewise
  std::vector<Tri> ac_up;
  std::vector<Tri> ac_in_use;
};
// As the states are settled now.
Moment moment_of(ServiceEvaluator& states);

// What devices see and do that is otherwise than before.
std::vector<StoryStep> changes(ServiceEvaluator& states, const Moment& before, const Moment& now);

// Who is to blame for a frame that does not arrive although `way` (sending ends, from where the frame starts)
// would have carried it.
struct Verdict {
  std::vector<StoryStep> steps;  // Unnoticed, Lost, Remedy
  std::vector<rules::Evidence> blame;
  bool guessed = false;  // only the lines between which was decided: nothing is known to be wrong with them
};
Verdict judge_loss(ServiceEvaluator& states, const Flow& flow, const Branch& branch,
                   const std::vector<pairing::PwEndId>& way);

// Whether the frame parts from the way because somebody chose between two PWs that are both up: that is where
// to look, rather than where a frame of the other direction ends because of that choice.
bool by_choice(ServiceEvaluator& states, const Branch& branch, const std::vector<pairing::PwEndId>& way);

// Why and where the frame of this branch ends.
Cause end_of(ServiceEvaluator& states, const Flow& flow, const Branch& branch);

// "CE1", "UPE1", "SPE1": where the frame comes from and which devices it passes.
std::vector<std::string> hops_of(const pairing::Pairing& net, const Branch& branch);

}  // namespace holdfast::failures
