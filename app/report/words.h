#pragma once

// The words that all formats share.

#include <cstddef>
#include <string>
#include <string_view>

#include "app/report/options.h"
#include "solver/rules/finding.h"

namespace holdfast::report {

std::string_view to_string(rules::Severity severity);  // "error", "warning", "info"

// The letters that a code begins with: "PW" of "PW005", "L3" of "L3001".
std::string_view family(std::string_view code);

// Whether a finding of this severity fails a run.
bool fails(rules::Severity severity, FailOn threshold);

// "1 error", "2 errors".
std::string counted(std::size_t count, std::string_view noun);

}  // namespace holdfast::report
