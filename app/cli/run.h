#pragma once

#include "app/cli/exit_status.h"

namespace holdfast::cli {

// The program: parses the command line and runs the subcommand that it names.
ExitStatus run(int argc, const char* const* argv);

}  // namespace holdfast::cli
