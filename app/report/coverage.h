#pragma once

// `holdfast coverage`: how much of the configurations was understood, and what was not.

#include <string>

#include "app/report/options.h"
#include "app/session/snapshot.h"

namespace holdfast::report {

std::string coverage_text(const session::Snapshot& snapshot, const Options& options);
std::string coverage_json(const session::Snapshot& snapshot);

}  // namespace holdfast::report
