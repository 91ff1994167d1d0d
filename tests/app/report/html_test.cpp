#include "app/report/html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/report/html_map.h"
#include "tests/app/report/example.h"

namespace holdfast::report {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Html, APage) {
  expect_fixture(html_page(pw_group_since_baseline().result(), plain_options(),
                           "<svg xmlns=\"…\"><title>map</title></svg>"),
                 "pw_group.html");
}

TEST(Html, NothingFromTheInputIsMarkup) {
  Example example;
  const DeviceId a = example.device("<b>A</b>", "<i>.cfg", "x<script>alert(1)</script>y\n");
  rules::Finding& finding =
      example.finding(kEt008, "<script>m</script>", {{a, example.at(a, 1, "<script>"), "\"><img src=x>"}});
  finding.consequence = "</p><script>";
  finding.service = "<s>";
  finding.fix = {"<u>", {{a, {"</pre><script>"}}}};
  const std::string page = html_page(example.result(), plain_options(), std::nullopt);
  EXPECT_THAT(page, Not(HasSubstr("<script")));
  EXPECT_THAT(page, Not(HasSubstr("<img")));
  EXPECT_THAT(page, Not(HasSubstr("<b>A")));
  EXPECT_THAT(page, HasSubstr("x<mark>&lt;script&gt;</mark>alert(1)"));
}

TEST(Html, LoadsNothing) {
  const std::string page = html_page(pw_group().result(), plain_options(), std::nullopt);
  EXPECT_THAT(page, HasSubstr("default-src 'none'"));
  for (const char* word : {"http://", "https://", "src=\"", "url(", "@import", "<link", "<script"}) {
    EXPECT_THAT(page, Not(HasSubstr(word)));
  }
  EXPECT_THAT(page, HasSubstr("No drawing: Graphviz is not installed."));
}

TEST(HtmlMap, FindingsStandOnTheirDevices) {
  const std::string dot = findings_dot(pw_group().result());
  EXPECT_THAT(dot, HasSubstr("\"UPE1\" [label=\"UPE1\\n"));
  EXPECT_THAT(dot, HasSubstr("1 finding\", class=\"error\", href=\"#finding-1\""));
  EXPECT_THAT(dot, HasSubstr("class=\"warning\", href=\"#finding-2\""));
}

TEST(HtmlMap, OfALargeNetworkOnlyWhatMattersIsDrawn) {
  Example example;
  for (std::size_t i = 0; i < kMostDrawn; ++i) {
    example.device("D" + std::to_string(i), std::to_string(i) + ".cfg", "e-trunk 1\n");
  }
  EXPECT_THAT(findings_dot(example.result()), HasSubstr("\"D7\" ["));
  const DeviceId last = example.device("LAST", "last.cfg", "e-trunk 1\n");
  EXPECT_EQ(findings_dot(example.result()), "");
  example.finding(kEt008, "m", {{last, {}, ""}});
  EXPECT_THAT(findings_dot(example.result()), HasSubstr("\"LAST\" ["));
  EXPECT_THAT(findings_dot(example.result()), Not(HasSubstr("\"D7\" [")));
}

}  // namespace
}  // namespace holdfast::report
