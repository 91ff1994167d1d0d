#pragma once

// Why a template could not be read. `position` counts bytes from 0 into the notation.

#include <cstddef>
#include <string>

namespace holdfast::vrp {

struct ParseError {
  std::size_t position = 0;
  std::string message;
  friend bool operator==(const ParseError&, const ParseError&) = default;
};

}  // namespace holdfast::vrp
