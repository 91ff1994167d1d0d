#include "importers/vrp/edit/rollback.h"

#include <algorithm>
#include <utility>

#include "importers/vrp/edit/line_keys.h"

namespace holdfast::vrp {
namespace {

std::vector<std::string> views_around(const ConfigTree& tree, LineIndex line) {
  std::vector<std::string> views;
  for (LineIndex at = tree[line].parent; at != kTop; at = tree[at].parent) {
    views.push_back(spelled(tree[at].text));
  }
  std::ranges::reverse(views);
  return views;
}

// The line and, if it opens a view, what stands in it.
void retype(const ConfigTree& tree, LineIndex line, std::vector<std::string>& into) {
  into.push_back(spelled(tree[line].text));
  if (tree[line].opens == View::None) return;
  for (const LineIndex child : tree.children(line)) retype(tree, child, into);
  into.emplace_back("quit");
}

}  // namespace

void Rollback::note(const ConfigTree& tree, LineIndex line, std::vector<std::string> lines) {
  // What stands in a view that was made goes with it.
  for (LineIndex at = tree[line].parent; at != kTop; at = tree[at].parent) {
    if (std::ranges::find(made_views_, at) != made_views_.end()) return;
  }
  steps_.push_back({views_around(tree, line), std::move(lines)});
}

void Rollback::added(const ConfigTree& tree, LineIndex line) {
  note(tree, line, {undo_of(*table_, tree[line].view, tree[line].text)});
  if (tree[line].opens != View::None) made_views_.push_back(line);
}

void Rollback::removing(const ConfigTree& tree, LineIndex line) {
  std::vector<std::string> lines;
  retype(tree, line, lines);
  note(tree, line, std::move(lines));
}

void Rollback::replacing(const ConfigTree& tree, LineIndex line) {
  note(tree, line, {spelled(tree[line].text)});
}

void Rollback::typing(const ConfigTree& tree, LineIndex line, std::string command) {
  note(tree, line, {std::move(command)});
}

std::vector<std::string> Rollback::commands() const {
  std::vector<std::string> result;
  std::vector<std::string> open;
  for (auto step = steps_.rbegin(); step != steps_.rend(); ++step) {
    if (step->views != open) {
      result.insert(result.end(), open.size(), "quit");
      result.insert(result.end(), step->views.begin(), step->views.end());
      open = step->views;
    }
    result.insert(result.end(), step->lines.begin(), step->lines.end());
  }
  result.insert(result.end(), open.size(), "quit");
  if (!result.empty()) result.emplace_back("commit");
  return result;
}

}  // namespace holdfast::vrp
