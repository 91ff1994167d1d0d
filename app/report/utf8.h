#pragma once

// Reading text that may hold any bytes as UTF-8. What is not UTF-8 decodes to U+FFFD, one for each maximal
// well-formed beginning, as the WHATWG Encoding Standard (section "UTF-8 decoder") and with it browsers and
// Node.js do.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace holdfast::report {

struct CodePoint {
  char32_t value = 0;
  std::uint8_t length = 1;  // bytes
  bool valid = true;

  std::size_t utf16_units() const { return value > 0xFFFF ? 2 : 1; }
};

// `at` is inside `text`.
CodePoint decode(std::string_view text, std::size_t at);

// How many UTF-16 code units the bytes before `end` take; `end` may lie beyond the text.
std::size_t utf16_length(std::string_view text, std::size_t end);

}  // namespace holdfast::report
