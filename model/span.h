#pragma once

// Where a fact stands in the input. Lines and columns count from 1; columns and lengths count bytes.

#include <compare>
#include <cstdint>
#include <limits>

namespace holdfast {

// Index of a file in the snapshot's SourceSet.
enum class FileId : std::uint32_t { None = std::numeric_limits<std::uint32_t>::max() };

// A stretch of one line. A span with no file belongs to nothing that was read (a default, say).
struct Span {
  FileId file = FileId::None;
  std::uint32_t line = 0;
  std::uint16_t column = 0;  // saturates at 65535: longer lines point at their end
  std::uint16_t length = 0;

  constexpr bool known() const { return file != FileId::None; }
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace holdfast
