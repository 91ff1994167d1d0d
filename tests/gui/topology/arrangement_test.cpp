#include "app/gui/topology/arrangement.h"

#include <QTemporaryDir>
#include <cmath>
#include <gtest/gtest.h>

#include "app/gui/topology/position_file.h"
#include "tests/gui/support/study.h"

namespace holdfast::gui {
namespace {

using test::study_of;

std::string tiers_text(const session::NetworkMap& map) {
  const std::vector<int> tiers = tiers_of(map);
  std::string text;
  for (const session::MapNode& node : map.nodes)
    text += node.name + ":" + std::to_string(tiers[node.device.index]) + " ";
  return text;
}

TEST(Arrangement, UnfoldsSmallNetworksFromTheCustomer) {
  EXPECT_EQ(tiers_text(study_of("hvpls-track-hub-pw/good")->map()),
            "CE1:0 CE2:4 CE3:4 NPE1:3 NPE2:3 SPE1:2 SPE2:2 UPE1:1 ");
  EXPECT_EQ(tiers_text(study_of("independent-pw-redundancy/good")->map()),
            "CE1:0 CE2:4 P1:2 P2:2 PE1:1 PE2:3 PE3:3 ");
}

TEST(Arrangement, StandsLargeNetworksByRole) {
  session::NetworkMap map;
  for (std::size_t i = 0; i < 30; ++i)
    map.nodes.push_back({DeviceId(i), {}, i % 2 == 0 ? "UPE" : "NPE", {}, {}});
  const std::vector<int> tiers = tiers_of(map);
  EXPECT_LT(tiers[0], tiers[1]);
  EXPECT_EQ(tiers[0], tiers[28]);
}

TEST(Arrangement, KeepsDevicesApart) {
  const auto study = study_of("hvpls-track-hub-pw/good");
  for (const Arrangement arrangement : {Arrangement::Tiers, Arrangement::Force}) {
    const Arranged result = arrange(study->map(), arrangement, 20, false);
    EXPECT_EQ(result.problem, QString());
    ASSERT_EQ(result.positions.size(), 8U);
    for (std::size_t a = 0; a < 8; ++a) {
      for (std::size_t b = a + 1; b < 8; ++b) {
        const QPointF apart = result.positions[a] - result.positions[b];
        EXPECT_GT(std::hypot(apart.x(), apart.y()), kNodeSize);
      }
    }
  }
}

TEST(Arrangement, StandsDevicesWithoutLinksInRowsBelow) {
  session::NetworkMap map;
  for (std::size_t i = 0; i < 12; ++i) map.nodes.push_back({DeviceId(i), {}, "PE", {}, {}});
  session::MapLink link;
  link.a.device = DeviceId(0);
  link.b.device = DeviceId(1);
  map.links.push_back(link);
  for (const Arrangement arrangement : {Arrangement::Tiers, Arrangement::Force}) {
    const Arranged result = arrange(map, arrangement, 20, false);
    EXPECT_EQ(result.problem, QString());
    double lowest = 0;
    for (std::size_t a = 0; a < 12; ++a) {
      if (a > 1) {
        EXPECT_GT(result.positions[a].y(), result.positions[0].y());
        EXPECT_GT(result.positions[a].y(), result.positions[1].y());
      }
      lowest = std::max(lowest, result.positions[a].y() - result.positions[0].y());
      for (std::size_t b = a + 1; b < 12; ++b) {
        const QPointF apart = result.positions[a] - result.positions[b];
        EXPECT_GT(std::hypot(apart.x(), apart.y()), kNodeSize);
      }
    }
    EXPECT_LT(lowest, 500);
  }
}

TEST(Arrangement, FallsBackWhenStopped) {
  const auto study = study_of("secondary-vpws/good");
  const Arranged result = arrange(study->map(), Arrangement::Tiers, 20, true);
  EXPECT_EQ(result.positions.size(), 5U);
}

TEST(Arrangement, RefusesWhatIsNoLayout) {
  EXPECT_FALSE(parse_plain("graph 1 2 3\nnode n0 1 2 1 1 a\nstop\n", 2, 2).has_value());
  EXPECT_FALSE(parse_plain("node n7 1 2 1 1 a\n", 1, 1).has_value());
  EXPECT_TRUE(parse_plain("node n0 1 2 1 1 a\n", 1, 1).has_value());
}

TEST(PositionFile, KeepsPlacesByName) {
  QTemporaryDir folder;
  EXPECT_TRUE(read_positions(folder.path()).empty());
  EXPECT_TRUE(
      write_positions(folder.path(), {Arrangement::Force, {{"PE1", {10, -20}}, {"PE \"2\"", {0, 0}}}}));
  const HandLayout read = read_positions(folder.path());
  EXPECT_EQ(read.base, Arrangement::Force);
  EXPECT_EQ(read.dragged.size(), 2);
  EXPECT_EQ(read.dragged.value("PE1"), QPointF(10, -20));
  EXPECT_TRUE(write_positions(folder.path(), {}));
  EXPECT_TRUE(read_positions(folder.path()).empty());
  EXPECT_FALSE(write_positions("/nowhere/at/all", {{}, {{"PE1", {10, -20}}}}));
}

}  // namespace
}  // namespace holdfast::gui
