#include "app/session/failures.h"

#include <algorithm>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "app/report/failures.h"
#include "tests/support/sample.h"
#include "tests/support/temporary_folder.h"

namespace holdfast::session {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

FailuresResult search(const std::string& name, const FailureOptions& options = {}) {
  return find_failures(test::sample(name), options);
}

std::vector<std::string> names_of(const FailuresResult& result, const std::vector<ElementId>& elements) {
  std::vector<std::string> names;
  for (const ElementId id : elements) names.push_back(result.names[id.index]);
  return names;
}

std::size_t defects(const ServiceFailureView& service) {
  return static_cast<std::size_t>(
      std::ranges::count_if(service.counterexamples, [](const Counterexample& it) {
        return it.outcome != Outcome::LostUnavoidable && it.outcome != Outcome::Unknown;
      }));
}

TEST(FindFailures, AGoodNetworkHasOnlyLimitsOfItsTopology) {
  const FailuresResult result = search("hvpls-track-hub-pw/good");
  ASSERT_THAT(result.services, SizeIs(1));
  const ServiceFailureView& service = result.services.front();
  EXPECT_EQ(result.k, 2U);
  EXPECT_EQ(result.elements, 41U);
  EXPECT_EQ(service.id, "vpls:metro100:100");
  EXPECT_EQ(service.kind, "h-vpls");
  EXPECT_EQ(service.tolerates, 0);
  EXPECT_TRUE(service.redundant);
  EXPECT_EQ(defects(service), 0U);
  EXPECT_THAT(names_of(result, service.single_points),
              testing::IsSupersetOf(
                  {"node:CE1", "node:UPE1", "link:CE1:GigabitEthernet1/0/0--UPE1:GigabitEthernet1/0/0"}));
}

TEST(FindFailures, ABrokenOneHasItsCounterexampleWithRulesAndLines) {
  const FailuresResult result = search("hvpls-track-hub-pw/broken-no-track-hub-pw");
  const Counterexample& first = result.services.front().counterexamples.front();
  EXPECT_EQ(first.outcome, Outcome::LostAvoidable);
  EXPECT_THAT(first.elements, SizeIs(2));
  EXPECT_THAT(first.rules, ElementsAre("VS002"));
  EXPECT_THAT(first.story.blame, SizeIs(1));
  const auto& all = result.services.front().counterexamples;
  const auto links = std::ranges::find_if(all, [&](const Counterexample& it) {
    return names_of(result, it.elements) ==
           std::vector<std::string>{"link:NPE1:GigabitEthernet1/0/0--SPE1:GigabitEthernet2/0/0",
                                    "link:NPE2:GigabitEthernet1/0/0--SPE1:GigabitEthernet3/0/0"};
  });
  ASSERT_NE(links, all.end());
  EXPECT_EQ(links->outcome, Outcome::LostAvoidable);
}

// The sum over outcomes is the number of evaluations; no counterexample holds another one that is as bad.
TEST(FindFailures, CountsAddUpAndCounterexamplesAreMinimal) {
  for (const char* name : {"hvpls-track-hub-pw/good", "hvpls-track-hub-pw/broken-peer-missing",
                           "vpws-track-vpnv6-route/broken-ve-group", "secondary-vpws/good-ms-pw"}) {
    const FailuresResult result = search(name);
    for (const ServiceFailureView& service : result.services) {
      std::uint64_t sum = 0;
      for (const std::uint64_t count : service.outcomes) sum += count;
      EXPECT_EQ(sum, service.evaluations) << name;
      for (const Counterexample& a : service.counterexamples) {
        for (const Counterexample& b : service.counterexamples) {
          if (a.elements == b.elements) {
            EXPECT_EQ(&a, &b) << name;
          } else if (a.outcome >= b.outcome) {
            EXPECT_FALSE(std::ranges::includes(b.elements, a.elements)) << name;
          }
        }
      }
    }
  }
}

TEST(FindFailures, TheSameBytesOnTwoThreads) {
  for (const char* name : {"hvpls-track-hub-pw/broken-no-track-hub-pw", "independent-pw-redundancy/good"}) {
    FailureOptions options;
    options.tell_all = true;
    const FailuresResult one = search(name, options);
    options.jobs = 2;
    const FailuresResult two = search(name, options);
    EXPECT_EQ(report::failures_json(one), report::failures_json(two));
    EXPECT_EQ(report::failures_text(one, {}), report::failures_text(two, {}));
  }
}

TEST(FindFailures, KindsOfElementsAndTheNumberOfFailures) {
  FailureOptions options;
  options.k = 1;
  options.kinds = {ElementKind::Link};
  const FailuresResult result = search("hvpls-track-hub-pw/good", options);
  EXPECT_EQ(result.elements, 11U);
  for (const Counterexample& it : result.services.front().counterexamples) {
    EXPECT_THAT(it.elements, SizeIs(1));
    EXPECT_TRUE(result.names[it.elements.front().index].starts_with("link:"));
  }
  options.kinds = {ElementKind::Group};
  EXPECT_THAT(search("hvpls-track-hub-pw/good", options).services.front().counterexamples, IsEmpty());
}

TEST(FindFailures, ToleratesNothingWhenItDoesNotWorkFromTheStart) {
  EXPECT_EQ(search("pw-status-negotiation/broken-key-differs").services.front().tolerates, -1);
}

TEST(FindFailures, OnlyTheServicesAskedFor) {
  FailureOptions options;
  options.services = {"upe1:ge1/0/0.100"};
  EXPECT_THAT(search("hvpls-track-hub-pw/good", options).services, SizeIs(1));
  options.services = {"vpls:metro10:100"};
  const FailuresResult wrong = search("hvpls-track-hub-pw/good", options);
  EXPECT_THAT(wrong.problems,
              ElementsAre("there is no service `vpls:metro10:100`; is `vpls:metro100:100` meant?"));
  EXPECT_THAT(wrong.services, IsEmpty());
}

// A sample with a holdfast.yaml of its own.
class WithSettings : public testing::Test {
 protected:
  void SetUp() override {
    fs::copy(fs::path(HOLDFAST_SOURCE_DIR) / "samples/hvpls-track-hub-pw/broken-no-track-hub-pw",
             folder_.path(), fs::copy_options::recursive);
  }

  std::shared_ptr<const Snapshot> load_with(const std::string& lines) const {
    folder_.write("holdfast.yaml", folder_.read("holdfast.yaml") + lines);
    LoadOptions options;
    options.paths = {folder_.path()};
    return load(options);
  }

  test::TemporaryFolder folder_;
};

TEST_F(WithSettings, AGroupFailsAsOne) {
  const auto snapshot = load_with(
      "groups: {duct-7: ['link:npe1:ge1/0/0--SPE1:GE2/0/0', 'link:SPE1:ge3/0/0']}\n"
      "failures: {k: 1, elements: [group]}\n");
  EXPECT_THAT(snapshot->problems, IsEmpty());
  const FailuresResult result = find_failures(snapshot, {});
  EXPECT_EQ(result.k, 1U);
  EXPECT_EQ(result.elements, 1U);
  ASSERT_THAT(result.services.front().counterexamples, SizeIs(1));
  EXPECT_THAT(names_of(result, result.services.front().counterexamples.front().elements),
              ElementsAre("group:duct-7"));
}

TEST_F(WithSettings, NamesThatAreNotThereAreErrorsWithTheirPlaces) {
  const auto snapshot = load_with(
      "groups:\n"
      "  site: [node:NPE9, node:NPE2]\n"
      "failures: {probability: {'link:UPE1:GE9/0/0': 0.1}}\n");
  ASSERT_THAT(snapshot->problems, SizeIs(2));
  EXPECT_EQ(snapshot->problems[0].message, "there is no element `node:NPE9`; is `node:NPE1` meant?");
  EXPECT_EQ(snapshot->problems[0].column, 10U);
  EXPECT_EQ(snapshot->problems[1].kind, InputProblem::Kind::Error);
  EXPECT_THAT(snapshot->network.failure_groups.front().members, SizeIs(1));
  EXPECT_THAT(snapshot->failures.probabilities, IsEmpty());
}

// CE1, its link and UPE1 are needed; with everything else certain that is all.
TEST_F(WithSettings, AvailabilityFromProbabilities) {
  const auto snapshot = load_with(
      "failures: {k: 0, probability: {'node:ce1': 0.1, 'link:ce1:ge1/0/0': 0.2, 'node:upe1': 0.5}}\n");
  const FailuresResult result = find_failures(snapshot, {});
  ASSERT_TRUE(result.services.front().availability);
  EXPECT_NEAR(result.services.front().availability->lower, 0.9 * 0.8 * 0.5, 1e-12);
  EXPECT_NEAR(result.services.front().availability->upper, 0.9 * 0.8 * 0.5, 1e-12);
}

TEST(FindFailures, ACancelledRunSaysSo) {
  const std::atomic<bool> cancel{true};
  FailureOptions options;
  options.cancel = &cancel;
  const FailuresResult result = search("hvpls-track-hub-pw/good", options);
  EXPECT_TRUE(result.cancelled);
  EXPECT_FALSE(result.services.front().complete);
}

TEST(FindFailures, ALimitOfTimeStopsTheRun) {
  FailureOptions options;
  options.k = 6;
  options.time_limit = 0.05;
  const FailuresResult result = search("hvpls-track-hub-pw/good", options);
  EXPECT_TRUE(result.out_of_time);
  EXPECT_FALSE(result.cancelled);
}

}  // namespace
}  // namespace holdfast::session
