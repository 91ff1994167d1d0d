// holdfast whatif PATH --fail E…, holdfast trace PATH SERVICE

#include "app/session/whatif.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <unistd.h>

#include "app/cli/interrupt.h"
#include "app/cli/load_snapshot.h"
#include "app/cli/manual.h"
#include "app/cli/output.h"
#include "app/cli/progress.h"
#include "app/cli/subcommand.h"
#include "app/report/text.h"
#include "app/report/trace.h"
#include "app/report/whatif.h"
#include "app/session/trace.h"

namespace holdfast::cli {
namespace {

struct Call {
  SnapshotOptions snapshot;
  std::vector<std::string> fail;
  std::vector<std::string> services;
  std::string scenario;
  std::string service;
  std::string format = "text";
};

report::Options style_of(const Call& call) {
  report::Options style;
  style.color = wants_color(call.snapshot.color, STDOUT_FILENO);
  style.width = terminal_width();
  return style;
}

void add_options(CLI::App& app, Call& call) {
  app.add_option("--fail", call.fail,
                 "Elements that fail: node:PE1, board:PE1:0/1, link:PE1:GE0/1/0, group:NAME")
      ->type_name("E…");
  add_format_choice(app, call.format, {"text", "json"});
}

ExitStatus status_of(const session::WhatIfResult& result, const Loaded& loaded) {
  if (result.cancelled) return ExitStatus::Interrupted;
  if (loaded.input_error) return ExitStatus::BadInput;
  if (!result.unmet.empty()) return ExitStatus::Findings;
  return result.services.empty() ? ExitStatus::Inconclusive : ExitStatus::Clean;
}

ExitStatus run_whatif(const Call& call) {
  if (call.fail.empty() && call.scenario.empty()) {
    fmt::print(stderr, "holdfast: error: nothing fails: --fail or --scenario says what does\n");
    return ExitStatus::BadInput;
  }
  const Loaded loaded = load_snapshot(call.snapshot);
  if (const auto status = nothing_there(loaded, "nothing can fail")) return *status;
  session::WhatIfOptions options;
  options.fail = call.fail;
  options.services = call.services;
  options.scenario = call.scenario;
  options.tell_all = call.format == "json";
  options.jobs = jobs_of(call.snapshot);
  options.cancel = &interruption();
  ProgressBar bar(call.snapshot);
  options.progress = bar.reporter();
  const session::WhatIfResult result = session::what_if(loaded.snapshot, options);
  bar.wipe();
  if (!result.problems.empty()) {
    report::Options style;
    style.color = wants_color(call.snapshot.color, STDERR_FILENO);
    fmt::print(stderr, "{}", report::render_problems(result.problems, style));
    return ExitStatus::BadInput;
  }
  const std::string text =
      call.format == "json" ? report::whatif_json(result) : report::whatif_text(result, style_of(call));
  return write_output(text, {}) ? status_of(result, loaded) : ExitStatus::BadInput;
}

ExitStatus run_trace(const Call& call) {
  const Loaded loaded = load_snapshot(call.snapshot);
  if (const auto status = nothing_there(loaded, "nothing can fail")) return *status;
  const session::TraceResult result = session::trace(loaded.snapshot, call.service, call.fail);
  for (const std::string& problem : result.problems) fmt::print(stderr, "holdfast: error: {}\n", problem);
  if (!result.problems.empty()) return ExitStatus::BadInput;
  const std::string text =
      call.format == "json" ? report::trace_json(result) : report::trace_text(result, style_of(call));
  if (!write_output(text, {}) || loaded.input_error) return ExitStatus::BadInput;
  return result.traces.empty() ? ExitStatus::Inconclusive : ExitStatus::Clean;
}

}  // namespace

std::function<ExitStatus()> setup_whatif(CLI::App& app) {
  const auto call = std::make_shared<Call>();
  add_snapshot_options(app, call->snapshot);
  add_options(app, *call);
  app.add_option("--service", call->services, "Only this service; repeatable")->type_name("SERVICE");
  app.add_option("--scenario", call->scenario, "A file that says what fails and what is expected then")
      ->type_name("FILE");
  app.footer("Example: holdfast whatif network/ --fail node:PE2 link:PE1:GE0/1/0");
  return [call] { return run_whatif(*call); };
}

std::function<ExitStatus()> setup_trace(CLI::App& app) {
  const auto call = std::make_shared<Call>();
  add_snapshot_options(app, call->snapshot);
  app.get_option("PATH")->expected(1)->allow_extra_args(false);  // what follows is the service
  app.add_option("SERVICE", call->service, "A service's id, or one of its attachment circuits")->required();
  add_options(app, *call);
  app.footer("Example: holdfast trace network/ vpws:PE1:GigabitEthernet0/1/0.10 --fail node:PE2");
  return [call] { return run_trace(*call); };
}

}  // namespace holdfast::cli
