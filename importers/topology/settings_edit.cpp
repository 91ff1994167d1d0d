#include "importers/topology/settings_edit.h"

#include <algorithm>
#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

namespace holdfast::topology {
namespace {

std::string quoted_list(const std::vector<std::string>& members) {
  return fmt::format("[\"{}\"]", fmt::join(members, "\", \""));
}

class Editing {
 public:
  explicit Editing(std::string_view text) : text_(text), root_(YAML::Load(text_)) {}

  void add(const SettingsAdditions& additions) {
    std::vector<std::string> links;
    for (const auto& [a, b] : additions.links) links.push_back(fmt::format("[{}, {}]", a, b));
    put("links", links, true);
    std::vector<std::string> groups;
    for (const auto& [name, members] : additions.groups) {
      const YAML::Node known =
          section("groups") ? root_["groups"][name] : YAML::Node(YAML::NodeType::Undefined);
      if (known.IsDefined() && known.IsSequence()) {
        std::vector<std::string> quoted;
        for (const std::string& member : members) quoted.push_back(fmt::format("\"{}\"", member));
        insert(known, quoted, true);
      } else {
        groups.push_back(fmt::format("{}: {}", name, quoted_list(members)));
      }
    }
    put("groups", groups, false);
  }

  std::string take() {
    std::ranges::stable_sort(insertions_, std::greater{}, [](const auto& it) { return it.first; });
    for (const auto& [at, what] : insertions_) text_.insert(at, what);
    if (!text_.empty() && !text_.ends_with('\n') && !behind_.empty()) text_ += '\n';
    return text_ + behind_;
  }

 private:
  bool section(const char* key) const {
    return root_.IsMap() && root_[key].IsDefined() && (root_[key].IsSequence() || root_[key].IsMap()) &&
           root_[key].size() > 0;
  }

  void put(const char* key, const std::vector<std::string>& items, bool list) {
    if (items.empty()) return;
    if (section(key)) return insert(root_[key], items, list);
    behind_ += fmt::format("{}:\n", key);
    for (const std::string& item : items) behind_ += fmt::format("  {}{}\n", list ? "- " : "", item);
    if (!root_.IsMap() || !root_[key].IsDefined()) return;
    // `links:` or `links: []`: what is said there goes, for a key stands once.
    for (const auto& entry : root_) {
      if (entry.first.Scalar() != key) continue;
      insertions_.emplace_back(offset(entry.first.Mark()), "# ");
    }
  }

  std::size_t offset(const YAML::Mark& mark) const {
    std::size_t at = text_.starts_with("\xef\xbb\xbf") ? 3 : 0;
    for (int line = 0; line < mark.line; ++line) at = text_.find('\n', at) + 1;
    return at + static_cast<std::size_t>(mark.column);
  }

  // Before the first item, in the style of the list or map.
  void insert(const YAML::Node& node, const std::vector<std::string>& items, bool list) {
    const std::size_t at = offset(node.Mark());
    std::string what;
    if (text_[at] == '[' || text_[at] == '{') {
      for (const std::string& item : items) what += item + ", ";
      insertions_.emplace_back(at + 1, what);
      return;
    }
    const std::string indent(static_cast<std::size_t>(node.Mark().column), ' ');
    for (const std::string& item : items) what += fmt::format("{}{}\n{}", list ? "- " : "", item, indent);
    insertions_.emplace_back(at, what);
  }

  std::string text_;
  const YAML::Node root_;
  std::vector<std::pair<std::size_t, std::string>> insertions_;
  std::string behind_;
};

}  // namespace

std::string with_additions(std::string_view text, const SettingsAdditions& additions) {
  Editing editing(text);
  editing.add(additions);
  return editing.take();
}

}  // namespace holdfast::topology
