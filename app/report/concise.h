#pragma once

// For editors and grep: one line a finding, `file:line:column: error PW005: message [device]`.

#include <string>

#include "app/report/options.h"
#include "app/session/check.h"

namespace holdfast::report {

std::string render_concise(const session::CheckResult& result, const Options& options);

}  // namespace holdfast::report
