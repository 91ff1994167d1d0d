#include "importers/topology/snapshot_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace holdfast::topology {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

SnapshotFile read(std::string_view text) {
  return read_snapshot_file(text, FileId{0});
}

std::string first_problem(std::string_view text) {
  const SnapshotFile file = read(text);
  if (file.problems.empty()) return {};
  const FileProblem& problem = file.problems.front();
  return std::to_string(problem.line) + ":" + std::to_string(problem.column) + ": " + problem.message;
}

TEST(SnapshotFile, ReadsLinksWithTheirPlaces) {
  const SnapshotFile file = read("links:\n  - [PE1:GE0/1/0, CE1:GE0/1/2]\n");
  EXPECT_THAT(file.problems, IsEmpty());
  ASSERT_THAT(file.links, SizeIs(1));
  EXPECT_EQ(file.links[0].a.device, "PE1");
  EXPECT_EQ(file.links[0].a.interface, "GE0/1/0");
  EXPECT_EQ(file.links[0].b.device, "CE1");
  EXPECT_EQ(file.links[0].where.line, 2U);
  EXPECT_EQ(file.links[0].where.column, 5U);
}

TEST(SnapshotFile, ReadsRulesAndProfiles) {
  const SnapshotFile file = read(
      "rules: {select: [PW, ET002], ignore: SYN, severity: {PW014: warning}}\n"
      "profile: {PE1: ne40e-v800r012}\n");
  EXPECT_THAT(file.problems, IsEmpty());
  EXPECT_THAT(file.select, ElementsAre("PW", "ET002"));
  EXPECT_THAT(file.ignore, ElementsAre("SYN"));
  EXPECT_EQ(file.severity.at("PW014"), "warning");
  EXPECT_EQ(file.device_profile.at("PE1"), "ne40e-v800r012");
}

TEST(SnapshotFile, AnEmptyFileSaysNothing) {
  EXPECT_THAT(read("# nothing\n").problems, IsEmpty());
}

TEST(SnapshotFile, NamesThePlaceOfEveryMistake) {
  EXPECT_EQ(first_problem("link: []\n"), "1:1: unknown key `link`; is `links` meant?");
  EXPECT_EQ(first_problem("rules:\n  selct: [PW]\n"),
            "2:3: unknown key `selct` in `rules`; is `select` meant?");
  EXPECT_EQ(first_problem("links:\n  - [PE1:GE0/1/0]\n"),
            "2:5: a link has two ends: [PE1:GE0/1/0, CE1:GE0/1/0]");
  EXPECT_EQ(first_problem("links:\n  - [PE1, CE1:GE0/1/0]\n"),
            "2:6: a port is DEVICE:INTERFACE, such as PE1:GE0/1/0");
  EXPECT_EQ(first_problem("rules: {severity: {PW014: loud}}\n"),
            "1:27: a severity is error, warning or info");
  EXPECT_EQ(first_problem("- a\n"), "1:1: the file takes `key: value` pairs");
}

TEST(SnapshotFile, KeepsWhatIsRightBesideAMistake) {
  const SnapshotFile file = read("links:\n  - [PE1:GE0/1/0, CE1:GE0/1/2]\n  - [PE1]\n");
  EXPECT_THAT(file.problems, SizeIs(1));
  EXPECT_THAT(file.links, SizeIs(1));
}

TEST(SnapshotFile, BadYamlIsOneProblemWithItsPlace) {
  const SnapshotFile file = read("links: [[PE1:GE0/1/0, CE1:GE0/1/2]\nrules: {}\n");
  ASSERT_THAT(file.problems, SizeIs(1));
  EXPECT_GT(file.problems[0].line, 0U);
}

TEST(SnapshotFile, DeepNestingIsRefusedBeforeItIsRead) {
  const std::string deep(100000, '[');
  EXPECT_EQ(first_problem(deep), "1:1: brackets are nested too deeply");
}

TEST(SnapshotFile, SaysWhatHasNoEffect) {
  const SnapshotFile file = read("groups: {duct: []}\n");
  ASSERT_THAT(file.problems, SizeIs(1));
  EXPECT_FALSE(file.problems[0].is_error);
}

}  // namespace
}  // namespace holdfast::topology
