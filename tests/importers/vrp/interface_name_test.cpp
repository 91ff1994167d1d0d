#include "importers/vrp/interface_name.h"

#include <gtest/gtest.h>

namespace holdfast::vrp {
namespace {

TEST(InterfaceName, SpellingsOfOneInterfaceAreOneName) {
  for (const char* text : {"GigabitEthernet0/1/0.10", "gigabitethernet 0/1/0.10", "GE0/1/0.10", "ge 0/1/0.10",
                           "Gi0/1/0.10", "Gigabitethernet0/1/0.10"}) {
    EXPECT_EQ(canonical_interface(text), "GigabitEthernet0/1/0.10") << text;
  }
  for (const char* text : {"Eth-Trunk10", "eth-trunk 10", "Eth-Trunk 10", "ETH-TRUNK10"}) {
    EXPECT_EQ(canonical_interface(text), "Eth-Trunk10") << text;
  }
  EXPECT_EQ(canonical_interface("loopback0"), "LoopBack0");
  EXPECT_EQ(canonical_interface("virtual-ethernet0/1/0.1"), "Virtual-Ethernet0/1/0.1");
  EXPECT_EQ(canonical_interface("100ge1/0/0"), "100GE1/0/0");
  EXPECT_EQ(canonical_interface("50|100GE1/0/0"), "50|100GE1/0/0");
}

TEST(InterfaceName, KnowsItsParts) {
  const auto name = parse_interface_name("GE0/1/0.10");
  ASSERT_TRUE(name);
  EXPECT_EQ(name->parent, "GigabitEthernet0/1/0");
  EXPECT_EQ(name->kind, InterfaceKind::Ethernet);
  EXPECT_EQ(name->slot, "0/1");
  const auto trunk = parse_interface_name("Eth-Trunk10");
  ASSERT_TRUE(trunk);
  EXPECT_EQ(trunk->number, 10U);
  EXPECT_EQ(trunk->kind, InterfaceKind::EthTrunk);
  EXPECT_EQ(trunk->slot, "");
  const auto serial = parse_interface_name("Serial0/1/0:0");
  ASSERT_TRUE(serial);
  EXPECT_EQ(serial->kind, InterfaceKind::Serial);
  EXPECT_EQ(parse_interface_name("Global-VE0")->kind, InterfaceKind::GlobalVe);
}

TEST(InterfaceName, WhatIsNoInterfaceStaysAsItIs) {
  EXPECT_FALSE(parse_interface_name("nonsense"));
  EXPECT_FALSE(parse_interface_name(""));
  EXPECT_FALSE(parse_interface_name("0/1/0"));
  EXPECT_FALSE(parse_interface_name("g0/1/0"));
  EXPECT_EQ(canonical_interface("nonsense"), "nonsense");
}

}  // namespace
}  // namespace holdfast::vrp
