// Fingerprints survive unrelated edits: whatever is inserted, deleted or moved elsewhere, every finding of
// every sample keeps its own.

#include <algorithm>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>
#include <string>
#include <vector>

#include "app/session/check.h"
#include "app/session/load.h"
#include "tests/cross_check/dice.h"
#include "tests/samples/edited_sample.h"

namespace holdfast {
namespace {

using cross_check::Dice;

constexpr std::uint64_t kRuns = 10;  // for each sample
constexpr std::size_t kEdits = 6;    // at most, in a run

std::multiset<std::string> fingerprints(const EditedSample& sample) {
  session::CheckOptions options;
  options.today = parse_day("2026-01-01");
  const session::CheckResult result = session::check(sample.load(), options);
  std::multiset<std::string> prints;
  for (const auto* list : {&result.findings, &result.unknowns}) {
    for (const session::ReportedFinding& it : *list) {
      prints.insert(std::string(it.finding.rule->code) + " " + it.fingerprint + " " + it.finding.message);
    }
  }
  return prints;
}

void edit(EditedSample& sample, Dice& dice) {
  switch (dice.between(1, 6)) {
    case 1:
      return sample.insert_block(dice);
    case 2:
      return sample.insert_description(dice);
    case 3:
      return sample.delete_separator(dice);
    case 4:
      return sample.move_block(dice);
    case 5:
      return sample.rename_file(dice);
    default:
      return sample.widen_blank(dice);
  }
}

class SampleFingerprints : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(SampleFingerprints, SurviveUnrelatedEdits) {
  const std::multiset<std::string> before = fingerprints(EditedSample(GetParam()));
  for (std::uint64_t seed = 1; seed <= kRuns; ++seed) {
    Dice dice(seed);
    EditedSample sample(GetParam());
    const std::size_t edits = dice.between(1, kEdits);
    for (std::size_t i = 0; i < edits; ++i) edit(sample, dice);
    ASSERT_EQ(fingerprints(sample), before) << "seed " << seed << ": " << sample.history();
  }
}

TEST_P(SampleFingerprints, AreUnique) {
  session::LoadOptions load;
  load.paths = {GetParam().string()};
  const session::CheckResult result = session::check(session::load(load), {});
  std::set<std::string> seen;
  for (const auto* list : {&result.findings, &result.unknowns}) {
    for (const session::ReportedFinding& it : *list) EXPECT_TRUE(seen.insert(it.fingerprint).second);
  }
}

INSTANTIATE_TEST_SUITE_P(All, SampleFingerprints, testing::ValuesIn(sample_folders()), sample_name);

}  // namespace
}  // namespace holdfast
