#pragma once

// The cheapest choice among changes of which only a trial can tell whether it does: Z3 names choices in the
// order of what they cost, and says when none is left.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace holdfast::smt {

// Indices into the costs, ascending.
using Choice = std::vector<std::size_t>;

enum class ChoiceVerdict : std::uint8_t {
  Found,      // nothing that costs less does
  NoneBelow,  // nothing below the bound does
  Undecided,  // the trials were stopped, or the solver gave up within its bound
};

struct CheapestChoice {
  ChoiceVerdict verdict = ChoiceVerdict::Undecided;
  Choice choice;           // of Found
  std::size_t trials = 0;  // choices that were tried
};

// Of all non-empty choices that cost less than `below` the cheapest that `does`. A cost is at least 1 and at
// most 2^40. `does` answers nothing in order to stop. Work between two trials is bounded by Z3's resource
// counter.
CheapestChoice cheapest_choice(std::span<const std::uint64_t> costs, std::uint64_t below,
                               const std::function<std::optional<bool>(const Choice&)>& does);

}  // namespace holdfast::smt
