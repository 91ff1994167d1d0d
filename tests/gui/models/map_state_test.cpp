#include "app/gui/models/map_state.h"

#include <gtest/gtest.h>

#include "app/session/live.h"
#include "tests/gui/support/study.h"

namespace holdfast::gui {
namespace {

using session::Study;
using test::hub_links;
using test::study_of;

std::string legs_text(const Study& study, const MapState& state, std::size_t way) {
  std::string text;
  for (const PathLeg& leg : state.legs) {
    if (leg.way != way) continue;
    if (text.empty()) text = study.map().nodes[leg.from.index].name;
    text += (leg.link == PathLeg::kNoLink ? " ~ " : " - ") + study.map().nodes[leg.to.index].name;
  }
  return text;
}

const NodeState& node(const Study& study, const MapState& state, const std::string& name) {
  for (const session::MapNode& it : study.map().nodes) {
    if (it.name == name) return state.nodes[it.device.index];
  }
  throw std::runtime_error(name);
}

LinkState link(const Study& study, const MapState& state, const std::string& name) {
  for (std::size_t i = 0; i < study.map().links.size(); ++i) {
    if (study.map().links[i].name == name) return state.links[i];
  }
  throw std::runtime_error(name);
}

TEST(MapState, AFailedNodeTakesItsLinksDown) {
  const auto study = study_of("secondary-vpws/good");
  const MapState state = map_state(*study, {study->element_named("node:PE2")}, nullptr, Moment::After);
  EXPECT_TRUE(node(*study, state, "PE2").failed);
  EXPECT_FALSE(node(*study, state, "PE1").failed);
  EXPECT_EQ(link(*study, state, "link:PE1:GigabitEthernet2/0/0--PE2:GigabitEthernet2/0/0"), LinkState::Down);
  EXPECT_EQ(link(*study, state, "link:PE1:GigabitEthernet3/0/0--PE3:GigabitEthernet2/0/0"), LinkState::Up);
  const MapState before = map_state(*study, {study->element_named("node:PE2")}, nullptr, Moment::Before);
  EXPECT_FALSE(node(*study, before, "PE2").failed);
}

TEST(MapState, AFailedBoardTakesLinksOfItsPortsDown) {
  const auto study = study_of("secondary-vpws/good");
  const MapState state = map_state(*study, {study->element_named("board:PE1:2/0")}, nullptr, Moment::After);
  EXPECT_TRUE(node(*study, state, "PE1").partly);
  EXPECT_EQ(link(*study, state, "link:PE1:GigabitEthernet2/0/0--PE2:GigabitEthernet2/0/0"), LinkState::Down);
  EXPECT_EQ(link(*study, state, "link:PE1:GigabitEthernet3/0/0--PE3:GigabitEthernet2/0/0"), LinkState::Up);
}

TEST(MapState, FollowsTheTrafficLinkByLink) {
  const auto study = study_of("independent-pw-redundancy/good");
  session::LiveNetwork live(study, 1);
  const FailureSet failed{study->element_named("node:PE2")};
  const session::ServiceAccount account = live.account(0, failed);
  const MapState before = map_state(*study, failed, &account, Moment::Before);
  const MapState after = map_state(*study, failed, &account, Moment::After);
  EXPECT_EQ(legs_text(*study, before, 0), "CE1 - PE1 - P1 - PE2 - CE2");
  EXPECT_EQ(legs_text(*study, after, 0), "CE1 - PE1 - P2 - PE3 - CE2");
  EXPECT_EQ(legs_text(*study, after, 1), "CE2 - PE3 - P2 - PE1 - CE1");
  EXPECT_EQ(after.pws.size(), 3U);
}

TEST(MapState, MarksWhereFramesDie) {
  const auto study = study_of("hvpls-track-hub-pw/broken-no-track-hub-pw");
  session::LiveNetwork live(study, 1);
  const FailureSet failed = hub_links(*study);
  const session::ServiceAccount account = live.account(0, failed);
  const MapState state = map_state(*study, failed, &account, Moment::After);
  EXPECT_EQ(node(*study, state, "SPE1").mark, NodeMark::DeadEnd);
  EXPECT_EQ(node(*study, state, "CE1").mark, NodeMark::None);
  EXPECT_EQ(link(*study, state, "link:NPE1:GigabitEthernet1/0/0--SPE1:GigabitEthernet2/0/0"),
            LinkState::Failed);
  EXPECT_TRUE(std::ranges::any_of(state.legs, [](const PathLeg& leg) { return !leg.arrives; }));
}

TEST(MapState, MarksDualActive) {
  const auto study = study_of("pw-status-negotiation/broken-key-differs");
  session::LiveNetwork live(study, 1);
  const session::ServiceAccount account = live.account(0, {});
  ASSERT_EQ(account.change.after, Outcome::DualActive);
  const MapState state = map_state(*study, {}, &account, Moment::After);
  EXPECT_TRUE(
      std::ranges::any_of(state.nodes, [](const NodeState& it) { return it.mark == NodeMark::DualActive; }));
}

}  // namespace
}  // namespace holdfast::gui
