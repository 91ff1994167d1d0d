#pragma once

// What the replay knows of a thing: up, down or unknown, and of the unknown why (docs/failures.md).

#include <algorithm>
#include <cstdint>

#include "solver/replay/doubt.h"

namespace holdfast::replay {

enum class Level : std::uint8_t { Down, Unknown, Up };

struct State {
  Level level = Level::Down;
  Doubt doubt{};  // of an unknown state: the first that made it so

  constexpr bool up() const { return level == Level::Up; }
  constexpr bool down() const { return level == Level::Down; }
  constexpr bool unknown() const { return level == Level::Unknown; }
  friend constexpr bool operator==(const State& a, const State& b) { return a.level == b.level; }
};

inline constexpr State kUp{Level::Up, {}};
inline constexpr State kDown{Level::Down, {}};

constexpr State known(bool up) {
  return up ? kUp : kDown;
}
constexpr State unknown(Doubt why) {
  return {Level::Unknown, why};
}

constexpr State negated(State a) {
  if (a.unknown()) return a;
  return known(a.down());
}
constexpr State both(State a, State b) {
  return b.level < a.level ? b : a;
}
template <class... More>
constexpr State both(State a, State b, More... more) {
  return both(both(a, b), more...);
}
constexpr State either(State a, State b) {
  return b.level > a.level ? b : a;
}
template <class... More>
constexpr State either(State a, State b, More... more) {
  return either(either(a, b), more...);
}
// One value where both cases agree, else unknown for the condition's reason.
constexpr State choose(State condition, State if_up, State if_down) {
  if (condition.up()) return if_up;
  if (condition.down()) return if_down;
  return if_up == if_down ? if_up : condition;
}

}  // namespace holdfast::replay
