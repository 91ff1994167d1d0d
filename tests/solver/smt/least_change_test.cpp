#include "solver/smt/least_change.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <optional>
#include <rapidcheck/gtest.h>
#include <vector>

#include "solver/smt/evaluate.h"
#include "solver/smt/query.h"

namespace holdfast::smt {
namespace {

ChangeableSetting setting(Value now, std::uint32_t weight, std::vector<Value> choices) {
  return {std::move(now), weight, std::move(choices)};
}

TEST(LeastChange, NothingToDo) {
  ChangeProblem problem;
  problem.settings = {setting(1, 1, {2}), setting(1, 1, {2})};
  problem.required = {problem.exprs.eq(VarId(0), VarId(1))};
  const LeastChange found = least_change(problem);
  EXPECT_EQ(found.verdict, ChangeVerdict::Least);
  EXPECT_EQ(found.cost, 0U);
  EXPECT_TRUE(found.changed.empty());
}

TEST(LeastChange, ChangesTheCheaperSide) {
  ChangeProblem problem;
  problem.settings = {setting(1500, 9, {1600}), setting(1600, 4, {1500})};
  problem.required = {problem.exprs.eq(VarId(0), VarId(1))};
  const LeastChange found = least_change(problem);
  EXPECT_EQ(found.cost, 4U);
  ASSERT_EQ(found.changed.size(), 1U);
  EXPECT_EQ(found.changed[0], (std::pair{VarId(1), Value(1500)}));
}

TEST(LeastChange, OneOddManOutChangesRatherThanTheOthers) {
  ChangeProblem problem;
  const std::vector<Value> all = {"a", "b"};
  problem.settings = {setting("a", 2, all), setting("b", 3, all), setting("a", 2, all)};
  problem.required = {problem.exprs.eq(VarId(0), VarId(1)), problem.exprs.eq(VarId(1), VarId(2))};
  const LeastChange found = least_change(problem);
  EXPECT_EQ(found.cost, 3U);
  EXPECT_EQ(found.changed, (std::vector{std::pair{VarId(1), Value("a")}}));
}

TEST(LeastChange, TakesAFreeValueFromItsPool) {
  ChangeProblem problem;
  problem.settings = {setting(10, 1, {}), setting(10, 1, {11, 12, 13}), setting(11, 1, {})};
  const std::vector<VarId> ids = {VarId(0), VarId(1), VarId(2)};
  problem.required = {problem.exprs.distinct(ids)};
  EXPECT_EQ(least_change(problem).changed, (std::vector{std::pair{VarId(1), Value(12)}}));
}

TEST(LeastChange, SaysWhenNothingWillDo) {
  ChangeProblem problem;
  problem.settings = {setting(1, 1, {}), setting(2, 1, {3})};
  problem.required = {problem.exprs.eq(VarId(0), VarId(1))};
  EXPECT_EQ(least_change(problem).verdict, ChangeVerdict::Impossible);
}

// The cheapest of all assignments, tried one by one.
std::optional<std::uint64_t> by_brute_force(const ChangeProblem& problem) {
  std::optional<std::uint64_t> best;
  std::vector<std::size_t> at(problem.settings.size(), 0);  // 0: as it is
  while (true) {
    Query query;
    query.exprs = problem.exprs;
    std::uint64_t cost = 0;
    for (std::size_t i = 0; i < at.size(); ++i) {
      const ChangeableSetting& it = problem.settings[i];
      const Value value = at[i] == 0 ? it.now : it.choices[at[i] - 1];
      if (value != it.now) cost += it.weight;
      query.known("v", value, {});
    }
    const bool holds = std::ranges::all_of(problem.required, [&](ExprId id) {
      query.invariant = id;
      return evaluate(query) == Truth::True;
    });
    if (holds && (!best || cost < *best)) best = cost;
    std::size_t i = 0;
    while (i < at.size() && at[i] == problem.settings[i].choices.size()) at[i++] = 0;
    if (i == at.size()) return best;
    ++at[i];
  }
}

ExprId random_requirement(ChangeProblem& problem) {
  const auto any = [&] { return VarId(*rc::gen::inRange<std::size_t>(0, problem.settings.size())); };
  ExprArena& exprs = problem.exprs;
  switch (*rc::gen::inRange(0, 5)) {
    case 0:
      return exprs.eq(any(), any());
    case 1:
      return exprs.lt(any(), any());
    case 2:
      return exprs.distinct({any(), any(), any()});
    case 3:
      return exprs.implies(exprs.eq(any(), any()), exprs.le(any(), any()));
    default:
      return exprs.any_of({exprs.is(any(), *rc::gen::inRange(0, 4)), exprs.ne(any(), any())});
  }
}

RC_GTEST_PROP(LeastChange, IsTheCheapestOfAllAssignments, ()) {
  ChangeProblem problem;
  const int settings = *rc::gen::inRange(1, 6);
  for (int i = 0; i < settings; ++i) {
    std::vector<Value> choices;
    for (int value = 0; value < 4; ++value) {
      if (*rc::gen::arbitrary<bool>()) choices.emplace_back(value);
    }
    problem.settings.push_back(
        setting(*rc::gen::inRange(0, 4), *rc::gen::inRange<std::uint32_t>(1, 9), std::move(choices)));
  }
  const int requirements = *rc::gen::inRange(1, 5);
  for (int i = 0; i < requirements; ++i) problem.required.push_back(random_requirement(problem));
  const LeastChange found = least_change(problem);
  const auto cheapest = by_brute_force(problem);
  if (!cheapest) {
    RC_ASSERT(found.verdict == ChangeVerdict::Impossible);
    return;
  }
  RC_ASSERT(found.verdict == ChangeVerdict::Least);
  RC_ASSERT(found.cost == *cheapest);
  std::uint64_t cost = 0;
  for (const auto& [id, value] : found.changed) cost += problem.settings[id.index].weight;
  RC_ASSERT(cost == found.cost);
}

}  // namespace
}  // namespace holdfast::smt
