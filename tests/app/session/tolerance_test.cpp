#include "app/session/tolerance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <utility>
#include <vector>

namespace holdfast::session {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using Sets = std::vector<std::pair<std::vector<std::uint32_t>, Outcome>>;

Counterexample bad(const std::vector<std::uint32_t>& elements, Outcome outcome) {
  Counterexample it;
  for (const std::uint32_t index : elements) it.elements.push_back(ElementId{index});
  it.outcome = outcome;
  return it;
}

FailuresResult searched(std::vector<std::string> names, const std::string& service, const Sets& sets) {
  FailuresResult result;
  result.k = 2;
  result.names = std::move(names);
  ServiceFailureView view;
  view.id = service;
  view.kind = "vpws";
  view.endpoints = {"PE1:GE0/1/0", "PE2:GE0/1/0"};
  for (const auto& [elements, outcome] : sets) view.counterexamples.push_back(bad(elements, outcome));
  result.services.push_back(view);
  return result;
}

const std::vector<std::string> kNames = {"link:A", "link:B", "node:P"};

TEST(CompareTolerance, NothingChangesWhereTheSameSetsLoseAService) {
  const FailuresResult before = searched(kNames, "s", {{{0}, Outcome::LostUnavoidable}});
  EXPECT_THAT(compare_tolerance(before, before).changes, IsEmpty());
  // The same elements by other numbers.
  const FailuresResult after = searched({"node:P", "link:A"}, "s", {{{1}, Outcome::LostUnavoidable}});
  EXPECT_THAT(compare_tolerance(before, after).changes, IsEmpty());
}

TEST(CompareTolerance, WhatIsLostByMoreThanBeforeWasLostBefore) {
  const FailuresResult before = searched(kNames, "s", {{{0}, Outcome::LostUnavoidable}});
  const FailuresResult after =
      searched(kNames, "s", {{{0}, Outcome::LostUnavoidable}, {{0, 1}, Outcome::LostAvoidable}});
  EXPECT_THAT(compare_tolerance(before, after).changes, IsEmpty());
}

TEST(CompareTolerance, NamesTheSmallestSetsOfBothDirections) {
  const FailuresResult before = searched(kNames, "s", {{{0, 1}, Outcome::LostUnavoidable}});
  const FailuresResult after =
      searched(kNames, "s", {{{1, 2}, Outcome::LostAvoidable}, {{2}, Outcome::LostUnavoidable}});
  const auto changes = compare_tolerance(before, after).changes;
  ASSERT_THAT(changes, SizeIs(1));
  ASSERT_THAT(changes[0].lost, SizeIs(1));
  EXPECT_THAT(changes[0].lost[0].elements, ElementsAre("node:P"));
  EXPECT_TRUE(changes[0].survives_less());
  ASSERT_THAT(changes[0].gained, SizeIs(1));
  EXPECT_THAT(changes[0].gained[0].elements, ElementsAre("link:A", "link:B"));
}

TEST(CompareTolerance, WhatCanNoLongerBeJudgedIsNotCalledLost) {
  const FailuresResult before = searched(kNames, "s", {});
  const FailuresResult after = searched(kNames, "s", {{{0}, Outcome::Unknown}});
  const auto changes = compare_tolerance(before, after).changes;
  ASSERT_THAT(changes, SizeIs(1));
  EXPECT_THAT(changes[0].lost, SizeIs(1));
  EXPECT_FALSE(changes[0].survives_less());
  const auto worse = compare_tolerance(
      before, searched(kNames, "s", {{{0}, Outcome::Unknown}, {{1, 2}, Outcome::DualActive}}));
  EXPECT_TRUE(worse.changes[0].survives_less());
}

TEST(CompareTolerance, AServiceOfAnotherNameWithTheSameEndsIsTheSame) {
  const FailuresResult before = searched(kNames, "old", {});
  const FailuresResult after = searched(kNames, "new", {{{0}, Outcome::LostUnavoidable}});
  const auto changes = compare_tolerance(before, after).changes;
  ASSERT_THAT(changes, SizeIs(1));
  EXPECT_EQ(changes[0].service, "new");
  EXPECT_TRUE(changes[0].survives_less());
}

TEST(CompareTolerance, TellsServicesThatComeAndGo) {
  const FailuresResult before = searched(kNames, "old", {{{0}, Outcome::LostUnavoidable}});
  FailuresResult after = searched(kNames, "young", {{{1}, Outcome::LostUnavoidable}});
  after.services[0].endpoints = {"PE3:GE0/1/0"};
  const auto changes = compare_tolerance(before, after).changes;
  ASSERT_THAT(changes, SizeIs(2));
  EXPECT_EQ(changes[0].service, "old");
  EXPECT_TRUE(changes[0].is_gone);
  EXPECT_EQ(changes[1].service, "young");
  EXPECT_TRUE(changes[1].is_new);
  EXPECT_THAT(changes[1].lost, IsEmpty());
}

TEST(CompareTolerance, SaysNothingOfAServiceWhoseSearchWasStopped) {
  FailuresResult before = searched(kNames, "s", {});
  const FailuresResult after = searched(kNames, "s", {{{0}, Outcome::LostUnavoidable}});
  before.services[0].complete = false;
  EXPECT_THAT(compare_tolerance(before, after).changes, IsEmpty());
}

}  // namespace
}  // namespace holdfast::session
