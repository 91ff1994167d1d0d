// `check` with failures.

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>
#include <string>
#include <vector>

#include "app/report/concise.h"
#include "app/report/text.h"
#include "app/session/check.h"
#include "tests/support/sample.h"
#include "tests/support/temporary_folder.h"

namespace holdfast::session {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr const char* kBroken = "hvpls-track-hub-pw/broken-no-track-hub-pw";

CheckOptions with_failures(std::vector<std::string> select = {}, std::size_t k = 2) {
  CheckOptions options;
  options.k = k;
  options.select = std::move(select);
  return options;
}

std::set<std::string> codes(const CheckResult& result) {
  std::set<std::string> codes;
  for (const ReportedFinding& it : result.findings) codes.insert(it.finding.rule->code);
  return codes;
}

const ReportedFinding& the(const CheckResult& result, const std::string& code) {
  const auto found = std::ranges::find_if(
      result.findings, [&](const ReportedFinding& it) { return it.finding.rule->code == code; });
  EXPECT_NE(found, result.findings.end()) << code;
  return *found;
}

TEST(CheckFailures, RulesAboutFailuresTakePartOnlyWhenAsked) {
  CheckOptions plain;
  const CheckResult without = check(test::sample(kBroken), plain);
  EXPECT_THAT(codes(without), ElementsAre("VS002"));
  EXPECT_FALSE(without.search);
  const CheckResult with = check(test::sample(kBroken), with_failures());
  EXPECT_THAT(codes(with), ElementsAre("SV001", "SV004", "VS002"));
  ASSERT_TRUE(with.search);
  EXPECT_EQ(with.search->k, 2U);
  EXPECT_EQ(with.search->elements, 41U);
  EXPECT_GT(with.search->evaluations, 0U);
}

TEST(CheckFailures, OneFindingForEachStoryAtTheLineToBlame) {
  const CheckResult result = check(test::sample(kBroken), with_failures());
  const rules::Finding& loss = the(result, "SV001").finding;
  EXPECT_EQ(std::ranges::count_if(
                result.findings,
                [](const ReportedFinding& it) { return it.finding.rule->code == std::string("SV001"); }),
            1);
  EXPECT_EQ(loss.evidence.front().where.line, 15U);
  EXPECT_EQ(loss.service, "vpls:metro100:100");
  ASSERT_TRUE(loss.failure);
  EXPECT_THAT(loss.failure->elements, SizeIs(2));
  EXPECT_THAT(loss.failure->alike, SizeIs(14));
  EXPECT_THAT(loss.failure->rules, ElementsAre("VS002"));
  EXPECT_THAT(loss.fix.summary, HasSubstr("track the hub PWs"));
}

TEST(CheckFailures, NoAvoidableLossBelowTheNumberOfFailuresItTakes) {
  EXPECT_THAT(codes(check(test::sample(kBroken), with_failures({"SV001"}, 1))), IsEmpty());
  EXPECT_THAT(codes(check(test::sample(kBroken), with_failures({"SV001"}, 2))), ElementsAre("SV001"));
}

TEST(CheckFailures, SelectIgnoreAndSeverityHoldForThemToo) {
  CheckOptions options = with_failures({"SV"});
  options.ignore = {"unavoidable-loss"};
  EXPECT_THAT(codes(check(test::sample(kBroken), options)), ElementsAre("SV001"));
  options.select = {"VS"};
  EXPECT_THAT(codes(check(test::sample(kBroken), options)), ElementsAre("VS002"));
  auto snapshot = std::make_shared<Snapshot>(*test::sample(kBroken));
  snapshot->rules.severity["SV001"] = rules::Severity::Warning;
  const CheckResult lowered = check(snapshot, with_failures({"SV001"}));
  EXPECT_EQ(the(lowered, "SV001").finding.severity, rules::Severity::Warning);
  EXPECT_EQ(lowered.summary.errors, 0U);
}

TEST(CheckFailures, SelectorsOfRulesAboutFailuresAloneAreIdleWithoutThem) {
  CheckOptions options;
  options.select = {"SV", "FD002", "avoidable-loss", "PW"};
  EXPECT_THAT(idle_selectors(options), ElementsAre("SV", "FD002", "avoidable-loss"));
  options.k = 1;
  EXPECT_THAT(idle_selectors(options), IsEmpty());
}

// Lines added above the ones to blame change no fingerprint of a finding about failures.
TEST(CheckFailures, FingerprintsKnowNoLines) {
  const test::TemporaryFolder folder;
  const auto everything = fs::copy_options::recursive;
  fs::copy(fs::path(HOLDFAST_SOURCE_DIR) / "samples" / kBroken, folder.path(), everything);
  LoadOptions load_options;
  load_options.paths = {folder.path()};
  const auto before = check(load(load_options), with_failures({"SV", "FD"}));
  for (const auto& file : fs::directory_iterator(folder.path())) {
    if (file.path().extension() != ".cfg") continue;
    const std::string name = file.path().filename().string();
    folder.write(name, "#\n#\n" + folder.read(name));
  }
  const auto after = check(load(load_options), with_failures({"SV", "FD"}));
  ASSERT_EQ(before.findings.size(), after.findings.size());
  for (std::size_t i = 0; i < before.findings.size(); ++i) {
    EXPECT_EQ(before.findings[i].fingerprint, after.findings[i].fingerprint);
    EXPECT_NE(before.findings[i].finding.evidence.front().where.line,
              after.findings[i].finding.evidence.front().where.line);
  }
}

TEST(CheckFailures, WhatNobodyKnowsIsUndecidedAndSaysWhy) {
  const CheckResult result =
      check(test::sample("pw-status-negotiation/broken-bfd-undefined"), with_failures({"SV"}));
  EXPECT_THAT(codes(result), IsEmpty());
  ASSERT_THAT(result.unknowns, SizeIs(1));
  const rules::Finding& finding = result.unknowns.front().finding;
  EXPECT_STREQ(finding.rule->code, "SV001");
  EXPECT_THAT(finding.deciding, Contains(HasSubstr("BFD")));
  EXPECT_EQ(result.summary.unknown, 1U);
}

TEST(CheckFailures, ALimitOfTimeLeavesTheResultOpen) {
  CheckOptions options = with_failures({"SV"}, 6);
  options.time_limit = 0.05;
  const CheckResult result = check(test::sample("hvpls-track-hub-pw/good"), options);
  EXPECT_TRUE(result.out_of_time);
  EXPECT_FALSE(result.cancelled);
  EXPECT_THAT(report::render_text(result, {}), HasSubstr("the time limit stopped the run"));
}

TEST(CheckFailures, ACancelledRunSaysSo) {
  const std::atomic<bool> cancel{true};
  CheckOptions options = with_failures();
  options.cancel = &cancel;
  EXPECT_TRUE(check(test::sample(kBroken), options).cancelled);
}

}  // namespace
}  // namespace holdfast::session
