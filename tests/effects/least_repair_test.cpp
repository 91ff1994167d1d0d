// `fix` on the broken samples: where it says that its repair is the least disruptive choice, trying all
// choices of up to two changes at a lower price finds none that mends as much.

#include "app/session/least_repair.h"

#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>
#include <set>
#include <string>
#include <vector>

#include "app/session/repair.h"
#include "tests/support/sample.h"

namespace holdfast::session {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> broken_samples() {
  std::vector<std::string> all;
  const fs::path samples = fs::path(HOLDFAST_SOURCE_DIR) / "samples";
  for (const auto& network : fs::directory_iterator(samples)) {
    if (!network.is_directory()) continue;
    for (const auto& variant : fs::directory_iterator(network)) {
      if (variant.path().filename().string().starts_with("broken-"))
        all.push_back(fs::relative(variant.path(), samples).string());
    }
  }
  std::ranges::sort(all);
  return all;
}

class BrokenSample : public testing::TestWithParam<std::string> {};

// What there is to choose from, found as `fix` finds it.
struct Choices {
  std::vector<Candidate> changes;
  std::vector<std::uint64_t> prices;
};

Choices choices_of(const Repair& repair) {
  Choices all;
  Advisor advisor(repair.before.snapshot, std::make_shared<const CheckResult>(repair.before));
  ChangePool pool;
  for (const ReportedFinding& it : repair.before.findings) {
    if (it.finding.severity == rules::Severity::Info) continue;
    for (const Candidate& candidate : advisor.candidates_of(it)) {
      pool.add(candidate, advisor.disruption(candidate), it);
    }
  }
  for (const ChangePool::Change& it : pool.changes()) {
    all.changes.push_back(it.candidate);
    all.prices.push_back(it.price);
  }
  return all;
}

// Whether these changes, typed one after the other, mend as much as the repair.
bool does(const Repair& repair, const std::vector<const Candidate*>& changes) {
  std::vector<std::vector<rules::DeviceCommands>> parts;
  for (const Candidate* it : changes) parts.push_back(it->commands);
  std::vector<rules::DeviceCommands> commands;
  for (auto& [device, lines] : joined(parts)) commands.push_back({device, lines});
  const Typed result = typed({repair.before.snapshot, nullptr, nullptr, {}}, commands);
  if (!result.refused.empty()) return false;
  const CheckResult after = check(result.bench.snapshot, {});
  const std::set<std::string> before = fingerprints_of(repair.before);
  const std::set<std::string> now = fingerprints_of(after);
  const bool mends = std::ranges::all_of(repair.steps, [&](const RepairStep& step) {
    return std::ranges::none_of(step.mends,
                                [&](const ReportedFinding& it) { return now.contains(it.fingerprint); });
  });
  const auto brought = [&](const CheckResult& of, bool advice) {
    return std::ranges::count_if(of.findings, [&](const ReportedFinding& it) {
      return (it.finding.severity == rules::Severity::Info) == advice && !before.contains(it.fingerprint);
    });
  };
  return mends && brought(after, false) == 0 && brought(after, true) <= brought(repair.after, true) &&
         after.unknowns.size() <= repair.after.unknowns.size();
}

TEST_P(BrokenSample, HasNoCheaperRepair) {
  const Repair repair = session::repair(test::sample(GetParam()), {});
  if (repair.steps.empty()) {
    EXPECT_TRUE(repair.least.price == 0 && !repair.least.proven);
    return;
  }
  if (!repair.least.proven) GTEST_SKIP() << "not said to be the least";
  const Choices choices = choices_of(repair);
  EXPECT_GE(choices.changes.size(), 1U);
  for (std::size_t a = 0; a < choices.changes.size(); ++a) {
    if (choices.prices[a] >= repair.least.price) continue;
    EXPECT_FALSE(does(repair, {&choices.changes[a]})) << choices.changes[a].summary;
    for (std::size_t b = a + 1; b < choices.changes.size(); ++b) {
      if (choices.prices[a] + choices.prices[b] >= repair.least.price) continue;
      EXPECT_FALSE(does(repair, {&choices.changes[a], &choices.changes[b]}))
          << choices.changes[a].summary << " and " << choices.changes[b].summary;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, BrokenSample, testing::ValuesIn(broken_samples()), [](const auto& item) {
  std::string name = item.param;
  std::ranges::replace_if(
      name, [](char c) { return c == '-' || c == '/'; }, '_');
  return name;
});

}  // namespace
}  // namespace holdfast::session
