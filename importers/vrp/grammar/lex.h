#pragma once

// Splits a configuration line into tokens without allocating.

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "importers/vrp/grammar/token.h"

namespace holdfast::vrp {

inline constexpr std::size_t kMaxTokens = 256;
using TokenBuffer = std::array<Token, kMaxTokens>;

// Blanks, tabs and carriage returns separate. A double quote at the start of a token makes everything up to
// the next one part of it; without a next one it is an ordinary character. What follows the 255th token is
// the 256th, blanks included. The result lies in `buffer`, its texts in `line`; keyword ids are not filled
// in.
std::span<Token> split(std::string_view line, TokenBuffer& buffer);

}  // namespace holdfast::vrp
