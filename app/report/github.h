#pragma once

// For GitHub Actions: workflow commands, from which the runner makes annotations at the lines of a pull
// request. Worst first: of a step it shows ten of each kind. Source: GitHub Docs, "Workflow commands for
// GitHub Actions"; actions/toolkit, packages/core/src/command.ts, for what is escaped.

#include <string>

#include "app/report/options.h"
#include "app/session/check.h"

namespace holdfast::report {

std::string render_github(const session::CheckResult& result, const Options& options);

}  // namespace holdfast::report
