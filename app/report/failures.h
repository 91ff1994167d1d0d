#pragma once

// `holdfast failures`: which sets of failures lose which service, and why.

#include <string>

#include "app/report/options.h"
#include "app/session/failures.h"

namespace holdfast::report {

// Counterexamples whose stories differ only in what has failed are told once.
std::string failures_text(const session::FailuresResult& result, const Options& options);
std::string failures_json(const session::FailuresResult& result);

}  // namespace holdfast::report
