// Every rule against its own page and its test folders. A rule adds no code here: tests/rules/<CODE>/ holds
// one folder per case, `bad…` and `good…`, with configurations and, for the bad ones, `expected.txt`: what
// `holdfast check --select CODE --format concise` says, run from inside the folder, with `-k 2` for rules
// about failures. Every claim is decided by the concrete evaluator and by Z3, and they have to agree.
// HOLDFAST_ACCEPT=1 in the environment writes the expectations anew; look at the difference before you commit
// it.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "app/report/concise.h"
#include "app/session/check.h"
#include "app/session/load.h"
#include "solver/rules/rule.h"

namespace holdfast::rules {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(HOLDFAST_SOURCE_DIR) / "tests" / "rules";

std::string findings_of(std::shared_ptr<const session::Snapshot> snapshot, const Rule& rule) {
  session::CheckOptions options;
  options.select = {rule.code};
  options.cross_check = true;
  if (rule.about_failures()) options.k = 1;
  const session::CheckResult result = session::check(std::move(snapshot), options);
  EXPECT_TRUE(result.faults.empty()) << result.faults.front();
  for (const session::ReportedFinding& reported : result.findings) {
    EXPECT_FALSE(reported.finding.message.empty());
    EXPECT_FALSE(reported.finding.consequence.empty()) << reported.finding.message;
    EXPECT_FALSE(reported.finding.evidence.empty()) << reported.finding.message;
    EXPECT_TRUE(reported.finding.evidence.front().where.known()) << reported.finding.message;
  }
  return report::render_concise(result, {});
}

std::string read(const fs::path& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// Loads a folder with paths relative to it, so that expectations do not depend on where the sources lie.
std::shared_ptr<const session::Snapshot> load_folder(const fs::path& folder) {
  const fs::path before = fs::current_path();
  fs::current_path(folder);
  session::LoadOptions options;
  options.paths = {"."};
  auto snapshot = session::load(options);
  fs::current_path(before);
  for (const session::InputProblem& problem : snapshot->problems) {
    if (problem.path.ends_with("expected.txt")) continue;
    EXPECT_NE(problem.kind, session::InputProblem::Kind::Error) << problem.path << ": " << problem.message;
  }
  return snapshot;
}

struct Case {
  const Rule* rule;
  fs::path folder;
};

std::vector<Case> cases() {
  std::vector<Case> result;
  for (const Rule* rule : all_rules()) {
    if (!fs::exists(kFolder / rule->code)) continue;
    std::set<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(kFolder / rule->code)) {
      if (entry.is_directory()) folders.insert(entry.path());
    }
    for (const fs::path& folder : folders) result.push_back({rule, folder});
  }
  return result;
}

std::string case_name(const testing::TestParamInfo<Case>& info) {
  std::string name = std::string(info.param.rule->code) + "_" + info.param.folder.filename().string();
  for (char& c : name) {
    if (c == '-') c = '_';
  }
  return name;
}

class RuleCase : public testing::TestWithParam<Case> {};

TEST_P(RuleCase, SaysExactlyWhatIsExpected) {
  const auto& [rule, folder] = GetParam();
  const std::string said = findings_of(load_folder(folder), *rule);
  const fs::path expected = folder / "expected.txt";
  const bool bad = folder.filename().string().starts_with("bad");
  if (bad && std::getenv("HOLDFAST_ACCEPT") != nullptr) std::ofstream(expected) << said;
  EXPECT_EQ(said, bad ? read(expected) : std::string());
  if (bad) {
    EXPECT_NE(said, "");
  }
}

INSTANTIATE_TEST_SUITE_P(Folders, RuleCase, testing::ValuesIn(cases()), case_name);

class RulePage : public testing::TestWithParam<const Rule*> {};

TEST_P(RulePage, IsComplete) {
  const Rule& rule = *GetParam();
  for (const char* text : {rule.code, rule.name, rule.title, rule.what, rule.why, rule.fix, rule.limits,
                           rule.source, rule.example}) {
    ASSERT_NE(text, nullptr);
    EXPECT_STRNE(text, "");
  }
  EXPECT_THAT(rule.example, testing::MatchesRegex("\n([-+ ][^\n]*\n)+"))
      << "a line's first column is '-', '+' or ' '";
  EXPECT_NE(reported_example(rule), mended_example(rule));
  EXPECT_NE(rule.check == nullptr, rule.check_failures == nullptr) << "one of the two";
  EXPECT_TRUE(fs::exists(kFolder / rule.code / "bad")) << "no folder tests/rules/" << rule.code << "/bad";
  EXPECT_TRUE(fs::exists(kFolder / rule.code / "good")) << "no folder tests/rules/" << rule.code << "/good";
}

TEST_P(RulePage, ExamplesBehaveAsTheyShould) {
  const Rule& rule = *GetParam();
  EXPECT_NE(findings_of(session::load_texts({{"bad.cfg", reported_example(rule)}}), rule), "");
  EXPECT_EQ(findings_of(session::load_texts({{"good.cfg", mended_example(rule)}}), rule), "");
}

INSTANTIATE_TEST_SUITE_P(All, RulePage, testing::ValuesIn(all_rules().begin(), all_rules().end()),
                         [](const auto& page) { return std::string(page.param->code); });

// Two families may call a defect by one name: addresses that do not mirror each other.
TEST(RuleTable, CodesAreUniqueAndNamesWithinAFamily) {
  std::set<std::string> codes;
  std::set<std::string> names;
  for (const Rule* rule : all_rules()) {
    const std::string code = rule->code;
    EXPECT_TRUE(codes.insert(code).second) << code;
    EXPECT_TRUE(names.insert(code.substr(0, code.size() - 3) + ":" + rule->name).second) << rule->name;
  }
  EXPECT_FALSE(codes.empty());
}

}  // namespace
}  // namespace holdfast::rules
