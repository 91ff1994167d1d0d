// What a user gets for input that is wrong: one clear message, the right exit status, and the findings of
// everything else.

#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace holdfast {
namespace {

using testing::HasSubstr;
using testing::Not;

class BadInput : public testing::Test {
 protected:
  void write(const std::string& name, const std::string& text) const { folder_.write(name, text); }

  // stdout and stderr
  test::Said run(const std::string& arguments) const {
    return test::run_holdfast(folder_.path(), arguments, true);
  }

  test::TemporaryFolder folder_;
};

// A device with one finding (PW005) and one service.
constexpr const char* kPe1 = R"(#
sysname PE1
#
mpls lsr-id 1.1.1.1
mpls
#
mpls l2vpn
#
interface GigabitEthernet0/1/0.1
 vlan-type dot1q 10
 mpls l2vc 2.2.2.2 100 control-word
 mpls l2vc 3.3.3.3 200 secondary
#
return
)";

TEST_F(BadInput, WrongCommand) {
  const test::Said typo = run("chek nowhere");
  EXPECT_EQ(typo.status, 2);
  EXPECT_THAT(typo.out, HasSubstr("there is no command `chek`; is `check` meant?"));
  const test::Said other = run("network/");
  EXPECT_THAT(other.out, HasSubstr("there is no command `network/`\n"));
  const test::Said none = run("");
  EXPECT_EQ(none.status, 2);
  EXPECT_THAT(none.out, HasSubstr("no command\n`holdfast --help` shows"));
  const test::Said option = run("check --selct PW nowhere");
  EXPECT_EQ(option.status, 2);
  EXPECT_THAT(option.out, HasSubstr("`holdfast check --help` shows"));
  EXPECT_THAT(run("--versoin").out, HasSubstr("`--versoin` stands where a command should"));
}

TEST_F(BadInput, MissingPath) {
  const test::Said result = run("check nowhere");
  EXPECT_EQ(result.status, 2);
  EXPECT_THAT(result.out, HasSubstr("nowhere: no such file or folder"));
}

TEST_F(BadInput, NoPath) {
  EXPECT_EQ(run("check").status, 2);
}

TEST_F(BadInput, EmptyFolder) {
  const test::Said result = run("check .");
  EXPECT_EQ(result.status, 3);
  EXPECT_THAT(result.out, HasSubstr("no configuration found"));
}

TEST_F(BadInput, EmptyFileLosesNoOtherFinding) {
  write("pe1.cfg", kPe1);
  write("empty.cfg", "");
  const test::Said result = run("check .");
  EXPECT_EQ(result.status, 2);
  EXPECT_THAT(result.out, HasSubstr("empty.cfg: is empty"));
  EXPECT_THAT(result.out, HasSubstr("PW005"));
}

TEST_F(BadInput, BinaryFile) {
  write("pe1.cfg", kPe1);
  write("image.cfg", std::string("\x7f"
                                 "ELF\0\1\2\3\4\5",
                                 10) +
                         std::string(500, '\x03'));
  const test::Said result = run("check .");
  EXPECT_EQ(result.status, 2);
  EXPECT_THAT(result.out, HasSubstr("image.cfg: not read: looks like a binary file"));
  EXPECT_THAT(result.out, HasSubstr("PW005"));
}

TEST_F(BadInput, AHugeFileOfOneLine) {
  write("pe1.cfg", kPe1);
  write("huge.cfg", std::string(std::size_t{200} << 20U, 'x'));
  const test::Said result = run("check .");
  EXPECT_EQ(result.status, 2);
  EXPECT_THAT(result.out, HasSubstr("huge.cfg: not read: 200 MB"));
  EXPECT_THAT(result.out, HasSubstr("PW005"));
}

TEST_F(BadInput, ALongLineIsReadAndShownShort) {
  write("pe1.cfg", std::string(kPe1) + "sysname " + std::string(1U << 20U, 'x') + "\n");
  const test::Said result = run("check . --format concise");
  EXPECT_LT(result.out.size(), 20000U);
}

TEST_F(BadInput, TypoInTheSnapshotsFile) {
  write("pe1.cfg", kPe1);
  write("holdfast.yaml", "links: []\nrulez: {}\n");
  const test::Said result = run("check .");
  EXPECT_EQ(result.status, 2);
  EXPECT_THAT(result.out, HasSubstr("holdfast.yaml:2:1: unknown key `rulez`; is `rules` meant?"));
  EXPECT_THAT(result.out, HasSubstr("PW005"));
}

TEST_F(BadInput, UnknownRuleFormatAndCommand) {
  write("pe1.cfg", kPe1);
  EXPECT_THAT(run("check . --select PW999").out, HasSubstr("there is no rule or family 'PW999'"));
  EXPECT_EQ(run("check . --select PW999").status, 2);
  EXPECT_THAT(run("check . --format xml").out, HasSubstr("there is no format 'xml'"));
  EXPECT_EQ(run("check . --format xml").status, 2);
  EXPECT_EQ(run("chekc .").status, 2);
  EXPECT_EQ(run("explain PW999").status, 2);
}

TEST_F(BadInput, FindingsAreExitStatusOneAndTheThresholdMovesIt) {
  write("pe1.cfg", kPe1);
  EXPECT_EQ(run("check . --select PW005").status, 1);
  EXPECT_EQ(run("check . --select PW005 --fail-on never").status, 0);
  EXPECT_EQ(run("check . --ignore PW005 --select PW005").status, 0);
}

TEST_F(BadInput, ReportsGoToFilesWholeOrNotAtAll) {
  write("pe1.cfg", kPe1);
  EXPECT_EQ(run("check . --select PW005 --format sarif=out.sarif --format json=out.json").status, 1);
  EXPECT_GT(folder_.read("out.sarif").size(), 100U);
  EXPECT_GT(folder_.read("out.json").size(), 100U);
  const test::Said result = run("check . --select PW005 --format json=missing/out.json");
  EXPECT_EQ(result.status, 2);
  EXPECT_THAT(result.out, HasSubstr("missing/out.json cannot be written"));
}

TEST_F(BadInput, ATextFileThatIsNoConfigurationIsNobodysMistake) {
  write("pe1.cfg", kPe1);
  write("notes.txt", "Remember the milk.\n");
  EXPECT_THAT(run("check . --select PW005").out, Not(HasSubstr("notes.txt")));
  EXPECT_EQ(run("check notes.txt").status, 2);
}

TEST_F(BadInput, StandardInputIsAConfiguration) {
  write("pe1.cfg", kPe1);
  const std::string command = "'" + std::string(HOLDFAST_BINARY) + "' check - --select PW005 < '" +
                              folder_.path() + "/pe1.cfg" + "' >/dev/null";
  EXPECT_EQ(WEXITSTATUS(std::system(command.c_str())), 1);
}

}  // namespace
}  // namespace holdfast
