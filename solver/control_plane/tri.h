#pragma once

// States of things in the network: up, down, or unknown because something is unseen or undocumented.

#include <cstdint>

namespace holdfast::control_plane {

enum class Tri : std::uint8_t { Down, Unknown, Up };

constexpr Tri tri(bool up) {
  return up ? Tri::Up : Tri::Down;
}
constexpr Tri operator&&(Tri a, Tri b) {
  return a < b ? a : b;
}
constexpr Tri operator||(Tri a, Tri b) {
  return a < b ? b : a;
}
constexpr Tri operator!(Tri a) {
  return a == Tri::Up ? Tri::Down : a == Tri::Down ? Tri::Up : Tri::Unknown;
}

}  // namespace holdfast::control_plane
