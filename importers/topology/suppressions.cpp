#include <algorithm>
#include <array>

#include "importers/topology/yaml_reader.h"

namespace holdfast::topology {
namespace {

class SuppressionReader {
 public:
  explicit SuppressionReader(YamlReader& yaml) : yaml_(yaml) {}

  // Nothing, and a problem, when the entry says too little to be applied.
  std::optional<StatedSuppression> read(const YAML::Node& entry) {
    constexpr auto kKeys = std::to_array<std::string_view>({"rule", "device", "service", "reason", "until"});
    if (!yaml_.expect_map(entry, "a suppression")) return std::nullopt;
    result_.where = yaml_.place(entry.Mark());
    for (const auto& field : entry) {
      const std::string key = field.first.Scalar();
      if (key == "rule") {
        read_word(field.second, key, result_.rule);
      } else if (key == "device") {
        read_word(field.second, key, result_.device);
      } else if (key == "service") {
        read_word(field.second, key, result_.service);
      } else if (key == "reason") {
        Fact<std::string> reason;
        read_word(field.second, key, reason);
        result_.reason = reason.value;
      } else if (key == "until") {
        read_until(field.second);
      } else {
        yaml_.unknown_key(field.first, kKeys, " in a suppression");
        usable_ = false;
      }
    }
    if (usable_ && result_.rule.value.empty()) missing(entry, "names a rule: `rule: ET008`");
    if (usable_ && result_.reason.empty()) missing(entry, "gives its reason: `reason: …`");
    return usable_ ? std::optional(result_) : std::nullopt;
  }

 private:
  void missing(const YAML::Node& entry, std::string_view what) {
    yaml_.problem(entry.Mark(), fmt::format("a suppression {}", what));
    usable_ = false;
  }

  void read_word(const YAML::Node& node, std::string_view key, Fact<std::string>& into) {
    const std::string text = node.IsScalar() ? node.Scalar() : std::string();
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
      yaml_.problem(node.Mark(), fmt::format("`{}` of a suppression is a text", key));
      usable_ = false;
      return;
    }
    into = configured(text, yaml_.place(node.Mark()));
  }

  void read_until(const YAML::Node& node) {
    result_.until = node.IsScalar() ? parse_day(node.Scalar()) : std::nullopt;
    if (result_.until) return;
    yaml_.problem(node.Mark(), "`until` is the last day on which it applies, such as 2027-01-31");
    usable_ = false;
  }

  YamlReader& yaml_;
  StatedSuppression result_;
  bool usable_ = true;
};

}  // namespace

std::vector<StatedSuppression> read_suppressions(const YAML::Node& list, YamlReader& reader) {
  std::vector<StatedSuppression> result;
  if (!list.IsSequence()) {
    reader.problem(list.Mark(), "`suppress` takes a list: [{rule: ET008, device: PE2, reason: …}]");
    return result;
  }
  for (const YAML::Node& entry : list) {
    if (auto read = SuppressionReader(reader).read(entry)) result.push_back(std::move(*read));
  }
  return result;
}

}  // namespace holdfast::topology
