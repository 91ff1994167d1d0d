#include "app/gui/models/lane.h"

#include <gtest/gtest.h>
#include <stdexcept>

#include "tests/gui/support/waiting.h"

namespace holdfast::gui {
namespace {

using test::wait_until;

TEST(Lane, WorksElsewhereAndAnswersHere) {
  Lane lane;
  const std::thread::id here = std::this_thread::get_id();
  std::thread::id worked;
  std::thread::id answered;
  lane.run([](const std::atomic<bool>&) { return std::this_thread::get_id(); },
           [&](std::thread::id id) {
             worked = id;
             answered = std::this_thread::get_id();
           });
  ASSERT_TRUE(wait_until([&] { return answered != std::thread::id(); }));
  EXPECT_EQ(answered, here);
  EXPECT_NE(worked, here);
}

TEST(Lane, AnswersOnlyTheLastOfSeveralQuestions) {
  Lane lane;
  std::vector<int> answers;
  for (int i = 0; i < 20; ++i) {
    lane.replace(
        [i](const std::atomic<bool>& cancel) {
          for (int n = 0; n < 50 && !cancel; ++n) std::this_thread::sleep_for(std::chrono::milliseconds(1));
          return i;
        },
        [&answers](int answer) { answers.push_back(answer); });
  }
  ASSERT_TRUE(wait_until([&] { return !lane.busy(); }));
  EXPECT_EQ(answers, std::vector{19});
}

TEST(Lane, WhatIsCancelledOnItsWayDoesNotCome) {
  Lane lane;
  std::atomic<bool> worked = false;
  bool answered = false;
  lane.run([&](const std::atomic<bool>&) { return worked = true; }, [&](bool) { answered = true; });
  while (!worked) std::this_thread::yield();
  std::this_thread::sleep_for(std::chrono::milliseconds(20));  // the answer waits for the event loop
  lane.cancel();
  ASSERT_TRUE(wait_until([&] { return !lane.busy(); }));
  EXPECT_FALSE(answered);
  lane.run([](const std::atomic<bool>&) { return true; }, [&](bool) { answered = true; });
  EXPECT_TRUE(wait_until([&] { return answered; }));
}

TEST(Lane, TellsOfExceptions) {
  Lane lane;
  QString told;
  QObject::connect(&lane, &Lane::failed, [&told](const QString& what) { told = what; });
  lane.run([](const std::atomic<bool>&) -> int { throw std::runtime_error("broken"); }, [](int) {});
  ASSERT_TRUE(wait_until([&] { return !told.isEmpty(); }));
  EXPECT_EQ(told, "broken");
}

TEST(Lane, EndsInTheMiddleOfWork) {
  bool answered = false;
  {
    Lane lane;
    lane.run(
        [](const std::atomic<bool>& cancel) {
          while (!cancel) std::this_thread::sleep_for(std::chrono::milliseconds(1));
          return 0;
        },
        [&](int) { answered = true; });
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  test::settle(20);
  EXPECT_FALSE(answered);
}

}  // namespace
}  // namespace holdfast::gui
