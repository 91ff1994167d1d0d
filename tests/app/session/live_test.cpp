#include "app/session/live.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/sample.h"

namespace holdfast::session {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::SizeIs;

std::shared_ptr<const Study> study_of(const std::string& name) {
  return std::make_shared<const Study>(test::sample(name));
}

class LiveAgainstWhatIf : public testing::TestWithParam<std::string> {};

TEST_P(LiveAgainstWhatIf, SaysTheSameOfEverySingleFailure) {
  const auto study = study_of(GetParam());
  LiveNetwork live(study, 2);
  for (std::size_t i = 0; i < study->universe().elements.size(); ++i) {
    WhatIfOptions options;
    options.fail = {study->element_name(ElementId(i))};
    const WhatIfResult expected = what_if(study->snapshot(), options);
    const Impact found = live.impact({ElementId(i)}, nullptr);
    for (std::size_t s = 0; s < expected.services.size(); ++s) {
      const ServiceChange& service = expected.services[s];
      const auto at = std::ranges::find(found.services, s, &ServiceImpact::service);
      SCOPED_TRACE(options.fail.front() + " " + service.id);
      if (at == found.services.end()) {
        EXPECT_EQ(service.before, service.after);
        EXPECT_TRUE(std::ranges::all_of(service.flows, &FlowChange::same) || is_bad(service.after));
      } else {
        EXPECT_EQ(service.before, at->before);
        EXPECT_EQ(service.after, at->after);
        EXPECT_THAT(service.flows, Not(IsEmpty()));
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Samples, LiveAgainstWhatIf,
                         testing::Values("hvpls-track-hub-pw/good",
                                         "hvpls-track-hub-pw/broken-no-track-hub-pw",
                                         "independent-pw-redundancy/broken-no-bypass",
                                         "pw-status-negotiation/broken-key-differs", "secondary-vpws/good",
                                         "vpws-track-vpnv6-route/broken-no-track-route"),
                         [](const auto& sample) {
                           std::string name = sample.param;
                           std::ranges::replace_if(
                               name, [](char c) { return !std::isalnum(c); }, '_');
                           return name;
                         });

TEST(LiveNetwork, TellsTheWayOfAServiceHopByHop) {
  const auto study = study_of("hvpls-track-hub-pw/broken-no-track-hub-pw");
  LiveNetwork live(study, 1);
  const FailureSet failed{study->element_named("link:NPE1:GigabitEthernet1/0/0--SPE1:GigabitEthernet2/0/0"),
                          study->element_named("link:NPE2:GigabitEthernet1/0/0--SPE1:GigabitEthernet3/0/0")};
  const ServiceAccount account = live.account(0, failed);
  EXPECT_EQ(account.change.before, Outcome::Delivered);
  EXPECT_EQ(account.change.after, Outcome::LostAvoidable);
  EXPECT_THAT(account.before.traces, Not(Contains(Field(&TraceView::arrives, false))));
  EXPECT_THAT(account.after.traces,
              Contains(Field(&TraceView::hops, Contains(Field(&TraceHop::dropped, true)))));
}

TEST(LiveNetwork, TellsOutcomesBeforeItComparesWays) {
  const auto study = study_of("secondary-vpws/good");
  LiveNetwork live(study, 1);
  std::size_t calls = 0;
  const auto expect = [&](std::size_t services) {
    return [&calls, services](const Impact& known) {
      ++calls;
      EXPECT_FALSE(known.ways_known);
      EXPECT_THAT(known.services, SizeIs(services));
    };
  };
  const Impact moved = live.impact({study->element_named("node:PE2")}, nullptr, expect(0));
  EXPECT_TRUE(moved.ways_known);
  ASSERT_THAT(moved.services, SizeIs(1));
  EXPECT_TRUE(moved.services.front().moved);
  const Impact lost = live.impact({study->element_named("node:PE1")}, nullptr, expect(1));
  ASSERT_THAT(lost.services, SizeIs(1));
  EXPECT_FALSE(lost.services.front().moved);
  EXPECT_EQ(calls, 2U);
  const std::atomic<bool> cancel{true};
  live.impact({study->element_named("node:PE1")}, &cancel, expect(1));
  EXPECT_EQ(calls, 2U);
}

TEST(LiveNetwork, StopsWhenAsked) {
  const auto study = study_of("secondary-vpws/good");
  LiveNetwork live(study, 1);
  const std::atomic<bool> cancel{true};
  EXPECT_TRUE(live.impact({ElementId(0)}, &cancel).cancelled);
  EXPECT_THAT(live.impact({study->element_named("node:PE1")}, nullptr).services, SizeIs(1));
}

TEST(Study, DrawsDevicesLinksAndPws) {
  const auto study = study_of("secondary-vpws/good");
  const NetworkMap& map = study->map();
  EXPECT_THAT(map.nodes, SizeIs(5));
  EXPECT_EQ(map.nodes[2].name, "PE1");
  EXPECT_EQ(map.nodes[2].site, "PE");
  EXPECT_EQ(study->element_name(map.nodes[2].element), "node:PE1");
  EXPECT_THAT(map.links, SizeIs(6));
  for (const MapLink& link : map.links) EXPECT_EQ(study->element_name(link.element), link.name);
  ASSERT_THAT(map.pws, SizeIs(2));
  EXPECT_EQ(map.pws[0].role, "primary");
  EXPECT_EQ(map.pws[1].role, "secondary");
  EXPECT_EQ(map.adjacencies.size(), 3U);
  EXPECT_TRUE(map.adjacencies[0].ldp);
}

TEST(Study, KnowsWhatIsOnADevice) {
  const auto study = study_of("independent-pw-redundancy/good");
  const DeviceId pe2 = study->map().nodes[5].device;
  ASSERT_EQ(study->map().nodes[5].name, "PE2");
  EXPECT_THAT(study->services_on(pe2), ElementsAre(0));
  std::vector<std::string> names;
  for (const ElementId id : study->elements_at(pe2)) names.push_back(study->element_name(id));
  EXPECT_THAT(names, Contains("node:PE2"));
  EXPECT_THAT(names, Contains("link:PE2:GigabitEthernet3/0/0--PE3:GigabitEthernet3/0/0"));
  const InterfaceId ac = study->network()[pe2].find_interface("Eth-Trunk10.100");
  ASSERT_THAT(study->links_at({pe2, ac}), SizeIs(1));
  EXPECT_EQ(study->map().links[study->links_at({pe2, ac})[0]].name,
            "link:CE2:GigabitEthernet1/0/0--PE2:GigabitEthernet4/0/0");
  EXPECT_THAT(study->map().etrunks, SizeIs(1));
}

}  // namespace
}  // namespace holdfast::session
