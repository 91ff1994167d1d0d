#pragma once

// Text from a configuration as it may be shown on a terminal: nothing in it can move the cursor, change the
// reading direction or break a line. Bytes that are not UTF-8 and control bytes show as `\xHH`, invisible
// characters as `\u{HHHH}`.

#include <cstddef>
#include <string>
#include <string_view>

namespace holdfast::report {

// One character as shown.
struct Cell {
  std::string text;
  std::size_t width = 1;  // columns
  std::size_t begin = 0;  // the bytes that it stands for
  std::size_t end = 0;
};

// The character at `at` as shown. A tab shows as one blank: whoever keeps columns expands it.
Cell cell_at(std::string_view text, std::size_t at);

// The whole text on one line; line ends show as blanks.
std::string printable(std::string_view text);

// Columns that a printable text takes.
std::size_t display_width(std::string_view printable_text);

}  // namespace holdfast::report
