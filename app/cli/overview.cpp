// holdfast services PATH, holdfast topology PATH

#include "app/session/overview.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fmt/format.h>
#include <unistd.h>

#include "app/cli/load_snapshot.h"
#include "app/cli/manual.h"
#include "app/cli/output.h"
#include "app/cli/subcommand.h"
#include "app/report/services.h"
#include "app/report/topology.h"

namespace holdfast::cli {
namespace {

ExitStatus status_of(const Loaded& loaded) {
  if (loaded.input_error) return ExitStatus::BadInput;
  return loaded.snapshot->network.devices.empty() ? ExitStatus::Inconclusive : ExitStatus::Clean;
}

// Empty when it cannot be drawn.
std::string draw(const session::Topology& topology, const std::string& format) {
  if (format == "json") return report::topology_json(topology);
  if (format == "graphml") return report::topology_graphml(topology);
  if (format == "yaml") return report::topology_yaml(topology);
  if (format == "text") return report::topology_text(topology);
  const std::string dot = report::topology_dot(topology);
  return format == "dot" ? dot : report::svg_of(dot).value_or("");
}

}  // namespace

std::function<ExitStatus()> setup_services(CLI::App& app) {
  struct Call {
    SnapshotOptions snapshot;
    std::string format = "text";
  };
  const auto call = std::make_shared<Call>();
  add_snapshot_options(app, call->snapshot);
  add_format_choice(app, call->format, {"text", "json"});
  app.footer("Example: holdfast services network/");
  return [call] {
    const Loaded loaded = load_snapshot(call->snapshot);
    const auto services = session::services(*loaded.snapshot);
    report::Options style;
    style.color = wants_color(call->snapshot.color, STDOUT_FILENO);
    style.width = terminal_width();
    const std::string text =
        call->format == "json" ? report::services_json(services) : report::services_text(services, style);
    return write_output(text, {}) ? status_of(loaded) : ExitStatus::BadInput;
  };
}

std::function<ExitStatus()> setup_topology(CLI::App& app) {
  struct Call {
    SnapshotOptions snapshot;
    std::string format = "text";
    std::string output;
  };
  const auto call = std::make_shared<Call>();
  add_snapshot_options(app, call->snapshot);
  add_format_choice(app, call->format, {"text", "json", "dot", "graphml", "yaml", "svg"});
  app.add_option("-o,--output", call->output, "Write to FILE instead of stdout")->type_name("FILE");
  app.footer("Example: holdfast topology network/ --format svg -o network.svg");
  return [call] {
    const Loaded loaded = load_snapshot(call->snapshot);
    const std::string text = draw(session::topology(*loaded.snapshot), call->format);
    if (text.empty()) {
      fmt::print(stderr,
                 "holdfast: error: Graphviz' `dot` did not draw the picture; is graphviz installed?\n");
      return ExitStatus::BadInput;
    }
    return write_output(text, call->output) ? status_of(loaded) : ExitStatus::BadInput;
  };
}

}  // namespace holdfast::cli
