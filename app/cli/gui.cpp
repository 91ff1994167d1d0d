// holdfast gui [PATH…]: starts the desktop program that lies beside this one.

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <string>
#include <system_error>
#include <unistd.h>
#include <vector>

#include "app/cli/subcommand.h"

namespace holdfast::cli {
namespace {

ExitStatus run_gui(const std::vector<std::string>& paths) {
  std::error_code error;
  const std::filesystem::path own = std::filesystem::read_symlink("/proc/self/exe", error);
  const std::string program = (own.parent_path() / "holdfast-gui").string();
  if (error || access(program.c_str(), X_OK) != 0) {
    fmt::print(stderr, "holdfast: error: the desktop program is not built: {} is not there\n", program);
    fmt::print(stderr, "`scripts/holdfast gui` builds it; it needs Qt 6.\n");
    return ExitStatus::BadInput;
  }
  std::vector<char*> arguments{const_cast<char*>(program.c_str())};
  for (const std::string& path : paths) arguments.push_back(const_cast<char*>(path.c_str()));
  arguments.push_back(nullptr);
  execv(program.c_str(), arguments.data());
  fmt::print(stderr, "holdfast: error: {} does not start: {}\n", program, std::strerror(errno));
  return ExitStatus::BadInput;
}

}  // namespace

std::function<ExitStatus()> setup_gui(CLI::App& app) {
  const auto paths = std::make_shared<std::vector<std::string>>();
  app.add_option("PATH", *paths, "A folder of configurations, or files");
  app.footer("Example: holdfast gui network/");
  return [paths] { return run_gui(*paths); };
}

}  // namespace holdfast::cli
