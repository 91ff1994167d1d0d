#pragma once

// One blank-separated piece of a configuration line. `text` points into the line and keeps its quotes.

#include <cstdint>
#include <string_view>

namespace holdfast::vrp {

// Number of a word that some template uses; see KeywordTable.
using KeywordId = std::uint16_t;
inline constexpr KeywordId kNoKeyword = 0;

struct Token {
  std::string_view text;
  std::uint16_t column = 0;  // from 1; saturates at 65535
  KeywordId keyword_id = kNoKeyword;
};

// Without the double quotes around it, if it has them.
constexpr std::string_view unquoted(std::string_view text) {
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return text;
  return text.substr(1, text.size() - 2);
}

}  // namespace holdfast::vrp
