#pragma once

// Does a parameter accept the tokens at hand? A value of the right form outside its range is accepted and
// marked, so that the line is still understood and the value can be reported.

#include <cstdint>
#include <span>

#include "importers/vrp/grammar/parameter.h"
#include "importers/vrp/grammar/token.h"

namespace holdfast::vrp {

struct Taken {
  std::uint16_t tokens = 0;  // 0: not accepted
  bool out_of_range = false;
};

// `rest` are the tokens from the parameter's place to the end of the line, at least one.
Taken take(const Parameter& parameter, std::span<const Token> rest);

}  // namespace holdfast::vrp
