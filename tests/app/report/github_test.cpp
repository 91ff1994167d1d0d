#include "app/report/github.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "tests/app/report/example.h"

namespace holdfast::report {
namespace {

TEST(Github, AnAnnotationForEachFinding) {
  expect_fixture(render_github(pw_group().result(), plain_options()), "pw_group.github");
}

TEST(Github, NothingInATextEndsOrForgesACommand) {
  Example example;
  const DeviceId a = example.device("A", "a,b:c%.cfg", "e-trunk 1\n");
  rules::Finding& finding =
      example.finding(kEt008, "100 %\n::error::forged", {{a, example.at(a, 1, "1"), "50 %\r\n::stop::x"}});
  finding.consequence = "a, b: c";
  EXPECT_EQ(render_github(example.result(), plain_options()),
            "::warning file=a%2Cb%3Ac%25.cfg,line=1,col=9,title=ET008 bfd-not-bound::100 %25 ::error::forged"
            "%0AEffect: a, b: c%0Aa,b:c%25.cfg:1:9: 50 %25  ::stop::x\n"
            "::notice title=holdfast::1 warning%0Ano lines\n");
}

TEST(Github, WorstFirstAndInputErrorsBeforeAll) {
  Example example;
  const DeviceId a = example.device("A", "/net/a.cfg", "e-trunk 1\n");
  example.finding(kEt008, "warned", {{a, {}, ""}});
  example.finding(kPw001, "broken", {{}});
  example.snapshot().problems = {{session::InputProblem::Kind::Error, "holdfast.yaml", 3, 9, "no such rule"},
                                 {session::InputProblem::Kind::Note, "x.txt", 0, 0, "left out"}};
  const std::string text = render_github(example.result(), plain_options());
  EXPECT_TRUE(
      text.starts_with("::error file=holdfast.yaml,line=3,col=9,title=holdfast::no such rule\n"
                       "::error title=PW001 no-matching-endpoint::broken%0A(no file): takes part\n"
                       "::warning file=a.cfg,line=1,title=ET008 bfd-not-bound::warned"))
      << text;
  EXPECT_EQ(std::ranges::count(text, '\n'), 4);
}

}  // namespace
}  // namespace holdfast::report
