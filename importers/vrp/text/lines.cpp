#include "importers/vrp/text/lines.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace holdfast::vrp {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::string_view kPager = "---- More ----";
constexpr std::string_view kInvisible("\0 \t\r\b\x1b", 6);

bool is_blank(char c) {
  return kInvisible.find(c) != std::string_view::npos;
}

// What a pager leaves before the text that follows it on one line: its own words, then cursor movements
// (`ESC [ 42 D`) or backspaces, and the blanks that overwrote it.
std::size_t pager_length(std::string_view line) {
  const std::size_t pager = line.find(kPager);
  if (pager == std::string_view::npos) return 0;
  if (!std::ranges::all_of(line.substr(0, pager), is_blank)) return 0;
  std::size_t at = pager + kPager.size();
  std::size_t end = at;
  while (at < line.size()) {
    if (line.substr(at).starts_with("\x1b[")) {
      at += 2;
      while (at < line.size() && line[at] >= '0' && line[at] <= '9') ++at;
      if (at < line.size()) ++at;
      end = at;
    } else if (line[at] == '\b' || line[at] == '\r') {
      end = ++at;
    } else if (is_blank(line[at])) {
      ++at;
    } else {
      break;
    }
  }
  return end;
}

// `<PE1>display …` or `[~PE1-vsi-a] mpls`: the length of the prompt, 0 if there is none.
std::size_t prompt_length(std::string_view text) {
  const char open = text.front();
  if (open != '<' && open != '[') return 0;
  const std::size_t close = text.find(open == '<' ? '>' : ']');
  if (close == std::string_view::npos || close < 2 || close > 128) return 0;
  return close + 1;
}

// What the device says in a terminal log about the command before it.
bool is_message(std::string_view text) {
  constexpr std::string_view kStarts[] = {"Info:", "Warning:", "Error:"};
  return std::ranges::any_of(kStarts, [&](std::string_view start) { return text.starts_with(start); }) ||
         text == "^";
}

// What a `display` command shows: the words behind `display`, `dis` or anything between; empty for other
// commands.
std::string_view displayed(std::string_view command) {
  constexpr std::string_view kDisplay = "display";
  constexpr std::size_t kShortest = 3;
  const std::size_t end = command.find(' ');
  if (end == std::string_view::npos || end < kShortest || !kDisplay.starts_with(command.substr(0, end)))
    return {};
  return command.substr(command.find_first_not_of(' ', end));
}

// `current-configuration`, `saved-configuration`, `this`, each perhaps cut short.
bool is_configuration(std::string_view shown) {
  return shown.starts_with("cu") || shown.starts_with("sa") || shown.starts_with("th");
}

std::uint16_t saturate(std::size_t value) {
  return static_cast<std::uint16_t>(std::min<std::size_t>(value, std::numeric_limits<std::uint16_t>::max()));
}

// Drops the invisible bytes at the front of `line.text`, keeping account of column and indentation.
void skip_front(Line& line, std::size_t& column) {
  std::size_t indent = 0;
  std::size_t at = 0;
  while (at < line.text.size() && is_blank(line.text[at])) {
    indent = line.text[at] == '\t' ? (indent / 8 + 1) * 8 : indent + (line.text[at] == ' ' ? 1 : 0);
    ++at;
  }
  line.text.remove_prefix(at);
  column += at;
  line.indent = saturate(indent);
}

void classify(Line& line, std::size_t& column) {
  if (line.text.front() == '#') {
    line.kind = LineKind::Separator;
    return;
  }
  if (line.text.front() == '!' || is_message(line.text)) {
    line.kind = LineKind::Remark;
    return;
  }
  const std::size_t prompt = prompt_length(line.text);
  if (prompt == 0) return;
  const bool user_view = line.text.front() == '<';
  line.prompt = line.text.substr(1, prompt - 2);
  line.text.remove_prefix(prompt);
  column += prompt;
  skip_front(line, column);
  line.indent = 0;
  if (line.text.empty() || user_view || line.text.front() == '#' || !displayed(line.text).empty()) {
    line.kind = LineKind::Remark;
  }
}

}  // namespace

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  lines.reserve(text.size() / 24);
  std::uint32_t number = 0;
  bool other_output = false;  // of a command that shows no configuration
  std::size_t skipped = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;  // of the first line
  std::size_t start = skipped;
  while (start < text.size()) {
    const std::size_t newline = std::min(text.find('\n', start), text.size());
    ++number;
    Line line;
    line.number = number;
    line.text = text.substr(start, newline - start);
    std::size_t column = 1 + std::exchange(skipped, 0);
    start = newline + 1;
    while (!line.text.empty() && is_blank(line.text.back())) line.text.remove_suffix(1);
    if (const std::size_t pager = pager_length(line.text)) {
      line.text.remove_prefix(pager);
      column += pager;
    }
    skip_front(line, column);
    if (line.text.empty()) continue;
    classify(line, column);
    if (line.prompted()) {
      const std::string_view shown = displayed(line.text);
      other_output = !shown.empty() && !is_configuration(shown);
    } else if (other_output) {
      line.kind = LineKind::Remark;
    }
    line.column = saturate(column);
    lines.push_back(line);
  }
  return lines;
}

}  // namespace holdfast::vrp
