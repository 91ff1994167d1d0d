#pragma once

// JUnit XML as Jenkins and GitLab read it: a suite for each device, a case for each finding. Findings that
// fail the run are failures, the others pass and carry their text as output; undecided ones are skipped, and
// so are suppressed ones, with the reason; what was wrong with the input is an error of the suite "input". A
// device without findings has one case that passes, so that it is seen to have been checked.

#include <string>

#include "app/report/options.h"
#include "app/session/check.h"

namespace holdfast::report {

std::string render_junit(const session::CheckResult& result, const Options& options);

}  // namespace holdfast::report
