#include "solver/control_plane/support.h"

namespace holdfast::control_plane {

State both(State a, const State& b) {
  if (a.value == Tri::Down || b.value == Tri::Down) {
    if (a.value != Tri::Down) return b;
    if (b.value != Tri::Down) return a;
    return a.support.size() <= b.support.size() ? a : b;
  }
  a.value = a.value && b.value;
  a.support |= b.support;
  return a;
}

State either(State a, const State& b) {
  if (a.value == Tri::Up || b.value == Tri::Up) {
    if (a.value != Tri::Up) return b;
    if (b.value != Tri::Up) return a;
    return a.support.size() <= b.support.size() ? a : b;
  }
  a.value = a.value || b.value;
  a.support |= b.support;
  return a;
}

}  // namespace holdfast::control_plane
