#pragma once

// The forms of a check's result, and where each goes.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/cli/subcommand.h"
#include "app/report/options.h"
#include "app/session/check.h"

namespace holdfast::cli {

// Adds `--format F[=FILE]`; the words go to `formats`.
void add_format_option(CLI::App& app, std::vector<std::string>& formats);

// Writes the result in each of the forms; text to stdout when nothing else goes there. `style` says all but
// the colours. False when something could not be written.
bool write_formats(const session::CheckResult& result, const std::vector<std::string>& formats,
                   report::Options style, When color);

}  // namespace holdfast::cli
