#include "app/report/utf8.h"

#include <algorithm>

namespace holdfast::report {

CodePoint decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  if (first < 0x80) return {first, 1, true};

  // The second byte's range is narrower after some first bytes: no overlong forms, no surrogates.
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
  std::uint8_t length = 0;
  char32_t value = 0;
  if (first >= 0xC2 && first <= 0xDF) {
    length = 2;
    value = first & 0x1Fu;
  } else if (first >= 0xE0 && first <= 0xEF) {
    length = 3;
    value = first & 0x0Fu;
    if (first == 0xE0) low = 0xA0;
    if (first == 0xED) high = 0x9F;
  } else if (first >= 0xF0 && first <= 0xF4) {
    length = 4;
    value = first & 0x07u;
    if (first == 0xF0) low = 0x90;
    if (first == 0xF4) high = 0x8F;
  } else {
    return {U'\uFFFD', 1, false};
  }
  for (std::uint8_t i = 1; i < length; ++i) {
    if (at + i >= text.size() || byte(at + i) < low || byte(at + i) > high) return {U'\uFFFD', i, false};
    value = value << 6 | (byte(at + i) & 0x3Fu);
    low = 0x80;
    high = 0xBF;
  }
  return {value, length, true};
}

std::size_t utf16_length(std::string_view text, std::size_t end) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < std::min(end, text.size());) {
    const CodePoint point = decode(text, at);
    units += point.utf16_units();
    at += point.length;
  }
  return units;
}

}  // namespace holdfast::report
