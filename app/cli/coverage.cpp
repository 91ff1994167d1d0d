// holdfast coverage PATH

#include "app/report/coverage.h"

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "app/cli/load_snapshot.h"
#include "app/cli/manual.h"
#include "app/cli/output.h"
#include "app/cli/subcommand.h"

namespace holdfast::cli {

std::function<ExitStatus()> setup_coverage(CLI::App& app) {
  struct Call {
    SnapshotOptions snapshot;
    std::string format = "text";
  };
  const auto call = std::make_shared<Call>();
  add_snapshot_options(app, call->snapshot);
  add_format_choice(app, call->format, {"text", "json"});
  app.footer("Example: holdfast coverage network/");
  return [call] {
    const Loaded loaded = load_snapshot(call->snapshot);
    report::Options style;
    style.color = wants_color(call->snapshot.color, STDOUT_FILENO);
    style.width = terminal_width();
    const std::string text = call->format == "json" ? report::coverage_json(*loaded.snapshot)
                                                    : report::coverage_text(*loaded.snapshot, style);
    if (!write_output(text, {}) || loaded.input_error) return ExitStatus::BadInput;
    return loaded.snapshot->network.devices.empty() ? ExitStatus::Inconclusive : ExitStatus::Clean;
  };
}

}  // namespace holdfast::cli
