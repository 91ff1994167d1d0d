#include "solver/smt/judge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace holdfast::smt {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct JudgeTest : testing::Test {
  Query query;
  ExprArena& exprs = query.exprs;
  Judge judge{{.cross_check = true}};

  VarId known(Value value) { return query.known("known", std::move(value), {}); }
  VarId unseen(Sort sort, std::optional<Domain> domain = {}) {
    return query.unseen("unseen", sort, "its configuration", domain);
  }
  Verdict verdict_of(ExprId invariant) {
    query.invariant = invariant;
    Verdict verdict = judge.judge(query);
    EXPECT_EQ(verdict.fault, "");
    return verdict;
  }
  VerdictKind kind_of(ExprId invariant) { return verdict_of(invariant).kind; }
};

TEST_F(JudgeTest, EveryConnectiveBothWays) {
  const VarId two = known(2);
  const VarId three = known(3);
  const VarId name = known("PE1");
  const ExprId yes = exprs.variable(known(true));
  const ExprId no = exprs.variable(known(false));
  const std::pair<ExprId, ExprId> cases[] = {
      {yes, no},
      {exprs.constant(true), exprs.constant(false)},
      {exprs.eq(two, two), exprs.eq(two, three)},
      {exprs.ne(two, three), exprs.ne(two, two)},
      {exprs.lt(two, three), exprs.lt(two, two)},
      {exprs.le(two, two), exprs.le(three, two)},
      {exprs.eq(exprs.plus(exprs.variable(two), 1), exprs.variable(three)),
       exprs.eq(exprs.plus(exprs.variable(two), -1), exprs.variable(three))},
      {exprs.all_of({yes, yes}), exprs.all_of({yes, no})},
      {exprs.all_of({}), exprs.any_of({})},
      {exprs.any_of({no, yes}), exprs.any_of({no, no})},
      {exprs.negate(no), exprs.negate(yes)},
      {exprs.implies(no, no), exprs.implies(yes, no)},
      {exprs.one_of(two, {1, 2}), exprs.one_of(two, {1, 3})},
      {exprs.is(name, "PE1"), exprs.is(name, "PE2")},
      {exprs.distinct({two, three}), exprs.distinct({two, three, two})},
      {exprs.distinct({two}), exprs.distinct({name, name})},
      {exprs.all_equal({two, two}), exprs.all_equal({two, two, three})},
  };
  for (const auto& [holds, violated] : cases) {
    EXPECT_EQ(kind_of(holds), VerdictKind::Holds);
    EXPECT_EQ(kind_of(violated), VerdictKind::Violated);
  }
}

TEST_F(JudgeTest, CoreNamesTheTwoThatConflict) {
  const VarId primary = query.known("control word of the primary PW", true, {});
  const VarId secondary = query.known("control word of the secondary PW", true, {});
  const VarId bypass = query.known("control word of the bypass PW", false, {});
  const Verdict verdict = verdict_of(exprs.all_equal({primary, secondary, bypass}));
  EXPECT_EQ(verdict.kind, VerdictKind::Violated);
  EXPECT_THAT(verdict.core, ElementsAre(primary, bypass));
}

TEST_F(JudgeTest, CorePrefersWhatIsConfigured) {
  const VarId primary = query.by_default("control word of the primary PW", false);
  const VarId secondary = query.known("control word of the secondary PW", true, {});
  const VarId bypass = query.known("control word of the bypass PW", false, {});
  EXPECT_THAT(verdict_of(exprs.all_equal({primary, secondary, bypass})).core, ElementsAre(secondary, bypass));
}

TEST_F(JudgeTest, CoreOfAValueThatIsWrongByItself) {
  const VarId mode = known("manual");
  const VarId other = known("lacp-static");
  EXPECT_THAT(verdict_of(exprs.all_of({exprs.is(other, "lacp-static"), exprs.is(mode, "lacp-static")})).core,
              ElementsAre(mode));
}

TEST_F(JudgeTest, CoreFindsOneDuplicateAmongMany) {
  std::vector<VarId> all;
  for (int i = 0; i < 60; ++i) all.push_back(known(i == 47 ? 12 : i));
  EXPECT_THAT(verdict_of(exprs.distinct(all)).core, ElementsAre(all[12], all[47]));
}

TEST_F(JudgeTest, CoreReachesThroughFreeVariables) {
  const VarId a = known(5);
  const VarId between = unseen(Sort::Integer);
  const VarId b = known(6);
  const Verdict verdict = verdict_of(exprs.all_of({exprs.lt(a, between), exprs.lt(between, b)}));
  EXPECT_EQ(verdict.kind, VerdictKind::Violated);
  EXPECT_THAT(verdict.core, ElementsAre(a, b));
}

TEST_F(JudgeTest, CoreIsEmptyWhereNothingCouldBeRight) {
  const VarId a = known(5);
  const Verdict verdict = verdict_of(exprs.lt(a, a));
  EXPECT_EQ(verdict.kind, VerdictKind::Violated);
  EXPECT_THAT(verdict.core, IsEmpty());
}

TEST_F(JudgeTest, CoreRespectsTheDomainOfAValueLetGoOf) {
  // Letting go of the local value does not help: no 5 is in its domain.
  const VarId local = query.add({.name = "local",
                                 .sort = Sort::Integer,
                                 .known = 3,
                                 .domain = Domain{1, 4},
                                 .lines = {},
                                 .by_default = false,
                                 .unseen_because = {}});
  const VarId remote = known(5);
  EXPECT_THAT(verdict_of(exprs.eq(local, remote)).core, ElementsAre(remote));
}

TEST_F(JudgeTest, KnownValueOutsideItsDomainStaysWhatItIs) {
  const VarId priority = query.add({.name = "priority",
                                    .sort = Sort::Integer,
                                    .known = 300,
                                    .domain = Domain{1, 254},
                                    .lines = {},
                                    .by_default = false,
                                    .unseen_because = {}});
  EXPECT_EQ(kind_of(exprs.is(priority, 300)), VerdictKind::Holds);
  EXPECT_THAT(verdict_of(exprs.le(priority, known(254))).core.front(), priority);
}

TEST_F(JudgeTest, UnseenPeerIsUnknownWithTheValueThatWouldBeRight) {
  const VarId here = known(1600);
  const VarId there = unseen(Sort::Integer, Domain{46, 9600});
  const Verdict verdict = verdict_of(exprs.eq(here, there));
  EXPECT_EQ(verdict.kind, VerdictKind::Unknown);
  EXPECT_THAT(verdict.deciding, ElementsAre(there));
  EXPECT_THAT(verdict.witness, ElementsAre(Suggestion{there, 1600}));
  EXPECT_EQ(verdict.reason, "");
}

TEST_F(JudgeTest, WitnessIsTheSmallestWhereNothingFamiliarFits) {
  const VarId used[] = {known(1), known(2), known(3), known(5)};
  const VarId local = unseen(Sort::Integer, Domain{1, 16384});
  const ExprId others = exprs.all_of({exprs.ne(local, used[0]), exprs.ne(local, used[1]),
                                      exprs.ne(local, used[2]), exprs.ne(local, used[3])});
  EXPECT_THAT(verdict_of(others).witness, ElementsAre(Suggestion{local, 4}));
  EXPECT_THAT(verdict_of(exprs.lt(exprs.plus(exprs.variable(used[3]), 4000), exprs.variable(local))).witness,
              ElementsAre(Suggestion{local, 4006}));
}

TEST_F(JudgeTest, WitnessAmongManyTakenIdentifiersStaysWithinTheBound) {
  std::vector<VarId> all;
  for (int i = 1; i <= 40; ++i) all.push_back(known(i));
  const VarId local = unseen(Sort::Integer, Domain{1, 16384});
  all.push_back(local);
  EXPECT_THAT(verdict_of(exprs.distinct(all)).witness, ElementsAre(Suggestion{local, 41}));
}

TEST_F(JudgeTest, WitnessWithoutDomainIsTheSmallestNonNegative) {
  const VarId x = unseen(Sort::Integer);
  EXPECT_THAT(verdict_of(exprs.ne(x, known(0))).witness, ElementsAre(Suggestion{x, 1}));
}

TEST_F(JudgeTest, UnseenTextTakesAKnownTextOrAStranger) {
  const VarId here = known("10.0.0.1");
  const VarId there = unseen(Sort::Text);
  EXPECT_THAT(verdict_of(exprs.eq(here, there)).witness, ElementsAre(Suggestion{there, "10.0.0.1"}));
  EXPECT_THAT(verdict_of(exprs.ne(here, there)).witness, ElementsAre(Suggestion{there, "other", true}));
}

TEST_F(JudgeTest, StrangersAreDifferentWhereTheyMustBe) {
  const VarId taken = known("other");
  const VarId a = unseen(Sort::Text);
  const VarId b = unseen(Sort::Text);
  EXPECT_THAT(verdict_of(exprs.distinct({taken, a, b})).witness,
              ElementsAre(Suggestion{a, "other-2", true}, Suggestion{b, "other-3", true}));
}

TEST_F(JudgeTest, ManyTextsDoNotRunOut) {
  std::vector<VarId> all;
  for (int i = 0; i < 6; ++i) all.push_back(unseen(Sort::Text));
  EXPECT_EQ(kind_of(exprs.distinct(all)), VerdictKind::Unknown);
}

TEST_F(JudgeTest, DecidingLeavesOutWhatDoesNotMatter) {
  const VarId a = unseen(Sort::Boolean);
  const VarId b = unseen(Sort::Integer);
  const VarId c = unseen(Sort::Integer);
  const VarId on = known(true);
  const ExprId tied = exprs.eq(b, b);
  const ExprId masked = exprs.any_of({exprs.variable(on), exprs.is(c, 4)});
  const Verdict verdict = verdict_of(exprs.all_of({exprs.variable(a), tied, masked}));
  EXPECT_THAT(verdict.deciding, ElementsAre(a));
  EXPECT_THAT(verdict.witness, ElementsAre(Suggestion{a, true}));
}

TEST_F(JudgeTest, DomainsDecide) {
  const VarId priority = unseen(Sort::Integer, Domain{1, 254});
  EXPECT_EQ(kind_of(exprs.lt(priority, known(255))), VerdictKind::Holds);
  EXPECT_EQ(kind_of(exprs.is(priority, 0)), VerdictKind::Violated);
  EXPECT_EQ(kind_of(exprs.any_of({exprs.ne(priority, known(1)), exprs.is(priority, 1)})), VerdictKind::Holds);
}

TEST_F(JudgeTest, SumsDoNotWrap) {
  const VarId x = unseen(Sort::Integer);
  EXPECT_EQ(kind_of(exprs.lt(exprs.variable(x), exprs.plus(exprs.variable(x), 1))), VerdictKind::Holds);
}

TEST_F(JudgeTest, MalformedQueryIsAFaultNotAnAnswer) {
  query.invariant = exprs.eq(known(1), known("1"));
  const Verdict verdict = judge.judge(query);
  EXPECT_EQ(verdict.kind, VerdictKind::Unknown);
  EXPECT_THAT(verdict.fault, HasSubstr("needs sort integer"));
  EXPECT_EQ(judge.statistics().faults, 1U);
}

TEST_F(JudgeTest, AnswersDependOnTheQueryAlone) {
  std::vector<VarId> all;
  for (int i = 0; i < 8; ++i) all.push_back(i % 3 == 0 ? known(i % 2) : unseen(Sort::Integer, Domain{0, 9}));
  const ExprId split =
      exprs.any_of({exprs.distinct(all), exprs.lt(all[1], all[2]), exprs.lt(all[4], all[7])});
  const Verdict before = verdict_of(split);
  for (int i = 0; i < 20; ++i) verdict_of(exprs.lt(all[1], all[static_cast<std::size_t>(i) % 8]));
  EXPECT_EQ(verdict_of(split), before);
  query.invariant = split;
  EXPECT_EQ(Judge().judge(query), before);
}

TEST(Judge, LeavesZ3AloneWhereTheEvaluatorIsCertainThatItHolds) {
  Query query;
  query.invariant = query.exprs.eq(query.known("a", 1, {}), query.known("b", 1, {}));
  Judge judge;
  EXPECT_EQ(judge.judge(query).kind, VerdictKind::Holds);
  EXPECT_EQ(judge.statistics().decided_concretely, 1U);
  EXPECT_EQ(judge.statistics().z3_queries, 0U);
  query.invariant = query.exprs.ne(VarId(0), VarId(1));
  EXPECT_EQ(judge.judge(query).kind, VerdictKind::Violated);
  EXPECT_EQ(judge.statistics().queries, 2U);
  EXPECT_EQ(judge.statistics().z3_queries, 1U);
  EXPECT_GT(judge.statistics().z3_checks, 0U);
}

// n + 1 identifiers from a pool of n: hard for a solver, so a small bound is met.
Query pigeons(int holes) {
  Query query;
  std::vector<ExprId> apart;
  std::vector<VarId> all;
  for (int i = 0; i <= holes; ++i)
    all.push_back(query.unseen("identifier", Sort::Integer, "a plan", Domain{1, holes}));
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) apart.push_back(query.exprs.ne(all[i], all[j]));
  query.invariant = query.exprs.all_of(apart);
  return query;
}

TEST(Judge, GivesUpWithinItsBoundAndSaysSo) {
  Judge bounded({.cross_check = true, .resource_limit = 20'000});
  const Query hard = pigeons(9);
  const Verdict verdict = bounded.judge(hard);
  EXPECT_EQ(verdict.kind, VerdictKind::Unknown);
  EXPECT_THAT(verdict.reason, HasSubstr("gave up within its bound"));
  EXPECT_EQ(verdict.deciding.size(), 10U);
  EXPECT_EQ(verdict.fault, "");

  // The bound is per check, so the next query is answered.
  EXPECT_EQ(bounded.judge(pigeons(2)).kind, VerdictKind::Violated);
}

TEST(Judge, KeepsWhatIsCertainWhereZ3GaveUp) {
  Judge starved({.resource_limit = 1});
  Query query;
  const VarId a = query.known("a", 1, {});
  const VarId b = query.known("b", 1, {});
  const VarId c = query.known("c", 2, {});
  query.invariant = query.exprs.all_equal({a, b, c});
  const Verdict verdict = starved.judge(query);
  EXPECT_EQ(verdict.kind, VerdictKind::Violated);
  EXPECT_THAT(verdict.core, ElementsAre(a, c));
  EXPECT_THAT(verdict.reason, HasSubstr("gave up within its bound"));
}

}  // namespace
}  // namespace holdfast::smt
