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
  ASSERT_THAT(file.select, SizeIs(2));
  EXPECT_EQ(*file.select[0], "PW");
  EXPECT_EQ(*file.select[1], "ET002");
  EXPECT_EQ(file.select[1].where.column, 22U);
  ASSERT_THAT(file.ignore, SizeIs(1));
  EXPECT_EQ(*file.ignore[0], "SYN");
  EXPECT_EQ(*file.severity.at("PW014"), "warning");
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

TEST(SnapshotFile, ReadsSuppressions) {
  const SnapshotFile file = read(
      "suppress:\n"
      "  - {rule: ET008, device: PE2, reason: the CE side has no BFD, until: 2027-01-31}\n"
      "  - rule: PW\n"
      "    service: vpws:PE1:GE0/1/0.1\n"
      "    reason: laboratory\n");
  EXPECT_THAT(file.problems, IsEmpty());
  ASSERT_THAT(file.suppressions, SizeIs(2));
  EXPECT_EQ(*file.suppressions[0].rule, "ET008");
  EXPECT_EQ(*file.suppressions[0].device, "PE2");
  EXPECT_EQ(*file.suppressions[0].service, "");
  EXPECT_EQ(file.suppressions[0].reason, "the CE side has no BFD");
  EXPECT_EQ(day_text(*file.suppressions[0].until), "2027-01-31");
  EXPECT_EQ(file.suppressions[0].where.line, 2U);
  EXPECT_EQ(file.suppressions[0].where.column, 5U);
  EXPECT_EQ(*file.suppressions[1].service, "vpws:PE1:GE0/1/0.1");
  EXPECT_FALSE(file.suppressions[1].until);
}

TEST(SnapshotFile, NamesThePlaceOfEveryMistakeAboutSuppressions) {
  EXPECT_EQ(first_problem("suppress: {}\n"),
            "1:11: `suppress` takes a list: [{rule: ET008, device: PE2, reason: …}]");
  EXPECT_EQ(first_problem("suppress: [ET008]\n"), "1:12: a suppression takes `key: value` pairs");
  EXPECT_EQ(first_problem("suppress: [{rule: ET008}]\n"),
            "1:12: a suppression gives its reason: `reason: …`");
  EXPECT_EQ(first_problem("suppress: [{reason: none}]\n"), "1:12: a suppression names a rule: `rule: ET008`");
  EXPECT_EQ(first_problem("suppress: [{rule: ET008, reason: ' '}]\n"),
            "1:34: `reason` of a suppression is a text");
  EXPECT_EQ(first_problem("suppress: [{rule: ET008, reason: x, untill: 2027-01-31}]\n"),
            "1:37: unknown key `untill` in a suppression; is `until` meant?");
  EXPECT_EQ(first_problem("suppress: [{rule: ET008, reason: x, until: 2027-02-29}]\n"),
            "1:44: `until` is the last day on which it applies, such as 2027-01-31");
}

TEST(SnapshotFile, AWrongSuppressionIsNotApplied) {
  EXPECT_THAT(read("suppress: [{rule: ET008, reason: x, devize: PE1}, {rule: ET, reason: y}]\n").suppressions,
              SizeIs(1));
}

TEST(SnapshotFile, ReadsGroupsWithTheirPlaces) {
  const SnapshotFile file = read(
      "groups:\n"
      "  duct-7: [link:PE1:GE0/1/0--PE2:GE0/1/0, port:PE1:GE0/1/1]\n"
      "  site east: [node:PE2, board:P4:0/1]\n");
  EXPECT_THAT(file.problems, IsEmpty());
  ASSERT_THAT(file.groups, SizeIs(2));
  EXPECT_EQ(file.groups[0].name, "duct-7");
  EXPECT_EQ(file.groups[0].where.line, 2U);
  ASSERT_THAT(file.groups[0].members, SizeIs(2));
  EXPECT_EQ(*file.groups[0].members[1], "port:PE1:GE0/1/1");
  EXPECT_EQ(file.groups[0].members[1].where.line, 2U);
  EXPECT_EQ(file.groups[0].members[1].where.column, 43U);
  EXPECT_EQ(file.groups[1].name, "site east");
}

TEST(SnapshotFile, ReadsWhatMayFailAndHowLikely) {
  const SnapshotFile file = read(
      "failures: {k: 3, elements: [node, group], probability: {node: 1e-5, 'link:A:GE1--B:GE1': 0.25}}\n");
  EXPECT_THAT(file.problems, IsEmpty());
  EXPECT_EQ(file.failures.k, 3U);
  EXPECT_THAT(file.failures.kinds, ElementsAre(ElementKind::Node, ElementKind::Group));
  ASSERT_THAT(file.failures.probabilities, SizeIs(2));
  EXPECT_EQ(file.failures.probabilities[0].element, "node");
  EXPECT_EQ(file.failures.probabilities[0].value, 1e-5);
  EXPECT_EQ(file.failures.probabilities[1].element, "link:A:GE1--B:GE1");
  EXPECT_EQ(file.failures.probabilities[1].value, 0.25);
}

TEST(SnapshotFile, NamesThePlaceOfEveryMistakeAboutFailures) {
  EXPECT_EQ(first_problem("groups: [a]\n"), "1:9: `groups` takes `key: value` pairs");
  EXPECT_EQ(first_problem("groups: {a: node:PE1}\n"),
            "1:13: a group takes a list of elements: [node:PE1, link:PE1:GE0/1/0--PE2:GE0/1/0]");
  EXPECT_EQ(first_problem("groups: {a: [nod:PE1]}\n"),
            "1:14: there is no kind of element `nod`; is `node` meant?");
  EXPECT_EQ(first_problem("groups: {a: [PE1]}\n"),
            "1:14: an element is node:DEV, board:DEV:SLOT, link:DEV:IF--DEV:IF or port:DEV:IF");
  EXPECT_EQ(first_problem("groups: {a: [group:b]}\n"), "1:14: a group holds no other group");
  EXPECT_EQ(first_problem("groups: {a: [node:PE1], a: [node:PE2]}\n"), "1:25: there is a group `a` already");
  EXPECT_EQ(first_problem("failures: {k: two}\n"), "1:15: `k` is a number from 0 to 8");
  EXPECT_EQ(first_problem("failures: {k: 9}\n"), "1:15: `k` is a number from 0 to 8");
  EXPECT_EQ(first_problem("failures: {k: -1}\n"), "1:15: `k` is a number from 0 to 8");
  EXPECT_EQ(first_problem("failures: {kk: 1}\n"),
            "1:12: unknown key `kk` in `failures`; known are k, elements, probability");
  EXPECT_EQ(first_problem("failures: {elements: [lnk]}\n"),
            "1:23: there is no kind of element `lnk`; is `link` meant?");
  EXPECT_EQ(first_problem("failures: {probability: {node: 2}}\n"),
            "1:32: a probability is a number from 0 to 1, such as 1e-5");
  EXPECT_EQ(first_problem("failures: {probability: {node: nan}}\n"),
            "1:32: a probability is a number from 0 to 1, such as 1e-5");
  EXPECT_EQ(first_problem("failures: {probability: {nodes: 0.1}}\n"),
            "1:26: there is no kind of element `nodes`; is `node` meant?");
}

TEST(SnapshotFile, Pools) {
  const SnapshotFile file = read_snapshot_file("pools: {vc-id: 1000-1999, discriminator: 7}\n", FileId{0});
  EXPECT_TRUE(file.problems.empty());
  EXPECT_EQ(file.pools.at("vc-id").first, 1000U);
  EXPECT_EQ(file.pools.at("vc-id").last, 1999U);
  EXPECT_EQ(file.pools.at("discriminator").last, 7U);
  const SnapshotFile wrong = read_snapshot_file("pools: {vcid: 1-2, vrid: 9-1}\n", FileId{0});
  ASSERT_EQ(wrong.problems.size(), 2U);
  EXPECT_EQ(wrong.problems[0].message, "unknown key `vcid` in `pools`; is `vc-id` meant?");
  EXPECT_EQ(wrong.problems[1].message, "a pool is a range of numbers: 1000-1999");
}
}  // namespace
}  // namespace holdfast::topology
