#include "solver/failures/search.h"

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

// Sets found bad, asked whether another one contains any of them.
class BadSets {
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

// Level by level, so that whatever is found bad is minimal and no set is looked at that contains it.
FlowSearch search(ServiceEvaluator& states, const Flow& flow, const SearchOptions& options, bool keep_rows) {
  FlowSearch result;
  FlowEvaluator evaluator(states, flow);
  BadSets bad;
  Level level(0);
  FailureSet set;
  const auto may_fail = [&](ElementId id) { return options.may_fail.empty() || options.may_fail[id.index]; };
  for (std::size_t size = 0; size <= options.k; ++size) {
    Level next(size + 1);
    const std::size_t found_before = result.bad.size();
    for (std::size_t i = 0; i < level.count(); ++i) {
      if (options.cancel != nullptr && *options.cancel) {
        result.cancelled = true;
        return result;
      }
      level.get(i, set);
      if (bad.within(set)) continue;
      ++result.evaluations;
      const bool last = size == options.k && !keep_rows;
      FlowOutcome found = last ? FlowOutcome{evaluator.outcome(set), {}} : evaluator.traced(set);
      if (is_bad(found.outcome)) {
        result.bad.push_back({set, found.outcome});
      } else if (size < options.k) {
        for (const ElementId id : found.support.elements()) {
          if (may_fail(id)) next.add(set, id);
        }
      }
      if (!keep_rows) continue;
      if (is_bad(found.outcome)) found.support = {};
      result.rows.push_back({set, found.outcome, std::move(found.support)});
    }
    for (std::size_t i = found_before; i < result.bad.size(); ++i) bad.add(result.bad[i].elements);
    if (result.bad.size() > found_before && result.bad.front().elements.empty()) break;
    next.settle();
    level = std::move(next);
    if (level.count() == 0) break;
  }
  return result;
}

}  // namespace holdfast::failures
