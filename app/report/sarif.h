#pragma once

// SARIF 2.1.0 (OASIS) with what GitHub code scanning asks for.
//
// Undecided verdicts are no results: their number stands in the run's properties. Columns count UTF-16 code
// units. `primaryLocationLineHash` is left out where the text that it is computed from holds a key: the hash
// is a polynomial without a secret, from which a short key could be recovered; GitHub then computes it
// itself.

#include <string>

#include "app/report/options.h"
#include "app/session/check.h"
#include "app/session/repair.h"

namespace holdfast::report {

// `options.rules` are described in the order of their codes, also those without a result.
std::string render_sarif(const session::CheckResult& result, const Options& options);

// What was found, with `fixes` where a repair is proven and shows no key.
std::string render_repair_sarif(const session::Repair& repair, const Options& options);

}  // namespace holdfast::report
