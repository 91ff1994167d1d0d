#pragma once

// One configuration line as shown under a finding: keys hidden, safe to print, cut to the width around the
// value, with the place of the carets.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace holdfast::report {

struct Excerpt {
  std::string line;
  std::size_t caret_at = 0;  // columns before the first caret
  std::size_t carets = 1;    // at least one
};

// `column` counts bytes from 1, as spans do; 0 underlines the line from its first word to its last. A value
// that is hidden is underlined as it is shown. `width` is at least 20.
Excerpt excerpt(std::string_view line, std::uint32_t column, std::uint32_t length, std::size_t width);

}  // namespace holdfast::report
