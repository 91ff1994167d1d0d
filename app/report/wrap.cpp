#include "app/report/wrap.h"

#include <algorithm>

#include "app/report/printable.h"

namespace holdfast::report {

std::vector<std::string> wrap(std::string_view text, std::size_t width, std::size_t used) {
  const std::string shown = printable(text);
  std::vector<std::string> lines(1);
  std::size_t filled = used;
  bool line_has_word = false;
  for (std::size_t at = 0; at < shown.size();) {
    const std::size_t begin = shown.find_first_not_of(' ', at);
    if (begin == std::string::npos) break;
    const std::size_t end = std::min(shown.find(' ', begin), shown.size());
    const std::string word = shown.substr(begin, end - begin);
    const std::size_t word_width = display_width(word);
    const bool starts_line = !line_has_word && (lines.size() > 1 || used == 0);
    if (!starts_line && filled + (line_has_word ? 1 : 0) + word_width > width) {
      lines.emplace_back();
      filled = 0;
      line_has_word = false;
    }
    if (line_has_word) {
      lines.back() += ' ';
      ++filled;
    }
    lines.back() += word;
    filled += word_width;
    line_has_word = true;
    at = end;
  }
  return lines;
}

std::string hanging(std::string_view text, std::size_t width, std::size_t margin, std::size_t further) {
  std::string out;
  for (const std::string& line : wrap(text, width - further)) {
    out += std::string(out.empty() ? margin : further, ' ') + line + '\n';
  }
  return out;
}

}  // namespace holdfast::report
