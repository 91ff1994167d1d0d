#include "app/session/repaired_files.h"

#include <filesystem>
#include <fmt/format.h>
#include <system_error>
#include <utility>

#include "app/session/write_file.h"

namespace holdfast::session {
namespace {

namespace fs = std::filesystem;

// `network/east/PE1.cfg` of the input `network` is `east/PE1.cfg`.
fs::path below_input(const fs::path& file, const std::vector<std::string>& inputs) {
  std::error_code failed;
  for (const std::string& input : inputs) {
    if (!fs::is_directory(input, failed)) continue;
    fs::path below = fs::proximate(file, input, failed);
    if (!failed && !below.empty() && *below.begin() != "..") return below;
  }
  return file == "-" ? fs::path("stdin.cfg") : file.filename();
}

std::string refusal(const fs::path& file, const std::string& why) {
  return fmt::format("{} is not written: {}", file.string(), why);
}

}  // namespace

std::string write_copies(const Repair& repair, const std::vector<std::string>& inputs,
                         const std::string& folder, bool in_place) {
  const SourceSet& sources = repair.before.snapshot->network.sources;
  std::vector<std::pair<fs::path, const FileChange*>> copies;
  for (const FileChange& change : repair.files) {
    const fs::path target = fs::path(folder) / below_input(std::string(sources.path(change.file)), inputs);
    std::error_code missing;
    for (std::size_t i = 0; i < sources.size(); ++i) {
      const std::string read(sources.path(FileId{static_cast<std::uint32_t>(i)}));
      if (!in_place && fs::equivalent(target, read, missing)) {
        return refusal(target, "it is a file of the input");
      }
    }
    for (const auto& [other, its_change] : copies) {
      if (other == target) return refusal(target, "two files of the input have this name");
    }
    copies.emplace_back(target, &change);
  }
  for (const auto& [target, change] : copies) {
    std::error_code failed;
    fs::create_directories(target.parent_path(), failed);
    if (failed) return refusal(target, failed.message());
    std::string problem = write_file(change->text, target.string());
    if (!problem.empty()) return problem;
  }
  return {};
}

}  // namespace holdfast::session
