#pragma once

// The branches of a walk: a frame that a VSI floods goes several ways, and each of them ends somewhere.

#include <vector>

#include "solver/failures/frame_walk.h"

namespace holdfast::failures {

// One way of a frame, from where it enters to where it ends.
struct Branch {
  std::vector<WalkStep> steps;  // the last one says how it ends

  WalkStep::Kind end() const { return steps.back().kind; }
  bool arrives() const { return end() == WalkStep::Kind::LeavesAc || end() == WalkStep::Kind::HandsOver; }
};

std::vector<Branch> branches_of(const pairing::Pairing& net, const WalkResult& walk);

// The sending ends of the PWs that the branch takes.
std::vector<pairing::PwEndId> sent_on(const Branch& branch);

// Where a step happens.
DeviceId device_of(const pairing::Pairing& net, const WalkStep& step);

// Of branches that do not arrive, the one whose end tells most; null when there is none.
const Branch* telling(const std::vector<Branch>& branches);
// How much its end tells; the larger the more.
int telling_rank(const Branch& branch);

}  // namespace holdfast::failures
