// holdfast plan INTENT.yaml [-o DIR]

#include "app/session/plan.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fmt/format.h>
#include <unistd.h>

#include "app/cli/interrupt.h"
#include "app/cli/load_snapshot.h"
#include "app/cli/manual.h"
#include "app/cli/output.h"
#include "app/cli/plan_folder.h"
#include "app/cli/progress.h"
#include "app/cli/subcommand.h"
#include "app/report/plan.h"
#include "app/report/text.h"

namespace holdfast::cli {
namespace {

struct Call {
  session::PlanCall plan;
  SnapshotOptions style;
  std::string format = "text";
  std::string folder;
};

ExitStatus status_of(const session::PlanResult& result) {
  if (result.cancelled) return ExitStatus::Interrupted;
  if (result.out_of_time) return ExitStatus::Inconclusive;
  if (!result.verified) return ExitStatus::Findings;
  return result.price > result.price_at_least ? ExitStatus::Inconclusive : ExitStatus::Clean;
}

ExitStatus run_plan(Call call) {
  ProgressBar bar(call.style);
  call.plan.progress = bar.reporter();
  call.plan.jobs = jobs_of(call.style);
  call.plan.cancel = &interruption();
  const session::PlanResult result = session::plan(call.plan);
  bar.wipe();
  report::Options style;
  style.color = wants_color(call.style.color, STDOUT_FILENO);
  style.width = terminal_width();
  if (!result.problems.empty()) {
    report::Options to_stderr = style;
    to_stderr.color = wants_color(call.style.color, STDERR_FILENO);
    fmt::print(stderr, "{}", report::render_problems(result.problems, to_stderr));
    if (!result.infeasible) return ExitStatus::BadInput;
    fmt::print(stderr, "holdfast: error: no plan can do all of this: the lines above conflict\n");
    if (call.format == "json" && !write_output(report::plan_json(result), {})) return ExitStatus::BadInput;
    return ExitStatus::Findings;
  }
  const std::string text =
      call.format == "json" ? report::plan_json(result) : report::plan_text(result, style);
  if (!write_output(text, {})) return ExitStatus::BadInput;
  if (!call.folder.empty() && !result.cancelled) {
    if (!result.verified) {
      fmt::print(stderr, "holdfast: error: the plan is not verified: nothing was written to {}\n",
                 call.folder);
    } else if (!write_plan(result, call.folder)) {
      return ExitStatus::BadInput;
    }
  }
  return status_of(result);
}

}  // namespace

std::function<ExitStatus()> setup_plan(CLI::App& app) {
  const auto call = std::make_shared<Call>();
  app.add_option("INTENT", call->plan.path, "The intent: devices, links, services, targets (YAML)")
      ->required();
  app.add_option("-o,--output", call->folder,
                 "Write configurations, holdfast.yaml, picture and summary to a new folder")
      ->type_name("DIR");
  app.add_option("-k", call->plan.k, "Failures at once that the proof tries (default: 1)")
      ->type_name("N")
      ->check(CLI::Range(1, 8));
  app.add_option("--time-limit", call->plan.time_limit,
                 "Stop after so many seconds, with the best plan so far")
      ->type_name("S")
      ->check(CLI::PositiveNumber.description(""));
  add_format_choice(app, call->format, {"text", "json"});
  add_running_options(app, call->style);
  app.footer("Example: holdfast plan intent.yaml -o network/");
  return [call] { return run_plan(*call); };
}

}  // namespace holdfast::cli
