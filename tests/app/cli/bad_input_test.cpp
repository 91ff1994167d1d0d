// What a user gets for input that is wrong: one clear message, the right exit status, and the findings of
// everything else.

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace holdfast {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

struct Outcome {
  int status = -1;
  std::string output;  // stdout and stderr
};

class BadInput : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("holdfast-" + std::to_string(getpid()) + "-" +
                                           testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }

  Outcome run(const std::string& arguments) const {
    const std::string command =
        "cd '" + folder_.string() + "' && '" + HOLDFAST_BINARY + "' " + arguments + " 2>&1 </dev/null";
    Outcome result;
    FILE* pipe = popen(command.c_str(), "r");
    char buffer[4096];
    while (const std::size_t count = fread(buffer, 1, sizeof buffer, pipe))
      result.output.append(buffer, count);
    result.status = WEXITSTATUS(pclose(pipe));
    return result;
  }

  fs::path folder_;
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
  const Outcome typo = run("chek nowhere");
  EXPECT_EQ(typo.status, 2);
  EXPECT_THAT(typo.output, HasSubstr("there is no command `chek`; is `check` meant?"));
  const Outcome other = run("network/");
  EXPECT_THAT(other.output, HasSubstr("there is no command `network/`\n"));
  const Outcome none = run("");
  EXPECT_EQ(none.status, 2);
  EXPECT_THAT(none.output, HasSubstr("no command\n`holdfast --help` shows"));
  const Outcome option = run("check --selct PW nowhere");
  EXPECT_EQ(option.status, 2);
  EXPECT_THAT(option.output, HasSubstr("`holdfast check --help` shows"));
  EXPECT_THAT(run("--versoin").output, HasSubstr("`--versoin` stands where a command should"));
}

TEST_F(BadInput, MissingPath) {
  const Outcome result = run("check nowhere");
  EXPECT_EQ(result.status, 2);
  EXPECT_THAT(result.output, HasSubstr("nowhere: no such file or folder"));
}

TEST_F(BadInput, NoPath) {
  EXPECT_EQ(run("check").status, 2);
}

TEST_F(BadInput, EmptyFolder) {
  const Outcome result = run("check .");
  EXPECT_EQ(result.status, 3);
  EXPECT_THAT(result.output, HasSubstr("no configuration found"));
}

TEST_F(BadInput, EmptyFileLosesNoOtherFinding) {
  write("pe1.cfg", kPe1);
  write("empty.cfg", "");
  const Outcome result = run("check .");
  EXPECT_EQ(result.status, 2);
  EXPECT_THAT(result.output, HasSubstr("empty.cfg: is empty"));
  EXPECT_THAT(result.output, HasSubstr("PW005"));
}

TEST_F(BadInput, BinaryFile) {
  write("pe1.cfg", kPe1);
  write("image.cfg", std::string("\x7f"
                                 "ELF\0\1\2\3\4\5",
                                 10) +
                         std::string(500, '\x03'));
  const Outcome result = run("check .");
  EXPECT_EQ(result.status, 2);
  EXPECT_THAT(result.output, HasSubstr("image.cfg: not read: looks like a binary file"));
  EXPECT_THAT(result.output, HasSubstr("PW005"));
}

TEST_F(BadInput, AHugeFileOfOneLine) {
  write("pe1.cfg", kPe1);
  write("huge.cfg", std::string(std::size_t{200} << 20U, 'x'));
  const Outcome result = run("check .");
  EXPECT_EQ(result.status, 2);
  EXPECT_THAT(result.output, HasSubstr("huge.cfg: not read: 200 MB"));
  EXPECT_THAT(result.output, HasSubstr("PW005"));
}

TEST_F(BadInput, ALongLineIsReadAndShownShort) {
  write("pe1.cfg", std::string(kPe1) + "sysname " + std::string(1U << 20U, 'x') + "\n");
  const Outcome result = run("check . --format concise");
  EXPECT_LT(result.output.size(), 20000U);
}

TEST_F(BadInput, TypoInTheSnapshotsFile) {
  write("pe1.cfg", kPe1);
  write("holdfast.yaml", "links: []\nrulez: {}\n");
  const Outcome result = run("check .");
  EXPECT_EQ(result.status, 2);
  EXPECT_THAT(result.output, HasSubstr("holdfast.yaml:2:1: unknown key `rulez`; is `rules` meant?"));
  EXPECT_THAT(result.output, HasSubstr("PW005"));
}

TEST_F(BadInput, UnknownRuleFormatAndCommand) {
  write("pe1.cfg", kPe1);
  EXPECT_THAT(run("check . --select PW999").output, HasSubstr("there is no rule or family 'PW999'"));
  EXPECT_EQ(run("check . --select PW999").status, 2);
  EXPECT_THAT(run("check . --format xml").output, HasSubstr("there is no format 'xml'"));
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
  EXPECT_GT(fs::file_size(folder_ / "out.sarif"), 100U);
  EXPECT_GT(fs::file_size(folder_ / "out.json"), 100U);
  const Outcome result = run("check . --select PW005 --format json=missing/out.json");
  EXPECT_EQ(result.status, 2);
  EXPECT_THAT(result.output, HasSubstr("missing/out.json cannot be written"));
}

TEST_F(BadInput, ATextFileThatIsNoConfigurationIsNobodysMistake) {
  write("pe1.cfg", kPe1);
  write("notes.txt", "Remember the milk.\n");
  EXPECT_THAT(run("check . --select PW005").output, Not(HasSubstr("notes.txt")));
  EXPECT_EQ(run("check notes.txt").status, 2);
}

TEST_F(BadInput, StandardInputIsAConfiguration) {
  write("pe1.cfg", kPe1);
  const std::string command = "'" + std::string(HOLDFAST_BINARY) + "' check - --select PW005 < '" +
                              (folder_ / "pe1.cfg").string() + "' >/dev/null";
  EXPECT_EQ(WEXITSTATUS(std::system(command.c_str())), 1);
}

}  // namespace
}  // namespace holdfast
