#pragma once

// Repairs for findings that say how things go and not which line is wrong: what mends other findings about
// the same devices, and doing without a line that is to blame. Each is a guess; the proof decides.

#include <vector>

#include "app/session/repair_candidates.h"

namespace holdfast::session {

// Other findings, about lines, that speak of the same line, or, of a finding about failures, of the same
// service or of devices that take part; the nearest first, at most so many as are worth asking.
std::vector<const ReportedFinding*> neighbours(const CheckResult& found, const ReportedFinding& reported);

// Lines that tune or track something, and that a story blames or that name what is not there: taken back.
// Never a line that makes an interface, a PW, a peer or anything else that carries traffic.
std::vector<Candidate> taking_back(const Network& network, const rules::Finding& finding);

}  // namespace holdfast::session
