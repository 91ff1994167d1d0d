#pragma once

// Prose broken at blanks.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast::report {

// Lines of at most `width` columns, made printable. `used` columns of the first line are taken already. A
// word that is longer than a line stands alone and sticks out: names and commands are never broken. Never
// empty.
std::vector<std::string> wrap(std::string_view text, std::size_t width, std::size_t used = 0);

// A paragraph in lines of at most `width` columns: the first leaves `margin` of them empty, the others
// `further`.
std::string hanging(std::string_view text, std::size_t width, std::size_t margin, std::size_t further);

}  // namespace holdfast::report
