#pragma once

// A multimap that is filled once and then only read: a sorted vector. Values of one key keep the order in
// which they were added, so that everything derived from it is deterministic.

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace holdfast::pairing {

template <class Key, class Value>
class FlatIndex {
 public:
  void reserve(std::size_t n) {
    keys_.reserve(n);
    values_.reserve(n);
  }
  void add(Key key, Value value) { pending_.emplace_back(std::move(key), std::move(value)); }

  // After the last add and before the first find.
  void seal() {
    const auto key_of = [](const auto& entry) -> const Key& { return entry.first; };
    if (!std::ranges::is_sorted(pending_, {}, key_of)) std::ranges::stable_sort(pending_, {}, key_of);
    reserve(pending_.size());
    for (auto& [key, value] : pending_) {
      keys_.push_back(std::move(key));
      values_.push_back(std::move(value));
    }
    pending_ = {};
  }

  std::span<const Value> find(const Key& key) const {
    const auto [first, last] = std::equal_range(keys_.begin(), keys_.end(), key);
    return std::span<const Value>(values_).subspan(static_cast<std::size_t>(first - keys_.begin()),
                                                   static_cast<std::size_t>(last - first));
  }

  // Calls visit(key, values) for every key in ascending order.
  template <class Visit>
  void for_each_key(Visit visit) const {
    for (std::size_t i = 0; i < keys_.size();) {
      std::size_t j = i + 1;
      while (j < keys_.size() && keys_[j] == keys_[i]) ++j;
      visit(keys_[i], std::span<const Value>(values_).subspan(i, j - i));
      i = j;
    }
  }

  std::size_t size() const { return values_.size(); }

 private:
  std::vector<std::pair<Key, Value>> pending_;
  std::vector<Key> keys_;
  std::vector<Value> values_;
};

}  // namespace holdfast::pairing
