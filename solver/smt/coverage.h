#pragma once

// Whether the rows of a certificate cover every set of at most k failures: a satisfiability question
// (semantics §5). Elements are plain numbers here.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace holdfast::smt {

// Covers every set that fails all of `failed` and none of `support`.
struct CoverRow {
  std::vector<std::uint32_t> failed;
  std::vector<std::uint32_t> support;
};

enum class CoverVerdict : std::uint8_t { Covered, Uncovered, Undecided };
struct Coverage {
  CoverVerdict verdict = CoverVerdict::Undecided;
  std::vector<std::uint32_t> uncovered;  // a set that no row covers; ascending
};

// Work is bounded by Z3's resource counter.
Coverage covers_all(std::span<const CoverRow> rows, std::uint32_t k);

}  // namespace holdfast::smt
