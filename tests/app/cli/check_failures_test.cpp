// `holdfast check -k N` as its callers see it.

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "tests/support/program.h"

namespace holdfast {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

test::Said check(const std::string& arguments, bool with_errors = false) {
  return test::run_holdfast(std::string(HOLDFAST_SOURCE_DIR) + "/samples", "check " + arguments, with_errors);
}

constexpr const char* kBroken = "hvpls-track-hub-pw/broken-no-track-hub-pw";

TEST(CheckFailuresCommand, ExitStatus) {
  EXPECT_EQ(check("hvpls-track-hub-pw/good -k 2").status, 0);
  EXPECT_EQ(check("hvpls-track-hub-pw/good -k 2 --fail-on warning").status, 0);
  EXPECT_EQ(check("hvpls-track-hub-pw/good -k 2 --fail-on info").status, 1);
  EXPECT_EQ(check(std::string(kBroken) + " -k 2 --select SV").status, 1);
  EXPECT_EQ(check(std::string(kBroken) + " -k 1 --select SV").status, 0);
  EXPECT_EQ(check("hvpls-track-hub-pw/good -k 6 --select SV --time-limit 0.000001").status, 3);
  EXPECT_EQ(check("hvpls-track-hub-pw/good -k -1").status, 2);
}

TEST(CheckFailuresCommand, RulesAboutFailuresNeedANumber) {
  const test::Said said = check("hvpls-track-hub-pw/good --select SV001", true);
  EXPECT_EQ(said.status, 2);
  EXPECT_THAT(said.out, HasSubstr("'SV001' is about failures: say with -k how many at once"));
}

TEST(CheckFailuresCommand, TextTellsTheStory) {
  const std::string text = check(std::string(kBroken) + " -k 2").out;
  EXPECT_THAT(text, HasSubstr("error[SV001] avoidable-loss:"));
  EXPECT_THAT(text, HasSubstr("\n  fails       link:NPE1:GigabitEthernet1/0/0--SPE1:GigabitEthernet2/0/0\n"));
  EXPECT_THAT(text, HasSubstr("not told"));
  EXPECT_THAT(text, HasSubstr("rules       VS002"));
  EXPECT_THAT(text, HasSubstr("14 more sets"));
  EXPECT_THAT(text, HasSubstr("k = 2, 41 elements"));
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.find("link:") != line.npos || line.find("-->") != line.npos) continue;
    EXPECT_LE(line.size(), 80U) << line;
  }
}

TEST(CheckFailuresCommand, JsonHoldsTheFailureSet) {
  const json document = json::parse(check(std::string(kBroken) + " -k 2 --format json").out);
  EXPECT_EQ(document["failures"]["k"], 2);
  EXPECT_EQ(document["failures"]["complete"], true);
  const auto loss =
      std::ranges::find_if(document["findings"], [](const json& it) { return it["rule"] == "SV001"; });
  ASSERT_NE(loss, document["findings"].end());
  const json& failure = (*loss)["failure"];
  EXPECT_EQ(failure["elements"].size(), 2U);
  EXPECT_EQ(failure["alike"].size(), 14U);
  EXPECT_EQ(failure["outcome"], "lost-avoidable");
  EXPECT_EQ(failure["rules"], json({"VS002"}));
  EXPECT_GE(failure["why"].size(), 4U);
  EXPECT_FALSE((*loss)["fix"]["commands"]["SPE1"].empty());
}

TEST(CheckFailuresCommand, JunitHoldsTheStory) {
  const std::string xml = check(std::string(kBroken) + " -k 2 --format junit").out;
  EXPECT_THAT(xml, HasSubstr("SV001 avoidable-loss"));
  EXPECT_THAT(xml, HasSubstr("fails       link:NPE1"));
}

TEST(CheckFailuresCommand, HelpSaysThatItIsAskedForByNameOnly) {
  EXPECT_THAT(check("--help").out, HasSubstr("whatever"));
}

TEST(CheckFailuresCommand, NeverShowsAKey) {
  EXPECT_THAT(check("pw-status-negotiation/broken-key-differs -k 1 --select SV").out,
              HasSubstr("security-key simple ****"));
}

}  // namespace
}  // namespace holdfast
