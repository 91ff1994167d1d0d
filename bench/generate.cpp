// bench/generate: writes a large, consistent snapshot into a folder, one file per device.
// The same options give the same bytes. Exit status: 0 written, 2 wrong call or unwritable folder.

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <string>
#include <system_error>

#include "bench/generator/intent_text.h"
#include "bench/generator/plan.h"
#include "bench/generator/sections.h"

namespace {

using holdfast::generator::Options;
using holdfast::generator::Plan;

int fail(const std::string& message) {
  fmt::print(stderr, "holdfast_generate: {}\n", message);
  return 2;
}

bool write(const std::filesystem::path& path, const std::string& text) {
  std::ofstream out(path, std::ios::binary);
  out << text;
  return static_cast<bool>(out.flush());
}

int generate_intent(const Options& options, const std::string& file) {
  const Plan plan = holdfast::generator::make_plan(options);
  if (!write(file, holdfast::generator::intent_text(plan).str())) return fail(file + ": cannot be written");
  fmt::print("{} devices, {} services, {} links\n", plan.devices.size(), plan.services.size(),
             plan.links.size());
  return 0;
}

int generate(const Options& options, const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return fail(folder.string() + ": " + error.message());

  const Plan plan = holdfast::generator::make_plan(options);
  std::size_t lines = 0;
  for (std::size_t device = 0; device < plan.devices.size(); ++device) {
    const holdfast::generator::Text text = holdfast::generator::device_text(plan, device);
    const std::filesystem::path path = folder / (plan.devices[device].name + ".cfg");
    if (!write(path, text.str())) return fail(path.string() + ": cannot be written");
    lines += text.lines();
  }
  fmt::print("{} devices, {} lines, {} services, {} links\n", plan.devices.size(), lines,
             plan.services.size(), plan.links.size());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Writes the configurations of a large IP radio access network.", "holdfast_generate");
  Options options;
  std::string folder;
  app.add_option("FOLDER", folder, "where the files go; made when it is not there")->required();
  app.add_option("--devices", options.devices, "how many")->capture_default_str();
  app.add_option("--services", options.services, "how many")->capture_default_str();
  app.add_option("--lines", options.lines, "in each file, at least")->capture_default_str();
  app.add_option("--seed", options.seed, "for what is arbitrary")->capture_default_str();
  bool intent = false;
  app.add_flag("--intent", intent, "write the intent of such a network to the file FOLDER instead");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  const std::string reason = holdfast::generator::out_of_range(options);
  if (!reason.empty()) return fail(reason);
  return intent ? generate_intent(options, folder) : generate(options, folder);
}
