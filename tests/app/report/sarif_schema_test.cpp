// The schema's patterns run through <regex>, in which GCC 12 warns wrongly with sanitizers on (GCC bug
// 105562).
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include <algorithm>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "app/report/sarif.h"
#include "tests/app/report/example.h"
#include "tests/support/sample.h"

namespace holdfast::report {
namespace {

using nlohmann::json;

// What the schema of SARIF 2.1.0 has against the document, one line each.
std::string schema_errors(const json& document) {
  const json schema_document = json::parse(fixture("sarif-2.1.0-rtm.5.json"));
  valijson::Schema schema;
  valijson::SchemaParser parser(valijson::SchemaParser::kDraft4);
  const valijson::adapters::NlohmannJsonAdapter schema_adapter(schema_document);
  parser.populateSchema(schema_adapter, schema);
  valijson::Validator validator;
  valijson::ValidationResults results;
  const valijson::adapters::NlohmannJsonAdapter target(document);
  if (validator.validate(schema, target, &results)) return {};
  std::string out = "invalid\n";
  for (valijson::ValidationResults::Error error; results.popError(error);) {
    for (const std::string& step : error.context) out += step;
    out += ": " + error.description + '\n';
  }
  return out;
}

json log_of(const Example& example) {
  return json::parse(render_sarif(example.result(), plain_options()));
}

TEST(SarifSchema, TheSchemaTellsGoodFromBad) {
  json document = log_of(pw_group());
  document["runs"][0]["results"][0]["level"] = "fatal";
  EXPECT_NE(schema_errors(document), "");
  document = log_of(pw_group());
  document["runs"][0]["results"][0].erase("message");
  EXPECT_NE(schema_errors(document), "");
}

TEST(SarifSchema, FollowsTheOasisSchema) {
  EXPECT_EQ(schema_errors(log_of(pw_group())), "");
  EXPECT_EQ(schema_errors(log_of(pw_group_since_baseline())), "");
  EXPECT_EQ(schema_errors(log_of(Example())), "");
  Example troubled = pw_group();
  troubled.snapshot().problems = {
      {session::InputProblem::Kind::Error, "/elsewhere/holdfast.yaml", 3, 9, "no such rule"},
      {session::InputProblem::Kind::Note, "", 0, 0, "nothing to read"}};
  troubled.finding(kEt008, "about [nothing]", {{{}, {}, ""}, {{}, {}, ""}});
  troubled.finding(kEt008, "bytes \xFF\xFE \x01", {});
  EXPECT_EQ(schema_errors(log_of(troubled)), "");
}

// With code flows, failure sets and the story's lines.
TEST(SarifSchema, FindingsAboutFailuresFollowItToo) {
  session::CheckOptions options;
  options.k = 2;
  const auto result = session::check(test::sample("hvpls-track-hub-pw/broken-no-track-hub-pw"), options);
  const json document = json::parse(render_sarif(result, plain_options()));
  EXPECT_EQ(schema_errors(document), "");
  const json& results = document["runs"][0]["results"];
  const auto loss = std::ranges::find_if(results, [](const json& it) { return it["ruleId"] == "SV001"; });
  ASSERT_NE(loss, results.end());
  EXPECT_EQ((*loss)["properties"]["failureSet"],
            json({"link:NPE1:GigabitEthernet1/0/0--SPE1:GigabitEthernet2/0/0",
                  "link:NPE2:GigabitEthernet1/0/0--SPE1:GigabitEthernet3/0/0"}));
  const json& steps = (*loss)["codeFlows"][0]["threadFlows"][0]["locations"];
  ASSERT_GE(steps.size(), 4U);
  for (const json& step : steps) {
    EXPECT_FALSE(step["location"]["message"]["text"].get<std::string>().empty());
    EXPECT_TRUE(step["location"].contains("physicalLocation"));
  }
  EXPECT_EQ((*loss)["locations"][0]["physicalLocation"]["region"]["startLine"], 15);
}

}  // namespace
}  // namespace holdfast::report
