#pragma once

// The folder that `holdfast plan` writes.

#include <string>

#include "app/session/plan.h"

namespace holdfast::cli {

// Configurations, holdfast.yaml, topology.svg (where Graphviz is installed), summary.md and plan.json. The
// folder appears whole or not at all: it is made beside its place and then renamed. A folder that holds
// anything is left alone. False when it could not be written; the reason is on stderr.
bool write_plan(const session::PlanResult& result, const std::string& folder);

}  // namespace holdfast::cli
