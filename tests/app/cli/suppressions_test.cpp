// Suppressions as callers of `holdfast check` see them.

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace holdfast {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kPe1 =
    "sysname PE1\n"
    "mpls lsr-id 1.1.1.1\n"
    "mpls\n"
    "mpls l2vpn\n"
    "interface GigabitEthernet0/1/0.1\n"
    " vlan-type dot1q 10\n"
    " mpls l2vc 2.2.2.2 100 control-word\n"
    " mpls l2vc 3.3.3.3 200 secondary\n"
    "return\n";

TEST(SuppressionsOnTheCommandLine, MoveTheExitStatusUntilTheyEnd) {
  const test::TemporaryFolder folder;
  folder.write("pe1.cfg", kPe1);
  folder.write("holdfast.yaml", "suppress: [{rule: PW005, reason: laboratory, until: 2026-12-31}]\n");
  const test::Said before =
      test::run_holdfast(folder.path(), "check . --select PW005 --today 2026-12-31", true);
  EXPECT_EQ(before.status, 0);
  EXPECT_THAT(before.out, HasSubstr("no findings, 1 suppressed\n"));
  const test::Said after =
      test::run_holdfast(folder.path(), "check . --select PW005 --today 2027-01-01", true);
  EXPECT_EQ(after.status, 1);
  EXPECT_THAT(after.out, HasSubstr("note: holdfast.yaml:1:12: the suppression of PW005 ended on 2026-12-31"));
  EXPECT_THAT(after.out, HasSubstr("\n1 suppression has ended\n"));
  EXPECT_THAT(test::run_holdfast(folder.path(), "check . -q --select PW005 --today 2027-01-01", true).out,
              Not(HasSubstr("note:")));
}

TEST(SuppressionsOnTheCommandLine, ADayIsWrittenInOneWay) {
  const test::Said said = test::run_holdfast("/", "check . --today 31.12.2026", true);
  EXPECT_EQ(said.status, 2);
  EXPECT_THAT(said.out, HasSubstr("'31.12.2026' is no day; a day is written 2027-01-31"));
}

}  // namespace
}  // namespace holdfast
