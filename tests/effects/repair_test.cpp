// `fix` on the broken examples of tests/rules/CODE: for every rule about errors, the commands that its
// findings name, or something cheaper, leave that rule silent and bring nothing new.

#include "app/session/repair.h"

#include <algorithm>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "app/session/load.h"
#include "solver/rules/rule.h"

namespace holdfast::rules {
namespace {

namespace fs = std::filesystem;

session::Repair repair_of(const Rule& rule, const char* example) {
  session::LoadOptions load;
  load.paths = {(fs::path(HOLDFAST_SOURCE_DIR) / "tests" / "rules" / rule.code / example).string()};
  session::RepairOptions options;
  options.check.select = {rule.code};
  options.check.today = parse_day("2026-01-01");
  if (rule.about_failures()) options.check.k = 1;
  return session::repair(session::load(load), options);
}

std::vector<const Rule*> error_rules() {
  std::vector<const Rule*> result;
  std::ranges::copy_if(all_rules(), std::back_inserter(result),
                       [](const Rule* rule) { return rule->severity == Severity::Error; });
  return result;
}

class RepairedRule : public testing::TestWithParam<const Rule*> {};

TEST_P(RepairedRule, IsSilentAndNothingIsNew) {
  const session::Repair repair = repair_of(*GetParam(), "bad");
  std::string left;
  for (const session::Unmended& it : repair.remaining) {
    left += it.reported.finding.message + ": " + it.reason + "\n";
  }
  EXPECT_EQ(left, "");
  EXPECT_FALSE(repair.steps.empty());
  for (const session::ReportedFinding& it : repair.after.findings) {
    EXPECT_EQ(it.finding.severity, Severity::Info) << it.finding.message;
  }
}

INSTANTIATE_TEST_SUITE_P(All, RepairedRule, testing::ValuesIn(error_rules()),
                         [](const auto& item) { return std::string(item.param->code); });

// No command makes a link.
TEST(RepairedRules, LeaveWhatTheTopologyLacks) {
  const session::Repair repair = repair_of(*find_rule("FD002"), "bad-no-link");
  EXPECT_TRUE(repair.steps.empty());
  ASSERT_EQ(repair.remaining.size(), 1U);
  EXPECT_THAT(repair.remaining.front().reason, testing::HasSubstr("--with-link"));
}

}  // namespace
}  // namespace holdfast::rules
