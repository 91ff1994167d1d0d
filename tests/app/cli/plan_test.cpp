// `holdfast plan` as a user calls it.

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace holdfast {
namespace {

using ::testing::HasSubstr;

namespace fs = std::filesystem;

class PlanCommand : public testing::Test {
 protected:
  void write(const std::string& text) { folder_.write("intent.yaml", text); }
  test::Said run(const std::string& arguments) {
    return test::run_holdfast(folder_.path(), "plan " + arguments, true);
  }
  fs::path in(const std::string& name) const { return fs::path(folder_.path()) / name; }

  test::TemporaryFolder folder_;
};

constexpr const char* kLine = R"(network: line
devices: {PE1: pe, PE2: pe, P1: p}
links: [[PE1, PE2], [PE1, P1], [P1, PE2]]
services:
  line: {kind: vpws, ends: [PE1, PE2]}
)";

TEST_F(PlanCommand, WritesANetworkThatChecks) {
  write(kLine);
  const test::Said said = run("intent.yaml -o network");
  EXPECT_EQ(said.status, 0) << said.out;
  EXPECT_THAT(said.out, HasSubstr("verified"));
  for (const char* file : {"PE1.cfg", "PE2.cfg", "P1.cfg", "holdfast.yaml", "summary.md", "plan.json"}) {
    EXPECT_TRUE(fs::exists(in("network") / file)) << file;
  }
  const test::Said checked = test::run_holdfast(folder_.path(), "check network -k 1 --format concise", true);
  EXPECT_EQ(checked.status, 0);
  EXPECT_EQ(checked.out, "");
}

TEST_F(PlanCommand, LeavesAFolderThatIsThereAlone) {
  write(kLine);
  folder_.write("network/mine.txt", "mine");
  const test::Said said = run("intent.yaml -q -o network");
  EXPECT_EQ(said.status, 2);
  EXPECT_THAT(said.out, HasSubstr("network: is there already"));
  EXPECT_EQ(std::distance(fs::directory_iterator(in("network")), {}), 1);
}

TEST_F(PlanCommand, SaysWhereABadIntentIsBad) {
  write("devices: {PE1: pe}\nservices:\n  line: {kind: vpwz, ends: [PE1]}\n");
  const test::Said said = run("intent.yaml -o network");
  EXPECT_EQ(said.status, 2);
  EXPECT_THAT(said.out, HasSubstr("intent.yaml:3:16: there is no kind of service `vpwz`; is `vpws` meant?"));
  EXPECT_FALSE(fs::exists(in("network")));
}

TEST_F(PlanCommand, NamesTheLinesThatConflict) {
  write(
      "devices: {PE1: pe, PE2: pe}\nlinks: [[PE1, PE2]]\nservices:\n  line: {kind: vpws, ends: [PE1, "
      "PE2]}\n");
  const test::Said said = run("intent.yaml -o network");
  EXPECT_EQ(said.status, 1);
  EXPECT_THAT(said.out, HasSubstr("intent.yaml:4:3: service line wants a way from PE1 to PE2"));
  EXPECT_THAT(said.out, HasSubstr("intent.yaml:2:9: link PE1–PE2 may fail; there are no candidates"));
  EXPECT_FALSE(fs::exists(in("network")));
}

constexpr const char* kGrowth = R"(existing: network
devices: {PE1: pe, PE3: pe}
links: [[PE3, PE1], [PE3, P1]]
services:
  more: {kind: vpws, ends: [PE3, PE1]}
)";

TEST_F(PlanCommand, LetsANetworkGrow) {
  write(kLine);
  ASSERT_EQ(run("intent.yaml -q -o network").status, 0);
  write(kGrowth);
  const test::Said said = run("intent.yaml -o grown");
  EXPECT_EQ(said.status, 0) << said.out;
  EXPECT_THAT(said.out, HasSubstr("1 device new, 2 of 3 existing with additions"));
  EXPECT_THAT(folder_.read("grown/additions.md"), HasSubstr("## PE1\n\n```\n"));
  EXPECT_THAT(folder_.read("grown/additions.diff"), HasSubstr("+mpls ldp remote-peer PE3\n"));
  EXPECT_EQ(folder_.read("grown/PE2.cfg"), folder_.read("network/PE2.cfg"));
  const test::Said compared = test::run_holdfast(folder_.path(), "diff network grown -k 1", true);
  EXPECT_EQ(compared.status, 0) << compared.out;
}

TEST_F(PlanCommand, SaysWhereTheNetworkIsBad) {
  write(kGrowth);
  const test::Said said = run("intent.yaml -o grown");
  EXPECT_EQ(said.status, 2);
  EXPECT_THAT(said.out, HasSubstr("intent.yaml:1:11: `existing`: there is no folder network"));
  folder_.write("network/PE1.cfg", "sysname PE1\n");
  folder_.write("network/holdfast.yaml", "lynks: []\n");
  const test::Said faulty = run("intent.yaml -o grown");
  EXPECT_EQ(faulty.status, 2);
  EXPECT_THAT(faulty.out, HasSubstr("network/holdfast.yaml:1:1: unknown key `lynks`"));
  EXPECT_THAT(faulty.out, HasSubstr("intent.yaml:1:11: `existing`: network has errors, see there"));
  EXPECT_FALSE(fs::exists(in("grown")));
}

TEST_F(PlanCommand, SpeaksJson) {
  write(kLine);
  EXPECT_THAT(run("intent.yaml --format json").out, HasSubstr("\"verified\": true"));
}

}  // namespace
}  // namespace holdfast
