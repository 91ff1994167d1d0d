#pragma once

// A subcommand is one row of the table in subcommands.cpp and one file with two functions: which options it
// takes, and what it does.

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "app/cli/exit_status.h"
#include "app/cli/terminal.h"

namespace CLI {
class App;
}

namespace holdfast::cli {

// What every subcommand that reads a snapshot takes.
struct SnapshotOptions {
  std::vector<std::string> paths;
  std::string profile;
  std::string config;
  unsigned jobs = 0;  // 0: as many as there are cores
  bool quiet = false;
  When color = When::Auto;
  When progress = When::Auto;
};

void add_snapshot_options(CLI::App& app, SnapshotOptions& options);
// The same but for PATH.
void add_reading_options(CLI::App& app, SnapshotOptions& options);
// How it runs: threads, progress, colour.
void add_running_options(CLI::App& app, SnapshotOptions& options);

struct Subcommand {
  const char* name;
  const char* summary;
  // Adds the options and returns what to do once they are parsed.
  std::function<ExitStatus()> (*setup)(CLI::App& app);
};

std::span<const Subcommand> subcommands();

// One function per subcommand, each in its own file.
std::function<ExitStatus()> setup_check(CLI::App& app);
std::function<ExitStatus()> setup_failures(CLI::App& app);
std::function<ExitStatus()> setup_whatif(CLI::App& app);
std::function<ExitStatus()> setup_trace(CLI::App& app);
std::function<ExitStatus()> setup_verify_proof(CLI::App& app);
std::function<ExitStatus()> setup_fix(CLI::App& app);
std::function<ExitStatus()> setup_plan(CLI::App& app);
std::function<ExitStatus()> setup_diff(CLI::App& app);
std::function<ExitStatus()> setup_services(CLI::App& app);
std::function<ExitStatus()> setup_topology(CLI::App& app);
std::function<ExitStatus()> setup_coverage(CLI::App& app);
std::function<ExitStatus()> setup_gui(CLI::App& app);
std::function<ExitStatus()> setup_explain(CLI::App& app);
std::function<ExitStatus()> setup_rules(CLI::App& app);
std::function<ExitStatus()> setup_completion(CLI::App& app);
std::function<ExitStatus()> setup_man(CLI::App& app);

}  // namespace holdfast::cli
