#include "app/report/sarif.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/report/line_hash.h"
#include "tests/app/report/example.h"

namespace holdfast::report {
namespace {

using nlohmann::json;

json log_of(const Example& example) {
  return json::parse(render_sarif(example.result(), plain_options()));
}

TEST(Sarif, ShowsAGroupsFindings) {
  expect_fixture(render_sarif(pw_group().result(), plain_options()), "pw_group.sarif");
}

// What GitHub refuses or does not show results without (its documentation, "SARIF support for code
// scanning").
TEST(Sarif, AResultHasWhatGitHubAsksFor) {
  const json run = log_of(pw_group())["runs"][0];
  EXPECT_EQ(run["tool"]["driver"]["name"], "holdfast");
  EXPECT_EQ(run["columnKind"], "utf16CodeUnits");
  for (const json& result : run["results"]) {
    EXPECT_FALSE(result["ruleId"].get<std::string>().empty());
    EXPECT_FALSE(result["message"]["text"].get<std::string>().empty());
    EXPECT_FALSE(result["partialFingerprints"].empty());
    ASSERT_EQ(result["locations"].size(), 1u);
    const json& where = result["locations"][0]["physicalLocation"];
    EXPECT_TRUE(where["artifactLocation"]["uri"].get<std::string>().starts_with("lab/"));
    EXPECT_EQ(where["artifactLocation"]["uriBaseId"], "%SRCROOT%");
    for (const char* field : {"startLine", "startColumn", "endColumn"}) {
      EXPECT_GE(where["region"][field].get<int>(), 1) << field;
    }
  }
  const json& first = run["results"][0];
  EXPECT_TRUE(
      first["message"]["text"].get<std::string>().ends_with(" See [primary PW: control word on](0)."));
  EXPECT_EQ(first["relatedLocations"][0]["id"], 0);
  EXPECT_EQ(first["relatedLocations"][0]["physicalLocation"]["region"]["startLine"], 4);
}

TEST(Sarif, RulesAreCompleteAndInOrder) {
  const json run = log_of(pw_group())["runs"][0];
  const json& rules = run["tool"]["driver"]["rules"];
  ASSERT_EQ(rules.size(), 3u);
  EXPECT_EQ(rules[0]["id"], "ET008");
  EXPECT_EQ(rules[1]["id"], "PW001");
  EXPECT_EQ(rules[2]["id"], "PW005");
  for (const json& rule : rules) {
    for (const char* field :
         {"id", "name", "shortDescription", "fullDescription", "help", "defaultConfiguration"}) {
      EXPECT_TRUE(rule.contains(field)) << field;
    }
    EXPECT_FALSE(rule["fullDescription"]["text"].get<std::string>().empty());
    EXPECT_FALSE(rule["help"]["text"].get<std::string>().empty());
    EXPECT_FALSE(rule["help"]["markdown"].get<std::string>().empty());
    EXPECT_EQ(rule["properties"]["tags"][2], rule["id"].get<std::string>().substr(0, 2));
  }
  for (const json& result : run["results"]) {
    EXPECT_EQ(rules[result["ruleIndex"].get<std::size_t>()]["id"], result["ruleId"]);
  }
}

TEST(Sarif, ARuleOutsideTheListIsDescribedToo) {
  Options options = plain_options();
  options.rules = {};
  const json run = json::parse(render_sarif(pw_group().result(), options))["runs"][0];
  ASSERT_EQ(run["tool"]["driver"]["rules"].size(), 2u);
  EXPECT_EQ(run["results"][0]["ruleIndex"], 1);
}

TEST(Sarif, UndecidedVerdictsAreNoResults) {
  const json run = log_of(pw_group())["runs"][0];
  EXPECT_EQ(run["results"].size(), 3u);
  EXPECT_EQ(run["properties"]["unknown"], 3);
}

TEST(Sarif, SuppressionsAreToldForAllResultsOrNone) {
  const json with = log_of(pw_group())["runs"][0]["results"];
  EXPECT_TRUE(with[0]["suppressions"].empty());
  EXPECT_EQ(with[2]["suppressions"][0]["justification"], "the CE has no BFD");
  Example plain;
  const DeviceId a = plain.device("A", "a.cfg", "e-trunk 1\n");
  plain.finding(kEt008, "m", {{a, plain.at(a, 1, "e-trunk"), ""}});
  EXPECT_FALSE(log_of(plain)["runs"][0]["results"][0].contains("suppressions"));
}

TEST(Sarif, ABaselineTellsNewFromOld) {
  const json results = log_of(pw_group_since_baseline())["runs"][0]["results"];
  ASSERT_EQ(results.size(), 4u);
  EXPECT_EQ(results[0]["baselineState"], "new");
  EXPECT_EQ(results[2]["baselineState"], "unchanged");
  EXPECT_EQ(results[2]["message"]["text"], "no BFD session is tracked by E-Trunk 2.");
  EXPECT_EQ(results[3]["baselineState"], "new");
  EXPECT_FALSE(log_of(pw_group())["runs"][0]["results"][0].contains("baselineState"));
}

TEST(Sarif, ColumnsCountUtf16) {
  Example example;
  const DeviceId a = example.device("A", "a.cfg", "description \xF0\x9F\x98\x80\xC3\xA9\xFFx mtu\n");
  example.finding(kEt008, "m", {{a, example.at(a, 1, "mtu"), ""}});
  const json region = log_of(example)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
  EXPECT_EQ(region, json({{"startLine", 1}, {"startColumn", 19}, {"endColumn", 22}}));
}

TEST(Sarif, APlaceWithoutAColumnIsALine) {
  Example example;
  const DeviceId a = example.device("A", "a.cfg", "sysname A\n");
  example.finding(kEt008, "m", {{a, {}, ""}});
  const json region = log_of(example)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
  EXPECT_EQ(region, json({{"startLine", 1}}));
}

TEST(Sarif, TheLineHashIsGitHubsUnlessItsTextHoldsAKey) {
  Example example;
  const std::string far(150, 'x');
  const DeviceId a =
      example.device("A", "a.cfg", "e-trunk 1\n#" + far + "\ne-trunk 2\n security-key simple k\n");
  example.finding(kEt008, "m", {{a, example.at(a, 1, "e-trunk 1"), ""}});
  example.finding(kEt008, "m", {{a, example.at(a, 3, "e-trunk 2"), ""}});
  const json results = log_of(example)["runs"][0]["results"];
  EXPECT_EQ(results[0]["partialFingerprints"]["primaryLocationLineHash"],
            line_hashes(example.snapshot().network.sources.text(FileId{0}))[0].value);
  EXPECT_FALSE(results[1]["partialFingerprints"].contains("primaryLocationLineHash"));
  EXPECT_EQ(results[1]["partialFingerprints"]["holdfast/v1"], "00112233445566aa");
}

TEST(Sarif, BracketsOfAMessageAreNoLinks) {
  Example example;
  const DeviceId a = example.device("A", "a.cfg", "sysname A\n");
  example.finding(kEt008, "VSI [x](0) \\ is odd", {{a, {}, ""}, {a, {}, "note ]"}});
  EXPECT_EQ(log_of(example)["runs"][0]["results"][0]["message"]["text"],
            "VSI \\[x\\](0) \\\\ is odd. See [note \\]](0).");
}

TEST(Sarif, AnInputErrorMakesTheRunUnsuccessful) {
  Example example;
  EXPECT_EQ(log_of(example)["runs"][0]["invocations"][0]["executionSuccessful"], true);
  example.snapshot().problems = {{session::InputProblem::Kind::Error, "a.yaml", 3, 9, "no such rule"}};
  const json invocation = log_of(example)["runs"][0]["invocations"][0];
  EXPECT_EQ(invocation["executionSuccessful"], false);
  EXPECT_EQ(invocation["toolExecutionNotifications"][0]["message"]["text"], "no such rule");
}

}  // namespace
}  // namespace holdfast::report
