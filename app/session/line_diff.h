#pragma once

// Which lines of a text were replaced by which, as few as possible.

#include <cstddef>
#include <string_view>
#include <vector>

namespace holdfast::session {

// Lines [first, first + count) of the old text became those of the new one. Lines count from 0; with a count
// of 0 something was added before, or taken away at, `first`.
struct LineHunk {
  std::size_t old_first = 0;
  std::size_t old_count = 0;
  std::size_t new_first = 0;
  std::size_t new_count = 0;
  friend bool operator==(const LineHunk&, const LineHunk&) = default;
};

// In the order of the texts. A changed line end is a change. Time and memory grow with the number of changed
// lines, squared.
std::vector<LineHunk> line_diff(std::string_view old_text, std::string_view new_text);

}  // namespace holdfast::session
