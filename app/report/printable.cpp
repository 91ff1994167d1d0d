#include "app/report/printable.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "app/report/utf8.h"

namespace holdfast::report {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Invisible or direction-changing: bidirectional controls, joiners, separators, tags, noncharacters.
constexpr std::array<Range, 10> kHidden = {{{0x80, 0x9F},
                                            {0xAD, 0xAD},
                                            {0x61C, 0x61C},
                                            {0x180E, 0x180E},
                                            {0x200B, 0x200F},
                                            {0x2028, 0x202E},
                                            {0x2060, 0x206F},
                                            {0xFEFF, 0xFEFF},
                                            {0xFFF0, 0xFFFB},
                                            {0xFFFE, 0xFFFF}}};

// Marks that take no column of their own (Unicode general category Mn, the blocks that occur in practice).
constexpr std::array<Range, 6> kCombining = {
    {{0x300, 0x36F}, {0x483, 0x489}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0xFE00, 0xFE2F}}};

// Two columns: East Asian Wide and Fullwidth (Unicode UAX #11), in whole blocks.
constexpr std::array<Range, 12> kWide = {{{0x1100, 0x115F},
                                          {0x2E80, 0x303E},
                                          {0x3041, 0x33FF},
                                          {0x3400, 0x4DBF},
                                          {0x4E00, 0x9FFF},
                                          {0xA000, 0xA4CF},
                                          {0xAC00, 0xD7A3},
                                          {0xF900, 0xFAFF},
                                          {0xFE30, 0xFE6F},
                                          {0xFF00, 0xFF60},
                                          {0x1F300, 0x1FAFF},
                                          {0x20000, 0x3FFFD}}};

template <std::size_t n>
bool is_in(const std::array<Range, n>& ranges, char32_t point) {
  return std::ranges::any_of(ranges, [&](Range r) { return point >= r.first && point <= r.last; });
}

std::size_t width_of(char32_t point) {
  if (point < 0x300) return 1;
  if (is_in(kCombining, point)) return 0;
  return is_in(kWide, point) ? 2 : 1;
}

bool is_hidden(char32_t point) {
  return is_in(kHidden, point) || point >= 0xE0000;
}

}  // namespace

Cell cell_at(std::string_view text, std::size_t at) {
  const CodePoint point = decode(text, at);
  Cell cell{{}, 1, at, at + point.length};
  const std::string_view bytes = text.substr(at, point.length);
  if (bytes == "\t") {
    cell.text = " ";
  } else if (!point.valid || point.value < 0x20 || point.value == 0x7F) {
    for (const char byte : bytes) cell.text += fmt::format("\\x{:02X}", static_cast<unsigned char>(byte));
    cell.width = cell.text.size();
  } else if (is_hidden(point.value)) {
    cell.text = fmt::format("\\u{{{:04X}}}", static_cast<std::uint32_t>(point.value));
    cell.width = cell.text.size();
  } else {
    cell.text = bytes;
    cell.width = width_of(point.value);
  }
  return cell;
}

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\n' || text[at] == '\r') {
      out += ' ';
      ++at;
      continue;
    }
    Cell cell = cell_at(text, at);
    out += cell.text;
    at = cell.end;
  }
  return out;
}

std::size_t display_width(std::string_view printable_text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < printable_text.size();) {
    const CodePoint point = decode(printable_text, at);
    width += width_of(point.value);
    at += point.length;
  }
  return width;
}

}  // namespace holdfast::report
