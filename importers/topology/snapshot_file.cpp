#include "importers/topology/snapshot_file.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>
#include <span>

#include "importers/topology/yaml_reader.h"

namespace holdfast::topology {
namespace {

constexpr std::size_t kMaxLinks = 1'000'000;

class FileReader {
 public:
  explicit FileReader(FileId file) : yaml_(file) {}

  SnapshotFile read(std::string_view text) {
    try {
      if (const auto root = yaml_.parse(text)) read_root(*root);
    } catch (const YAML::Exception& error) {
      problem(error.mark, error.msg);
    }
    result_.problems = std::move(yaml_.problems);
    return std::move(result_);
  }

 private:
  void problem(const YAML::Mark& mark, std::string message) { yaml_.problem(mark, std::move(message)); }
  bool expect_map(const YAML::Node& node, std::string_view what) { return yaml_.expect_map(node, what); }
  void unknown_key(const YAML::Node& key, std::span<const std::string_view> known, std::string_view where) {
    yaml_.unknown_key(key, known, where);
  }

  void read_root(const YAML::Node& root) {
    constexpr auto kKeys = std::to_array<std::string_view>(
        {"links", "rules", "profile", "groups", "suppress", "failures", "pools"});
    if (root.IsNull() || !expect_map(root, "the file")) return;
    for (const auto& entry : root) {
      const std::string key = entry.first.Scalar();
      if (key == "links") {
        read_links(entry.second);
      } else if (key == "rules") {
        read_rules(entry.second);
      } else if (key == "profile") {
        read_profile(entry.second);
      } else if (key == "groups") {
        result_.groups = read_groups(entry.second, yaml_);
      } else if (key == "failures") {
        result_.failures = read_failures(entry.second, yaml_);
      } else if (key == "pools") {
        result_.pools = read_pools(entry.second, yaml_);
      } else if (key == "suppress") {
        result_.suppressions = read_suppressions(entry.second, yaml_);
      } else {
        unknown_key(entry.first, kKeys, "");
      }
    }
  }

  void read_links(const YAML::Node& list) {
    if (!list.IsSequence()) {
      problem(list.Mark(), "`links` takes a list of pairs: [[PE1:GE0/1/0, CE1:GE0/1/0], …]");
      return;
    }
    for (const YAML::Node& pair : list) {
      if (result_.links.size() >= kMaxLinks) return problem(pair.Mark(), "too many links");
      if (!pair.IsSequence() || pair.size() != 2) {
        problem(pair.Mark(), "a link has two ends: [PE1:GE0/1/0, CE1:GE0/1/0]");
        continue;
      }
      const auto a = read_port(pair[0]);
      const auto b = read_port(pair[1]);
      if (a && b) result_.links.push_back({*a, *b, LinkSource::Yaml, yaml_.place(pair.Mark())});
    }
  }

  std::optional<PortName> read_port(const YAML::Node& node) {
    const std::string text = node.IsScalar() ? node.Scalar() : std::string();
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos || colon == 0 || colon + 1 == text.size()) {
      problem(node.Mark(), "a port is DEVICE:INTERFACE, such as PE1:GE0/1/0");
      return std::nullopt;
    }
    return PortName{text.substr(0, colon), text.substr(colon + 1)};
  }

  Fact<std::string> word(const YAML::Node& node) const {
    return configured(node.Scalar(), yaml_.place(node.Mark()));
  }

  std::vector<Fact<std::string>> read_words(const YAML::Node& list, std::string_view what) {
    std::vector<Fact<std::string>> words;
    if (list.IsScalar()) return {word(list)};
    if (!list.IsSequence()) {
      problem(list.Mark(), fmt::format("`{}` takes a list: [PW005, ET]", what));
      return words;
    }
    for (const YAML::Node& item : list) {
      if (item.IsScalar()) {
        words.push_back(word(item));
      } else {
        problem(item.Mark(), fmt::format("`{}` takes codes and families of rules", what));
      }
    }
    return words;
  }

  void read_rules(const YAML::Node& rules) {
    constexpr auto kKeys = std::to_array<std::string_view>({"select", "ignore", "severity"});
    if (!expect_map(rules, "`rules`")) return;
    for (const auto& entry : rules) {
      const std::string key = entry.first.Scalar();
      if (key == "select") {
        result_.select = read_words(entry.second, key);
      } else if (key == "ignore") {
        result_.ignore = read_words(entry.second, key);
      } else if (key == "severity") {
        read_severity(entry.second);
      } else {
        unknown_key(entry.first, kKeys, " in `rules`");
      }
    }
  }

  void read_severity(const YAML::Node& severity) {
    constexpr auto kLevels = std::to_array<std::string_view>({"error", "warning", "info"});
    if (!expect_map(severity, "`severity`")) return;
    for (const auto& entry : severity) {
      const std::string level = entry.second.IsScalar() ? entry.second.Scalar() : std::string();
      if (std::ranges::find(kLevels, level) == kLevels.end()) {
        problem(entry.second.Mark(), "a severity is error, warning or info");
      } else {
        result_.severity[entry.first.Scalar()] = configured(level, yaml_.place(entry.first.Mark()));
      }
    }
  }

  void read_profile(const YAML::Node& profile) {
    if (profile.IsScalar()) {
      result_.profile = profile.Scalar();
      return;
    }
    if (!expect_map(profile, "`profile`, if it is no release,")) return;
    for (const auto& entry : profile) {
      if (entry.second.IsScalar()) {
        result_.device_profile[entry.first.Scalar()] = entry.second.Scalar();
      } else {
        problem(entry.second.Mark(), "a profile is a release such as ne40e-v800r012");
      }
    }
  }

  YamlReader yaml_;
  SnapshotFile result_;
};

}  // namespace

SnapshotFile read_snapshot_file(std::string_view text, FileId file) {
  return FileReader(file).read(text);
}

}  // namespace holdfast::topology
