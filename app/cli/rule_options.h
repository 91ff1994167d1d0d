#pragma once

// What commands that judge take: which rules, under how many failures, on which day, and when they fail.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/subcommand.h"
#include "app/report/options.h"
#include "app/session/check.h"

namespace holdfast::cli {

struct RuleOptions {
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  std::string today;
  report::FailOn fail_on = report::FailOn::Error;
  std::optional<std::size_t> k;  // failures at once; without, rules about failures take no part
  std::optional<double> time_limit;
};

void add_rule_options(CLI::App& app, RuleOptions& options);

// For a check with these, or nothing and a message on stderr when they name a rule that there is not or that
// judges failures nobody asked for.
std::optional<session::CheckOptions> check_options(const RuleOptions& rules, const SnapshotOptions& snapshot);

// Whether something is found at or above the threshold.
bool reaches(const session::Summary& summary, report::FailOn threshold);

}  // namespace holdfast::cli
