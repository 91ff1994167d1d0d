#pragma once

// `holdfast diff`: what is new in full, what is fixed in short, the rest as a number.

#include <string>

#include "app/report/options.h"
#include "app/session/diff.h"

namespace holdfast::report {

std::string diff_text(const session::Diff& diff, const Options& options);
std::string diff_json(const session::Diff& diff);
std::string diff_markdown(const session::Diff& diff);

}  // namespace holdfast::report
