#include "solver/replay/choice.h"

#include <gtest/gtest.h>

#include "solver/replay/settle.h"
#include "tests/solver/replay/lab.h"

namespace holdfast::replay {
namespace {

constexpr State kMaybe{Level::Unknown, {}};

using Levels = std::vector<Level>;

Levels levels(const std::vector<State>& states) {
  Levels result;
  for (const State& state : states) result.push_back(state.level);
  return result;
}

TEST(Choice, TakesTheFirstThatIsUp) {
  EXPECT_EQ(levels(choose_first({{kUp, kUp}, {kUp, kDown}})), (Levels{Level::Up, Level::Down}));
  EXPECT_EQ(levels(choose_first({{kDown, kDown}, {kUp, kDown}})), (Levels{Level::Down, Level::Up}));
  EXPECT_EQ(levels(choose_first({{kDown, kDown}, {kDown, kDown}})), (Levels{Level::Down, Level::Down}));
  EXPECT_EQ(levels(choose_first({{kMaybe, kDown}, {kUp, kDown}})), (Levels{Level::Unknown, Level::Unknown}));
  EXPECT_EQ(levels(choose_first({{kUp, kDown}, {kMaybe, kDown}})), (Levels{Level::Up, Level::Down}));
}

TEST(Choice, TakesTheBestRank) {
  EXPECT_EQ(levels(choose_best({{kUp, kDown}, {kUp, kDown}})), (Levels{Level::Up, Level::Down})) << "ties";
  EXPECT_EQ(levels(choose_best({{kUp, kUp}, {kUp, kDown}})), (Levels{Level::Down, Level::Up}));
  EXPECT_EQ(levels(choose_best({{kUp, kUp}, {kUp, kUp}})), (Levels{Level::Up, Level::Down}));
  EXPECT_EQ(levels(choose_best({{kUp, kUp}, {kDown, kDown}})), (Levels{Level::Up, Level::Down}));
  EXPECT_EQ(levels(choose_best({{kDown, kDown}, {kUp, kUp}})), (Levels{Level::Down, Level::Up}));
}

// Whatever the far end announces, a single PW is used, and the primary that is active wins.
TEST(Choice, IsUnknownOnlyWhereItMatters) {
  EXPECT_EQ(levels(choose_best({{kUp, kMaybe}})), Levels{Level::Up});
  EXPECT_EQ(levels(choose_best({{kUp, kMaybe}, {kDown, kDown}})), (Levels{Level::Up, Level::Down}));
  EXPECT_EQ(levels(choose_best({{kUp, kDown}, {kMaybe, kMaybe}})), (Levels{Level::Up, Level::Down}));
  EXPECT_EQ(levels(choose_best({{kUp, kMaybe}, {kUp, kDown}})), (Levels{Level::Unknown, Level::Unknown}));
  EXPECT_EQ(levels(choose_best({{kUp, kMaybe}, {kUp, kUp}})), (Levels{Level::Up, Level::Down}));
}

TEST(Settle, EndsInOneStateOrInACycle) {
  EXPECT_EQ(settle(5, [](int n) { return n > 0 ? n - 1 : 0; }), std::vector<int>{0});
  EXPECT_EQ(settle(7, [](int n) { return n > 3 ? n - 1 : (n + 1) % 4; }), (std::vector<int>{3, 0, 1, 2}));
}

}  // namespace
}  // namespace holdfast::replay
