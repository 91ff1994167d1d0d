#pragma once

// `--help`: never wider than 80 columns.

#include <string>

#include "app/cli/manual.h"

namespace holdfast::cli {

std::string help_text(const CommandManual& command);
std::string help_text(const ProgramManual& program);

}  // namespace holdfast::cli
