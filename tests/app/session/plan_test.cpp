// The networks of the samples, planned from their intents: each comes out verified, and the same twice.

#include "app/session/plan.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/report/plan.h"
#include "tests/support/temporary_folder.h"

namespace holdfast {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

namespace fs = std::filesystem;

std::vector<std::string> intents() {
  std::vector<std::string> found;
  for (const auto& file : fs::recursive_directory_iterator(fs::path(HOLDFAST_SOURCE_DIR) / "samples")) {
    if (file.path().filename().string().starts_with("intent")) found.push_back(file.path().string());
  }
  std::ranges::sort(found);
  return found;
}

session::PlanResult planned(const std::string& path, std::size_t k, unsigned jobs) {
  session::PlanCall call;
  call.path = path;
  call.k = k;
  call.jobs = jobs;
  return session::plan(call);
}

class PlannedSample : public testing::TestWithParam<std::string> {};

TEST_P(PlannedSample, ComesOutVerified) {
  const session::PlanResult result = planned(GetParam(), 2, 1);
  ASSERT_TRUE(result.problems.empty()) << result.problems[0].message;
  EXPECT_TRUE(result.verified) << report::plan_text(result, {});
  for (const session::PlannedServiceView& service : result.services) {
    EXPECT_TRUE(service.met) << service.name;
    EXPECT_FALSE(service.id.empty());
    EXPECT_THAT(service.against, IsEmpty());
  }
}

TEST_P(PlannedSample, IsTheSameOnTwoThreads) {
  const session::PlanResult one = planned(GetParam(), 1, 1);
  const session::PlanResult two = planned(GetParam(), 1, 2);
  EXPECT_EQ(report::plan_json(one), report::plan_json(two));
  ASSERT_EQ(one.files.size(), two.files.size());
  for (std::size_t i = 0; i < one.files.size(); ++i) EXPECT_EQ(one.files[i].text, two.files[i].text);
}

INSTANTIATE_TEST_SUITE_P(All, PlannedSample, testing::ValuesIn(intents()), [](const auto& item) {
  const fs::path path(item.param);
  std::string name = path.parent_path().filename().string() + "_" + path.stem().string();
  for (char& c : name) c = std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  return name;
});

TEST(PlannedNetwork, StatesItsGroups) {
  const test::TemporaryFolder folder;
  folder.write("intent.yaml", R"(devices: {PE1: pe, PE2: pe, P1: p, P2: p, CE1: ce, CE2: ce}
links:
  - {ends: [PE1, P1], groups: [duct-1]}
  - {ends: [PE1, P2], groups: [duct-2]}
  - {ends: [P1, PE2], groups: [duct-1]}
  - [P2, PE2]
  - [CE1, PE1]
  - [CE2, PE2]
services:
  line: {kind: vpws, ends: [CE1, CE2]}
)");
  const session::PlanResult result = planned(folder.path() + "/intent.yaml", 1, 1);
  EXPECT_TRUE(result.verified) << report::plan_text(result, {});
  EXPECT_THAT(result.files.back().text,
              HasSubstr("duct-1: [\"link:P1:GigabitEthernet1/0/0--PE1:GigabitEthernet1/0/0\", "));
}

// Both services run through one duct; only one of them is to survive it, over the link that avoids it.
TEST(PlannedNetwork, AsksOfEachServiceWhatItsOwnTargetsName) {
  const test::TemporaryFolder folder;
  folder.write("intent.yaml", R"(e-trunk-key: Feldspar-31
devices: {PE1: pe, PE2: pe, PE3: pe, PE4: pe, PE5: pe, P1: p, CE1: ce, CE2: ce}
links:
  - {ends: [PE1, PE2], groups: [duct]}
  - {ends: [PE1, PE3], groups: [duct]}
  - [PE2, PE3]
  - [PE4, PE2]
  - [PE4, P1]
  - [P1, PE3]
  - [CE2, PE2]
  - [CE2, PE3]
targets: {survive: [node, link]}
services:
  plain: {kind: vpws, ends: [PE1, {at: CE2, homing: etrunk}]}
  strict: {kind: vpws, ends: [PE4, {at: CE2, homing: etrunk}], targets: {survive: [node, link, group]}}
)");
  const session::PlanResult result = planned(folder.path() + "/intent.yaml", 1, 1);
  ASSERT_THAT(result.problems, IsEmpty()) << result.problems[0].message;
  EXPECT_TRUE(result.verified) << report::plan_text(result, {});
  EXPECT_GT(result.beyond, 0U);
  EXPECT_THAT(report::plan_text(result, {}), HasSubstr("is not to"));
}

// Each end decides for itself which of its PEs serves: PWs between all four.
constexpr const char* kSquare = R"(e-trunk-key: Feldspar-31
devices: {PE1: pe, PE2: pe, PE3: pe, PE4: pe, P1: p, P2: p, CE1: ce, CE2: ce}
links: [[PE1, PE2], [PE3, PE4], [PE1, P1], [PE2, P2], [P1, P2], [PE3, P1], [PE4, P2],
        [CE1, PE1], [CE1, PE2], [CE2, PE3], [CE2, PE4]]
services:
  line: {kind: vpws, ends: [{at: CE1, homing: HERE}, {at: CE2, homing: THERE}]}
)";

class BothEndsOnTwo : public testing::TestWithParam<std::pair<std::string, std::string>> {};

TEST_P(BothEndsOnTwo, SurvivesWhatItsTargetNames) {
  std::string text = kSquare;
  text.replace(text.find("HERE"), 4, GetParam().first);
  text.replace(text.find("THERE"), 5, GetParam().second);
  const test::TemporaryFolder folder;
  folder.write("intent.yaml", text);
  const session::PlanResult result = planned(folder.path() + "/intent.yaml", 1, 1);
  ASSERT_TRUE(result.problems.empty()) << result.problems[0].message;
  EXPECT_TRUE(result.verified) << report::plan_text(result, {});
  for (const session::NamedText& file : result.files) {
    if (!file.path.starts_with("PE")) continue;
    EXPECT_THAT(file.text, HasSubstr(" ac-bypass ")) << file.path;
    EXPECT_THAT(file.text, HasSubstr(" secondary\n")) << file.path;
  }
}

INSTANTIATE_TEST_SUITE_P(All, BothEndsOnTwo,
                         testing::Values(std::pair("etrunk", "etrunk"), std::pair("etrunk", "mvrrp"),
                                         std::pair("mvrrp", "etrunk"), std::pair("mvrrp", "mvrrp")),
                         [](const auto& item) { return item.param.first + "_" + item.param.second; });

// A duct that both ways run through: nothing saves the service, and the plan does not say that it does.
TEST(PlannedNetwork, NamesTheGroupThatCannotBeSurvived) {
  const test::TemporaryFolder folder;
  folder.write("intent.yaml", R"(devices: {PE1: pe, PE2: pe}
links:
  - {ends: [PE1, PE2], groups: [duct]}
  - {ends: [PE1, PE2], groups: [duct]}
services:
  line: {kind: vpws, ends: [PE1, PE2]}
)");
  const session::PlanResult result = planned(folder.path() + "/intent.yaml", 1, 1);
  EXPECT_TRUE(result.infeasible);
  ASSERT_EQ(result.problems.size(), 2U);
  EXPECT_EQ(result.problems[0].line, 6U);
  EXPECT_THAT(result.problems[1].message, HasSubstr("group duct may fail"));
}

}  // namespace
}  // namespace holdfast
