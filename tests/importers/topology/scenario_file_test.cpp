#include "importers/topology/scenario_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace holdfast::topology {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

std::string first_problem(std::string_view text) {
  const ScenarioFile file = read_scenario_file(text, FileId{0});
  if (file.problems.empty()) return {};
  const FileProblem& problem = file.problems.front();
  return std::to_string(problem.line) + ":" + std::to_string(problem.column) + ": " + problem.message;
}

TEST(ScenarioFile, ReadsWhatFailsAndWhatIsExpected) {
  const ScenarioFile file = read_scenario_file(
      "fail: [node:PE2, 'link:PE1:GE0/1/0']\n"
      "expect:\n"
      "  'vpws:PE1:GE0/1/0.10': lost-unavoidable\n",
      FileId{0});
  EXPECT_THAT(file.problems, IsEmpty());
  ASSERT_THAT(file.fail, SizeIs(2));
  EXPECT_EQ(*file.fail[1], "link:PE1:GE0/1/0");
  EXPECT_EQ(file.fail[1].where.column, 18U);
  ASSERT_THAT(file.expect, SizeIs(1));
  EXPECT_EQ(file.expect[0].service, "vpws:PE1:GE0/1/0.10");
  EXPECT_EQ(file.expect[0].outcome, Outcome::LostUnavoidable);
  EXPECT_EQ(file.expect[0].where.line, 3U);
}

TEST(ScenarioFile, NamesThePlaceOfEveryMistake) {
  EXPECT_EQ(first_problem("fail: node:PE1\n"), "1:7: `fail` takes a list of elements: [node:PE1]");
  EXPECT_EQ(first_problem("fail: [[a]]\n"), "1:8: an element is a name such as node:PE1");
  EXPECT_EQ(first_problem("fial: []\n"), "1:1: unknown key `fial`; is `fail` meant?");
  EXPECT_EQ(first_problem("expect: {s: deliverd}\n"),
            "1:13: there is no outcome `deliverd`; is `delivered` meant?");
  EXPECT_EQ(first_problem("expect: []\n"), "1:9: `expect` takes `key: value` pairs");
  EXPECT_EQ(first_problem("- a\n"), "1:1: the file takes `key: value` pairs");
  EXPECT_NE(first_problem("fail: [a\n"), "");
  EXPECT_EQ(first_problem(""), "");
}

}  // namespace
}  // namespace holdfast::topology
