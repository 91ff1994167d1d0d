#pragma once

// One finding as text: headline, the lines that take part, effect, repair.

#include <string>

#include "app/report/options.h"
#include "model/network.h"
#include "solver/rules/finding.h"

namespace holdfast::report {

// Ends with a line end.
std::string finding_block(const Network& network, const rules::Finding& finding, const Options& options);

}  // namespace holdfast::report
