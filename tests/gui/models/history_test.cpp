#include "app/gui/models/history.h"

#include <gtest/gtest.h>

namespace holdfast::gui {
namespace {

TEST(History, GoesBackAndForth) {
  History history;
  int value = 0;
  const auto set = [&](int to) {
    const int before = value;
    history.push(
        QString::number(to), [&value, before] { value = before; }, [&value, to] { value = to; });
  };
  EXPECT_FALSE(history.can_undo());
  set(1);
  set(2);
  EXPECT_EQ(value, 2);
  EXPECT_EQ(history.undo_text(), "2");
  history.undo();
  history.undo();
  history.undo();
  EXPECT_EQ(value, 0);
  EXPECT_EQ(history.redo_text(), "1");
  history.redo();
  EXPECT_EQ(value, 1);
  set(5);
  EXPECT_FALSE(history.can_redo());
  history.undo();
  EXPECT_EQ(value, 1);
}

TEST(History, ForgetsTheOldest) {
  History history;
  for (std::size_t i = 0; i < History::kMost + 10; ++i)
    history.push(
        {}, [] {}, [] {});
  std::size_t steps = 0;
  for (; history.can_undo(); ++steps) history.undo();
  EXPECT_EQ(steps, History::kMost);
}

}  // namespace
}  // namespace holdfast::gui
