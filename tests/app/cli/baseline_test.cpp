// Baselines as callers of `holdfast check` see them.

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace holdfast {
namespace {

using testing::AllOf;
using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;

class BaselineOnTheCommandLine : public testing::Test {
 protected:
  BaselineOnTheCommandLine() { copy("broken-vc-id"); }

  void copy(const std::string& variant) const {
    std::filesystem::copy(
        std::string(HOLDFAST_SOURCE_DIR) + "/samples/secondary-vpws/" + variant, folder_.path() + "/net",
        std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
  }
  test::Said run(const std::string& arguments) const {
    return test::run_holdfast(folder_.path(), arguments, true);
  }

  test::TemporaryFolder folder_;
};

TEST_F(BaselineOnTheCommandLine, OnlyNewFindingsFail) {
  EXPECT_EQ(run("check net").status, 1);
  EXPECT_EQ(run("check net --write-baseline base.json").status, 0);
  const test::Said same = run("check net --baseline base.json");
  EXPECT_EQ(same.status, 0);
  EXPECT_THAT(same.out, HasSubstr("no new findings, 1 known\n"));
  copy("broken-control-word");
  const test::Said worse = run("check net --baseline base.json");
  EXPECT_EQ(worse.status, 1);
  EXPECT_THAT(worse.out, HasSubstr("error[PW005]"));
  EXPECT_THAT(worse.out, HasSubstr(", 1 fixed\n"));
}

TEST_F(BaselineOnTheCommandLine, IsTheSameBytesEachTime) {
  run("check net -j 1 --write-baseline one.json");
  run("check net -j 2 --baseline one.json --write-baseline two.json");
  EXPECT_EQ(folder_.read("one.json"), folder_.read("two.json"));
  EXPECT_THAT(folder_.read("one.json"), HasSubstr("\"rule\":\"PW001\""));
}

TEST_F(BaselineOnTheCommandLine, WhatIsNoBaselineIsRefused) {
  folder_.write("base.json", "{}");
  EXPECT_THAT(run("check net --baseline base.json").out, HasSubstr("error: base.json: not a baseline"));
  EXPECT_EQ(run("check net --baseline base.json").status, 2);
  EXPECT_EQ(run("check net --baseline nowhere.json").status, 2);
}

TEST_F(BaselineOnTheCommandLine, AnIncompleteRunWritesNone) {
  folder_.write("net/empty.cfg", "");
  EXPECT_EQ(run("check net --write-baseline base.json").status, 2);
  EXPECT_FALSE(std::filesystem::exists(folder_.path() + "/base.json"));
}

TEST_F(BaselineOnTheCommandLine, ARunThatTheTimeLimitStopsWritesNoneAndFixesNothing) {
  const test::Said stopped = run("check net -k 2 --time-limit 0.000001 --write-baseline base.json");
  EXPECT_THAT(stopped.status, AnyOf(1, 3));  // as far as it came
  EXPECT_THAT(stopped.out, HasSubstr("base.json is not written: the run is not complete\n"));
  EXPECT_FALSE(std::filesystem::exists(folder_.path() + "/base.json"));
  EXPECT_EQ(run("check net -k 2 --write-baseline base.json").status, 0);
  EXPECT_THAT(run("check net -k 2 --time-limit 0.000001 --baseline base.json").out,
              AllOf(HasSubstr("the time limit stopped the run"), Not(HasSubstr("fixed"))));
}

}  // namespace
}  // namespace holdfast
