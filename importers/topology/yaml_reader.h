#pragma once

// What the readers of YAML files share: places of mistakes, and keys that nobody knows. Included by .cpp
// files of this folder only: yaml-cpp is no part of the interface.

#include <cstdint>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
#include <yaml-cpp/yaml.h>

#include "importers/topology/snapshot_file.h"
#include "importers/vrp/grammar/suggest.h"

namespace holdfast::topology {

class YamlReader {
 public:
  explicit YamlReader(FileId file) : file_(file) {}

  // The file as a node, or nothing and a problem. An empty file is a null node.
  std::optional<YAML::Node> parse(std::string_view text) {
    if (const auto deep = too_deep(text)) {
      problems.push_back({*deep, 1, "brackets are nested too deeply"});
      return std::nullopt;
    }
    try {
      return YAML::Load(std::string(text));
    } catch (const YAML::Exception& error) {
      problem(error.mark, error.msg);
      return std::nullopt;
    }
  }

  void problem(const YAML::Mark& mark, std::string message) {
    if (mark.is_null()) {
      problems.push_back({0, 0, std::move(message)});
    } else {
      problems.push_back({static_cast<std::uint32_t>(mark.line + 1),
                          static_cast<std::uint32_t>(mark.column + 1), std::move(message)});
    }
  }

  bool expect_map(const YAML::Node& node, std::string_view what) {
    if (node.IsMap()) return true;
    problem(node.Mark(), fmt::format("{} takes `key: value` pairs", what));
    return false;
  }

  void unknown_key(const YAML::Node& key, std::span<const std::string_view> known, std::string_view where) {
    const std::string& text = key.Scalar();
    problem(key.Mark(), fmt::format("unknown key `{}`{}; {}", text, where, meant(text, known)));
  }

  // "is `x` meant?", else what there is.
  static std::string meant(std::string_view text, std::span<const std::string_view> known) {
    const auto near = vrp::one_edit_away(text, known);
    return near.empty() ? fmt::format("known are {}", fmt::join(known, ", "))
                        : fmt::format("is `{}` meant?", near.front());
  }

  Span place(const YAML::Mark& mark) const {
    return {file_, static_cast<std::uint32_t>(mark.line + 1), static_cast<std::uint16_t>(mark.column + 1), 1};
  }

  std::vector<FileProblem> problems;

 private:
  static constexpr std::size_t kMaxDepth = 16;  // brackets within brackets; files need three

  // yaml-cpp reads nested brackets by recursion.
  static std::optional<std::uint32_t> too_deep(std::string_view text) {
    std::size_t depth = 0;
    std::uint32_t line = 1;
    for (const char c : text) {
      if (c == '\n') ++line;
      if (c == '[' || c == '{') ++depth;
      if ((c == ']' || c == '}') && depth > 0) --depth;
      if (depth > kMaxDepth) return line;
    }
    return std::nullopt;
  }

  FileId file_;
};

// `groups`, `failures`, `pools` and `suppress` of holdfast.yaml.
std::vector<StatedGroup> read_groups(const YAML::Node& groups, YamlReader& reader);
FailureStatements read_failures(const YAML::Node& failures, YamlReader& reader);
std::map<std::string, NumberPool> read_pools(const YAML::Node& pools, YamlReader& reader);
std::vector<StatedSuppression> read_suppressions(const YAML::Node& list, YamlReader& reader);

}  // namespace holdfast::topology
