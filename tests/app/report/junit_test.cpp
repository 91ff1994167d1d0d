#include "app/report/junit.h"

#include <gtest/gtest.h>

#include "tests/app/report/example.h"

namespace holdfast::report {
namespace {

TEST(Junit, ASuiteForEachDevice) {
  Example example = pw_group();
  example.device("P.1", "lab/P1.cfg", "sysname P.1\n");
  expect_fixture(render_junit(example.result(), plain_options()), "pw_group.xml");
}

TEST(Junit, TheThresholdDecidesWhatFails) {
  const auto failures = [](FailOn threshold) {
    Options options = plain_options();
    options.fail_on = threshold;
    const std::string text = render_junit(pw_group().result(), options);
    const std::size_t at = text.find("failures=\"") + 10;
    return text.substr(at, text.find('"', at) - at);
  };
  EXPECT_EQ(failures(FailOn::Never), "0");
  EXPECT_EQ(failures(FailOn::Error), "1");
  EXPECT_EQ(failures(FailOn::Warning), "2");
  EXPECT_EQ(failures(FailOn::Info), "2");
  EXPECT_EQ(failures(FailOn::Unknown), "5");
}

TEST(Junit, EscapesWhatXmlDoesNotAllow) {
  Example example;
  const DeviceId a = example.device("A\x01<&\">", "a&b.cfg", "description \x1B<x> \xFF ]]>\n");
  example.finding(kPw005, "m\x02 \"q\" & <b>", {{a, example.at(a, 1, "description"), "n"}});
  const std::string text = render_junit(example.result(), plain_options());
  for (const char c : text) EXPECT_TRUE(static_cast<unsigned char>(c) >= 0x20 || c == '\n');
  EXPECT_NE(text.find("name=\"A\\x01&lt;&amp;&quot;&gt;\""), std::string::npos) << text;
  EXPECT_NE(text.find("message=\"m\\x02 &quot;q&quot; &amp; &lt;b&gt;\""), std::string::npos) << text;
  EXPECT_NE(text.find("description \\x1B&lt;x&gt; \\xFF ]]&gt;\n"), std::string::npos) << text;
  EXPECT_NE(text.find("file=\"a&amp;b.cfg\" line=\"1\""), std::string::npos) << text;
}

TEST(Junit, NamesOfASuiteAreUnique) {
  Example example;
  const DeviceId a = example.device("A", "a.cfg", "sysname A\n");
  example.finding(kPw005, "m", {{a, {}, ""}});
  example.finding(kPw005, "m", {{a, {}, ""}});
  const std::string text = render_junit(example.result(), plain_options());
  EXPECT_NE(text.find("name=\"PW005 control-word-differs-in-group: m #2\""), std::string::npos) << text;
}

TEST(Junit, InputErrorsAreErrors) {
  Example example;
  example.snapshot().problems = {{session::InputProblem::Kind::Error, "a.yaml", 3, 9, "no such rule"},
                                 {session::InputProblem::Kind::Note, "b.txt", 0, 0, "skipped"}};
  EXPECT_EQ(
      render_junit(example.result(), plain_options()),
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuites name=\"holdfast\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\" time=\"0\">\n"
      "  <testsuite name=\"input\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\" time=\"0\">\n"
      "    <testcase name=\"a.yaml:3:9\" classname=\"holdfast.input\" file=\"a.yaml\" line=\"3\" "
      "time=\"0\">\n"
      "      <error message=\"no such rule\" type=\"input\"/>\n"
      "    </testcase>\n"
      "  </testsuite>\n"
      "</testsuites>\n");
}

}  // namespace
}  // namespace holdfast::report
