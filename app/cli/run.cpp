#include "app/cli/run.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <fmt/format.h>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/cli/help.h"
#include "app/cli/output.h"
#include "app/cli/subcommand.h"
#include "app/cli/version.h"
#include "app/session/nearest.h"

namespace holdfast::cli {
namespace {

constexpr const char* kAbout =
    "Proves, before anyone commits it, that a carrier network's redundancy configuration really works.";

constexpr const char* kFooter =
    "Exit status: 0 clean, 1 findings, 2 wrong call or input, 3 inconclusive, 130 interrupted.\n"
    "`holdfast COMMAND --help` shows the options of a command.";

// Why no command was run. `first`: what stands where a command should.
std::string no_command(std::string_view first) {
  if (first.empty()) return "no command";
  if (first.starts_with('-')) return fmt::format("`{}` stands where a command should", first);
  std::vector<std::string> names;
  for (const Subcommand& row : subcommands()) names.emplace_back(row.name);
  const std::string meant = session::nearest(first, names);
  return fmt::format("there is no command `{}`{}", first,
                     meant.empty() ? "" : fmt::format("; is `{}` meant?", meant));
}

ExitStatus report_usage(CLI::App& app, const CLI::ParseError& error, std::string_view first) {
  if (dynamic_cast<const CLI::CallForHelp*>(&error) != nullptr) {
    const auto parsed = app.get_subcommands();
    const std::string text =
        parsed.empty() ? help_text(describe_program(app)) : help_text(describe_command(*parsed.front()));
    return write_output(text, {}) ? ExitStatus::Clean : ExitStatus::BadInput;
  }
  if (error.get_exit_code() == 0) {
    app.exit(error);
    return ExitStatus::Clean;
  }
  const auto chosen = app.get_subcommands();
  fmt::print(stderr, "holdfast: error: {}\n", chosen.empty() ? no_command(first) : error.what());
  fmt::print(stderr, "`holdfast {}--help` shows how it is called.\n",
             chosen.empty() ? "" : chosen.front()->get_name() + " ");
  return ExitStatus::BadInput;
}

}  // namespace

ExitStatus run(int argc, const char* const* argv) {
  CLI::App app(kAbout, "holdfast");
  app.set_version_flag("--version", std::string("holdfast ") + kVersion);
  app.require_subcommand(1);
  app.footer(kFooter);
  std::vector<std::pair<CLI::App*, std::function<ExitStatus()>>> commands;
  for (const Subcommand& row : subcommands()) {
    CLI::App* sub = app.add_subcommand(row.name, row.summary);
    commands.emplace_back(sub, row.setup(*sub));
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return report_usage(app, error, argc > 1 ? argv[1] : "");
  }
  for (const auto& [sub, action] : commands) {
    if (sub->parsed()) return action();
  }
  return ExitStatus::BadInput;
}

}  // namespace holdfast::cli
