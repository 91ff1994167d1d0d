#pragma once

// `holdfast whatif`: what services do when some elements fail.

#include <string>

#include "app/report/options.h"
#include "app/session/whatif.h"

namespace holdfast::report {

std::string whatif_text(const session::WhatIfResult& result, const Options& options);
std::string whatif_json(const session::WhatIfResult& result);

}  // namespace holdfast::report
