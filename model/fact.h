#pragma once

// A value together with where it comes from (semantics: snapshot, facts, provenance).

#include <cstdint>
#include <optional>
#include <utility>

#include "model/span.h"

namespace holdfast {

enum class Origin : std::uint8_t {
  Configured,  // a line says so; `where` is the value's own place in that line
  Default,   // no line says so and the vendor documents this default; `where` is the block it would stand in
  Inferred,  // follows from other lines; `where` is the most telling of them
};

template <class T>
struct Fact {
  T value{};
  Span where;
  Origin origin = Origin::Default;

  constexpr bool configured() const { return origin == Origin::Configured; }
  constexpr const T& operator*() const { return value; }
  constexpr const T* operator->() const { return &value; }
};

// Absent: nothing is configured and the vendor documents no default.
template <class T>
using MaybeFact = std::optional<Fact<T>>;

template <class T>
constexpr Fact<T> configured(T value, Span where) {
  return {std::move(value), where, Origin::Configured};
}
template <class T>
constexpr Fact<T> by_default(T value, Span block = {}) {
  return {std::move(value), block, Origin::Default};
}
template <class T>
constexpr Fact<T> inferred(T value, Span where) {
  return {std::move(value), where, Origin::Inferred};
}

}  // namespace holdfast
