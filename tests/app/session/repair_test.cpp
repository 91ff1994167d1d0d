#include "app/session/repair.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "app/session/load.h"
#include "tests/support/sample.h"
#include "tests/support/temporary_folder.h"

namespace holdfast::session {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Repair mended(std::shared_ptr<const Snapshot> snapshot, std::vector<std::string> select = {}) {
  RepairOptions options;
  options.check.select = std::move(select);
  options.check.today = parse_day("2026-01-01");
  return repair(std::move(snapshot), options);
}

std::shared_ptr<const Snapshot> loaded(const test::TemporaryFolder& folder) {
  LoadOptions options;
  options.paths = {folder.path()};
  return load(options);
}

std::string device_with(const std::string& name, const std::string& lines) {
  return "#\nsysname " + name + "\n#\nbfd\n#\n" + lines + "#\nreturn\n";
}

TEST(Repair, LeavesTheSnapshotAlone) {
  const auto snapshot = test::sample("secondary-vpws/broken-vc-id");
  const Repair result = mended(snapshot);
  EXPECT_EQ(result.before.snapshot, snapshot);
  EXPECT_EQ(result.before.summary.errors, 1U);
  EXPECT_EQ(result.after.summary.errors, 0U);
  ASSERT_EQ(result.files.size(), 1U);
  EXPECT_NE(result.files[0].text, snapshot->network.sources.text(result.files[0].file));
}

TEST(Repair, MendsOnlyWhatIsNamed) {
  const auto snapshot = test::sample("pw-status-negotiation/broken-addresses");
  const Repair all = mended(snapshot);
  ASSERT_GT(all.before.findings.size(), 1U);
  RepairOptions options;
  options.check.today = parse_day("2026-01-01");
  options.only = {all.before.findings.front().fingerprint};
  const Repair one = repair(snapshot, options);
  ASSERT_EQ(one.steps.size() + one.remaining.size(), 1U);
  EXPECT_LT(one.after.findings.size(), one.before.findings.size());
  options.only = {"0123456789abcdef"};
  EXPECT_THAT(repair(snapshot, options).steps, IsEmpty());
}

// Of a session with two wrong discriminators and one with none, the wrong ones change: each line is soft, and
// all that rules require is hard.
TEST(Repair, ChoosesTheLeastDisruptiveValues) {
  const test::TemporaryFolder folder;
  folder.write("a.cfg", device_with("A",
                                    "interface LoopBack0\n ip address 1.1.1.1 32\n#\n"
                                    "bfd x bind peer-ip 2.2.2.2 source-ip 1.1.1.1\n discriminator local 10\n"
                                    " discriminator remote 20\n"));
  folder.write("b.cfg", device_with("B",
                                    "interface LoopBack0\n ip address 2.2.2.2 32\n#\n"
                                    "bfd x bind peer-ip 1.1.1.1 source-ip 2.2.2.2\n discriminator local 21\n"
                                    " discriminator remote 10\n"));
  const Repair result = mended(loaded(folder), {"BF001"});
  EXPECT_THAT(result.remaining, IsEmpty());
  ASSERT_EQ(result.devices.size(), 1U);
  EXPECT_EQ(result.files.size(), 1U);
  EXPECT_EQ(result.files[0].hunks.size(), 1U);
}

TEST(Repair, TakesNumbersFromThePool) {
  const test::TemporaryFolder folder;
  folder.write("holdfast.yaml", "pools: {discriminator: 700-799}\n");
  folder.write("a.cfg", device_with("A",
                                    "bfd x bind peer-ip 2.2.2.2 source-ip 1.1.1.1\n discriminator local 10\n"
                                    " discriminator remote 20\n#\n"
                                    "bfd y bind peer-ip 3.3.3.3 source-ip 1.1.1.1\n discriminator local 10\n"
                                    " discriminator remote 30\n"));
  const Repair result = mended(loaded(folder), {"BF002"});
  EXPECT_THAT(result.remaining, IsEmpty());
  ASSERT_EQ(result.devices.size(), 1U);
  EXPECT_THAT(result.devices[0].commands, Contains(HasSubstr("discriminator local 7")));
}

TEST(Repair, NamesWhatItDoesNotKnow) {
  const Repair result = mended(load_texts({{"a.cfg", "sysname A\n#\nmpls lsr-id 1.1.1.1\n#\nreturn\n"},
                                           {"b.cfg", "sysname B\n#\nmpls lsr-id 1.1.1.1\n#\nreturn\n"}}),
                               {"SYN005"});
  EXPECT_THAT(result.steps, IsEmpty());
  ASSERT_EQ(result.remaining.size(), 1U);
  EXPECT_EQ(result.remaining[0].reason, "no commands are known that mend it");
  EXPECT_THAT(result.files, IsEmpty());
}

TEST(Repair, StopsWhenItIsCancelled) {
  const std::atomic<bool> cancel{true};
  RepairOptions options;
  options.check.cancel = &cancel;
  const Repair result = repair(test::sample("secondary-vpws/broken-vc-id"), options);
  EXPECT_THAT(result.steps, IsEmpty());
}

}  // namespace
}  // namespace holdfast::session
