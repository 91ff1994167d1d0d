#pragma once

// Changed files as `diff -u` shows them.

#include <string>
#include <vector>

#include "app/report/options.h"
#include "app/session/repair.h"

namespace holdfast::report {

// With three lines around each change. Keys are hidden, so a patch that touches one cannot be applied.
std::string unified_diff(const Network& before, const std::vector<session::FileChange>& files,
                         const Options& options);

}  // namespace holdfast::report
