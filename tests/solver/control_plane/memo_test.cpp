#include "solver/control_plane/memo.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <vector>

namespace holdfast::control_plane {
namespace {

FailureSet set_of(std::initializer_list<std::size_t> elements) {
  FailureSet result;
  for (const std::size_t it : elements) result.emplace_back(it);
  return result;
}

// Up by either of two pairs of elements, 0 and 1 or 2 and 3; counts how often it is worked out.
class TwoWays {
 public:
  Tri value(const FailureSet& failed) { return ask(Failed(failed).value_only()).value; }
  State traced(const FailureSet& failed) { return ask(Failed(failed)); }
  std::size_t evaluations() const { return evaluations_; }

 private:
  State ask(Failed failed) {
    return memo_.get(failed, [this](Failed under) {
      ++evaluations_;
      for (const auto& way : {set_of({0, 1}), set_of({2, 3})}) {
        Support support(way);
        if (!under.meets(support)) return State{Tri::Up, under.is_value_only() ? Support() : support};
      }
      return always(Tri::Down);
    });
  }

  Memo<Tri> memo_;
  std::size_t evaluations_ = 0;
};

TEST(Memo, AnswersOnceForEachRelevantPart) {
  TwoWays it;
  EXPECT_EQ(it.value({}), Tri::Up);
  EXPECT_EQ(it.value(set_of({2, 7, 9})), Tri::Up);
  EXPECT_EQ(it.evaluations(), 1U);
  EXPECT_EQ(it.value(set_of({0, 7})), Tri::Up);
  EXPECT_EQ(it.value(set_of({0, 8})), Tri::Up);
  EXPECT_EQ(it.evaluations(), 2U);
}

TEST(Memo, AValueAloneIsKept) {
  TwoWays it;
  EXPECT_EQ(it.value(set_of({0, 2})), Tri::Down);
  const std::size_t once = it.evaluations();
  EXPECT_EQ(it.value(set_of({0, 2})), Tri::Down);
  EXPECT_EQ(it.evaluations(), once);
}

TEST(Memo, WhoAsksForTheSupportGetsItWhateverWasAskedBefore) {
  TwoWays it;
  EXPECT_EQ(it.value(set_of({0})), Tri::Up);
  EXPECT_EQ(it.traced(set_of({0})).support, Support(set_of({2, 3})));
  EXPECT_EQ(it.value(set_of({0})), Tri::Up);
}

TEST(Memo, LargerSetsAreRightAfterAValueAlone) {
  TwoWays it;
  EXPECT_EQ(it.value(set_of({1})), Tri::Up);
  EXPECT_EQ(it.value(set_of({1, 3})), Tri::Down);
  EXPECT_EQ(it.value(set_of({1, 3, 5})), Tri::Down);
  EXPECT_EQ(it.traced(set_of({1, 5})).value, Tri::Up);
}

}  // namespace
}  // namespace holdfast::control_plane
