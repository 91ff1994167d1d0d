#include "solver/planning/plan.h"

#include <algorithm>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <string>

#include "importers/topology/intent_file.h"

namespace holdfast::planning {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

intent::Intent intent_of(const std::string& text) {
  topology::IntentFile file = topology::read_intent_file(text, FileId{0});
  EXPECT_TRUE(file.problems.empty()) << file.problems[0].line << ": " << file.problems[0].message;
  return std::move(file.intent);
}

Plan plan_of(const std::string& text) {
  return make_plan(intent_of(text), {});
}

std::vector<std::string> conflicts_of(const std::string& text) {
  std::vector<std::string> lines;
  for (const Conflict& it : plan_of(text).conflicts)
    lines.push_back(fmt::format("{}: {}", it.where.line, it.text));
  return lines;
}

// PE1 hangs on P1 alone; P2 is beside it.
constexpr const char* kStub = R"(devices: {PE1: pe, PE2: pe, P1: p, P2: p}
links:
  - [PE1, P1]
  - [PE2, P1]
  - [PE2, P2]
  - [P1, P2]
services:
  line: {kind: vpws, ends: [PE1, PE2]}
)";

TEST(Plan, NamesWhatIsMissing) {
  EXPECT_THAT(conflicts_of(kStub),
              ElementsAre("8: service line wants a way from PE1 to PE2 while link PE1–P1 has failed",
                          "3: link PE1–P1 may fail; there are no candidates"));
}

TEST(Plan, BuildsTheCheapestCandidates) {
  const Plan plan = plan_of(std::string(kStub) + R"(candidates:
  - {ends: [PE1, P2], price: 5}
  - {ends: [PE1, PE2], price: 4}
  - {ends: [P1, P2], price: 1}
)");
  EXPECT_THAT(plan.conflicts, IsEmpty());
  EXPECT_THAT(plan.chosen, ElementsAre(1));
  EXPECT_EQ(plan.price, 4U);
  EXPECT_EQ(plan.price_at_least, 4U);
}

TEST(Plan, NamesTheBudgetThatDoesNotDo) {
  EXPECT_THAT(conflicts_of(std::string(kStub) + R"(candidates:
  - {ends: [PE1, P2], price: 5}
budget: 4
)"),
              ElementsAre("8: service line wants a way from PE1 to PE2 while link PE1–P1 has failed",
                          "3: link PE1–P1 may fail", "11: the candidates that would do cost more than 4"));
}

TEST(Plan, AsksForNothingWithoutTargets) {
  std::string text = kStub;
  text.replace(text.find("[PE1, PE2]}"), 11, "[PE1, PE2], targets: {survive: []}}");
  EXPECT_THAT(conflicts_of(text), IsEmpty());
}

TEST(Plan, NamesAPoolThatIsTooSmall) {
  EXPECT_THAT(conflicts_of(R"(devices: {PE1: pe, PE2: pe}
pools: {vc-ids: 7-7}
links: [[PE1, PE2]]
targets: {survive: []}
services:
  a: {kind: vpws, ends: [PE1, PE2]}
  b: {kind: vpws, ends: [PE1, PE2]}
)"),
              ElementsAre("2: the pool of VC IDs holds 7 to 7 only, and more are needed"));
}

TEST(Plan, NamesACustomerThatHangsOnOnePe) {
  EXPECT_THAT(conflicts_of(R"(devices: {PE1: pe, PE2: pe, CE1: ce}
links: [[PE1, PE2], [CE1, PE2]]
services:
  a: {kind: vpws, ends: [PE1, {at: CE1, homing: mvrrp}]}
)"),
              ElementsAre("4: CE1 hangs on 1 of 2 PEs that service a wants"));
}

// Two ways to the pair; the shortest one to PE3 leads through PE2.
constexpr const char* kRing = R"(devices: {PE1: pe, PE2: {role: pe, site: s}, PE3: {role: pe, site: s}, P1: p}
links:
  - {ends: [PE1, PE2], capacity: 100M}
  - {ends: [PE2, PE3], cost: 1}
  - {ends: [PE1, P1], groups: [duct]}
  - [P1, PE3]
services:
  a: {kind: vpws, ends: [PE1, {at: s, homing: mvrrp}]}
)";

TEST(Plan, TakesExplicitPathsWhereTheShortestAreNotApart) {
  const Plan plan = plan_of(kRing);
  ASSERT_THAT(plan.services, SizeIs(1));
  const auto& pws = plan.services[0].pws;
  ASSERT_THAT(pws, SizeIs(2));
  EXPECT_TRUE(pws[0].explicit_path);
  EXPECT_THAT(pws[0].route.nodes, ElementsAre(0, 1));
  EXPECT_THAT(pws[1].route.nodes, ElementsAre(0, 3, 2));
  EXPECT_EQ(pws[0].vc_id, 1001U);
  EXPECT_EQ(pws[1].vc_id, 1002U);
}

TEST(Plan, StaysWithTheIgpWhereItKeepsApart) {
  std::string text = kRing;
  text.replace(text.find("cost: 1}"), 8, "cost: 90}");
  const Plan plan = plan_of(text);
  EXPECT_FALSE(plan.services[0].pws[0].explicit_path);
}

TEST(Plan, LeavesFullLinksAlone) {
  std::string text = kRing;
  text.replace(text.find("cost: 1}"), 8, "cost: 90}");
  text += "  b: {kind: vpws, bandwidth: 60M, ends: [PE1, PE2], targets: {survive: []}}\n";
  text += "  c: {kind: vpws, bandwidth: 60M, ends: [PE1, PE2], targets: {survive: []}}\n";
  const Plan plan = plan_of(text);
  ASSERT_THAT(plan.conflicts, IsEmpty());
  EXPECT_THAT(plan.services[1].pws[0].route.nodes, ElementsAre(0, 1));
  EXPECT_THAT(plan.services[2].pws[0].route.nodes, ElementsAre(0, 3, 2, 1));
  EXPECT_TRUE(plan.services[2].pws[0].explicit_path);
}

TEST(Plan, KeepsGroupsApart) {
  const Plan plan = plan_of(R"(devices: {PE1: pe, PE2: pe, P1: p, P2: p, P3: p}
transport: te
links:
  - {ends: [PE1, P1], groups: [duct]}
  - [P1, PE2]
  - {ends: [PE1, P2], groups: [duct]}
  - [P2, PE2]
  - {ends: [PE1, P3], cost: 50}
  - [P3, PE2]
services:
  a: {kind: vpws, ends: [PE1, PE2]}
)");
  ASSERT_THAT(plan.services, SizeIs(1));
  const PlannedPw& pw = plan.services[0].pws[0];
  ASSERT_TRUE(pw.standby);
  const bool by_p3 = std::ranges::count(pw.route.nodes, 4U) + std::ranges::count(pw.standby->nodes, 4U) == 1;
  EXPECT_TRUE(by_p3);
}

// --- against every subset of the candidates

struct Case {
  std::size_t nodes = 5;
  std::vector<std::pair<std::size_t, std::size_t>> links;
  std::vector<std::pair<std::size_t, std::size_t>> candidates;
  std::vector<std::uint64_t> prices;
};

bool connected(const std::vector<std::pair<std::size_t, std::size_t>>& links, std::size_t gone) {
  std::vector<bool> seen(5, false);
  seen[0] = true;
  for (int round = 0; round < 5; ++round) {
    for (const auto& [a, b] : links) {
      if (a == gone || b == gone) continue;
      if (seen[a] || seen[b]) seen[a] = seen[b] = true;
    }
  }
  return seen[1];
}

// Nodes 0 and 1 are the ends: they must stay joined when any other node, or any link, fails.
bool survives(const std::vector<std::pair<std::size_t, std::size_t>>& links) {
  for (std::size_t node = 2; node < 5; ++node) {
    if (!connected(links, node)) return false;
  }
  for (std::size_t i = 0; i < links.size(); ++i) {
    auto fewer = links;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    if (!connected(fewer, 9)) return false;
  }
  return connected(links, 9);
}

std::string yaml_of(const Case& it) {
  std::string text = "devices: {N0: pe, N1: pe, N2: p, N3: p, N4: p}\nlinks:\n";
  for (const auto& [a, b] : it.links) text += fmt::format("  - [N{}, N{}]\n", a, b);
  if (it.links.empty()) text += "  []\n";
  text += "candidates:\n";
  for (std::size_t i = 0; i < it.candidates.size(); ++i) {
    text += fmt::format("  - {{ends: [N{}, N{}], price: {}}}\n", it.candidates[i].first,
                        it.candidates[i].second, it.prices[i]);
  }
  if (it.candidates.empty()) text += "  []\n";
  return text + "services:\n  a: {kind: vpws, ends: [N0, N1]}\n";
}

RC_GTEST_PROP(PlanProperty, BuildsTheCheapestSubsetThatThereIs, ()) {
  Case it;
  for (std::size_t a = 0; a < it.nodes; ++a) {
    for (std::size_t b = a + 1; b < it.nodes; ++b) {
      const auto what = *rc::gen::inRange(0, 5);
      if (what < 2) it.links.emplace_back(a, b);
      if (what == 2 || what == 3) {
        it.candidates.emplace_back(a, b);
        it.prices.push_back(*rc::gen::inRange<std::uint64_t>(1, 9));
      }
    }
  }
  std::optional<std::uint64_t> best;
  for (std::size_t subset = 0; subset < (std::size_t{1} << it.candidates.size()); ++subset) {
    auto links = it.links;
    std::uint64_t price = 0;
    for (std::size_t i = 0; i < it.candidates.size(); ++i) {
      if ((subset >> i & 1U) == 0) continue;
      links.push_back(it.candidates[i]);
      price += it.prices[i];
    }
    if ((!best || price < *best) && survives(links)) best = price;
  }
  const Plan plan = plan_of(yaml_of(it));
  RC_ASSERT(plan.conflicts.empty() == best.has_value());
  if (best) RC_ASSERT(plan.price == *best);
}

}  // namespace
}  // namespace holdfast::planning
