#include "app/cli/run.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <fmt/format.h>
#include <functional>
#include <utility>
#include <vector>

#include "app/cli/subcommand.h"
#include "app/cli/version.h"

namespace holdfast::cli {
namespace {

constexpr const char* kAbout =
    "Proves, before anyone commits it, that a carrier network's redundancy configuration really works.";

constexpr const char* kFooter =
    "Exit status: 0 clean, 1 findings, 2 wrong call or input, 3 inconclusive, 130 interrupted.\n"
    "`holdfast COMMAND --help` shows the options of a command.";

ExitStatus report_usage(const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_exit_code() == 0) {
    app.exit(error);
    return ExitStatus::Clean;
  }
  fmt::print(stderr, "holdfast: error: {}\n", error.what());
  fmt::print(stderr, "`holdfast --help` shows how it is called.\n");
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
    return report_usage(app, error);
  }
  for (const auto& [sub, action] : commands) {
    if (sub->parsed()) return action();
  }
  return ExitStatus::BadInput;
}

}  // namespace holdfast::cli
