#pragma once

// `holdfast man`: the manual page, in the man macros of troff.

#include <string>

#include "app/cli/manual.h"

namespace holdfast::cli {

std::string man_page(const ProgramManual& program, const std::string& version);

}  // namespace holdfast::cli
