#pragma once

// The failures under which something is evaluated, as the layers see them.

#include <algorithm>
#include <span>

#include "solver/control_plane/support.h"

namespace holdfast::control_plane {

// A set of failed elements, ascending. A loan: it does not outlive what it was made from. Sets are small, so
// that asking is a walk.
class Failed {
 public:
  Failed() = default;
  explicit Failed(std::span<const ElementId> elements) : elements_(elements) {}

  // Asks for the value of an answer only: what it rests on may be left out, in part or altogether.
  Failed value_only() const {
    Failed result = *this;
    result.value_only_ = true;
    return result;
  }
  bool is_value_only() const { return value_only_; }

  std::span<const ElementId> elements() const { return elements_; }
  bool empty() const { return elements_.empty(); }
  bool contains(ElementId id) const { return std::ranges::find(elements_, id) != elements_.end(); }
  bool meets(const Support& support) const {
    return std::ranges::any_of(elements_, [&](ElementId id) { return support.contains(id); });
  }

 private:
  std::span<const ElementId> elements_;
  bool value_only_ = false;
};

}  // namespace holdfast::control_plane
