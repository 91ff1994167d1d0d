#pragma once

// What the parts of the intent reader share. Included by .cpp files of this folder only.

#include <charconv>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "importers/topology/yaml_reader.h"
#include "model/intent.h"

namespace holdfast::topology {

class IntentReader {
 public:
  explicit IntentReader(FileId file) : yaml(file) {}

  using Field = std::function<void(const YAML::Node& key, const YAML::Node& value)>;
  using Fields = std::map<std::string_view, Field>;

  // Calls the field of every key of the map; other keys are problems. `where` is said after the key: " in
  // `pools`".
  void fields(const YAML::Node& map, std::string_view what, std::string_view where, const Fields& known);

  Span place(const YAML::Node& node) const { return yaml.place(node.Mark()); }
  void problem(const YAML::Node& node, std::string message) { yaml.problem(node.Mark(), std::move(message)); }

  // Values; nothing and a problem when they are none.
  std::optional<std::string> word(const YAML::Node& node, std::string_view what);
  std::optional<std::uint32_t> number(const YAML::Node& node, std::string_view what, std::uint32_t low,
                                      std::uint32_t high);
  std::optional<std::uint64_t> rate(const YAML::Node& node, std::string_view what);  // 100M, 10G: bit/s
  std::optional<intent::Range> range(const YAML::Node& node, std::string_view what, std::uint32_t high);
  std::optional<IpPrefix> prefix(const YAML::Node& node, std::string_view what);

  // The value of the word that the node is, by name.
  template <class T>
  std::optional<T> choice(const YAML::Node& node, std::string_view what,
                          const std::vector<std::pair<std::string_view, T>>& names) {
    const std::string text = node.IsScalar() ? node.Scalar() : std::string();
    std::vector<std::string_view> words;
    for (const auto& [name, value] : names) {
      if (name == text) return value;
      words.push_back(name);
    }
    problem(node, fmt::format("there is no {} `{}`; {}", what, text, YamlReader::meant(text, words)));
    return std::nullopt;
  }

  // The device of that name; nothing and a problem when there is none.
  std::optional<std::size_t> device(const YAML::Node& node);

  YamlReader yaml;
  intent::Intent intent;
};

void read_pools(const YAML::Node& map, IntentReader& reader);
void read_devices(const YAML::Node& map, IntentReader& reader);
void read_links(const YAML::Node& list, bool candidates, IntentReader& reader);
// What the file adds to links that stand: `existing: {links: […]}`.
void read_standing_links(const YAML::Node& list, IntentReader& reader);
void read_services(const YAML::Node& map, const YAML::Node& defaults, IntentReader& reader);

}  // namespace holdfast::topology
