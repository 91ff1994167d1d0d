#pragma once

// A finding as a part of an HTML page.

#include <string>

#include "app/report/options.h"
#include "model/network.h"
#include "solver/rules/finding.h"

namespace holdfast::report {

std::string html_finding(const Network& network, const rules::Finding& finding, const std::string& anchor);

}  // namespace holdfast::report
