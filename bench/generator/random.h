#pragma once

// Small reproducible choices: the same seed gives the same numbers with every compiler (SplitMix64).

#include <cstdint>
#include <string>

namespace holdfast::generator {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  // From `low` to `high`, both included; low <= high.
  std::uint64_t between(std::uint64_t low, std::uint64_t high) { return low + next() % (high - low + 1); }

  // Text in the form of a stored cipher string.
  std::string cipher() {
    static constexpr char kLetters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    std::string text = "%^%#";
    for (int i = 0; i < 24; ++i) text += kLetters[next() % (sizeof kLetters - 1)];
    return text + "%^%#";
  }

 private:
  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
  }

  std::uint64_t state_;
};

}  // namespace holdfast::generator
