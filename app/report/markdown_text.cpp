#include "app/report/markdown_text.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>

#include "app/report/printable.h"

namespace holdfast::report {
namespace {

std::size_t longest_run(std::string_view text, char of) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == of ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

}  // namespace

std::string markdown_text(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '@':
      case '#':
        // Mentions and references are looked for after markup; an empty comment ends them.
        out += c;
        out += "<!-- -->";
        break;
      default:
        if (std::string_view("\\`*_[]|~$").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
  }
  return out;
}

std::string markdown_code(std::string_view text) {
  const std::string shown = printable(text);
  const std::string fence(longest_run(shown, '`') + 1, '`');
  const bool pad = shown.empty() || shown.front() == '`' || shown.back() == '`';
  return pad ? fmt::format("{0} {1} {0}", fence, shown) : fmt::format("{0}{1}{0}", fence, shown);
}

std::string markdown_block(std::string_view lines) {
  const std::string fence(std::max<std::size_t>(longest_run(lines, '`') + 1, 3), '`');
  return fmt::format("{0}\n{1}{0}\n", fence, lines);
}

}  // namespace holdfast::report
