// What holdfast.yaml says about rules, as `check` obeys it.

#include "app/session/suppressions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

#include "app/session/load.h"
#include "tests/support/temporary_folder.h"

namespace holdfast::session {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

// Two devices with an unknown line each (SYN001).
class Suppressions : public testing::Test {
 protected:
  Suppressions() {
    folder_.write("a.cfg", "sysname A\nfrobnicate 1\nreturn\n");
    folder_.write("b.cfg", "sysname B\nfrobnicate 1\nreturn\n");
  }

  CheckResult check_with(const std::string& yaml, const std::string& today = "2026-06-15",
                         std::vector<std::string> select = {"SYN001"}) const {
    folder_.write("holdfast.yaml", yaml);
    LoadOptions load_options;
    load_options.paths = {folder_.path()};
    CheckOptions options;
    options.select = std::move(select);
    options.today = parse_day(today);
    return check(load(load_options), options);
  }

  static std::vector<std::string> messages(const std::vector<InputProblem>& problems) {
    std::vector<std::string> result;
    for (const InputProblem& it : problems) {
      result.push_back(std::to_string(it.line) + ":" + std::to_string(it.column) + ": " + it.message);
    }
    return result;
  }

  test::TemporaryFolder folder_;
};

TEST_F(Suppressions, WhatIsSuppressedDoesNotCount) {
  const CheckResult result = check_with("suppress: [{rule: SYN001, device: a, reason: known}]\n");
  ASSERT_THAT(result.findings, SizeIs(1));
  ASSERT_THAT(result.suppressed, SizeIs(1));
  EXPECT_EQ(result.suppressed[0].reason, "known");
  EXPECT_EQ(result.suppressed[0].where.line, 1U);
  EXPECT_EQ(result.summary.infos, 1U);
  EXPECT_THAT(result.remarks, IsEmpty());
}

TEST_F(Suppressions, ByFamilyNameAndService) {
  EXPECT_THAT(check_with("suppress: [{rule: syn, reason: r}]\n").findings, IsEmpty());
  EXPECT_THAT(check_with("suppress: [{rule: unknown-command, reason: r}]\n").findings, IsEmpty());
  EXPECT_THAT(check_with("suppress: [{rule: SYN001, service: other, reason: r}]\n").findings, SizeIs(2));
}

TEST_F(Suppressions, TheLastDayCounts) {
  const std::string yaml = "suppress:\n  - {rule: SYN001, device: A, reason: r, until: 2026-06-15}\n";
  EXPECT_THAT(check_with(yaml, "2026-06-15").suppressed, SizeIs(1));
  const CheckResult late = check_with(yaml, "2026-06-16");
  EXPECT_THAT(late.suppressed, IsEmpty());
  EXPECT_THAT(late.findings, SizeIs(2));
  EXPECT_THAT(messages(late.remarks),
              ElementsAre("2:5: the suppression of SYN001 on A ended on 2026-06-15 and no longer applies"));
  EXPECT_EQ(late.expired_suppressions, 1U);
}

TEST_F(Suppressions, WhatIsNotNeededIsReported) {
  const std::string yaml = "suppress: [{rule: SYN002, reason: r}]\n";
  const CheckResult result = check_with(yaml, "2026-06-15", {"SYN"});
  EXPECT_THAT(messages(result.remarks),
              ElementsAre("1:12: the suppression of SYN002 is not needed: nothing is found there"));
  EXPECT_EQ(result.unused_suppressions, 1U);
}

TEST_F(Suppressions, WhatWasNotJudgedTellsNothing) {
  EXPECT_THAT(check_with("suppress: [{rule: SYN002, reason: r}]\n").remarks, IsEmpty());
  EXPECT_THAT(check_with("suppress: [{rule: SYN001, device: C, reason: r}]\n").remarks, IsEmpty());
}

TEST_F(Suppressions, WhatNamesNoRuleIsAnErrorWithItsPlace) {
  const CheckResult result = check_with(
      "rules: {select: [SYN], ignore: [PW99], severity: {SIN001: error}}\n"
      "suppress:\n"
      "  - {rule: unknwon-command, reason: r}\n");
  EXPECT_THAT(messages(result.snapshot->problems),
              ElementsAre("1:33: there is no rule or family `PW99`; `holdfast rules` lists them",
                          "1:51: there is no rule or family `SIN001`; is `SYN001` meant?",
                          "3:12: there is no rule or family `unknwon-command`; is `unknown-command` meant?"));
  EXPECT_THAT(result.findings, SizeIs(2));
}

TEST_F(Suppressions, TheFileSelectsAndSetsSeverities) {
  const CheckResult result =
      check_with("rules: {select: SYN, severity: {syn: warning, SYN001: error}}\n", "2026-06-15", {});
  EXPECT_EQ(result.summary.errors, 2U);
  EXPECT_EQ(result.summary.warnings, 0U);
  EXPECT_THAT(check_with("rules: {ignore: SYN001}\n", "2026-06-15", {"SYN"}).findings, IsEmpty());
}

}  // namespace
}  // namespace holdfast::session
