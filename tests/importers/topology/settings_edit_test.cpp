#include "importers/topology/settings_edit.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "importers/topology/snapshot_file.h"

namespace holdfast::topology {
namespace {

const SettingsAdditions kBoth{{{"A:G1", "B:G1"}}, {{"duct", {"link:A:G1--B:G1"}}}};

TEST(SettingsEdit, MakesAFile) {
  EXPECT_EQ(with_additions("", kBoth), "links:\n  - [A:G1, B:G1]\ngroups:\n  duct: [\"link:A:G1--B:G1\"]\n");
  EXPECT_EQ(with_additions("", {}), "");
}

TEST(SettingsEdit, KeepsEveryOtherByte) {
  EXPECT_EQ(
      with_additions("# ours\r\nlinks:   # stated\n  # the first\n  - [C:G1, D:G1]\n\nprofile: x", kBoth),
      "# ours\r\nlinks:   # stated\n  # the first\n  - [A:G1, B:G1]\n  - [C:G1, D:G1]\n\nprofile: x\n"
      "groups:\n  duct: [\"link:A:G1--B:G1\"]\n");
}

TEST(SettingsEdit, AddsToListsOnOneLine) {
  EXPECT_EQ(
      with_additions("links: [[C:G1, D:G1]]\ngroups: {duct: [\"link:x\"], other: [\"link:y\"]}\n", kBoth),
      "links: [[A:G1, B:G1], [C:G1, D:G1]]\n"
      "groups: {duct: [\"link:A:G1--B:G1\", \"link:x\"], other: [\"link:y\"]}\n");
}

TEST(SettingsEdit, AddsToBlocks) {
  EXPECT_EQ(
      with_additions("groups:\n    other:\n      - \"link:y\"\n    duct:\n    - \"link:x\"\n", kBoth),
      "groups:\n    other:\n      - \"link:y\"\n    duct:\n    - \"link:A:G1--B:G1\"\n    - \"link:x\"\n"
      "links:\n  - [A:G1, B:G1]\n");
  EXPECT_EQ(with_additions("groups:\n  other: [\"link:y\"]\n", {{}, kBoth.groups}),
            "groups:\n  duct: [\"link:A:G1--B:G1\"]\n  other: [\"link:y\"]\n");
}

TEST(SettingsEdit, TakesOverKeysThatHoldNothing) {
  EXPECT_EQ(with_additions("links:\n", {kBoth.links, {}}), "# links:\nlinks:\n  - [A:G1, B:G1]\n");
  EXPECT_EQ(with_additions("links: []\nprofile: x\n", {kBoth.links, {}}),
            "# links: []\nprofile: x\nlinks:\n  - [A:G1, B:G1]\n");
}

// Whatever is there stays there, and what is added is read.
RC_GTEST_PROP(SettingsEditProperty, IsReadAsBoth, ()) {
  const auto names = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 9));
  const bool flow = *rc::gen::arbitrary<bool>();
  std::string text = *rc::gen::element<std::string>("", "# a comment\n", "rules: {ignore: [SYN004]}\n");
  std::string items;
  for (const int name : names)
    items += flow ? fmt::format("[C{}:G1, D:G1], ", name) : fmt::format("  - [C{}:G1, D:G1]\n", name);
  if (!names.empty()) text += flow ? "links: [" + items + "]\n" : "links:\n" + items;
  const SnapshotFile before = read_snapshot_file(text, FileId{0});
  const SnapshotFile after = read_snapshot_file(with_additions(text, kBoth), FileId{0});
  RC_ASSERT(after.problems.empty());
  RC_ASSERT(after.links.size() == before.links.size() + 1);
  RC_ASSERT(after.links.front().a.device == "A");
  RC_ASSERT(after.groups.size() == 1);
}

}  // namespace
}  // namespace holdfast::topology
