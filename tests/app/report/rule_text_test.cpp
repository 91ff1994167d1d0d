#include "app/report/rule_text.h"

#include <gtest/gtest.h>

#include "tests/app/report/example.h"

namespace holdfast::report {
namespace {

TEST(RuleText, ExplainIsAManualPage) {
  EXPECT_EQ(explain_text(kPw005, plain_options()),
            "PW005 control-word-differs-in-group (error)\n"
            "  All PWs of one AC use one control word setting.\n"
            "\n"
            "What is compared\n"
            "  The effective setting of every PW of the AC.\n"
            "\n"
            "Why it matters\n"
            "  After a switchover the far end drops frames whose first word it takes for a\n"
            "  control word.\n"
            "\n"
            "How to mend it\n"
            "  Set the control word on all of them.\n"
            "\n"
            "When it stays silent\n"
            "  Silent when a template was not read.\n"
            "\n"
            "Source\n"
            "  RFC 8469, section 4\n"
            "\n"
            "Reported\n"
            "    sysname A\n"
            "    interface GE0/1/0\n"
            "     mpls l2vc 2.2.2.2 1\n"
            "\n"
            "Not reported\n"
            "    sysname A\n");
}

TEST(RuleText, ExplainAsJson) {
  EXPECT_EQ(explain_json(kEt008),
            "{\n"
            "  \"schema\": 1,\n"
            "  \"code\": \"ET008\",\n"
            "  \"name\": \"bfd-not-bound\",\n"
            "  \"severity\": \"warning\",\n"
            "  \"title\": \"The E-Trunk tracks a BFD session.\",\n"
            "  \"what\": \"\",\n"
            "  \"why\": \"\",\n"
            "  \"fix\": \"\",\n"
            "  \"limits\": \"\",\n"
            "  \"source\": \"\",\n"
            "  \"bad\": \"\",\n"
            "  \"good\": \"\"\n"
            "}\n");
}

TEST(RuleText, ListsRules) {
  EXPECT_EQ(rules_text(kExampleRules, plain_options()),
            "PW005   error    control-word-differs-in-group\n"
            "                 All PWs of one AC use one control word setting.\n"
            "ET008   warning  bfd-not-bound\n"
            "                 The E-Trunk tracks a BFD session.\n"
            "PW001   error    no-matching-endpoint\n"
            "                 The peer has a PW back.\n");
  EXPECT_EQ(rules_json(std::span(kExampleRules).first(1)),
            "{\n"
            "  \"schema\": 1,\n"
            "  \"rules\": [\n"
            "    {\n"
            "      \"code\": \"PW005\",\n"
            "      \"name\": \"control-word-differs-in-group\",\n"
            "      \"severity\": \"error\",\n"
            "      \"title\": \"All PWs of one AC use one control word setting.\"\n"
            "    }\n"
            "  ]\n"
            "}\n");
}

TEST(RuleText, HelpLeavesOutWhatIsEmpty) {
  EXPECT_EQ(help_text(kEt008), "The E-Trunk tracks a BFD session.\n");
  EXPECT_EQ(help_markdown(kEt008), "**The E-Trunk tracks a BFD session.**\n");
  EXPECT_NE(help_markdown(kPw005).find("\n## Not reported\n\n```text\nsysname A\n```\n"), std::string::npos);
}

}  // namespace
}  // namespace holdfast::report
