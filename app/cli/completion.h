#pragma once

// `holdfast completion SHELL`.

#include <string>

#include "app/cli/manual.h"

namespace holdfast::cli {

std::string bash_completion(const ProgramManual& program);
std::string zsh_completion(const ProgramManual& program);
std::string fish_completion(const ProgramManual& program);

}  // namespace holdfast::cli
