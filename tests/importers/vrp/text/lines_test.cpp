#include "importers/vrp/text/lines.h"

#include <gtest/gtest.h>
#include <string>

namespace holdfast::vrp {
namespace {

TEST(Lines, KeepPlaceAndIndentation) {
  const auto lines = split_lines("#\ninterface GigabitEthernet0/1/0\n undo shutdown  \n\n\tmpls\n");
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[0].kind, LineKind::Separator);
  EXPECT_EQ(lines[1].text, "interface GigabitEthernet0/1/0");
  EXPECT_EQ(lines[2].text, "undo shutdown");
  EXPECT_EQ(lines[2].column, 2);
  EXPECT_EQ(lines[2].indent, 1);
  EXPECT_EQ(lines[3].number, 5U);
  EXPECT_EQ(lines[3].indent, 8);
  EXPECT_EQ(lines[3].column, 2);
}

TEST(Lines, TakeLineEndsAndMarksOfOtherSystems) {
  const auto lines = split_lines("\xef\xbb\xbfsysname A\r\nmpls\r\nreturn");
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0].text, "sysname A");
  EXPECT_EQ(lines[0].column, 4);
  EXPECT_EQ(lines[1].text, "mpls");
  EXPECT_EQ(lines[2].text, "return");
}

TEST(Lines, DropThePagerAndKeepWhatFollowsIt) {
  const auto lines =
      split_lines("  ---- More ----\x1b[42D          \x1b[42D ip address 10.0.0.1 24\n  ---- More ----\n");
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].text, "ip address 10.0.0.1 24");
  EXPECT_EQ(lines[0].indent, 1);
}

TEST(Lines, PromptsAreNoConfigurationButWhatIsTypedThereIs) {
  const auto lines =
      split_lines("<PE1>display current-configuration\n[~PE1-vsi-a]vsi-id 5\n[PE1] display this\n<PE1>\n");
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[0].kind, LineKind::Remark);
  EXPECT_EQ(lines[1].kind, LineKind::Command);
  EXPECT_EQ(lines[1].text, "vsi-id 5");
  EXPECT_EQ(lines[1].column, 13);
  EXPECT_TRUE(lines[1].prompted());
  EXPECT_EQ(lines[1].prompt, "~PE1-vsi-a");
  EXPECT_EQ(lines[2].kind, LineKind::Remark);
  EXPECT_EQ(lines[3].kind, LineKind::Remark);
}

TEST(Lines, WhatOtherCommandsShowIsNoConfiguration) {
  const auto lines = split_lines(
      "<PE1>display version\nVRP (R) software\n#\n<PE1>dis cu\n#\nsysname A\n<PE1>disp lldp neighbor\nindex "
      ":1\n"
      "[PE1]mpls\n");
  const auto is_remark = [&](std::size_t at) { return lines.at(at).kind == LineKind::Remark; };
  EXPECT_TRUE(is_remark(1));
  EXPECT_TRUE(is_remark(2));
  EXPECT_EQ(lines.at(4).kind, LineKind::Separator);
  EXPECT_EQ(lines.at(5).kind, LineKind::Command);
  EXPECT_TRUE(is_remark(7));
  EXPECT_EQ(lines.at(8).kind, LineKind::Command);
}

TEST(Lines, CommentHeadersOfArchivesAreRemarks) {
  const auto lines = split_lines("!RANCID-CONTENT-TYPE: vrp\n! comment\n# LOCAL\nsysname A\n");
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[0].kind, LineKind::Remark);
  EXPECT_EQ(lines[1].kind, LineKind::Remark);
  EXPECT_EQ(lines[2].kind, LineKind::Separator);
}

TEST(Lines, MessagesOfTheDeviceAreRemarks) {
  const auto lines = split_lines(
      "Info: The configuration takes effect.\n[PE1]mpsl\n    ^\nError: Unrecognized command found at '^' "
      "position.\n"
      "Warning: The link goes down.\n[PE1]#\n");
  ASSERT_EQ(lines.size(), 6U);
  for (const std::size_t at : {0U, 2U, 3U, 4U, 5U})
    EXPECT_EQ(lines[at].kind, LineKind::Remark) << lines[at].text;
  EXPECT_EQ(lines[1].kind, LineKind::Command);
}

TEST(Lines, AHugeLineIsOneLineWithASaturatedColumn) {
  const auto lines = split_lines(std::string(100000, ' ') + "mpls");
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].column, 65535);
  EXPECT_EQ(lines[0].indent, 65535);
}

TEST(Lines, NothingComesOfNothing) {
  EXPECT_TRUE(split_lines("").empty());
  EXPECT_TRUE(split_lines("\n\r\n \t\n").empty());
  EXPECT_TRUE(split_lines(std::string(10, '\0')).empty());
}

}  // namespace
}  // namespace holdfast::vrp
