// The vendor's worked examples, where they lie beside the repository: how much of them is understood, and
// that the error findings are exactly those that docs/corpus-findings.md explains.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "app/session/check.h"
#include "app/session/failures.h"
#include "app/session/load.h"
#include "solver/rules/rule.h"

namespace holdfast {
namespace {

namespace fs = std::filesystem;

const fs::path kCorpus = fs::path(HOLDFAST_SHARED) / "corpus" / "ne40e-examples";

class Corpus : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(kCorpus))
      GTEST_SKIP() << "skipped: the vendor's worked examples are not beside the repository";
  }
};

std::shared_ptr<const session::Snapshot> load(const fs::path& folder) {
  session::LoadOptions options;
  options.paths = {folder.string()};
  options.jobs = 2;
  return session::load(options);
}

std::vector<fs::path> networks() {
  std::set<fs::path> found;
  for (const auto& chapter : fs::directory_iterator(kCorpus)) {
    if (!chapter.is_directory()) continue;
    for (const auto& example : fs::directory_iterator(chapter.path())) {
      if (example.is_directory()) found.insert(example.path());
    }
  }
  return {found.begin(), found.end()};
}

// The share of lines that were not understood, in percent.
double unread(const fs::path& folder) {
  const auto snapshot = load(folder);
  EXPECT_GT(snapshot->coverage.lines, 0U) << folder;
  return 100.0 * static_cast<double>(snapshot->coverage.unrecognised) /
         static_cast<double>(snapshot->coverage.lines);
}

TEST_F(Corpus, IsUnderstood) {
  EXPECT_LE(unread(kCorpus), 5.0);
  for (const char* chapter : {"VPWS", "VPLS", "Eth-Trunk_Interface", "L2VPN_Accessing_L3VPN", "PBB_VPLS",
                              "MPLS_LDP", "MPLS_TE", "VRRP", "BFD"}) {
    EXPECT_LE(unread(kCorpus / chapter), 1.0) << chapter;
  }
}

TEST_F(Corpus, EveryFileIsRead) {
  const auto snapshot = load(kCorpus);
  EXPECT_TRUE(snapshot->problems.empty()) << snapshot->problems.front().path;
  EXPECT_GE(snapshot->network.devices.size(), snapshot->files);
}

// "folder | rule | file:line" of every error finding.
std::multiset<std::string> found_errors(session::CheckOptions options = {}) {
  std::multiset<std::string> found;
  options.jobs = 2;
  for (const fs::path& network : networks()) {
    const session::CheckResult result = session::check(load(network), options);
    EXPECT_TRUE(result.faults.empty()) << result.faults.front();
    for (const session::ReportedFinding& reported : result.findings) {
      const rules::Finding& finding = reported.finding;
      if (finding.severity != rules::Severity::Error) continue;
      const Span where = finding.evidence.front().where;
      const fs::path file = std::string(result.snapshot->network.sources.path(where.file));
      found.insert(fs::relative(file.parent_path(), kCorpus).string() + " | " + finding.rule->code + " | " +
                   file.filename().string() + ":" + std::to_string(where.line));
    }
  }
  return found;
}

// The rows of the table under a heading of docs/corpus-findings.md.
std::multiset<std::string> documented(const std::string& heading) {
  std::multiset<std::string> rows;
  std::ifstream file(fs::path(HOLDFAST_SOURCE_DIR) / "docs" / "corpus-findings.md");
  bool here = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("#")) here = line == heading;
    if (!here || !line.starts_with("| ") || line.starts_with("| folder") || line.starts_with("| ---"))
      continue;
    const std::size_t end = line.rfind(" | ");
    rows.insert(line.substr(2, end - 2));
  }
  return rows;
}

TEST_F(Corpus, EveryErrorIsExplained) {
  const auto explained = documented("# What Holdfast finds in a vendor's published worked examples");
  EXPECT_FALSE(explained.empty());
  EXPECT_EQ(found_errors(), explained);
}

TEST_F(Corpus, EveryAvoidableLossIsAdjudicated) {
  session::CheckOptions options;
  options.k = 2;
  options.select = {"SV001", "SV002", "SV003"};
  const auto explained = documented("## Avoidable losses under two failures");
  EXPECT_FALSE(explained.empty());
  EXPECT_EQ(found_errors(options), explained);
}

TEST_F(Corpus, OfEveryServiceThatCannotBeJudgedItSaysWhatWouldDecide) {
  std::multiset<std::string> found;
  for (const fs::path& network : networks()) {
    session::FailureOptions options;
    options.k = 2;
    for (const session::ServiceFailureView& service :
         session::find_failures(load(network), options).services) {
      const bool undecided = std::ranges::any_of(
          service.counterexamples, [](const auto& it) { return it.outcome == Outcome::Unknown; });
      if (undecided) found.insert(fs::relative(network, kCorpus).string() + " | " + service.id);
    }
  }
  EXPECT_EQ(found, documented("## Services that cannot be judged"));
}

}  // namespace
}  // namespace holdfast
