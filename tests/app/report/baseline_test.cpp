#include "app/report/baseline.h"

#include <gtest/gtest.h>

namespace holdfast::report {
namespace {

TEST(BaselineFile, OneLineForEachFinding) {
  const session::Baseline baseline{{{"00aa", "PW005", "violated", "the \"secondary\" PW\n"},
                                    {"00bb", "PW001", "unknown", "bad \xFF byte"}}};
  EXPECT_EQ(baseline_json(baseline),
            "{\n"
            "  \"schema\": 1,\n"
            "  \"findings\": [\n"
            "    {\"fingerprint\":\"00aa\",\"rule\":\"PW005\",\"verdict\":\"violated\",\"message\":\"the "
            "\\\"secondary\\\" PW\\n\"},\n"
            "    {\"fingerprint\":\"00bb\",\"rule\":\"PW001\",\"verdict\":\"unknown\",\"message\":\"bad "
            "\xEF\xBF\xBD byte\"}\n"
            "  ]\n"
            "}\n");
  EXPECT_EQ(baseline_json({}), "{\n  \"schema\": 1,\n  \"findings\": []\n}\n");
}

TEST(BaselineFile, IsReadAsItWasWritten) {
  const session::Baseline baseline{{{"00aa", "PW005", "violated", "m"}, {"00bb", "PW001", "unknown", ""}}};
  std::string error;
  const auto read = read_baseline(baseline_json(baseline), error);
  ASSERT_TRUE(read) << error;
  EXPECT_EQ(baseline_json(*read), baseline_json(baseline));
}

TEST(BaselineFile, AnythingElseIsRefused) {
  for (const char* text : {"", "[]", "{}", "{\"schema\": 2, \"findings\": []}", "{\"schema\": 1}",
                           "{\"schema\": 1, \"findings\": [{}]}", "{\"schema\": 1, \"findings\": [3]}",
                           "{\"schema\": 1, \"findings\": [{\"fingerprint\": 1, \"rule\": \"PW005\"}]}"}) {
    std::string error;
    EXPECT_FALSE(read_baseline(text, error)) << text;
    EXPECT_NE(error, "");
  }
}

}  // namespace
}  // namespace holdfast::report
