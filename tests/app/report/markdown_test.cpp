#include "app/report/markdown.h"

#include <gtest/gtest.h>

#include "app/report/markdown_text.h"
#include "tests/app/report/example.h"

namespace holdfast::report {
namespace {

TEST(Markdown, AComment) {
  expect_fixture(render_markdown(pw_group().result(), plain_options()), "pw_group.md");
}

TEST(Markdown, NothingFound) {
  Example example;
  example.device("A", "a.cfg", "sysname A\n");
  EXPECT_EQ(render_markdown(example.result(), plain_options()),
            "### holdfast: no findings\n\n1 device, 0 services; no lines\n");
}

TEST(Markdown, TextIsNoMarkup) {
  EXPECT_EQ(markdown_text("a*b_c`d[e](f)<g>&|h"), "a\\*b\\_c\\`d\\[e\\](f)&lt;g&gt;&amp;\\|h");
  EXPECT_EQ(markdown_text("ask @admin about #12\nnow"), "ask @<!-- -->admin about #<!-- -->12 now");
  EXPECT_EQ(markdown_text("\x1B[31m"), "\\\\x1B\\[31m");
}

TEST(Markdown, CodeEndsWhereItShould) {
  EXPECT_EQ(markdown_code("mpls l2vc"), "`mpls l2vc`");
  EXPECT_EQ(markdown_code("a `b` c"), "``a `b` c``");
  EXPECT_EQ(markdown_code("`"), "`` ` ``");
  EXPECT_EQ(markdown_code(""), "`  `");
  EXPECT_EQ(markdown_block("x\n"), "```\nx\n```\n");
  EXPECT_EQ(markdown_block("```\n"), "````\n```\n````\n");
}

TEST(Markdown, IsNeverTooLong) {
  Example example;
  const DeviceId a = example.device("A", "a.cfg", "e-trunk 1\n");
  for (int i = 0; i < 2000; ++i) {
    example.finding(kEt008, "finding " + std::to_string(i), {{a, example.at(a, 1, "1"), "some note"}});
  }
  example.finding(kPw001, "the worst", {{a, example.at(a, 1, "1"), ""}});
  const std::string text = render_markdown(example.result(), plain_options());
  EXPECT_LE(text.size(), kMarkdownLimit + 200);
  EXPECT_GT(text.size(), kMarkdownLimit - 1000);
  EXPECT_NE(text.find(" more: this comment is at its limit.*"), std::string::npos);
  EXPECT_LT(text.find("the worst"), text.find("finding 0"));
}

}  // namespace
}  // namespace holdfast::report
