#include <gmock/gmock.h>

#include "tests/importers/vrp/commands/import_text.h"

namespace holdfast::vrp {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

std::vector<StaticRoute> routes(std::string_view text) {
  Device device = import_text(text);
  EXPECT_THAT(unread(device), IsEmpty());
  return device.static_routes;
}

TEST(StaticRoute, HoldsWhereItLeads) {
  const auto read = routes(
      "ip route-static 10.1.1.0 255.255.255.0 10.2.1.1\n"
      "ip route-static 10.1.2.0 24 GigabitEthernet0/1/0 10.2.1.1 preference 80 tag 5 description to CE 1\n"
      "ip route-static 10.1.3.0 24 null 0\n"
      "ip route-static vpn-instance vpna 0.0.0.0 0.0.0.0 10.2.1.1 public\n"
      "ip route-static vpn-instance vpna 10.1.4.0 24 vpn-instance vpnb 10.3.1.1\n"
      "ipv6 route-static 2001:db8:1:: 64 GigabitEthernet0/1/0 2001:db8::1\n"
      "ipv6 route-static vpn-instance vpna :: 0 2001:db8::1 preference 255 inter-protocol-ecmp\n");
  ASSERT_THAT(read, SizeIs(7));
  EXPECT_EQ(to_string(*read[0].destination), "10.1.1.0/24");
  EXPECT_EQ(place(read[0].destination.where), "1:17+8");
  EXPECT_EQ(to_string(**read[0].next_hop), "10.2.1.1");
  EXPECT_EQ(*read[0].preference, 60U);
  EXPECT_EQ(read[0].preference.origin, Origin::Default);
  EXPECT_EQ(**read[1].interface, "GigabitEthernet0/1/0");
  EXPECT_EQ(*read[1].preference, 80U);
  EXPECT_TRUE(read[1].preference.configured());
  EXPECT_EQ(**read[2].interface, "NULL0");
  EXPECT_FALSE(read[2].next_hop);
  EXPECT_EQ(**read[3].vpn_instance, "vpna");
  EXPECT_EQ(**read[3].next_hop_instance, "public");
  EXPECT_EQ(**read[4].next_hop_instance, "vpnb");
  EXPECT_EQ(to_string(*read[5].destination), "2001:db8:1::/64");
  EXPECT_EQ(read[6].destination->length, 0);
  EXPECT_EQ(*read[6].preference, 255U);
}

TEST(StaticRoute, HoldsWhatWithdrawsIt) {
  const auto read = routes(
      "ip route-static 10.1.1.0 24 10.2.1.1 preference 80 track bfd-session s1\n"
      "ip route-static 10.1.2.0 24 10.2.1.1 track nqa user test\n"
      "ip route-static 10.1.3.0 24 10.2.1.1 permanent\n");
  ASSERT_THAT(read, SizeIs(3));
  EXPECT_EQ(**read[0].bfd_session, "s1");
  EXPECT_FALSE(read[0].tracked);
  EXPECT_TRUE(read[1].tracked);
  EXPECT_TRUE(read[2].permanent);
}

TEST(StaticRoute, TheDevicesDefaultPreferenceIsForThoseThatNameNone) {
  const auto read = routes(
      "ip route-static 10.1.1.0 24 10.2.1.1\n"
      "ip route-static 10.1.2.0 24 10.2.1.1 preference 5\n"
      "ip route-static default-preference 100\n");
  EXPECT_EQ(*read.at(0).preference, 100U);
  EXPECT_EQ(read.at(0).preference.origin, Origin::Inferred);
  EXPECT_EQ(read.at(0).preference.where.line, 3U);
  EXPECT_EQ(*read.at(1).preference, 5U);
}

TEST(StaticRoute, AMistypedOptionIsUnread) {
  const Device device = import_text("ip route-static 10.1.1.0 24 10.2.1.1 preferenc 80\n");
  ASSERT_THAT(device.reading.unread, SizeIs(1));
  EXPECT_EQ(device.reading.unread[0].suggestion, "preference");
  EXPECT_THAT(device.static_routes, IsEmpty());
}

}  // namespace
}  // namespace holdfast::vrp
