// Every sample is a test. samples/<network>/good…/ is silent at warning level, fully understood and fully
// decided; samples/<network>/broken-…/ says exactly what its expected.txt holds: the output of `holdfast
// check . --format concise` from inside the folder. Every variant's expected-k2.txt holds what the rules
// about failures say: `holdfast check . -k 2 --select SV,FD --format concise`; of a good one nothing but
// advice. HOLDFAST_ACCEPT=1 in the environment writes the expectations anew; look at the difference before
// you commit it.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <string>

#include "app/report/concise.h"
#include "app/report/json.h"
#include "app/report/text.h"
#include "app/session/check.h"
#include "app/session/load.h"
#include "tests/samples/edited_sample.h"

namespace holdfast {
namespace {

namespace fs = std::filesystem;

session::CheckResult check_folder(const fs::path& folder, unsigned jobs, bool failures = false) {
  const fs::path before = fs::current_path();
  fs::current_path(folder);
  session::LoadOptions load;
  load.paths = {"."};
  load.jobs = jobs;
  session::CheckOptions options;
  options.jobs = jobs;
  options.cross_check = true;
  if (failures) {
    options.k = 2;
    options.select = {"SV", "FD"};
  }
  session::CheckResult result = session::check(session::load(load), options);
  fs::current_path(before);
  return result;
}

class Sample : public testing::TestWithParam<fs::path> {};

TEST_P(Sample, SaysWhatItShould) {
  const fs::path& folder = GetParam();
  const session::CheckResult result = check_folder(folder, 1);
  EXPECT_TRUE(result.snapshot->problems.empty()) << result.snapshot->problems.front().message;
  EXPECT_TRUE(result.faults.empty()) << result.faults.front();
  EXPECT_EQ(result.snapshot->coverage.unrecognised, 0U);
  EXPECT_GT(result.services, 0U);
  const std::string said = report::render_concise(result, {});
  if (folder.filename().string().starts_with("good")) {
    EXPECT_EQ(result.summary.errors + result.summary.warnings + result.summary.unknown, 0U)
        << report::render_text(result, {});
    return;
  }
  const fs::path expected = folder / "expected.txt";
  if (std::getenv("HOLDFAST_ACCEPT") != nullptr) std::ofstream(expected) << said;
  EXPECT_GT(result.summary.errors + result.summary.warnings, 0U);
  EXPECT_EQ(said, read_file(expected));
}

TEST_P(Sample, SaysWhatItShouldOfFailures) {
  const fs::path& folder = GetParam();
  const session::CheckResult result = check_folder(folder, 1, true);
  EXPECT_TRUE(result.faults.empty()) << result.faults.front();
  if (folder.filename().string().starts_with("good")) {
    EXPECT_EQ(result.summary.errors + result.summary.warnings + result.summary.unknown, 0U)
        << report::render_text(result, {});
  }
  const std::string said = report::render_concise(result, {});
  // Without findings there is no file: an empty one would be input that is no configuration.
  const fs::path expected = folder / "expected-k2.txt";
  if (std::getenv("HOLDFAST_ACCEPT") != nullptr && !said.empty()) std::ofstream(expected) << said;
  EXPECT_EQ(said, read_file(expected));
  const session::CheckResult two = check_folder(folder, 2, true);
  EXPECT_EQ(report::render_json(result, {}), report::render_json(two, {}));
  EXPECT_EQ(report::render_text(result, {}), report::render_text(two, {}));
}

TEST_P(Sample, SaysTheSameOnTwoThreads) {
  const session::CheckResult one = check_folder(GetParam(), 1);
  const session::CheckResult two = check_folder(GetParam(), 2);
  EXPECT_EQ(report::render_json(one, {}), report::render_json(two, {}));
  EXPECT_EQ(report::render_text(one, {}), report::render_text(two, {}));
}

INSTANTIATE_TEST_SUITE_P(All, Sample, testing::ValuesIn(sample_folders()), sample_name);

}  // namespace
}  // namespace holdfast
