#pragma once

// The part of SARIF that describes rules.

#include <cstddef>
#include <vector>

#include "app/report/json_values.h"
#include "app/report/options.h"
#include "app/session/check.h"

namespace holdfast::report {

// error, warning, note
const char* sarif_level(rules::Severity severity);

// Every rule of the options and of the results, by code, once.
std::vector<const rules::Rule*> described_rules(const session::CheckResult& result, const Options& options);

Json sarif_rule(const rules::Rule& rule);

}  // namespace holdfast::report
