#pragma once

// Choices of a generator of networks; one seed always makes the same.

#include <cstddef>
#include <vector>

#include "bench/generator/random.h"

namespace holdfast::cross_check {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}

  std::size_t between(std::size_t low, std::size_t high) {
    return static_cast<std::size_t>(random_.between(low, high));
  }
  bool chance(std::size_t percent) { return between(1, 100) <= percent; }
  template <class T>
  const T& pick(const std::vector<T>& from) {
    return from[between(0, from.size() - 1)];
  }

 private:
  generator::Random random_;
};

}  // namespace holdfast::cross_check
