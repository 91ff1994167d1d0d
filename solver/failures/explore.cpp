#include "solver/failures/explore.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <utility>

namespace holdfast::failures {
namespace {

// Sets of one size, one after the other.
class Level {
 public:
  explicit Level(std::size_t size) : size_(size) {}

  std::size_t count() const { return size_ == 0 ? 1 : flat_.size() / size_; }
  void get(std::size_t i, FailureSet& into) const {
    const auto from = flat_.begin() + static_cast<std::ptrdiff_t>(i * size_);
    into.assign(from, from + static_cast<std::ptrdiff_t>(size_));
  }
  void add(const FailureSet& smaller, ElementId more) {
    const auto at = std::ranges::upper_bound(smaller, more);
    flat_.insert(flat_.end(), smaller.begin(), at);
    flat_.push_back(more);
    flat_.insert(flat_.end(), at, smaller.end());
  }

  // Puts the sets in order, each once.
  void settle() {
    std::vector<std::uint32_t> order(count());
    std::iota(order.begin(), order.end(), 0U);
    const auto set = [this](std::uint32_t i) { return std::span(flat_).subspan(i * size_, size_); };
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
      return std::ranges::lexicographical_compare(set(a), set(b));
    });
    std::vector<ElementId> kept;
    kept.reserve(flat_.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (i > 0 && std::ranges::equal(set(order[i]), set(order[i - 1]))) continue;
      kept.insert(kept.end(), set(order[i]).begin(), set(order[i]).end());
    }
    flat_ = std::move(kept);
  }

 private:
  std::size_t size_;
  std::vector<ElementId> flat_;
};

// Sets that are settled, asked whether another one contains any of them.
class SettledSets {
 public:
  void add(const FailureSet& set) {
    if (set.size() == 1) {
      singles_.push_back(set.front());
      std::ranges::sort(singles_);
    } else {
      larger_.push_back(set);
    }
  }
  bool single(ElementId id) const { return std::ranges::binary_search(singles_, id); }
  bool within(const FailureSet& set) const {
    return std::ranges::any_of(set, [this](ElementId id) { return single(id); }) ||
           std::ranges::any_of(larger_, [&](const FailureSet& it) {
             return it.size() < set.size() && std::ranges::includes(set, it);
           });
  }

 private:
  std::vector<ElementId> singles_;
  std::vector<FailureSet> larger_;
};

}  // namespace

bool explore(const SearchOptions& options, const Visit& visit) {
  SettledSets settled;
  Level level(0);
  FailureSet set;
  const auto may_fail = [&](ElementId id) { return options.may_fail.empty() || options.may_fail[id.index]; };
  for (std::size_t size = 0; size <= options.k && level.count() > 0; ++size) {
    Level next(size + 1);
    std::vector<FailureSet> found;
    for (std::size_t i = 0; i < level.count(); ++i) {
      if (options.cancel != nullptr && *options.cancel) return false;
      level.get(i, set);
      if (settled.within(set)) continue;
      const std::optional<control_plane::Support> rests_on = visit(set);
      if (!rests_on) {
        if (set.empty()) return true;
        found.push_back(set);
      } else if (size < options.k) {
        for (const ElementId id : rests_on->elements()) {
          if (may_fail(id)) next.add(set, id);
        }
      }
    }
    for (const FailureSet& it : found) settled.add(it);
    next.settle();
    level = std::move(next);
  }
  return true;
}

}  // namespace holdfast::failures
