#include "app/cli/rule_options.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fmt/format.h>
#include <map>

#include "app/cli/interrupt.h"
#include "app/cli/load_snapshot.h"
#include "app/cli/manual.h"

namespace holdfast::cli {
namespace {

const std::map<std::string, report::FailOn> kFailOn{{"error", report::FailOn::Error},
                                                    {"warning", report::FailOn::Warning},
                                                    {"info", report::FailOn::Info},
                                                    {"unknown", report::FailOn::Unknown},
                                                    {"never", report::FailOn::Never}};

std::string check_day(const std::string& text) {
  return parse_day(text) ? std::string() : "'" + text + "' is no day; a day is written 2027-01-31";
}

}  // namespace

void add_rule_options(CLI::App& app, RuleOptions& options) {
  app.add_option("--select", options.select, "Only these rules or families: PW005,ET")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("R,…");
  app.add_option("--ignore", options.ignore, "All but these rules or families")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("R,…");
  offer(app.add_option("--fail-on", options.fail_on,
                       "error, warning, info, unknown or never: when to exit with 1"),
        {"error", "warning", "info", "unknown", "never"})
      ->type_name("LEVEL")
      ->transform(CLI::CheckedTransformer(kFailOn, CLI::ignore_case).description(""));
  app.add_option("--today", options.today, "Day on which suppressions may have ended (default: now, UTC)")
      ->type_name("DAY")
      ->check(CLI::Validator(check_day, ""));
  app.add_option("-k", options.k,
                 "Judge failures too, up to N at once: the rules SV and FD. Without it they take no part, "
                 "whatever holdfast.yaml says")
      ->type_name("N")
      ->check(CLI::Range(0, 8));
  app.add_option("--time-limit", options.time_limit, "Stop after so many seconds")
      ->type_name("S")
      ->check(CLI::PositiveNumber.description(""));
}

std::optional<session::CheckOptions> check_options(const RuleOptions& rules,
                                                   const SnapshotOptions& snapshot) {
  session::CheckOptions options;
  options.select = rules.select;
  options.ignore = rules.ignore;
  options.today = parse_day(rules.today);
  options.k = rules.k;
  options.time_limit = rules.time_limit;
  options.jobs = jobs_of(snapshot);
  options.cancel = &interruption();
  for (const std::string& selector : session::unknown_selectors(options)) {
    fmt::print(stderr, "holdfast: error: there is no rule or family '{}'; `holdfast rules` lists them\n",
               selector);
    return std::nullopt;
  }
  for (const std::string& selector : session::idle_selectors(options)) {
    fmt::print(stderr, "holdfast: error: '{}' is about failures: say with -k how many at once\n", selector);
    return std::nullopt;
  }
  return options;
}

bool reaches(const session::Summary& summary, report::FailOn threshold) {
  using report::FailOn;
  if (threshold == FailOn::Never) return false;
  if (summary.errors > 0) return true;
  if (threshold == FailOn::Error) return false;
  if (summary.warnings > 0) return true;
  if (threshold == FailOn::Warning) return false;
  if (summary.infos > 0) return true;
  return threshold == FailOn::Unknown && summary.unknown > 0;
}

}  // namespace holdfast::cli
