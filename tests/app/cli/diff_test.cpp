// `holdfast diff` as its callers see it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/support/program.h"

namespace holdfast {
namespace {

using nlohmann::json;
using testing::HasSubstr;

test::Said run(const std::string& arguments) {
  return test::run_holdfast(std::string(HOLDFAST_SOURCE_DIR) + "/samples/secondary-vpws", "diff " + arguments,
                            true);
}

TEST(DiffCommand, WhatIsNewFails) {
  const test::Said said = run("good broken-vc-id");
  EXPECT_EQ(said.status, 1);
  EXPECT_THAT(said.out, HasSubstr("error[PW001]"));
  EXPECT_THAT(said.out, HasSubstr("\n1 new (1 error), 0 fixed, "));
  EXPECT_EQ(run("good broken-vc-id --fail-on never").status, 0);
}

TEST(DiffCommand, WhatIsFixedDoesNot) {
  const test::Said said = run("broken-vc-id good");
  EXPECT_EQ(said.status, 0);
  EXPECT_THAT(said.out, HasSubstr("fixed:\n  error PW001: "));
  EXPECT_THAT(said.out, HasSubstr("\n0 new, 1 fixed, "));
}

TEST(DiffCommand, WhatStaysDoesNot) {
  const test::Said said = run("broken-vc-id broken-vc-id");
  EXPECT_EQ(said.status, 0);
  EXPECT_THAT(said.out, HasSubstr("0 new, 0 fixed, 1 unchanged\n"));
}

TEST(DiffCommand, WhatIsStoppedSaysSo) {
  const std::string stopped = "good broken-vc-id -k 2 --time-limit 0.000001";
  EXPECT_THAT(run(stopped).out, HasSubstr("; stopped before the end: "));
  EXPECT_FALSE(json::parse(run(stopped + " --format json").out)["complete"]);
}

TEST(DiffCommand, Json) {
  const json document = json::parse(run("broken-control-word broken-vc-id --format json").out);
  EXPECT_EQ(document["schema"], 1);
  EXPECT_TRUE(document["complete"]);
  EXPECT_EQ(document["summary"]["new"], 1);
  EXPECT_EQ(document["summary"]["fixed"], 1);
  EXPECT_EQ(document["new"][0]["rule"], "PW001");
  EXPECT_EQ(document["fixed"][0]["rule"], "PW005");
  EXPECT_EQ(document["fixed"][0]["locations"][0]["file"], "broken-control-word/PE1.cfg");
}

TEST(DiffCommand, Markdown) {
  const std::string text = run("broken-control-word broken-vc-id --format markdown").out;
  EXPECT_TRUE(text.starts_with("### holdfast: 1 new (1 error), 1 fixed, 0 unchanged\n")) << text;
  EXPECT_THAT(text, HasSubstr("#### error PW001: no-matching-endpoint"));
  EXPECT_THAT(text, HasSubstr("**Fixed**\n\n- error PW005: "));
}

TEST(DiffCommand, FailuresOnRequest) {
  EXPECT_EQ(run("good broken-vc-id --select SV").status, 2);
  const json document = json::parse(run("good broken-vc-id --select SV -k 1 --format json").out);
  EXPECT_TRUE(document["new"][0]["rule"].get<std::string>().starts_with("SV"));
  EXPECT_FALSE(document["new"][0]["failure"]["elements"].empty());
}

TEST(DiffCommand, TellsWhatServicesSurviveLess) {
  const test::Said said = run("good broken-vc-id -k 2 --fail-on never");
  EXPECT_EQ(said.status, 0);
  EXPECT_THAT(said.out, HasSubstr("vpws:PE1:GigabitEthernet1/0/0.100\n              survives less: "));
  EXPECT_THAT(said.out, HasSubstr("; 1 service survives less\n"));
  const json document = json::parse(run("good broken-vc-id -k 2 --format json").out);
  const json& service = document["tolerance"]["services"][0];
  EXPECT_EQ(service["id"], "vpws:PE1:GigabitEthernet1/0/0.100");
  EXPECT_EQ(service["lost"][0]["elements"].size(), 1U);
  EXPECT_EQ(service["lost"][0]["outcome"], "lost-unavoidable");
  EXPECT_TRUE(service["gained"].empty());
  EXPECT_THAT(run("good broken-vc-id -k 2 --format markdown").out,
              HasSubstr("**This change takes redundancy from 1 service**"));
}

TEST(DiffCommand, ToSurviveLessFails) {
  // No rule is judged but one that has nothing to say.
  EXPECT_EQ(run("good broken-vc-id -k 2 --select SV003").status, 1);
  EXPECT_EQ(run("broken-vc-id good -k 2 --select SV003").status, 0);
  EXPECT_THAT(run("broken-vc-id good -k 2").out, HasSubstr("; 1 service survives more, 1 service is gone\n"));
  EXPECT_THAT(run("good good -k 1").out, HasSubstr("; every service survives what it survived\n"));
}

TEST(DiffCommand, TellsTheStoryOfALoss) {
  const std::string text =
      test::run_holdfast(std::string(HOLDFAST_SOURCE_DIR) + "/samples/hvpls-track-hub-pw",
                         "diff good broken-no-track-hub-pw -k 2 --select SV003", true)
          .out;
  EXPECT_THAT(text, HasSubstr("not told    UPE1: its PW to SPE1 stays up"));
  EXPECT_THAT(text, HasSubstr("SPE1.cfg:15:3"));
}

TEST(DiffCommand, NothingToCompareIsNoVerdict) {
  EXPECT_EQ(run("good nowhere").status, 2);
  EXPECT_EQ(run("good").status, 2);
  EXPECT_EQ(run("good broken-vc-id --select XX").status, 2);
}

}  // namespace
}  // namespace holdfast
