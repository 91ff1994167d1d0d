#include "importers/vrp/edit/editor.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "importers/vrp/edit/config_tree.h"
#include "importers/vrp/edit/line_keys.h"
#include "importers/vrp/edit/rollback.h"
#include "importers/vrp/profile.h"

namespace holdfast::vrp {
namespace {

// What is on, or may be, unless its `undo` stands in the configuration.
constexpr auto kOnByDefault = std::to_array<std::string_view>({
    "shutdown",
    "interface-parameter-type vccv",
    "portswitch",
    "synchronization",
    "default ipv4-unicast",
    "policy vpn-target",
});

class Editor {
 public:
  Editor(const CommandTable& table, std::string_view text, const ConfigCommands& commands)
      : table_(table),
        profile_(find_profile(commands.profile)),
        tree_(table, text, commands.first_line, commands.last_line),
        rollback_(table) {}

  void type(const std::string& command) {
    const std::string line = spelled(command);
    if (line.empty() || line == "system-view" || line == "#") return;
    if (line != "return") typed_.push_back(line);
    if (line == "commit") return;
    if (line == "return") {
      open_.clear();
    } else if (line == "quit") {
      if (!open_.empty()) open_.pop_back();
    } else if (line.starts_with("undo ")) {
      undo(line.substr(5));
    } else {
      say(line);
    }
  }

  ConfigEdit take() { return {tree_.text(), std::move(typed_), rollback_.commands(), std::move(refused_)}; }

 private:
  LineIndex at() const { return open_.empty() ? kTop : open_.back(); }
  View view() const { return tree_.view_of(at()); }

  // The commands of the view; it may have been opened more than once.
  std::vector<LineIndex> in_view() const {
    if (open_.empty()) return tree_.children(kTop);
    const TreeLine& header = tree_[open_.back()];
    std::vector<LineIndex> all;
    for (const LineIndex other : tree_.children(header.parent)) {
      if (tree_[other].opens != header.opens || !opens_same(tree_[other].text, header.text)) continue;
      std::ranges::copy(tree_.children(other), std::back_inserter(all));
    }
    return all;
  }

  void refuse(const std::string& command, std::string reason) {
    refused_.push_back({command, std::move(reason)});
  }

  const Command* known(const std::string& line) {
    TokenBuffer tokens;
    const auto found = table_.find(view(), table_.split(line, tokens));
    return found ? &found->row->command : nullptr;
  }

  // A command of which the model keeps nothing.
  bool is_irrelevant(const std::string& line) {
    TokenBuffer tokens;
    const Command* command = known(line);
    return command == nullptr ? table_.known_words(table_.split(line, tokens)) > 0
                              : command->state == LineState::Irrelevant;
  }

  // `modify hop OLD NEW` keeps the hop's place on the path.
  bool modify_hop(const std::string& line) {
    const std::vector<std::string_view> words = words_of(line);
    if (view() != View::ExplicitPath || words.size() != 4 || !line.starts_with("modify hop ")) return false;
    for (const LineIndex child : in_view()) {
      const std::vector<std::string_view> hop = words_of(tree_[child].text);
      if (hop.size() < 3 || hop[0] != "next" || hop[2] != words[2]) continue;
      std::string changed = fmt::format("next hop {}", words[3]);
      for (std::size_t i = 3; i < hop.size(); ++i) changed += fmt::format(" {}", hop[i]);
      rollback_.typing(tree_, child, fmt::format("modify hop {} {}", words[3], words[2]));
      tree_.set_text(child, std::move(changed));
      return true;
    }
    return false;
  }

  void say(const std::string& line) {
    if (modify_hop(line)) return;
    const Command* command = known(line);
    if (command == nullptr && !is_irrelevant(line)) {
      refuse(line, fmt::format("it is no command of the {} view", to_string(view())));
      return;
    }
    take_back_undo(line);
    if (command != nullptr && command->opens != View::None) {
      enter(line, command->opens);
    } else {
      set(line);
    }
  }

  void enter(const std::string& line, View opens) {
    for (const LineIndex child : in_view()) {
      if (tree_[child].opens == opens && opens_same(tree_[child].text, line)) {
        open_.push_back(child);
        return;
      }
    }
    if (const auto other = session_named(line, opens)) {
      const std::string old = spelled(tree_[*other].text);
      std::vector<std::string> again;
      retype(*other, *other, line, again);
      again.pop_back();
      typed_.pop_back();
      type(undo_of(table_, view(), old));
      if (!tree_[*other].gone) return refuse(line, "the session of that name cannot be removed");
      for (const std::string& text : again) type(text);
      return;
    }
    const LineIndex made = tree_.add(at(), line, opens);
    rollback_.added(tree_, made);
    open_.push_back(made);
  }

  // A BFD session of that name that is bound to something else: it is made anew.
  std::optional<LineIndex> session_named(const std::string& line, View opens) const {
    if (opens != View::BfdSession) return std::nullopt;
    const std::string name(words_of(line)[1]);
    for (const LineIndex child : in_view()) {
      if (tree_[child].opens == opens && words_of(tree_[child].text)[1] == name) return child;
    }
    return std::nullopt;
  }

  void set(const std::string& line) {
    const std::string key = key_of(view(), line);
    if (const auto there = find_key(key)) {
      if (spelled(tree_[*there].text) == line) return;
      change(*there, line);
      return;
    }
    const std::string_view role = pw_role(view(), line);
    if ((role == "secondary" || role == "bypass") && !pw_of_role("primary")) {
      refuse(line, fmt::format("a {} PW needs the primary first", role));
      return;
    }
    rollback_.added(tree_, tree_.add(at(), line, View::None));
  }

  void change(LineIndex there, const std::string& line) {
    const bool can_change = profile_ == nullptr || profile_->discriminator_mutable;
    switch (change_of(view(), line, can_change)) {
      case Change::InPlace:
        rollback_.replacing(tree_, there);
        tree_.set_text(there, line);
        return;
      case Change::Remade:
        typed_.pop_back();
        return pw_role(view(), line).empty() ? remake(there, line) : remake_pw(there, line);
      case Change::WithView:
        typed_.pop_back();
        return remake_view(there, line);
    }
  }

  void remake(LineIndex there, const std::string& line) {
    type(undo_of(table_, view(), tree_[there].text));
    if (tree_[there].gone) return type(line);
    refuse(line, "what stands in its place cannot be removed");
  }

  // What needs the primary goes before it and comes back behind it; what a PW was bound to is bound again.
  void remake_pw(LineIndex there, const std::string& line) {
    const bool primary = pw_role(view(), line) == "primary";
    std::vector<std::string> dependants;
    std::vector<std::string> bindings;
    for (const LineIndex child : in_view()) {
      const std::string text = spelled(tree_[child].text);
      const std::string_view role = pw_role(view(), text);
      if (primary && (role == "secondary" || role == "bypass")) dependants.push_back(text);
      const bool binds = text.starts_with("mpls l2vc ") && text.find(" track ") != std::string::npos;
      if (binds && (primary || text.find(" secondary") != std::string::npos)) bindings.push_back(text);
    }
    for (const std::string& text : dependants) type(undo_of(table_, view(), text));
    remake(there, line);
    for (const std::string& text : dependants) type(text);
    for (const std::string& text : bindings) type(text);
  }

  void remake_view(LineIndex there, const std::string& line) {
    const LineIndex header = open_.back();
    std::vector<std::string> again;
    retype(header, there, line, again);
    again.pop_back();  // stays in the view
    const std::string undo = undo_of(table_, tree_[header].view, spelled(tree_[header].text));
    type("quit");
    type(undo);
    if (!tree_[header].gone) return refuse(line, "the view it stands in cannot be removed");
    for (const std::string& text : again) type(text);
  }

  // The line and what stands in the view that it opens, with one line said otherwise.
  void retype(LineIndex from, LineIndex changed, const std::string& line, std::vector<std::string>& into) {
    into.push_back(from == changed ? line : spelled(tree_[from].text));
    if (tree_[from].opens == View::None) return;
    for (const LineIndex child : tree_.children(from)) retype(child, changed, line, into);
    into.emplace_back("quit");
  }

  std::optional<LineIndex> find_key(const std::string& key) const {
    for (const LineIndex child : in_view()) {
      if (key_of(view(), tree_[child].text) == key) return child;
    }
    return std::nullopt;
  }

  std::optional<LineIndex> pw_of_role(std::string_view role) const {
    for (const LineIndex child : in_view()) {
      if (pw_role(view(), tree_[child].text) == role) return child;
    }
    return std::nullopt;
  }

  // A line `undo X` that stands in the configuration goes when X is said.
  void take_back_undo(const std::string& line) {
    for (const LineIndex child : in_view()) {
      const std::string text = spelled(tree_[child].text);
      if (!text.starts_with("undo ") || !opens_same(line, text.substr(5))) continue;
      remove(child);
      return;
    }
  }

  void remove(LineIndex line) {
    rollback_.removing(tree_, line);
    tree_.remove(line);
  }

  void undo(const std::string& what) {
    const std::vector<LineIndex> targets = undone_by(what);
    if (targets.empty()) {
      const bool shown = std::ranges::find(kOnByDefault, what) != kOnByDefault.end();
      if (shown || is_irrelevant("undo " + what)) set("undo " + what);
      return;
    }
    for (const LineIndex target : targets) {
      const std::string_view role = pw_role(view(), tree_[target].text);
      if (role == "primary" && (pw_of_role("secondary") || pw_of_role("bypass"))) {
        refuse("undo " + what, "the secondary and bypass PWs have to be removed before the primary");
        return;
      }
    }
    for (const LineIndex target : targets) remove(target);
  }

  // The lines of this view that `undo` with these words takes away.
  std::vector<LineIndex> undone_by(const std::string& what) {
    if (const auto pw = undone_pw(what)) return *pw;
    std::vector<LineIndex> same;
    std::vector<LineIndex> longer;
    const Command* command = known(what);
    const View opens = command == nullptr ? View::None : command->opens;
    for (const LineIndex child : in_view()) {
      const std::string text = spelled(tree_[child].text);
      if (text == what || key_of(view(), text) == key_of(view(), what)) {
        same.push_back(child);
      } else if (text.starts_with(what + ' ') && (command == nullptr || names_something(what, opens))) {
        longer.push_back(child);
      }
    }
    if (same.empty()) return longer;
    // The view of a PW goes with its peer.
    if (view() == View::VsiLdp && what.starts_with("peer ")) {
      std::ranges::copy_if(longer, std::back_inserter(same),
                           [&](LineIndex child) { return tree_[child].opens == View::VsiPw; });
    }
    return same;
  }

  // `undo mpls` is about MPLS alone, not about every line that begins with the word.
  static bool names_something(const std::string& what, View opens) {
    const bool has_value = std::ranges::any_of(
        words_of(what).back(), [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == '_'; });
    return has_value || opens == View::BfdSession || opens == View::Vsi || opens == View::PwTemplate ||
           opens == View::TunnelPolicy || opens == View::ExplicitPath;
  }

  // A PW is named by its role, or by where it goes.
  std::optional<std::vector<LineIndex>> undone_pw(const std::string& what) const {
    const std::vector<std::string_view> words = words_of(what);
    const bool is_pw = view() == View::Interface && words.size() > 1 && words[0] == "mpls" &&
                       (words[1] == "l2vc" || words[1] == "static-l2vc") &&
                       std::ranges::find(words, "track") == words.end();
    if (!is_pw) return std::nullopt;
    const bool by_role = words.size() == 2 || words[2] == "secondary" || words[2] == "bypass";
    std::vector<LineIndex> result;
    for (const LineIndex child : in_view()) {
      const std::string_view role = pw_role(view(), tree_[child].text);
      if (role.empty()) continue;
      const std::string_view asked = words.size() == 2 ? std::string_view("primary") : words[2];
      const bool matches = by_role ? role == asked && tree_[child].text.find("ac-bypass") == std::string::npos
                                   : opens_same(tree_[child].text, what);
      if (matches) result.push_back(child);
    }
    return result;
  }

  const CommandTable& table_;
  const Profile* profile_;
  ConfigTree tree_;
  Rollback rollback_;
  std::vector<LineIndex> open_;
  std::vector<std::string> typed_;
  std::vector<RefusedCommand> refused_;
};

}  // namespace

ConfigEdit edit(const CommandTable& table, std::string_view text, const ConfigCommands& commands) {
  Editor editor(table, text, commands);
  for (const std::string& command : commands.commands) editor.type(command);
  return editor.take();
}

}  // namespace holdfast::vrp
