#include "app/session/config_comparison.h"

#include <gtest/gtest.h>
#include <string>

#include "app/session/load.h"

namespace holdfast::session {
namespace {

std::string compared(const std::string& before, const std::string& after) {
  const auto snapshot_of = [](const std::string& lines) {
    return load_texts({{"a.cfg", "sysname A\n#\n" + lines + "#\nreturn\n"}});
  };
  std::string text;
  for (const ComparedLine& it :
       compared_lines(*snapshot_of(before), *snapshot_of(after), DeviceId(std::size_t{0}))) {
    if (it.kind == ComparedLine::Kind::Same) continue;
    text += "=~+-"[static_cast<int>(it.kind)];
    text += std::to_string(it.before.number) + ":" + it.before.text + "|" + std::to_string(it.after.number) +
            ":" + it.after.text + "\n";
  }
  return text;
}

TEST(ConfigComparison, NothingChanges) {
  EXPECT_EQ(compared("interface LoopBack0\n", "interface LoopBack0\n"), "");
}

TEST(ConfigComparison, LinesThatBeginAlikeAreOneThatChanged) {
  EXPECT_EQ(
      compared("vsi a\n pwsignal ldp\n  vsi-id 1\n  peer 1.1.1.1\n", "vsi a\n pwsignal ldp\n  vsi-id 2\n"),
      "~5:  vsi-id 1|5:  vsi-id 2\n"
      "-6:  peer 1.1.1.1|0:\n");
}

TEST(ConfigComparison, AddedLinesStandWhereTheyAreAdded) {
  EXPECT_EQ(compared("interface LoopBack0\n ip address 1.1.1.1 32\n",
                     "interface LoopBack0\n description x\n ip address 1.1.1.2 32\n"),
            "+0:|4: description x\n"
            "~4: ip address 1.1.1.1 32|5: ip address 1.1.1.2 32\n");
}

TEST(ConfigComparison, LinesKeepTheirNumbersOnBothSides) {
  const auto before = load_texts({{"a.cfg", "sysname A\n#\nbfd\n#\nmpls\n#\nreturn\n"}});
  const auto after = load_texts({{"a.cfg", "sysname A\n#\nmpls\n#\nreturn\n"}});
  const auto lines = compared_lines(*before, *after, DeviceId(std::size_t{0}));
  EXPECT_EQ(lines.back().before.text, "return");
  EXPECT_EQ(lines.back().before.number, 7U);
  EXPECT_EQ(lines.back().after.number, 5U);
}

TEST(ConfigComparison, ShowsNoKey) {
  for (const ComparedLine& it : compared_lines(
           *load_texts(
               {{"a.cfg", "sysname A\n#\nmpls ldp\n md5-password plain 1.1.1.1 secret1\n#\nreturn\n"}}),
           *load_texts(
               {{"a.cfg", "sysname A\n#\nmpls ldp\n md5-password plain 1.1.1.1 secret2\n#\nreturn\n"}}),
           DeviceId(std::size_t{0}))) {
    EXPECT_EQ(it.before.text.find("secret"), std::string::npos);
    EXPECT_EQ(it.after.text.find("secret"), std::string::npos);
  }
}

}  // namespace
}  // namespace holdfast::session
