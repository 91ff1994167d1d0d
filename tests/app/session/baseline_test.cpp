#include "app/session/baseline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

#include "app/session/load.h"

namespace holdfast::session {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

CheckResult check_text(const std::string& text, const Baseline* baseline = nullptr,
                       std::vector<std::string> select = {"SYN001"}) {
  CheckOptions options;
  options.select = std::move(select);
  options.baseline = baseline;
  return check(load_texts({{"A.cfg", text}}), options);
}

constexpr const char* kBefore = "sysname A\nfrobnicate 1\nfrobnicate 2\nreturn\n";

TEST(Baseline, HoldsAllThatIsFound) {
  const Baseline baseline = baseline_of(check_text(kBefore));
  ASSERT_THAT(baseline.entries, SizeIs(2));
  EXPECT_EQ(baseline.entries[0].rule, "SYN001");
  EXPECT_EQ(baseline.entries[0].verdict, "violated");
  const CheckResult again = check_text(kBefore, &baseline);
  EXPECT_THAT(again.findings, IsEmpty());
  EXPECT_THAT(again.known, SizeIs(2));
  EXPECT_EQ(again.summary.infos, 0U);
  EXPECT_EQ(again.fixed, 0U);
}

TEST(Baseline, CountsWhatIsNewAndWhatIsGone) {
  const Baseline baseline = baseline_of(check_text(kBefore));
  const CheckResult after =
      check_text("sysname A\nntp-service enable\nfrobnicate 3\nfrobnicate 2\nreturn\n", &baseline);
  ASSERT_THAT(after.findings, SizeIs(1));
  EXPECT_EQ(after.findings[0].finding.evidence.front().where.line, 3U);
  EXPECT_EQ(after.summary.infos, 1U);
  EXPECT_THAT(after.known, SizeIs(1));
  EXPECT_EQ(after.fixed, 1U);
}

TEST(Baseline, ASecondOneOfTheSameKindIsNew) {
  const Baseline baseline = baseline_of(check_text("sysname A\nfrobnicate 1\nreturn\n"));
  const CheckResult after = check_text("sysname A\nfrobnicate 1\nfrobnicate 1\nreturn\n", &baseline);
  EXPECT_THAT(after.known, SizeIs(1));
  EXPECT_THAT(after.findings, SizeIs(1));
}

TEST(Baseline, WhatWasNotJudgedIsNotFixed) {
  const Baseline baseline = baseline_of(check_text(kBefore));
  EXPECT_EQ(check_text(kBefore, &baseline, {"PW"}).fixed, 0U);
}

TEST(Baseline, WhatWasUndecidedAndIsNowViolatedIsNew) {
  Baseline baseline = baseline_of(check_text("sysname A\nfrobnicate 1\nreturn\n"));
  baseline.entries.front().verdict = "unknown";
  const CheckResult after = check_text("sysname A\nfrobnicate 1\nreturn\n", &baseline);
  EXPECT_THAT(after.findings, SizeIs(1));
  EXPECT_EQ(after.fixed, 1U);
}

TEST(Baseline, OfARunWithABaselineHoldsBothKinds) {
  const Baseline first = baseline_of(check_text("sysname A\nfrobnicate 1\nreturn\n"));
  EXPECT_THAT(baseline_of(check_text(kBefore, &first)).entries, SizeIs(2));
}

}  // namespace
}  // namespace holdfast::session
