#pragma once

// Findings that the snapshot's file accepts.

#include "app/session/check.h"

namespace holdfast::session {

// Moves what the snapshot's suppressions name, on `today`, from the findings and the undecided verdicts to
// the suppressed ones. A suppression that has expired, or that names nothing although its rule was judged,
// becomes a remark. The summary is left as it is.
void suppress(CheckResult& result, Day today);

}  // namespace holdfast::session
