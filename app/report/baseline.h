#pragma once

// Baselines as files.

#include <optional>
#include <string>
#include <string_view>

#include "app/session/baseline.h"

namespace holdfast::report {

// JSON, one line for each finding, so that a version control system shows what came and went.
std::string baseline_json(const session::Baseline& baseline);

// Nothing when the text is no baseline; why stands in `error`.
std::optional<session::Baseline> read_baseline(std::string_view text, std::string& error);

}  // namespace holdfast::report
