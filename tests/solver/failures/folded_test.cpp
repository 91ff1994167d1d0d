#include "solver/failures/folded.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <utility>
#include <vector>

namespace holdfast::failures {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Elements 0 to 4: a node, a board, a link, a port, a group.
FailureUniverse one_of_each() {
  FailureUniverse universe;
  for (const ElementKind kind :
       {ElementKind::Node, ElementKind::Board, ElementKind::Link, ElementKind::Port, ElementKind::Group}) {
    Element element;
    element.kind = kind;
    universe.elements.push_back(std::move(element));
  }
  return universe;
}

ServiceSet set(const std::vector<std::size_t>& elements, std::string key) {
  ServiceSet result;
  for (const std::size_t i : elements) result.elements.emplace_back(i);
  result.story.key = std::move(key);
  return result;
}

TEST(ShownFor, AStoryStandsForItselfAlone) {
  EXPECT_THAT(shown_for({}, one_of_each()), IsEmpty());
  EXPECT_THAT(shown_for({set({0}, "a"), set({1}, "b")}, one_of_each()), ElementsAre(0, 1));
}

TEST(ShownFor, TheFewestElementsAreThePlainest) {
  EXPECT_THAT(shown_for({set({2, 3}, "a"), set({4}, "a")}, one_of_each()), ElementsAre(1, 1));
}

TEST(ShownFor, LinksBeforePortsBeforeBoardsBeforeNodesBeforeGroups) {
  const FailureUniverse universe = one_of_each();
  EXPECT_THAT(
      shown_for({set({4}, "a"), set({0}, "a"), set({1}, "a"), set({3}, "a"), set({2}, "a")}, universe),
      ElementsAre(4, 4, 4, 4, 4));
  EXPECT_THAT(shown_for({set({4}, "a"), set({0}, "a"), set({1}, "a"), set({3}, "a")}, universe),
              ElementsAre(3, 3, 3, 3));
  EXPECT_THAT(shown_for({set({4}, "a"), set({0}, "a"), set({1}, "a")}, universe), ElementsAre(2, 2, 2));
  EXPECT_THAT(shown_for({set({4}, "a"), set({0}, "a")}, universe), ElementsAre(1, 1));
}

TEST(ShownFor, OfEqualOnesTheFirst) {
  EXPECT_THAT(shown_for({set({0, 2}, "a"), set({1, 3}, "a")}, one_of_each()), ElementsAre(0, 0));
}

TEST(ShownFor, WhatWasNotToldIsNotFolded) {
  EXPECT_THAT(shown_for({set({0}, ""), set({2}, "")}, one_of_each()), ElementsAre(0, 1));
}

}  // namespace
}  // namespace holdfast::failures
