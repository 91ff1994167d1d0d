#include "solver/smt/cheapest_choice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>
#include <rapidcheck/gtest.h>
#include <set>

namespace holdfast::smt {
namespace {

using testing::ElementsAre;

std::uint64_t cost_of(const std::vector<std::uint64_t>& costs, const Choice& choice) {
  return std::accumulate(choice.begin(), choice.end(), std::uint64_t{0},
                         [&](std::uint64_t sum, std::size_t i) { return sum + costs[i]; });
}

TEST(CheapestChoice, IsTriedFirst) {
  const std::vector<std::uint64_t> costs{5, 2, 4};
  std::vector<Choice> tried;
  const CheapestChoice found = cheapest_choice(costs, 100, [&](const Choice& choice) {
    tried.push_back(choice);
    return choice.size() == 2;
  });
  EXPECT_EQ(found.verdict, ChoiceVerdict::Found);
  EXPECT_THAT(found.choice, ElementsAre(1, 2));
  EXPECT_EQ(found.trials, tried.size());
  EXPECT_THAT(tried.front(), ElementsAre(1));
}

TEST(CheapestChoice, StopsWhenTold) {
  const std::vector<std::uint64_t> costs{1, 1};
  const auto never = [](const Choice&) -> std::optional<bool> { return std::nullopt; };
  EXPECT_EQ(cheapest_choice(costs, 10, never).verdict, ChoiceVerdict::Undecided);
  EXPECT_EQ(cheapest_choice({}, 10, never).verdict, ChoiceVerdict::NoneBelow);
  EXPECT_EQ(cheapest_choice(costs, 1, never).verdict, ChoiceVerdict::NoneBelow);
}

RC_GTEST_PROP(CheapestChoice, IsTheCheapestOfAll, ()) {
  const auto costs = *rc::gen::resize(
      5, rc::gen::container<std::vector<std::uint64_t>>(rc::gen::inRange<std::uint64_t>(1, 9)));
  const auto below = *rc::gen::inRange<std::uint64_t>(1, 30);
  const unsigned all = 1U << costs.size();
  const auto good = *rc::gen::container<std::set<unsigned>>(rc::gen::inRange<unsigned>(1, 40));
  const auto mask_of = [](const Choice& choice) {
    return std::accumulate(choice.begin(), choice.end(), 0U,
                           [](unsigned mask, std::size_t i) { return mask | (1U << i); });
  };
  std::optional<std::uint64_t> least;
  std::size_t affordable = 0;
  for (unsigned mask = 1; mask < all; ++mask) {
    Choice choice;
    for (std::size_t i = 0; i < costs.size(); ++i) {
      if ((mask >> i & 1U) != 0) choice.push_back(i);
    }
    const std::uint64_t cost = cost_of(costs, choice);
    if (cost >= below) continue;
    ++affordable;
    if (good.contains(mask) && (!least || cost < *least)) least = cost;
  }
  const CheapestChoice found =
      cheapest_choice(costs, below, [&](const Choice& choice) { return good.contains(mask_of(choice)); });
  RC_ASSERT((found.verdict == ChoiceVerdict::Found) == least.has_value());
  if (least) RC_ASSERT(cost_of(costs, found.choice) == *least);
  if (!least) RC_ASSERT(found.verdict == ChoiceVerdict::NoneBelow && found.trials == affordable);
}

}  // namespace
}  // namespace holdfast::smt
