#pragma once

// A report in one file for a browser: what was found, with its lines, on a drawing of the network. It loads
// nothing and runs nothing.

#include <optional>
#include <string>

#include "app/report/options.h"
#include "app/session/check.h"

namespace holdfast::report {

// Drawn with Graphviz; without it there is no drawing, and the page says so.
std::string render_html(const session::CheckResult& result, const Options& options);

// The page around a drawing.
std::string html_page(const session::CheckResult& result, const Options& options,
                      const std::optional<std::string>& drawing);

}  // namespace holdfast::report
