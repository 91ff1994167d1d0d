#include "app/report/json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/app/report/example.h"

namespace holdfast::report {
namespace {

TEST(Json, HasTheDocumentedShape) {
  expect_fixture(render_json(pw_group().result(), plain_options()), "pw_group.json");
}

TEST(Json, WhatABaselineHoldsStandsApart) {
  const auto document =
      nlohmann::json::parse(render_json(pw_group_since_baseline().result(), plain_options()));
  EXPECT_EQ(document["summary"]["warning"], 1);
  EXPECT_EQ(document["summary"]["known"], 1);
  EXPECT_EQ(document["summary"]["fixed"], 1);
  ASSERT_EQ(document["known"].size(), 1U);
  EXPECT_EQ(document["known"][0]["locations"][0]["file"], "lab/UPE2.cfg");
}

TEST(Json, HidesKeysAndReplacesBytesThatAreNoUtf8) {
  Example example;
  const DeviceId a = example.device("A", "a.cfg", " security-key simple Hunter2 \xFF\n");
  rules::Finding& finding =
      example.finding(kEt008, "bad \xFF byte", {{a, example.at(a, 1, "security-key"), ""}});
  finding.fix = {"", {{a, {"security-key simple Hunter2"}}, {a, {"commit"}}}};
  const std::string text = render_json(example.result(), plain_options());
  EXPECT_EQ(text.find("Hunter2"), std::string::npos);
  const auto document = nlohmann::json::parse(text);
  EXPECT_EQ(document["findings"][0]["message"], "bad \xEF\xBF\xBD byte");
  EXPECT_EQ(document["findings"][0]["locations"][0]["text"], " security-key simple ******");
  EXPECT_EQ(document["findings"][0]["fix"]["commands"]["A"],
            nlohmann::json({"security-key simple ******", "commit"}));
}

TEST(Json, AnEmptyResultIsADocument) {
  const auto document = nlohmann::json::parse(render_json(Example().result(), plain_options()));
  EXPECT_EQ(document["schema"], 1);
  EXPECT_EQ(document["findings"], nlohmann::json::array());
}

}  // namespace
}  // namespace holdfast::report
