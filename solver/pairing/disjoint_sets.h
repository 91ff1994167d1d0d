#pragma once

// Sets that grow together (union-find). Elements are positions 0 to n − 1; the lowest element names its set.

#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace holdfast::pairing {

class DisjointSets {
 public:
  explicit DisjointSets(std::size_t n) : parent_(n) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }

  std::size_t find(std::size_t x) {
    while (parent_[x] != x) {
      parent_[x] = parent_[parent_[x]];
      x = parent_[x];
    }
    return x;
  }
  void join(std::size_t x, std::size_t y) {
    x = find(x);
    y = find(y);
    if (x > y) std::swap(x, y);
    parent_[y] = x;
  }

 private:
  std::vector<std::size_t> parent_;
};

}  // namespace holdfast::pairing
