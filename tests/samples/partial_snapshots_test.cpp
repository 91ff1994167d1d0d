// A device that is left out of a snapshot makes no rule speak that was silent before; what can no longer be
// decided says what would decide it. What is broken anyway may be told at another of its lines.

#include <filesystem>
#include <gtest/gtest.h>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/session/check.h"
#include "app/session/load.h"
#include "tests/samples/edited_sample.h"
#include "tests/support/temporary_folder.h"

namespace holdfast {
namespace {

namespace fs = std::filesystem;

using About = std::pair<std::string, std::string>;   // rule and service
using Line = std::pair<std::string, std::uint32_t>;  // file and line

class PartialSnapshot : public testing::TestWithParam<fs::path> {
 protected:
  PartialSnapshot() {
    for (const auto& entry : fs::directory_iterator(GetParam())) {
      const fs::path& path = entry.path();
      if (path.extension() == ".cfg") devices_.insert(path.filename().string());
      if (path.extension() == ".cfg" || path.extension() == ".yaml") {
        folder_.write(path.filename().string(), read_file(path));
      }
    }
  }

  session::CheckResult check_all_but(const std::string& device) const {
    if (!device.empty()) fs::remove(fs::path(folder_.path()) / device);
    session::LoadOptions load;
    load.paths = {folder_.path()};
    session::CheckOptions options;
    options.today = parse_day("2026-01-01");
    session::CheckResult result = session::check(session::load(load), options);
    if (!device.empty()) folder_.write(device, read_file(GetParam() / device));
    return result;
  }

  static Line line_of(const session::CheckResult& result, const rules::Evidence& evidence) {
    const Span where = evidence.where;
    const std::string path(where.known() ? result.snapshot->network.sources.path(where.file) : "");
    return {fs::path(path).filename().string(), where.line};
  }

  test::TemporaryFolder folder_;
  std::set<std::string> devices_;
};

TEST_P(PartialSnapshot, TurnsNoRuleFromSilentToViolated) {
  const session::CheckResult whole = check_all_but("");
  std::set<Line> broken;
  std::set<About> said;
  for (const session::ReportedFinding& it : whole.findings) {
    said.emplace(it.finding.rule->code, it.finding.service);
    for (const rules::Evidence& evidence : it.finding.evidence) broken.insert(line_of(whole, evidence));
  }
  for (const std::string& device : devices_) {
    const session::CheckResult part = check_all_but(device);
    for (const session::ReportedFinding& it : part.findings) {
      EXPECT_TRUE(broken.contains(line_of(part, it.finding.evidence.front())) ||
                  said.contains({it.finding.rule->code, it.finding.service}))
          << "without " << device << ": " << it.finding.rule->code << ": " << it.finding.message;
    }
    for (const session::ReportedFinding& it : part.unknowns) {
      EXPECT_FALSE(it.finding.deciding.empty()) << "without " << device << ": " << it.finding.rule->code;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, PartialSnapshot, testing::ValuesIn(sample_folders()), sample_name);

}  // namespace
}  // namespace holdfast
