// `groups` and `failures` of holdfast.yaml.

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "importers/topology/yaml_reader.h"

namespace holdfast::topology {
namespace {

constexpr std::size_t kMostFailures = 8;  // at once; what is beyond no search ends

struct Kind {
  std::string_view name;
  ElementKind kind;
};
constexpr auto kKinds = std::to_array<Kind>({{"node", ElementKind::Node},
                                             {"board", ElementKind::Board},
                                             {"link", ElementKind::Link},
                                             {"port", ElementKind::Port},
                                             {"group", ElementKind::Group}});
constexpr auto kKindNames = std::to_array<std::string_view>({"node", "board", "link", "port", "group"});
constexpr auto kMemberKinds = std::to_array<std::string_view>({"node", "board", "link", "port"});

template <class T>
std::optional<T> number(const YAML::Node& node) {
  if (!node.IsScalar()) return std::nullopt;
  const std::string& text = node.Scalar();
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<ElementKind> kind_of(std::string_view name) {
  const auto at = std::ranges::find(kKinds, name, &Kind::name);
  return at == kKinds.end() ? std::nullopt : std::optional(at->kind);
}

// "link:…" → "link"
std::string prefix_of(const std::string& element) {
  return element.substr(0, element.find(':'));
}

void read_members(const YAML::Node& list, StatedGroup& group, YamlReader& reader) {
  if (!list.IsSequence()) {
    reader.problem(list.Mark(),
                   "a group takes a list of elements: [node:PE1, link:PE1:GE0/1/0--PE2:GE0/1/0]");
    return;
  }
  for (const YAML::Node& item : list) {
    const std::string name = item.IsScalar() ? item.Scalar() : std::string();
    const std::string prefix = prefix_of(name);
    if (prefix == "group") {
      reader.problem(item.Mark(), "a group holds no other group");
    } else if (prefix.size() + 1 >= name.size()) {
      reader.problem(item.Mark(),
                     "an element is node:DEV, board:DEV:SLOT, link:DEV:IF--DEV:IF or port:DEV:IF");
    } else if (std::ranges::find(kMemberKinds, prefix) == kMemberKinds.end()) {
      reader.problem(item.Mark(), fmt::format("there is no kind of element `{}`; {}", prefix,
                                              YamlReader::meant(prefix, kMemberKinds)));
    } else {
      group.members.push_back(configured(name, reader.place(item.Mark())));
    }
  }
}

void read_kinds(const YAML::Node& list, FailureStatements& into, YamlReader& reader) {
  if (!list.IsSequence()) {
    reader.problem(list.Mark(), "`elements` takes a list: [node, link, board, port, group]");
    return;
  }
  for (const YAML::Node& item : list) {
    const std::string name = item.IsScalar() ? item.Scalar() : std::string();
    if (const auto kind = kind_of(name)) {
      into.kinds.push_back(*kind);
    } else {
      reader.problem(item.Mark(), fmt::format("there is no kind of element `{}`; {}", name,
                                              YamlReader::meant(name, kKindNames)));
    }
  }
}

void read_probabilities(const YAML::Node& map, FailureStatements& into, YamlReader& reader) {
  if (!reader.expect_map(map, "`probability`")) return;
  for (const auto& entry : map) {
    const std::string name = entry.first.Scalar();
    const std::string prefix = prefix_of(name);
    const auto value = number<double>(entry.second);
    if (!kind_of(prefix)) {
      reader.problem(entry.first.Mark(), fmt::format("there is no kind of element `{}`; {}", prefix,
                                                     YamlReader::meant(prefix, kKindNames)));
    } else if (!value || !(*value >= 0) || !(*value <= 1)) {
      reader.problem(entry.second.Mark(), "a probability is a number from 0 to 1, such as 1e-5");
    } else {
      into.probabilities.push_back({name, *value, reader.place(entry.first.Mark())});
    }
  }
}

}  // namespace

std::vector<StatedGroup> read_groups(const YAML::Node& groups, YamlReader& reader) {
  std::vector<StatedGroup> result;
  if (!reader.expect_map(groups, "`groups`")) return result;
  for (const auto& entry : groups) {
    const std::string name = entry.first.Scalar();
    if (name.empty()) {
      reader.problem(entry.first.Mark(), "a group has a name");
    } else if (std::ranges::find(result, name, &StatedGroup::name) != result.end()) {
      reader.problem(entry.first.Mark(), fmt::format("there is a group `{}` already", name));
    } else {
      result.push_back({name, {}, reader.place(entry.first.Mark())});
      read_members(entry.second, result.back(), reader);
    }
  }
  return result;
}

FailureStatements read_failures(const YAML::Node& failures, YamlReader& reader) {
  constexpr auto kKeys = std::to_array<std::string_view>({"k", "elements", "probability"});
  FailureStatements result;
  if (!reader.expect_map(failures, "`failures`")) return result;
  for (const auto& entry : failures) {
    const std::string key = entry.first.Scalar();
    if (key == "k") {
      const auto k = number<std::size_t>(entry.second);
      if (k && *k <= kMostFailures) {
        result.k = k;
      } else {
        reader.problem(entry.second.Mark(), fmt::format("`k` is a number from 0 to {}", kMostFailures));
      }
    } else if (key == "elements") {
      read_kinds(entry.second, result, reader);
    } else if (key == "probability") {
      read_probabilities(entry.second, result, reader);
    } else {
      reader.unknown_key(entry.first, kKeys, " in `failures`");
    }
  }
  return result;
}

}  // namespace holdfast::topology
