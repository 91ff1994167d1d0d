// `fix` on the broken examples of tests/rules/CODE: for every rule about errors, the commands that its
// findings name, or a cheaper change of values, leave that rule silent and bring nothing new. Where they
// cannot, the table says why.

#include "app/session/repair.h"

#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>
#include <map>
#include <string>
#include <vector>

#include "app/session/load.h"
#include "solver/rules/rule.h"

namespace holdfast::rules {
namespace {

namespace fs = std::filesystem;

// Why a finding of the broken example cannot be mended by commands alone.
const std::map<std::string, const char*> kNotMended{
    {"BF004", "the far end, which has the discriminator, is not in the example"},
    {"FD002", "a way has to be built: the topology lacks it"},
    {"PW023", "two VC IDs have to be chosen, and there is no pool"},
    {"SV001", "what keeps the PW up is there on purpose; no rule forbids it"},
    {"SV003", "which side is to give way has to be chosen"},
    {"SYN002", "a value has to be chosen"},
    {"SYN003", "what the name stands for is not known"},
    {"SYN005", "which device keeps the value has to be chosen"},
    {"VS011", "the interface of the AC has to be chosen"},
};

session::Repair repair_of(const Rule& rule) {
  session::LoadOptions load;
  load.paths = {(fs::path(HOLDFAST_SOURCE_DIR) / "tests" / "rules" / rule.code / "bad").string()};
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
  const session::Repair repair = repair_of(*GetParam());
  std::string left;
  for (const session::Unmended& it : repair.remaining) {
    left += it.reported.finding.message + ": " + it.reason + "\n";
  }
  const auto reason = kNotMended.find(GetParam()->code);
  if (reason != kNotMended.end()) {
    EXPECT_NE(left, "") << "it is mended, against: " << reason->second;
    return;
  }
  EXPECT_EQ(left, "");
  EXPECT_FALSE(repair.steps.empty());
  for (const session::ReportedFinding& it : repair.after.findings) {
    EXPECT_EQ(it.finding.severity, Severity::Info) << it.finding.message;
  }
}

INSTANTIATE_TEST_SUITE_P(All, RepairedRule, testing::ValuesIn(error_rules()),
                         [](const auto& item) { return std::string(item.param->code); });

TEST(RepairedRules, ReasonsBelongToRules) {
  for (const auto& [code, reason] : kNotMended) EXPECT_NE(find_rule(code), nullptr) << code;
}

}  // namespace
}  // namespace holdfast::rules
