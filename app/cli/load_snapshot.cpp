#include "app/cli/load_snapshot.h"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <thread>
#include <unistd.h>

#include "app/cli/interrupt.h"
#include "app/cli/progress.h"
#include "app/report/text.h"
#include "app/session/load.h"

namespace holdfast::cli {

unsigned jobs_of(const SnapshotOptions& options) {
  return options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
}

Loaded load_snapshot(const SnapshotOptions& options) {
  ProgressBar bar(options);
  session::LoadOptions load;
  load.paths = options.paths;
  load.profile = options.profile;
  load.config = options.config;
  load.jobs = jobs_of(options);
  load.cancel = &interruption();
  load.progress = bar.reporter();
  Loaded loaded;
  loaded.snapshot = session::load(load);
  bar.wipe();
  using Kind = session::InputProblem::Kind;
  std::vector<session::InputProblem> shown;
  for (const session::InputProblem& problem : loaded.snapshot->problems) {
    loaded.input_error = loaded.input_error || problem.kind == Kind::Error;
    if (problem.kind == Kind::Error || !options.quiet) shown.push_back(problem);
  }
  report::Options style;
  style.color = wants_color(options.color, STDERR_FILENO);
  fmt::print(stderr, "{}", report::render_problems(shown, style));
  return loaded;
}

std::optional<ExitStatus> nothing_there(const Loaded& loaded, const std::string& consequence,
                                        const std::string& path) {
  if (!loaded.snapshot->network.devices.empty()) return std::nullopt;
  if (loaded.input_error) return ExitStatus::BadInput;
  fmt::print(stderr, "holdfast: error: {}{}no configuration found: {}\n", path, path.empty() ? "" : ": ",
             consequence);
  return ExitStatus::Inconclusive;
}

}  // namespace holdfast::cli
