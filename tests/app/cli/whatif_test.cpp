// `holdfast whatif` and `holdfast trace` as their callers see them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace holdfast {
namespace {

using nlohmann::json;
using testing::HasSubstr;

constexpr const char* kBroken = "hvpls-track-hub-pw/broken-no-track-hub-pw";
constexpr const char* kLinks = " --fail link:npe1:ge1/0/0 link:SPE1:GE3/0/0";

test::Said run(const std::string& arguments, bool with_errors = false) {
  return test::run_holdfast(std::string(HOLDFAST_SOURCE_DIR) + "/samples", arguments, with_errors);
}

void expect_narrow(const std::string& text) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    // Names of elements and paths of files are never broken.
    if (line.find("link:") != line.npos || line.find("-->") != line.npos) continue;
    EXPECT_LE(line.size(), 80U) << line;
  }
}

TEST(WhatIfCommand, TellsWhatChanges) {
  const test::Said said = run(std::string("whatif ") + kBroken + kLinks);
  EXPECT_EQ(said.status, 0);
  EXPECT_THAT(said.out, HasSubstr("vpls:metro100:100: lost-avoidable, was delivered"));
  EXPECT_THAT(said.out, HasSubstr("before      CE2 -> NPE1 -> SPE1 -> UPE1 -> CE1"));
  EXPECT_THAT(said.out, HasSubstr("SPE1.cfg:15:3"));
  EXPECT_THAT(said.out, HasSubstr("1 service: 1 lost-avoidable"));
  expect_narrow(said.out);
}

TEST(WhatIfCommand, Json) {
  const json document = json::parse(run(std::string("whatif ") + kBroken + kLinks + " --format json").out);
  EXPECT_EQ(document["schema"], 1);
  EXPECT_EQ(document["failed"].size(), 2U);
  const json& service = document["services"][0];
  EXPECT_EQ(service["id"], "vpls:metro100:100");
  EXPECT_EQ(service["before"]["outcome"], "delivered");
  EXPECT_EQ(service["before"]["path"], json({"CE2", "NPE1", "SPE1", "UPE1", "CE1"}));
  EXPECT_EQ(service["after"]["outcome"], "lost-avoidable");
  EXPECT_EQ(service["after"]["path"], json({"CE1", "UPE1", "SPE1"}));
  EXPECT_FALSE(service["why"].empty());
  EXPECT_EQ(service["flows"].size(), 3U);
}

TEST(WhatIfCommand, WrongCalls) {
  EXPECT_EQ(run("whatif hvpls-track-hub-pw/good").status, 2);
  const test::Said said = run("whatif hvpls-track-hub-pw/good --fail node:SPE3", true);
  EXPECT_EQ(said.status, 2);
  EXPECT_THAT(said.out, HasSubstr("there is no element `node:SPE3`; is `node:SPE1` meant?"));
  EXPECT_EQ(run("whatif hvpls-track-hub-pw/good --scenario nowhere.yaml").status, 2);
}

class Scenario : public testing::Test {
 protected:
  test::Said run_with(const std::string& text) const {
    folder_.write("scenario.yaml", text);
    return run(std::string("whatif ") + kBroken + " --scenario " + folder_.path() + "/scenario.yaml", true);
  }

  test::TemporaryFolder folder_;
};

TEST_F(Scenario, ExpectationsThatHoldAreClean) {
  EXPECT_EQ(run_with("fail: [node:spe1]\nexpect: {'vpls:metro100:100': delivered}\n").status, 0);
  EXPECT_EQ(run_with("fail: ['link:npe1:ge1/0/0', 'link:spe1:ge3/0/0']\n"
                     "expect: {'upe1:ge1/0/0.100': lost-avoidable}\n")
                .status,
            0);
}

TEST_F(Scenario, OneThatDoesNotIsAFindingWithItsPlace) {
  const test::Said said = run_with("fail: [node:upe1]\nexpect:\n  'vpls:metro100:100': delivered\n");
  EXPECT_EQ(said.status, 1);
  EXPECT_THAT(said.out, HasSubstr(".yaml:3:3: vpls:metro100:100 is lost-unavoidable, expected is delivered"));
}

TEST_F(Scenario, MistakesInItNameTheirPlaces) {
  const test::Said element = run_with("fail: [node:SPE1, node:SPE3]\n");
  EXPECT_EQ(element.status, 2);
  EXPECT_THAT(element.out, HasSubstr(".yaml:1:19: there is no element `node:SPE3`; is `node:SPE1` meant?"));
  const test::Said service = run_with("fail: []\nexpect: {'vpls:metro10:100': delivered}\n");
  EXPECT_EQ(service.status, 2);
  EXPECT_THAT(service.out,
              HasSubstr(".yaml:2:10: there is no service `vpls:metro10:100`; is `vpls:metro100:100` meant?"));
}

TEST(TraceCommand, HopByHopWithTheLineBehindEach) {
  const test::Said said = run("trace independent-pw-redundancy/good pe1:ge3/0/0.100");
  EXPECT_EQ(said.status, 0);
  for (const char* part :
       {"from CE1 to CE2: arrives", "in by GigabitEthernet3/0/0.100 from CE1", "chosen in independent mode",
        "mpls l2vpn redundancy independent", "out on its primary PW to PE2", "TE tunnel Tunnel12",
        "explicit path pe2-by-p1", "next hop 10.1.1.2", "in use by E-Trunk 10",
        "out by Eth-Trunk10.100 to CE2", "from CE2 to CE1: arrives"}) {
    EXPECT_THAT(said.out, HasSubstr(part));
  }
  expect_narrow(said.out);
}

TEST(TraceCommand, FailuresMoveItAndEndIt) {
  EXPECT_THAT(run("trace independent-pw-redundancy/good pe1:ge3/0/0.100 --fail node:p1").out,
              HasSubstr("explicit path pe2-by-p2"));
  EXPECT_THAT(run("trace independent-pw-redundancy/good pe1:ge3/0/0.100 --fail pe2").out,
              HasSubstr("out on its secondary PW to PE3"));
  EXPECT_THAT(run(std::string("trace ") + kBroken + " vpls:metro100:100" + kLinks).out,
              HasSubstr("dropped: VSI metro100 has no hub PW left"));
  EXPECT_THAT(run("trace vpws-track-vpnv6-route/good csg:ge1/0/0.10").out,
              HasSubstr("the route to 2001:db8:ffff::/64 comes from here"));
}

TEST(TraceCommand, Json) {
  const json document = json::parse(run("trace secondary-vpws/good pe1:ge1/0/0.100 --format json").out);
  EXPECT_EQ(document["service"], "vpws:PE1:GigabitEthernet1/0/0.100");
  ASSERT_EQ(document["ways"].size(), 2U);
  EXPECT_EQ(document["ways"][0]["outcome"], "delivered");
  EXPECT_TRUE(document["ways"][0]["arrives"]);
  const json& hop = document["ways"][0]["hops"][0];
  EXPECT_EQ(hop["device"], "PE1");
  EXPECT_EQ(hop["text"], "interface GigabitEthernet1/0/0.100");
}

TEST(TraceCommand, WrongCalls) {
  EXPECT_EQ(run("trace secondary-vpws/good").status, 2);
  EXPECT_EQ(run("trace secondary-vpws/good nothing").status, 2);
  EXPECT_EQ(run("trace secondary-vpws/good pe1:ge1/0/0.100 --fail node:PE9").status, 2);
}

}  // namespace
}  // namespace holdfast
