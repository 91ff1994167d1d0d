#include "solver/smt/query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace holdfast::smt {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(Query, KeepsTheLinesOfFactsAndMarksDefaults) {
  Query query;
  const Span line{FileId{2}, 14, 3, 9};
  const VarId mtu = query.fact("MTU", configured<std::uint32_t>(1500, line));
  const VarId word = query.fact("control word", by_default(false));
  EXPECT_EQ(query[mtu].known, Value(1500));
  EXPECT_THAT(query[mtu].lines, ElementsAre(line));
  EXPECT_FALSE(query[mtu].by_default);
  EXPECT_EQ(query[word].known, Value(false));
  EXPECT_TRUE(query[word].by_default);
  EXPECT_TRUE(query[word].lines.empty());
}

TEST(Query, MentionsOnlyWhatTheInvariantReaches) {
  Query query;
  const VarId a = query.known("a", 1, {});
  const VarId b = query.known("b", 2, {});
  const VarId c = query.known("c", 3, {});
  query.exprs.is(b, 2);
  query.invariant = query.exprs.lt(c, a);
  EXPECT_THAT(mentioned(query), ElementsAre(a, c));
}

struct Faulty : testing::Test {
  Query query;
  VarId number = query.known("number", 1, {});
  VarId word = query.known("word", "x", {});
  VarId flag = query.known("flag", true, {});
};

TEST_F(Faulty, NothingWhenWellFormed) {
  query.invariant = query.exprs.all_of({query.exprs.is(number, 1), query.exprs.variable(flag)});
  EXPECT_EQ(fault_in(query), std::nullopt);
}

TEST_F(Faulty, NoInvariant) {
  EXPECT_EQ(fault_in(query), "the query has no invariant");
}

TEST_F(Faulty, InvariantOfAnotherSort) {
  query.invariant = query.exprs.variable(number);
  EXPECT_EQ(fault_in(query), "the invariant is neither true nor false");
}

TEST_F(Faulty, ComparesDifferentSorts) {
  query.invariant = query.exprs.eq(number, word);
  EXPECT_EQ(fault_in(query), "expression 2 needs sort integer and is given text");
}

TEST_F(Faulty, OrdersTexts) {
  query.invariant = query.exprs.lt(word, word);
  EXPECT_THAT(fault_in(query).value_or(""), HasSubstr("needs sort integer and is given text"));
}

TEST_F(Faulty, UnknownVariable) {
  query.invariant = query.exprs.is(VarId(9), 1);
  EXPECT_EQ(fault_in(query), "expression 0 names no variable of the query");
}

TEST_F(Faulty, OperandFromNowhere) {
  query.invariant = query.exprs.negate(ExprId(7));
  EXPECT_EQ(fault_in(query), "expression 0 uses one that was not built before it");
}

TEST_F(Faulty, KnownValueOfAnotherSort) {
  query.variables[number.index].known = Value("1");
  query.invariant = query.exprs.is(number, 1);
  EXPECT_EQ(fault_in(query), "variable 'number' is of sort integer but known as text");
}

TEST_F(Faulty, EmptyDomain) {
  query.unseen("peer's number", Sort::Integer, "its configuration", Domain{2, 1});
  query.invariant = query.exprs.is(number, 1);
  EXPECT_EQ(fault_in(query), "variable 'peer's number' has an empty domain");
}

TEST_F(Faulty, DomainOfATextVariable) {
  query.unseen("peer's name", Sort::Text, "its configuration", Domain{1, 2});
  query.invariant = query.exprs.is(number, 1);
  EXPECT_EQ(fault_in(query), "variable 'peer's name' has a domain but is no integer");
}

}  // namespace
}  // namespace holdfast::smt
