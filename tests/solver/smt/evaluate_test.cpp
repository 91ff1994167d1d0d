#include "solver/smt/evaluate.h"

#include <gtest/gtest.h>
#include <limits>

namespace holdfast::smt {
namespace {

constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();

struct Evaluate : testing::Test {
  Query query;
  ExprArena& exprs = query.exprs;

  VarId free(std::int64_t lo, std::int64_t hi) {
    return query.unseen("free", Sort::Integer, "its configuration", Domain{lo, hi});
  }
  VarId free(Sort sort) { return query.unseen("free", sort, "its configuration"); }
  VarId known(Value value) { return query.known("known", std::move(value), {}); }
  ExprId literal(Truth truth) {
    return exprs.variable(truth == Truth::Undecided ? free(Sort::Boolean) : known(truth == Truth::True));
  }
  Truth truth_of(ExprId expr) {
    query.invariant = expr;
    EXPECT_EQ(fault_in(query), std::nullopt);
    return evaluate(query);
  }
};

constexpr Truth T = Truth::True;
constexpr Truth F = Truth::False;
constexpr Truth U = Truth::Undecided;

struct Row {
  Truth a, b, both, either, implies, equal;
};

TEST_F(Evaluate, ConnectivesFollowKleene) {
  const Row table[] = {
      {T, T, T, T, T, T}, {T, F, F, T, F, F}, {T, U, U, T, U, U}, {F, T, F, T, T, F}, {F, F, F, F, T, T},
      {F, U, F, U, T, U}, {U, T, U, T, T, U}, {U, F, F, U, U, U}, {U, U, U, U, U, U},
  };
  for (const Row& row : table) {
    const ExprId a = literal(row.a);
    const ExprId b = literal(row.b);
    EXPECT_EQ(truth_of(exprs.all_of({a, b})), row.both);
    EXPECT_EQ(truth_of(exprs.any_of({a, b})), row.either);
    EXPECT_EQ(truth_of(exprs.implies(a, b)), row.implies);
    EXPECT_EQ(truth_of(exprs.eq(a, b)), row.equal);
  }
  EXPECT_EQ(truth_of(exprs.negate(literal(T))), F);
  EXPECT_EQ(truth_of(exprs.negate(literal(U))), U);
}

TEST_F(Evaluate, EmptyConnectives) {
  EXPECT_EQ(truth_of(exprs.all_of({})), T);
  EXPECT_EQ(truth_of(exprs.any_of({})), F);
}

TEST_F(Evaluate, OrdersByTheEndsOfDomains) {
  const VarId low = free(1, 4);
  const VarId high = free(5, 9);
  const VarId touching = free(4, 6);
  EXPECT_EQ(truth_of(exprs.lt(low, high)), T);
  EXPECT_EQ(truth_of(exprs.le(high, low)), F);
  EXPECT_EQ(truth_of(exprs.lt(touching, low)), F);
  EXPECT_EQ(truth_of(exprs.le(low, touching)), T);
  EXPECT_EQ(truth_of(exprs.lt(low, touching)), U);
  EXPECT_EQ(truth_of(exprs.eq(low, high)), F);
  EXPECT_EQ(truth_of(exprs.eq(low, touching)), U);
  EXPECT_EQ(truth_of(exprs.ne(free(3, 3), known(3))), F);
}

TEST_F(Evaluate, SumsDoNotWrap) {
  const ExprId beyond = exprs.plus(exprs.variable(known(kMax)), 1);
  const ExprId below = exprs.plus(exprs.variable(known(kMin)), -1);
  EXPECT_EQ(truth_of(exprs.lt(below, beyond)), T);
  EXPECT_NE(truth_of(exprs.lt(beyond, exprs.variable(known(kMax)))), T);
  EXPECT_NE(truth_of(exprs.eq(exprs.plus(beyond, -1), exprs.variable(known(kMax)))), F);
  EXPECT_NE(truth_of(exprs.le(exprs.plus(beyond, -1), exprs.variable(known(kMax)))), F);
  EXPECT_EQ(truth_of(exprs.eq(exprs.plus(exprs.variable(known(4)), 3), exprs.variable(known(7)))), T);
}

TEST_F(Evaluate, OneOf) {
  EXPECT_EQ(truth_of(exprs.one_of(known("master"), {"independent", "master"})), T);
  EXPECT_EQ(truth_of(exprs.one_of(known("frr"), {"independent", "master"})), F);
  EXPECT_EQ(truth_of(exprs.one_of(free(Sort::Text), {"independent", "master"})), U);
  EXPECT_EQ(truth_of(exprs.one_of(free(7, 9), {1, 2})), F);
  EXPECT_EQ(truth_of(exprs.one_of(known(1), std::span<const Value>{})), F);
}

TEST_F(Evaluate, Distinct) {
  EXPECT_EQ(truth_of(exprs.distinct({known(1), known(2), known(3)})), T);
  EXPECT_EQ(truth_of(exprs.distinct({known(1), free(0, 9), known(1)})), F);
  EXPECT_EQ(truth_of(exprs.distinct({known(1), free(0, 9), known(2)})), U);
  EXPECT_EQ(truth_of(exprs.distinct({known(1), free(3, 9), known(2)})), T);
  EXPECT_EQ(truth_of(exprs.distinct({known("a"), known("b")})), T);
  EXPECT_EQ(truth_of(exprs.distinct({known("a"), free(Sort::Text), known("a")})), F);
  EXPECT_EQ(truth_of(exprs.distinct({known("a"), free(Sort::Text)})), U);
  EXPECT_EQ(truth_of(exprs.distinct({known(true), known(false)})), T);
  EXPECT_EQ(truth_of(exprs.distinct({known(true), free(Sort::Boolean), free(Sort::Boolean)})), F);
  EXPECT_EQ(truth_of(exprs.distinct({known(1)})), T);
  EXPECT_EQ(truth_of(exprs.distinct(std::span<const VarId>{})), T);
}

TEST_F(Evaluate, LeavesTiedOccurrencesToZ3) {
  const VarId x = free(0, 9);
  EXPECT_EQ(truth_of(exprs.eq(x, x)), U);
}

TEST_F(Evaluate, DepthIsNoProblem) {
  ExprId deep = literal(T);
  for (int i = 0; i < 1'000'000; ++i) deep = exprs.negate(deep);
  EXPECT_EQ(truth_of(deep), T);
}

}  // namespace
}  // namespace holdfast::smt
