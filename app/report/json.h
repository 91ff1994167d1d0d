#pragma once

// For tools: the documents whose shapes are part of the public interface ("schema": 1). They change by
// addition only.

#include <string>

#include "app/report/options.h"
#include "app/session/check.h"

namespace holdfast::report {

std::string render_json(const session::CheckResult& result, const Options& options);

}  // namespace holdfast::report
