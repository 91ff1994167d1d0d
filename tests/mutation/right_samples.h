#pragma once

// The right samples as lines, to be broken.

#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

namespace holdfast::mutation {

using Lines = std::vector<std::string>;

inline Lines lines_of(const std::filesystem::path& path) {
  Lines lines;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

inline std::string text_of(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

inline std::vector<std::filesystem::path> good_samples() {
  namespace fs = std::filesystem;
  std::set<fs::path> found;
  for (const auto& sample : fs::directory_iterator(fs::path(HOLDFAST_SOURCE_DIR) / "samples")) {
    if (!sample.is_directory()) continue;
    for (const auto& variant : fs::directory_iterator(sample.path())) {
      if (variant.path().filename().string().starts_with("good")) found.insert(variant.path());
    }
  }
  return {found.begin(), found.end()};
}

}  // namespace holdfast::mutation
