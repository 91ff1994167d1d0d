#pragma once

// The devices of one file. A capture can hold several; each has one `sysname`.

#include <cstdint>
#include <span>
#include <vector>

#include "importers/vrp/text/lines.h"

namespace holdfast::vrp {

// Lines first..last-1 of the file's lines.
struct Section {
  std::size_t first = 0;
  std::size_t last = 0;
  bool has_sysname = false;
};

// Never empty; a file without `sysname` is one section. A section starts behind the `return` or the prompt
// that ended the one before, else at its `sysname`.
std::vector<Section> split_sections(std::span<const Line> lines);

}  // namespace holdfast::vrp
