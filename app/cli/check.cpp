// holdfast check PATH…

#include "app/session/check.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <optional>
#include <unistd.h>

#include "app/cli/formats.h"
#include "app/cli/load_snapshot.h"
#include "app/cli/output.h"
#include "app/cli/progress.h"
#include "app/cli/rule_options.h"
#include "app/cli/subcommand.h"
#include "app/report/baseline.h"
#include "app/report/text.h"
#include "app/session/files.h"

namespace holdfast::cli {
namespace {

struct Call {
  SnapshotOptions snapshot;
  std::vector<std::string> formats;
  RuleOptions rules;
  std::string baseline;
  std::string write_baseline;
};

ExitStatus status_of(const session::CheckResult& result, const Loaded& loaded, report::FailOn threshold) {
  if (result.cancelled) return ExitStatus::Interrupted;
  if (loaded.input_error || !result.faults.empty()) return ExitStatus::BadInput;
  if (reaches(result.summary, threshold)) return ExitStatus::Findings;
  return result.services == 0 || result.out_of_time ? ExitStatus::Inconclusive : ExitStatus::Clean;
}

bool write_all(const session::CheckResult& result, const Call& call) {
  return write_formats(result, call.formats, findings_style(call.rules.fail_on), call.snapshot.color);
}

void show_remarks(const session::CheckResult& result, const Call& call) {
  report::Options style;
  style.color = wants_color(call.snapshot.color, STDERR_FILENO);
  fmt::print(stderr, "{}", report::render_problems(result.remarks, style));
}

std::optional<session::Baseline> load_baseline(const std::string& path) {
  std::vector<session::InputProblem> problems;
  std::optional<session::Baseline> baseline;
  if (const auto text = session::read_text({path, true}, problems)) {
    std::string error;
    baseline = report::read_baseline(*text, error);
    if (!baseline) problems.push_back({session::InputProblem::Kind::Error, path, 0, 0, error});
  }
  fmt::print(stderr, "{}", report::render_problems(problems, {}));
  return baseline;
}

// What is in the baseline from now on is no reason to fail. A run that did not see everything writes none.
ExitStatus write_baseline(const session::CheckResult& result, const std::string& file, ExitStatus status) {
  if (status == ExitStatus::BadInput || !result.complete()) {
    fmt::print(stderr, "holdfast: error: {} is not written: the run is not complete\n", file);
    return status;
  }
  const bool written = write_output(report::baseline_json(session::baseline_of(result)), file);
  if (!written) return ExitStatus::BadInput;
  return status == ExitStatus::Findings ? ExitStatus::Clean : status;
}

ExitStatus run_check(const Call& call) {
  std::optional<session::CheckOptions> options = check_options(call.rules, call.snapshot);
  if (!options) return ExitStatus::BadInput;
  std::optional<session::Baseline> baseline;
  if (!call.baseline.empty()) {
    baseline = load_baseline(call.baseline);
    if (!baseline) return ExitStatus::BadInput;
    options->baseline = &*baseline;
  }
  const Loaded loaded = load_snapshot(call.snapshot);
  if (const auto status = nothing_there(loaded, "nothing to check")) return *status;
  ProgressBar bar(call.snapshot);
  options->progress = bar.reporter();
  const session::CheckResult result = session::check(loaded.snapshot, *options);
  bar.wipe();
  if (!call.snapshot.quiet) show_remarks(result, call);
  for (const std::string& fault : result.faults) fmt::print(stderr, "holdfast: internal error: {}\n", fault);
  if (!write_all(result, call)) return ExitStatus::BadInput;
  const ExitStatus status = status_of(result, loaded, call.rules.fail_on);
  return call.write_baseline.empty() ? status : write_baseline(result, call.write_baseline, status);
}

}  // namespace

std::function<ExitStatus()> setup_check(CLI::App& app) {
  const auto call = std::make_shared<Call>();
  add_snapshot_options(app, call->snapshot);
  add_format_option(app, call->formats);
  add_rule_options(app, call->rules);
  app.add_option("--baseline", call->baseline, "Count only what this file, once written, does not hold")
      ->type_name("FILE");
  app.add_option("--write-baseline", call->write_baseline,
                 "Write a baseline of all that is found; exit with 0")
      ->type_name("FILE");
  app.footer("Example: holdfast check network/ -k 2 --format sarif=holdfast.sarif --format text");
  return [call] { return run_check(*call); };
}

}  // namespace holdfast::cli
