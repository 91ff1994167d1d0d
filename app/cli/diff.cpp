// holdfast diff OLD NEW

#include "app/session/diff.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <unistd.h>

#include "app/cli/load_snapshot.h"
#include "app/cli/manual.h"
#include "app/cli/output.h"
#include "app/cli/progress.h"
#include "app/cli/rule_options.h"
#include "app/report/diff.h"

namespace holdfast::cli {
namespace {

struct Call {
  SnapshotOptions snapshot;
  std::string before;
  std::string after;
  RuleOptions rules;
  std::string format = "text";
};

Loaded load_one(const Call& call, const std::string& path) {
  SnapshotOptions options = call.snapshot;
  options.paths = {path};
  return load_snapshot(options);
}

std::string rendered(const session::Diff& diff, const Call& call) {
  if (call.format == "json") return report::diff_json(diff);
  if (call.format == "markdown") return report::diff_markdown(diff);
  report::Options style;
  style.color = wants_color(call.snapshot.color, STDOUT_FILENO);
  style.width = terminal_width();
  return report::diff_text(diff, style);
}

ExitStatus run_diff(const Call& call) {
  auto options = check_options(call.rules, call.snapshot);
  if (!options) return ExitStatus::BadInput;
  const Loaded before = load_one(call, call.before);
  const Loaded after = load_one(call, call.after);
  const bool input_error = before.input_error || after.input_error;
  const auto nothing_before = nothing_there(before, "nothing to compare", call.before);
  const auto nothing_after = nothing_there(after, "nothing to compare", call.after);
  if (nothing_before || nothing_after) {
    return input_error ? ExitStatus::BadInput : ExitStatus::Inconclusive;
  }
  ProgressBar bar(call.snapshot);
  options->progress = bar.reporter();
  const session::Diff diff = session::diff(before.snapshot, after.snapshot, *options);
  bar.wipe();
  if (!write_output(rendered(diff, call), {})) return ExitStatus::BadInput;
  if (diff.before.cancelled || diff.after.cancelled) return ExitStatus::Interrupted;
  if (input_error || !diff.before.faults.empty() || !diff.after.faults.empty()) return ExitStatus::BadInput;
  const bool less = diff.tolerance && call.rules.fail_on != report::FailOn::Never &&
                    std::ranges::any_of(diff.tolerance->changes, &session::ToleranceChange::survives_less);
  if (less || reaches(diff.after.summary, call.rules.fail_on)) return ExitStatus::Findings;
  return diff.before.out_of_time || diff.after.out_of_time ? ExitStatus::Inconclusive : ExitStatus::Clean;
}

}  // namespace

std::function<ExitStatus()> setup_diff(CLI::App& app) {
  const auto call = std::make_shared<Call>();
  app.add_option("OLD", call->before, "The configurations before the change")->required();
  app.add_option("NEW", call->after, "The configurations after it")->required();
  add_reading_options(app, call->snapshot);
  add_rule_options(app, call->rules);
  add_format_choice(app, call->format, {"text", "json", "markdown"});
  app.footer("Example: holdfast diff network/ changed/ -k 2 --format markdown");
  return [call] { return run_diff(*call); };
}

}  // namespace holdfast::cli
