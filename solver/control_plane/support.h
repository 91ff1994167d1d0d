#pragma once

// Supports (semantics §5): the elements, up under a set of failures, that an answer rests on. The answer
// stays the same under every larger set of failures that fails none of them.
//
// How supports combine is what makes the search exact: what is down because an element failed rests on
// nothing, for no further failure brings it back; what is up rests on its witness; what was decided by
// looking at several answers rests on the answers looked at.

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

#include "model/failure.h"
#include "solver/control_plane/tri.h"

namespace holdfast::control_plane {

// Elements in ascending order, each once.
class Support {
 public:
  Support() = default;
  explicit Support(std::vector<ElementId> elements) : elements_(std::move(elements)) {
    std::ranges::sort(elements_);
    elements_.erase(std::unique(elements_.begin(), elements_.end()), elements_.end());
  }

  const std::vector<ElementId>& elements() const { return elements_; }
  bool empty() const { return elements_.empty(); }
  std::size_t size() const { return elements_.size(); }
  bool contains(ElementId id) const { return std::ranges::binary_search(elements_, id); }

  Support& operator|=(const Support& other) {
    if (other.elements_.empty()) return *this;
    if (elements_.empty()) {
      elements_ = other.elements_;
      return *this;
    }
    if (std::ranges::includes(elements_, other.elements_)) return *this;
    std::vector<ElementId> both;
    both.reserve(elements_.size() + other.elements_.size());
    std::ranges::set_union(elements_, other.elements_, std::back_inserter(both));
    elements_ = std::move(both);
    return *this;
  }

  friend bool operator==(const Support&, const Support&) = default;

 private:
  std::vector<ElementId> elements_;
};

// An answer with what it rests on.
template <class T>
struct Traced {
  T value{};
  Support support;
};

using State = Traced<Tri>;

inline State always(Tri value) {
  return {value, {}};
}

// Down rests on one part that is down; up and unknown rest on all parts looked at.
State both(State a, const State& b);
// Up rests on one part that is up; down and unknown rest on all.
State either(State a, const State& b);

// The first that is down decides; without one, all do.
template <class... Parts>
State all_of(State first, const Parts&... rest) {
  ((first = both(std::move(first), rest)), ...);
  return first;
}

}  // namespace holdfast::control_plane
