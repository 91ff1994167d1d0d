// `holdfast failures` as its callers see it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace holdfast {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

std::string samples() {
  return std::string(HOLDFAST_SOURCE_DIR) + "/samples";
}
test::Said failures(const std::string& arguments, bool with_errors = false) {
  return test::run_holdfast(samples(), "failures " + arguments, with_errors);
}

TEST(FailuresCommand, ExitStatusSaysWhetherSomethingIsLostNeedlessly) {
  EXPECT_EQ(failures("hvpls-track-hub-pw/good").status, 0);
  EXPECT_EQ(failures("hvpls-track-hub-pw/broken-no-track-hub-pw").status, 1);
  EXPECT_EQ(failures("hvpls-track-hub-pw/broken-no-track-hub-pw -k 1").status, 0);
  EXPECT_EQ(failures("pw-status-negotiation/broken-key-differs -k 0").status, 1);
  EXPECT_EQ(failures("pw-status-negotiation/broken-bfd-undefined").status, 3);
  EXPECT_EQ(failures("hvpls-track-hub-pw/good -k 6 --time-limit 0.000001").status, 3);
  EXPECT_EQ(failures("nowhere").status, 2);
}

TEST(FailuresCommand, ThePathMayStandBehindAnOptionThatRepeats) {
  EXPECT_EQ(failures("--elements node,link hvpls-track-hub-pw/good -j 1").status, 0);
  const std::string service = "vpls:metro100:100";
  EXPECT_EQ(failures("--service " + service + " hvpls-track-hub-pw/good -j 1").status, 0);
  EXPECT_EQ(test::run_holdfast(samples(), "check --select VS hvpls-track-hub-pw/good -j 1").status, 0);
}

TEST(FailuresCommand, ANetworkWithoutServicesIsInconclusive) {
  const test::TemporaryFolder folder;
  folder.write("p1.cfg", "sysname P1\n#\nmpls lsr-id 1.1.1.1\nmpls\n#\nreturn\n");
  EXPECT_EQ(test::run_holdfast(folder.path(), "failures .").status, 3);
}

TEST(FailuresCommand, NamesThatAreNotThereAreTheCallersMistake) {
  const test::Said service = failures("hvpls-track-hub-pw/good --service vpls:metro10:100", true);
  EXPECT_EQ(service.status, 2);
  EXPECT_THAT(service.out,
              HasSubstr("there is no service `vpls:metro10:100`; is `vpls:metro100:100` meant?"));
  EXPECT_EQ(failures("hvpls-track-hub-pw/good --elements nodes").status, 2);
  EXPECT_EQ(failures("hvpls-track-hub-pw/good -k -1").status, 2);
}

TEST(FailuresCommand, TextStaysWithinEightyColumns) {
  for (const char* sample :
       {"hvpls-track-hub-pw/broken-no-track-hub-pw", "independent-pw-redundancy/good",
        "independent-pw-redundancy/broken-no-pw-redundancy", "pw-status-negotiation/broken-key-differs"}) {
    std::istringstream lines(failures(sample).out);
    for (std::string line; std::getline(lines, line);) {
      // Names of elements and paths of files are never broken.
      if (line.find("link:") != line.npos || line.find("-->") != line.npos) continue;
      EXPECT_LE(line.size(), 80U) << sample << ": " << line;
    }
  }
}

TEST(FailuresCommand, FoldsCounterexamplesInTextAndKeepsThemInJson) {
  const std::string broken = "hvpls-track-hub-pw/broken-no-track-hub-pw";
  const std::string text = failures(broken).out;
  EXPECT_THAT(text, HasSubstr("14 more sets of failures tell the same story"));
  EXPECT_EQ(text.find("lost-avoidable:"), text.rfind("lost-avoidable:"));
  const json document = json::parse(failures(broken + " --format json").out);
  EXPECT_EQ(document["schema"], 1);
  EXPECT_EQ(document["k"], 2);
  EXPECT_EQ(document["elements"], 41);
  const json& service = document["services"][0];
  EXPECT_EQ(service["id"], "vpls:metro100:100");
  EXPECT_EQ(service["endpoints"].size(), 4U);
  std::size_t avoidable = 0;
  for (const json& it : service["counterexamples"]) {
    EXPECT_FALSE(it["why"].empty());
    if (it["outcome"] == "lost-avoidable") ++avoidable;
  }
  EXPECT_EQ(avoidable, 15U);
  EXPECT_EQ(service["counterexamples"][0]["rules"], json({"VS002"}));
}

TEST(FailuresCommand, JudgesALinkThatIsNotThere) {
  const test::Said said = failures("secondary-vpws/good -k 2 --elements link --with-link PE1--PE2");
  EXPECT_EQ(said.status, 0);
  EXPECT_THAT(said.out, HasSubstr("link:PE1:GigabitEthernet4/0/0--PE2:GigabitEthernet4/0/0\n"
                                  "    on PE1, like GigabitEthernet2/0/0:\n"
                                  "      interface GigabitEthernet4/0/0\n"
                                  "      description to PE2\n"));
  EXPECT_THAT(said.out, HasSubstr("survives more: "));
  EXPECT_THAT(said.out, HasSubstr("under up to 2 failures: 1 service survives more\n"));
  const json value = json::parse(failures("secondary-vpws/good -k 2 --with-link PE1--PE2 --format json").out);
  EXPECT_EQ(value["link"], "link:PE1:GigabitEthernet4/0/0--PE2:GigabitEthernet4/0/0");
  EXPECT_EQ(value["changes"].size(), 2U);
  EXPECT_EQ(value["services"].size(), 1U);
  EXPECT_FALSE(value["services"][0]["gained"].empty());
}

TEST(FailuresCommand, ALinkThatCannotBeIsTheCallersMistake) {
  for (const auto& [link, why] : std::map<std::string, std::string>{
           {"CE1--PE2", "CE1 and PE2 have no core links that run one IGP in one area"},
           {"PE1--PE9", "`PE1--PE9` does not name two devices, as in PE1--PE2"},
           {"PE1--PE1", "a link joins two devices"}}) {
    const test::Said said = failures("secondary-vpws/good --with-link " + link, true);
    EXPECT_EQ(said.status, 2);
    EXPECT_THAT(said.out, HasSubstr("holdfast: error: no link: " + why));
  }
}

TEST(FailuresCommand, NeverShowsAKey) {
  EXPECT_THAT(failures("pw-status-negotiation/broken-key-differs").out,
              HasSubstr("security-key simple ****"));
  EXPECT_THAT(failures("pw-status-negotiation/broken-key-differs --format json").out,
              HasSubstr("security-key simple ****"));
}

}  // namespace
}  // namespace holdfast
