#pragma once

// The cheapest choice among priced things such that of every named list at least one is chosen, within a
// budget; or the lists that cannot be met together. Z3's optimiser decides, so the answer is the least price
// there is, and its core is minimal.

#include <cstdint>
#include <optional>
#include <vector>

namespace holdfast::smt {

struct LinkChoiceProblem {
  std::vector<std::uint64_t> prices;             // of the things, from 0 on
  std::vector<std::vector<std::size_t>> any_of;  // at least one of each list; an empty list cannot be met
  std::optional<std::uint64_t> budget;           // the most that all chosen ones may cost together
  std::vector<std::uint64_t> changes{};          // of the things: what each disturbs; empty: nothing
};

struct LinkChoice {
  bool feasible = false;
  std::vector<std::size_t> chosen;  // ascending; of least price, fewest changes, fewest, first
  std::uint64_t price = 0;
  // When not feasible: lists that cannot be met together within the budget, and no fewer of them.
  std::vector<std::size_t> conflict;
  bool budget_conflicts = false;
};

LinkChoice choose_links(const LinkChoiceProblem& problem);

}  // namespace holdfast::smt
