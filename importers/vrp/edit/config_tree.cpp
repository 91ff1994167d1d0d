#include "importers/vrp/edit/config_tree.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "importers/vrp/edit/placement.h"
#include "importers/vrp/profile.h"
#include "importers/vrp/reader.h"
#include "importers/vrp/text/lines.h"
#include "model/text_lines.h"

namespace holdfast::vrp {
namespace {

TreeLine tree_line(std::string_view raw, const Line* line) {
  TreeLine result;
  if (line == nullptr) {
    result.behind = raw;
    return result;
  }
  const auto at = static_cast<std::size_t>(line->text.data() - raw.data());
  result.before = raw.substr(0, at);
  result.text = line->text;
  result.behind = raw.substr(at + line->text.size());
  result.prompted = line->prompted();
  if (line->kind == LineKind::Command) result.kind = TreeLine::Kind::Command;
  if (line->kind == LineKind::Separator) result.kind = TreeLine::Kind::Separator;
  return result;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t") == std::string_view::npos;
}

bool closes_views(const TreeLine& line) {
  return line.text == "quit" || line.text == "return";
}

}  // namespace

ConfigTree::ConfigTree(const CommandTable& table, std::string_view text, std::uint32_t first,
                       std::uint32_t last) {
  const std::vector<std::string_view> raw = lines_of(text);
  const std::vector<Line> all = split_lines(text);
  std::vector<Line> own;
  std::ranges::copy_if(all, std::back_inserter(own),
                       [&](const Line& line) { return line.number >= first && line.number <= last; });
  const Device device = read_section(table, default_profile(), false, FileId{0}, own);
  std::map<std::uint32_t, LineIndex> index;  // of lines by number
  auto next = own.begin();
  TokenBuffer tokens;
  for (std::uint32_t number = 1; number <= raw.size(); ++number) {
    if (number < first) head_ += raw[number - 1];
    if (number > last) tail_ += raw[number - 1];
    if (number < first || number > last) continue;
    const Line* line = next != own.end() && next->number == number ? &*next++ : nullptr;
    TreeLine added = tree_line(raw[number - 1], line);
    const auto at = static_cast<LineIndex>(lines_.size());
    if (added.kind == TreeLine::Kind::Command) {
      const std::vector<Span> views = device.reading.outline.views_around(number);
      if (!views.empty() && index.contains(views.back().line)) {
        added.parent = index[views.back().line];
        TreeLine& header = lines_[added.parent];
        if (header.opens == View::None) header.opens = View::Other;
      }
      added.view = view_of(added.parent);
      const auto found = table.find(added.view, table.split(added.text, tokens));
      if (found) added.opens = found->row->command.opens;
      index[number] = at;
    }
    separated_ = separated_ || added.kind == TreeLine::Kind::Separator;
    if (added.behind.ends_with("\r\n")) line_end_ = "\r\n";
    order_.push_back(at);
    lines_.push_back(std::move(added));
  }
}

std::string ConfigTree::text() const {
  std::string result = head_;
  for (const LineIndex index : order_) {
    const TreeLine& line = lines_[index];
    if (!line.gone) result += line.before + line.text + line.behind;
  }
  return result + tail_;
}

std::vector<LineIndex> ConfigTree::children(LineIndex parent) const {
  std::vector<LineIndex> result;
  for (const LineIndex index : order_) {
    const TreeLine& line = lines_[index];
    if (line.is_command() && line.parent == parent && !closes_views(line)) result.push_back(index);
  }
  return result;
}

std::vector<LineIndex> ConfigTree::subtree(LineIndex root) const {
  std::vector<LineIndex> result = {root};
  for (const LineIndex index : order_) {
    const TreeLine& line = lines_[index];
    if (line.is_command() && std::ranges::find(result, line.parent) != result.end()) result.push_back(index);
  }
  return result;
}

std::size_t ConfigTree::position(LineIndex line) const {
  return static_cast<std::size_t>(std::ranges::find(order_, line) - order_.begin());
}

std::size_t ConfigTree::behind_subtree(LineIndex line) const {
  std::size_t last = 0;
  for (const LineIndex index : subtree(line)) last = std::max(last, position(index));
  return last + 1;
}

void ConfigTree::remove(LineIndex root) {
  const std::size_t at = position(root);
  const std::size_t end = behind_subtree(root);
  for (const LineIndex index : subtree(root)) lines_[index].gone = true;
  for (std::size_t i = at; i < end; ++i) {
    if (lines_[order_[i]].kind == TreeLine::Kind::Separator) lines_[order_[i]].gone = true;
  }
  drop_needless_separator(end);
}

const TreeLine* ConfigTree::visible_before(std::size_t at) const {
  while (at-- > 0) {
    const TreeLine& line = lines_[order_[at]];
    if (line.is_command() || line.is_separator()) return &line;
  }
  return nullptr;
}

const TreeLine* ConfigTree::visible_behind(std::size_t at) const {
  for (; at < order_.size(); ++at) {
    const TreeLine& line = lines_[order_[at]];
    if (line.is_command() || line.is_separator()) return &line;
  }
  return nullptr;
}

void ConfigTree::drop_needless_separator(std::size_t at) {
  const TreeLine* before = visible_before(at);
  const TreeLine* behind = visible_behind(at);
  if (before == nullptr || behind == nullptr || !before->is_separator() || !behind->is_separator()) return;
  // Of two, the one that stands deeper goes: ` #` between the families of BGP, before the `#` that ends it.
  const TreeLine* needless = before->before.size() > behind->before.size() ? before : behind;
  lines_[static_cast<std::size_t>(needless - lines_.data())].gone = true;
}

std::string ConfigTree::indentation_in(LineIndex parent) const {
  for (const LineIndex child : children(parent)) {
    if (is_blank(lines_[child].before) || lines_[child].prompted) return lines_[child].before;
  }
  if (parent == kTop) return {};
  const TreeLine& header = lines_[parent];
  if (header.prompted) return header.before;
  const std::string blanks = is_blank(header.before) ? header.before : std::string();
  // Where an archive lost the indentation, no line below a header of the system view has one.
  const bool flat = parent != kTop && header.parent == kTop && !separated_ &&
                    std::ranges::none_of(lines_, [](const TreeLine& line) {
                      return line.is_command() && line.before.starts_with(' ');
                    });
  return flat ? blanks : blanks + ' ';
}

std::size_t ConfigTree::place_for(LineIndex parent, std::string_view text, View opens) const {
  const View view = view_of(parent);
  const int rank = rank_of(view, text, opens);
  std::optional<LineIndex> previous;
  std::optional<LineIndex> first;
  for (const LineIndex child : children(parent)) {
    if (!first) first = child;
    if (rank_of(view, lines_[child].text, lines_[child].opens) <= rank) previous = child;
  }
  if (previous) return behind_subtree(*previous);
  if (first) return position(*first);
  return parent == kTop ? order_.size() : position(parent) + 1;
}

LineIndex ConfigTree::put(std::size_t at, TreeLine line) {
  // The line before may be the last of the text, without an end.
  if (at > 0) {
    std::string& end = lines_[order_[at - 1]].behind;
    if (!end.ends_with('\n')) end += line_end_;
  }
  const auto index = static_cast<LineIndex>(lines_.size());
  lines_.push_back(std::move(line));
  order_.insert(order_.begin() + static_cast<std::ptrdiff_t>(at), index);
  return index;
}

// Blocks of the system view, and the families of BGP, stand between separators.
void ConfigTree::separate(LineIndex index) {
  const TreeLine& line = lines_[index];
  const bool block = line.parent == kTop || line.opens == View::BgpFamily;
  if (!separated_ || !block || line.prompted) return;
  TreeLine separator;
  separator.kind = TreeLine::Kind::Separator;
  separator.before = line.before;
  separator.text = "#";
  separator.behind = line_end_;
  const std::size_t at = position(index);
  const TreeLine* behind = visible_behind(at + 1);
  if (behind != nullptr && !behind->is_separator()) put(at + 1, separator);
  const TreeLine* before = visible_before(at);
  if (before == nullptr || !before->is_separator()) put(at, separator);
}

LineIndex ConfigTree::add(LineIndex parent, std::string text, View opens) {
  TreeLine line;
  line.kind = TreeLine::Kind::Command;
  line.before = indentation_in(parent);
  line.behind = line_end_;
  line.view = view_of(parent);
  line.opens = opens;
  line.parent = parent;
  line.prompted = parent != kTop && lines_[parent].prompted;
  line.text = std::move(text);
  const std::size_t at = place_for(parent, line.text, opens);
  const int rank = rank_of(line.view, line.text, opens);
  const TreeLine* before = visible_before(at);
  // Lines of one kind that open no view share a block.
  const bool joins = before != nullptr && before->is_command() && before->parent == parent &&
                     opens == View::None && before->opens == View::None &&
                     rank_of(before->view, before->text, before->opens) == rank;
  const LineIndex index = put(at, std::move(line));
  if (!joins) separate(index);
  return index;
}

}  // namespace holdfast::vrp
