#include "solver/smt/link_choice.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "solver/smt/diverse_routes.h"

namespace holdfast::smt {
namespace {

using ::testing::ElementsAre;

TEST(LinkChoice, TakesTheCheapestThatMeetsEveryList) {
  const LinkChoice choice = choose_links({{10, 10, 15}, {{0, 2}, {1, 2}}, {}});
  EXPECT_TRUE(choice.feasible);
  EXPECT_THAT(choice.chosen, ElementsAre(2));
  EXPECT_EQ(choice.price, 15U);
}

TEST(LinkChoice, TakesTheFirstOfEqualOnes) {
  EXPECT_THAT(choose_links({{7, 7, 7}, {{1, 2}}, {}}).chosen, ElementsAre(1));
  EXPECT_THAT(choose_links({{7, 7, 7}, {{1, 2}}, {}, {0, 2, 1}}).chosen, ElementsAre(2));
  EXPECT_THAT(choose_links({{7, 6, 7}, {{1, 2}}, {}, {0, 2, 1}}).chosen, ElementsAre(1));
}

TEST(LinkChoice, NamesTheListThatCannotBeMet) {
  const LinkChoice choice = choose_links({{1}, {{0}, {}}, {}});
  EXPECT_FALSE(choice.feasible);
  EXPECT_THAT(choice.conflict, ElementsAre(1));
  EXPECT_FALSE(choice.budget_conflicts);
}

TEST(LinkChoice, NamesTheListsThatTheBudgetDoesNotPay) {
  const LinkChoice choice = choose_links({{5, 5, 1}, {{0}, {2}, {1}}, 9});
  EXPECT_FALSE(choice.feasible);
  EXPECT_TRUE(choice.budget_conflicts);
  EXPECT_THAT(choice.conflict, ElementsAre(0, 2));
}

// Every subset, by trying.
RC_GTEST_PROP(LinkChoiceProperty, IsTheCheapestOfAllSubsets, ()) {
  constexpr std::size_t kThings = 6;
  LinkChoiceProblem problem;
  for (std::size_t i = 0; i < kThings; ++i) problem.prices.push_back(*rc::gen::inRange<std::uint64_t>(1, 20));
  const auto lists = *rc::gen::inRange<std::size_t>(0, 5);
  for (std::size_t i = 0; i < lists; ++i) {
    auto& list = problem.any_of.emplace_back();
    for (std::size_t thing = 0; thing < kThings; ++thing) {
      if (*rc::gen::inRange(0, 3) == 0) list.push_back(thing);
    }
  }
  if (*rc::gen::arbitrary<bool>()) problem.budget = *rc::gen::inRange<std::uint64_t>(0, 40);
  std::optional<std::uint64_t> best;
  for (std::size_t subset = 0; subset < (1U << kThings); ++subset) {
    std::uint64_t price = 0;
    for (std::size_t i = 0; i < kThings; ++i) price += (subset >> i & 1U) != 0 ? problem.prices[i] : 0;
    const bool met = std::ranges::all_of(problem.any_of, [&](const auto& list) {
      return std::ranges::any_of(list, [&](std::size_t i) { return (subset >> i & 1U) != 0; });
    });
    if (met && (!problem.budget || price <= *problem.budget) && (!best || price < *best)) best = price;
  }
  const LinkChoice choice = choose_links(problem);
  RC_ASSERT(choice.feasible == best.has_value());
  if (best) RC_ASSERT(choice.price == *best);
  if (!best) RC_ASSERT(!choice.conflict.empty());
}

// The two cheapest routes share a duct; the dear one does not.
TEST(DiverseRoutes, AvoidSharedGroups) {
  DiverseRoutesProblem problem;
  problem.graph = {5, {{0, 1, 1}, {1, 4, 1}, {0, 2, 1}, {2, 4, 1}, {0, 3, 5}, {3, 4, 5}}};
  problem.groups = {{7}, {}, {7}, {}, {}, {}};
  problem.from = 0;
  problem.to = {4, 4};
  const auto routes = diverse_routes(problem);
  ASSERT_TRUE(routes);
  EXPECT_EQ((*routes)[0].cost + (*routes)[1].cost, 12U);
  problem.groups[4] = {7};
  EXPECT_FALSE(diverse_routes(problem));
}

}  // namespace
}  // namespace holdfast::smt
