#pragma once

// For tables in which the same commands stand in several views, or that are put together from parts.

#include <algorithm>
#include <array>
#include <cstddef>

#include "importers/vrp/command.h"

namespace holdfast::vrp {

// Commands of one view that leave no trace in the model.
template <std::size_t N>
constexpr std::array<Command, N> rows(View view, LineState state, const char* const (&notations)[N]) {
  std::array<Command, N> made{};
  for (std::size_t i = 0; i < N; ++i) made[i] = {view, state, notations[i]};
  return made;
}

// The parts in their order.
template <std::size_t... N>
constexpr auto join(const std::array<Command, N>&... parts) {
  std::array<Command, (N + ...)> made{};
  auto at = made.begin();
  ((at = std::copy(parts.begin(), parts.end(), at)), ...);
  return made;
}

}  // namespace holdfast::vrp
