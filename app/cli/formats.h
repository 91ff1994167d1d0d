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

// `sarif=out/holdfast.sarif`: what to write, and where; no file: stdout.
struct WantedFormat {
  std::string name;
  std::string file;
};

// Adds `--format F[=FILE]` with these names; the words go to `formats`.
void add_format_option(CLI::App& app, std::vector<std::string>& formats,
                       const std::vector<std::string>& names);
// Of a check.
void add_format_option(CLI::App& app, std::vector<std::string>& formats);

// What the words ask for; `usual` to stdout when nothing else goes there.
std::vector<WantedFormat> wanted_formats(const std::vector<std::string>& formats, const std::string& usual);

// How what rules find is shown: all but the colours.
report::Options findings_style(report::FailOn fail_on);

// Writes the result in each of the forms; text to stdout when nothing else goes there. `style` says all but
// the colours. False when something could not be written.
bool write_formats(const session::CheckResult& result, const std::vector<std::string>& formats,
                   report::Options style, When color);

}  // namespace holdfast::cli
