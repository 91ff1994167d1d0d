#pragma once

// Repairs for findings whose rules know no commands, from what other lines of the network say: an address
// that a `network` line waits for, the other host of a link's subnet, a name that is defined. Each is a
// guess; the proof decides.

#include <vector>

#include "app/session/repair_candidates.h"
#include "solver/pairing/pairing.h"

namespace holdfast::session {

// A repair that adds a peer to a VSI, with each peer of that VSI whose address nobody has taken away: it may
// be the one that was meant.
std::vector<Candidate> in_place_of_strays(const Snapshot& snapshot, const pairing::Pairing& net,
                                          const Candidate& candidate);

// The likeliest first, at most so many as are worth trying.
std::vector<Candidate> guesses_for(const Snapshot& snapshot, const rules::Finding& finding);

}  // namespace holdfast::session
