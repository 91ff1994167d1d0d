#pragma once

// For people: one block per finding in the manner of compilers, then what is undecided, then a summary.

#include <span>
#include <string>

#include "app/report/options.h"
#include "app/session/check.h"

namespace holdfast::report {

std::string render_text(const session::CheckResult& result, const Options& options);

// What was wrong with the input, one line each: "error: a.yaml:3:9: …". For stderr.
std::string render_problems(std::span<const session::InputProblem> problems, const Options& options);

}  // namespace holdfast::report
