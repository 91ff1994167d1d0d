#include <gmock/gmock.h>

#include "tests/importers/vrp/commands/import_text.h"

namespace holdfast::vrp {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

TEST(Isis, HoldsTheProcess) {
  const Device device = import_text(
      "isis 1 vpn-instance vpna\n"
      " is-level level-2\n"
      " cost-style wide\n"
      " network-entity 10.0000.0000.0001.00\n"
      " traffic-eng level-2\n"
      " ipv6 enable topology ipv6\n"
      " import-route static level-2\n"
      " import-route isis level-2 into level-1 filter-policy ip-prefix pfx\n"
      " circuit-cost 20\n"
      " auto-cost enable\n"
      " bandwidth-reference 1000\n"
      " preference 20\n"
      " set-overload\n"
      " segment-routing mpls\n"
      " segment-routing global-block 16000 23999\n"
      " area-authentication-mode md5 cipher Example\n"
      " frr\n"
      "  loop-free-alternate level-2\n"
      "  ti-lfa level-2\n");
  EXPECT_THAT(unread(device), IsEmpty());
  ASSERT_THAT(device.isis, SizeIs(1));
  const IsisProcess& process = device.isis[0];
  EXPECT_EQ(**process.vpn_instance, "vpna");
  EXPECT_EQ(*process.level, IsisLevel::Level2);
  EXPECT_EQ(place(process.level.where), "2:11+7");
  EXPECT_EQ(*process.cost_style, "wide");
  EXPECT_EQ(**process.network_entity, "10.0000.0000.0001.00");
  EXPECT_EQ(**process.traffic_eng, IsisLevel::Level2);
  EXPECT_TRUE(*process.ipv6);
  EXPECT_EQ(*process.imports.at(0), "static");
  EXPECT_EQ(*process.imports.at(1), "isis level-2 into level-1");
  EXPECT_THAT(process.filters, SizeIs(1));
  EXPECT_EQ(**process.circuit_cost, 20U);
  EXPECT_TRUE(*process.auto_cost);
  EXPECT_EQ(*process.bandwidth_reference, 1000U);
  EXPECT_EQ(*process.preference, 20U);
  EXPECT_TRUE(*process.overload);
  EXPECT_TRUE(*process.segment_routing);
  EXPECT_EQ(**process.area_authentication, "md5");
  EXPECT_FALSE(process.domain_authentication);
}

TEST(Isis, BlocksThatComeTwiceAreOneAndDefaultsAreDocumented) {
  const Device device = import_text(
      "isis\n"
      " network-entity 10.0000.0000.0001.00\n"
      "#\n"
      "isis 1\n"
      " set-overload\n"
      " undo set-overload\n");
  ASSERT_THAT(device.isis, SizeIs(1));
  EXPECT_EQ(*device.isis[0].level, IsisLevel::Level12);
  EXPECT_EQ(*device.isis[0].cost_style, "narrow");
  EXPECT_EQ(*device.isis[0].preference, 15U);
  EXPECT_FALSE(*device.isis[0].overload);
  EXPECT_TRUE(device.isis[0].overload.configured());
}

TEST(Isis, OverloadedRoutersTellLevelsWhereAllowed) {
  const auto process = [](const std::string& line) {
    return import_text("isis 1\n " + line + "\n").isis.at(0);
  };
  EXPECT_FALSE(*process("set-overload").overload_tells_levels);
  EXPECT_FALSE(*process("set-overload allow external").overload_tells_levels);
  EXPECT_TRUE(*process("set-overload allow external interlevel").overload_tells_levels);
  EXPECT_TRUE(*process("set-overload allow interlevel").overload);
  EXPECT_FALSE(*process("set-overload on-startup allow interlevel").overload);
}

TEST(Isis, InterfacesHoldProcessCostLevelAndType) {
  const Device device = import_text(
      "interface GigabitEthernet0/1/0\n"
      " isis enable 1\n"
      " isis ipv6 enable 1\n"
      " isis circuit-level level-2\n"
      " isis circuit-type p2p\n"
      " isis cost 30 level-2\n"
      " isis cost 40\n"
      " isis prefix-sid absolute 16100\n"
      " isis authentication-mode simple plain Example level-2\n"
      " isis timer hello 3 level-2\n"
      "interface LoopBack1\n"
      " isis enable\n"
      " isis silent\n"
      " isis cost maximum\n");
  EXPECT_THAT(unread(device), IsEmpty());
  const IsisInterface& port = *device.interfaces.at(0).isis;
  EXPECT_EQ(**port.process, 1U);
  EXPECT_EQ(place(port.process->where), "2:14+1");
  EXPECT_EQ(**port.ipv6_process, 1U);
  EXPECT_EQ(**port.circuit_level, IsisLevel::Level2);
  EXPECT_TRUE(*port.point_to_point);
  EXPECT_EQ(**port.cost, 40U);
  EXPECT_EQ(**port.level2_cost, 30U);
  EXPECT_FALSE(port.level1_cost);
  EXPECT_EQ(**port.prefix_sid, "absolute 16100");
  EXPECT_EQ(**port.authentication, "simple");
  const IsisInterface& loopback = *device.interfaces.at(1).isis;
  EXPECT_EQ(**loopback.process, 1U);
  EXPECT_TRUE(*loopback.silent);
  EXPECT_EQ(**loopback.cost, 16777215U);
}

TEST(Isis, UndoTakesAnInterfaceOut) {
  const Device device = import_text(
      "interface GigabitEthernet0/1/0\n"
      " isis enable 1\n"
      " isis circuit-type p2p\n"
      " undo isis enable\n"
      " undo isis circuit-type\n");
  EXPECT_THAT(unread(device), IsEmpty());
  EXPECT_FALSE(device.interfaces.at(0).isis->process);
  EXPECT_FALSE(*device.interfaces.at(0).isis->point_to_point);
}

TEST(Isis, AsksForBfdSessions) {
  const Device device = import_text(
      "isis 1\n"
      " bfd all-interfaces min-tx-interval 50 min-rx-interval 50\n"
      " bfd all-interfaces enable\n"
      "#\n"
      "isis 2\n"
      " bfd all-interfaces enable\n"
      " undo bfd all-interfaces enable\n"
      "#\n"
      "interface GigabitEthernet0/1/0\n"
      " isis bfd enable\n"
      "#\n"
      "return\n");
  EXPECT_THAT(device.reading.unread, testing::IsEmpty());
  ASSERT_EQ(device.isis.size(), 2U);
  EXPECT_TRUE(*device.isis[0].bfd);
  EXPECT_EQ(device.isis[0].bfd.where.line, 3U);
  EXPECT_FALSE(*device.isis[1].bfd);
  EXPECT_TRUE(*device.interfaces[0].isis->bfd);
}

}  // namespace
}  // namespace holdfast::vrp
