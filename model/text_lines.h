#pragma once

// A text cut at its line ends, before anybody knows what it is.

#include <string_view>
#include <vector>

namespace holdfast {

// With their line ends, so that what is put together again is the same bytes.
std::vector<std::string_view> lines_of(std::string_view text);

}  // namespace holdfast
