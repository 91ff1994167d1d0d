#include "importers/topology/scenario_file.h"

#include <algorithm>
#include <array>

#include "importers/topology/yaml_reader.h"

namespace holdfast::topology {
namespace {

constexpr auto kOutcomes =
    std::to_array<Outcome>({Outcome::Delivered, Outcome::LostUnavoidable, Outcome::LostAvoidable,
                            Outcome::DualActive, Outcome::Flapping, Outcome::Unknown});

void read_fail(const YAML::Node& list, ScenarioFile& into, YamlReader& reader) {
  if (!list.IsSequence()) {
    reader.problem(list.Mark(), "`fail` takes a list of elements: [node:PE1]");
    return;
  }
  for (const YAML::Node& item : list) {
    if (item.IsScalar()) {
      into.fail.push_back(configured(item.Scalar(), reader.place(item.Mark())));
    } else {
      reader.problem(item.Mark(), "an element is a name such as node:PE1");
    }
  }
}

void read_expect(const YAML::Node& map, ScenarioFile& into, YamlReader& reader) {
  if (!reader.expect_map(map, "`expect`")) return;
  std::vector<std::string_view> names;
  names.reserve(std::size(kOutcomes));
  for (const Outcome outcome : kOutcomes) names.push_back(to_string(outcome));
  for (const auto& entry : map) {
    const std::string text = entry.second.IsScalar() ? entry.second.Scalar() : std::string();
    const auto at = std::ranges::find(kOutcomes, text, [](Outcome it) { return to_string(it); });
    if (at == kOutcomes.end()) {
      reader.problem(entry.second.Mark(),
                     fmt::format("there is no outcome `{}`; {}", text, YamlReader::meant(text, names)));
    } else {
      into.expect.push_back({entry.first.Scalar(), *at, reader.place(entry.first.Mark())});
    }
  }
}

void read_root(const YAML::Node& root, ScenarioFile& into, YamlReader& reader) {
  constexpr auto kKeys = std::to_array<std::string_view>({"fail", "expect"});
  if (root.IsNull() || !reader.expect_map(root, "the file")) return;
  for (const auto& entry : root) {
    const std::string key = entry.first.Scalar();
    if (key == "fail") {
      read_fail(entry.second, into, reader);
    } else if (key == "expect") {
      read_expect(entry.second, into, reader);
    } else {
      reader.unknown_key(entry.first, kKeys, "");
    }
  }
}

}  // namespace

ScenarioFile read_scenario_file(std::string_view text, FileId file) {
  YamlReader reader(file);
  ScenarioFile result;
  try {
    if (const auto root = reader.parse(text)) read_root(*root, result, reader);
  } catch (const YAML::Exception& error) {
    reader.problem(error.mark, error.msg);
  }
  result.problems = std::move(reader.problems);
  return result;
}

}  // namespace holdfast::topology
