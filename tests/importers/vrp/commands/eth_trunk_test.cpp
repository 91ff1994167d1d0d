#include <gmock/gmock.h>

#include "tests/importers/vrp/commands/import_text.h"

namespace holdfast::vrp {
namespace {

using testing::IsEmpty;

TEST(EthTrunk, MembersJoinFromEitherSide) {
  const Device device = import_text(
      "interface Eth-Trunk2\n"
      " mode lacp-static\n"
      " trunkport GigabitEthernet 0/1/0 0/1/4 to 0/1/6 mode passive\n"
      " trunkport GigabitEthernet0/2/0\n"
      "#\n"
      "interface GigabitEthernet0/3/0\n"
      " eth-trunk 2\n"
      "#\n"
      "interface GigabitEthernet0/3/1\n"
      " eth-trunk 2 mode active\n"
      " undo eth-trunk\n");
  EXPECT_THAT(device.reading.unread, IsEmpty());
  EXPECT_EQ(*interface_named(device, "Eth-Trunk2").trunk->mode, TrunkMode::LacpStatic);
  for (const char* const port : {"GigabitEthernet0/1/0", "GigabitEthernet0/1/4", "GigabitEthernet0/1/5",
                                 "GigabitEthernet0/1/6", "GigabitEthernet0/2/0", "GigabitEthernet0/3/0"}) {
    ASSERT_TRUE(device.find_interface(port).valid()) << port;
    ASSERT_TRUE(interface_named(device, port).member_of) << port;
    EXPECT_EQ(**interface_named(device, port).member_of, 2U) << port;
  }
  EXPECT_EQ(interface_named(device, "GigabitEthernet0/3/0").member_of->where, (Span{FileId{0}, 7, 12, 1}));
  EXPECT_FALSE(interface_named(device, "GigabitEthernet0/3/1").member_of);
  EXPECT_TRUE(has_name(device, NameKind::EthTrunk, true, "2"));
  EXPECT_TRUE(has_name(device, NameKind::EthTrunk, false, "2"));
  EXPECT_TRUE(has_name(device, NameKind::Interface, false, "GigabitEthernet0/1/5"));
}

TEST(EthTrunk, RangeThatRunsBackwardsOrTooFarAddsNoFlood) {
  const Device device = import_text(
      "interface Eth-Trunk2\n trunkport GigabitEthernet 0/1/9 to 0/1/1\n"
      " trunkport GigabitEthernet 0/2/0 to 0/2/4000000000\n");
  EXPECT_FALSE(device.find_interface("GigabitEthernet0/1/9").valid());
  EXPECT_LE(device.interfaces.size(), 65U);
}

TEST(EthTrunk, UndoTakesMembersOut) {
  const Device device = import_text(
      "interface Eth-Trunk2\n trunkport GigabitEthernet 0/1/0 to 0/1/3\n"
      " undo trunkport GigabitEthernet 0/1/1 to 0/1/2\n undo trunkport GigabitEthernet0/1/3\n");
  EXPECT_THAT(device.reading.unread, IsEmpty());
  EXPECT_TRUE(interface_named(device, "GigabitEthernet0/1/0").member_of);
  EXPECT_FALSE(interface_named(device, "GigabitEthernet0/1/1").member_of);
  EXPECT_FALSE(interface_named(device, "GigabitEthernet0/1/2").member_of);
  EXPECT_FALSE(interface_named(device, "GigabitEthernet0/1/3").member_of);
}

TEST(EthTrunk, ThresholdsAndModes) {
  const Device device = import_text(
      "interface Eth-Trunk1\n mode manual backup\n least active-linknumber 2\n max active-linknumber 4\n#\n"
      "interface Eth-Trunk2\n mode lacp-static\n undo mode\n least active-linknumber 2\n"
      " undo least active-linknumber\n load-balance src-dst-mac\n");
  EXPECT_THAT(device.reading.unread, IsEmpty());
  const TrunkSettings& first = *interface_named(device, "Eth-Trunk1").trunk;
  EXPECT_EQ(*first.mode, TrunkMode::ManualBackup);
  EXPECT_EQ(*first.least_active, 2U);
  EXPECT_EQ(*first.max_active, 4U);
  const TrunkSettings& second = *interface_named(device, "Eth-Trunk2").trunk;
  EXPECT_EQ(*second.mode, TrunkMode::Manual);
  EXPECT_EQ(*second.least_active, 1U);
}

TEST(Lacp, SystemAndTrunkSettings) {
  const Device device = import_text(
      "lacp e-trunk system-id 00e0-fc00-0000\n"
      "lacp e-trunk priority 1\n"
      "lacp priority 100\n"
      "#\n"
      "interface Eth-Trunk1\n"
      " mode lacp-static\n"
      " lacp e-trunk priority 5\n"
      " lacp system-id 00e0-fc00-0001\n"
      " lacp preempt enable\n"
      " lacp preempt delay 20\n"
      " lacp timeout fast\n"
      " lacp track vrrp vrid 3 interface GigabitEthernet0/1/0.1\n"
      "#\n"
      "interface Eth-Trunk2\n"
      " lacp timeout fast user-defined 23\n"
      "#\n"
      "interface GigabitEthernet0/1/1\n"
      " eth-trunk 1\n"
      " lacp priority 7\n");
  EXPECT_THAT(device.reading.unread, IsEmpty());
  EXPECT_EQ(to_string(**device.lacp_etrunk_system_id), "00e0-fc00-0000");
  EXPECT_EQ(device.lacp_etrunk_system_id->where, (Span{FileId{0}, 1, 24, 14}));
  EXPECT_EQ(*device.lacp_etrunk_priority, 1U);
  EXPECT_EQ(**device.lacp_priority, 100U);
  const TrunkSettings& trunk = *interface_named(device, "Eth-Trunk1").trunk;
  EXPECT_EQ(**trunk.etrunk_priority, 5U);
  EXPECT_EQ(to_string(**trunk.etrunk_system_id), "00e0-fc00-0001");
  EXPECT_TRUE(*trunk.lacp_preempt);
  EXPECT_EQ(*trunk.lacp_preempt_delay, 20U);
  EXPECT_EQ(**trunk.lacp_timeout, 3U);
  EXPECT_EQ(**trunk.tracked_vrrp_interface, "GigabitEthernet0/1/0.1");
  EXPECT_EQ(**trunk.tracked_vrrp_vrid, 3U);
  EXPECT_EQ(**interface_named(device, "Eth-Trunk2").trunk->lacp_timeout, 23U);
  EXPECT_EQ(**interface_named(device, "GigabitEthernet0/1/1").lacp_priority, 7U);
}

TEST(Lacp, MlacpIsKnownToBeThere) {
  const Device device = import_text(
      "iccp redundancy group 1\n peer-ip 10.2.2.2\n mlacp system-id 00e0-fc12-3458\n mlacp node-id 1\n#\n"
      "interface Eth-Trunk10\n mode lacp-static\n mlacp iccp-group 1\n mlacp port-priority 100\n");
  EXPECT_THAT(device.reading.unread, IsEmpty());
  EXPECT_EQ(**interface_named(device, "Eth-Trunk10").trunk->iccp_group, 1U);
}

}  // namespace
}  // namespace holdfast::vrp
