#include <CLI/CLI.hpp>

#include "app/cli/manual.h"
#include "app/cli/subcommand.h"

namespace holdfast::cli {
namespace {

const std::map<std::string, When> kWhen{
    {"auto", When::Auto}, {"always", When::Always}, {"never", When::Never}};

}  // namespace

void add_snapshot_options(CLI::App& app, SnapshotOptions& options) {
  app.add_option("PATH", options.paths, "Folders (searched recursively) or files; - is standard input")
      ->required();
  add_reading_options(app, options);
}

void add_reading_options(CLI::App& app, SnapshotOptions& options) {
  app.add_option("--profile", options.profile, "Release profile for every device")->type_name("RELEASE");
  app.add_option("--config", options.config, "holdfast.yaml (else searched upwards from PATH)")
      ->type_name("FILE");
  add_running_options(app, options);
}

void add_running_options(CLI::App& app, SnapshotOptions& options) {
  app.add_option("-j,--jobs", options.jobs, "Threads (default: one per core)")
      ->type_name("N")
      ->check(CLI::Range(1, 256));
  app.add_flag("-q,--quiet", options.quiet, "No progress and no remarks on stderr");
  offer(app.add_option("--color", options.color, "auto, always or never (honours NO_COLOR)"),
        {"auto", "always", "never"})
      ->type_name("WHEN")
      ->transform(CLI::CheckedTransformer(kWhen, CLI::ignore_case).description(""));
  offer(app.add_option("--progress", options.progress, "auto or never"), {"auto", "never"})
      ->type_name("WHEN")
      ->transform(CLI::CheckedTransformer(kWhen, CLI::ignore_case).description(""));
}

}  // namespace holdfast::cli
