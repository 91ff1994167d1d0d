#include <gmock/gmock.h>

#include "tests/importers/vrp/commands/import_text.h"

namespace holdfast::vrp {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

TEST(L2vpnIntoL3vpn, TracksRoutesOfBothFamilies) {
  const Device device = import_text(
      "interface Virtual-Ethernet0/1/0.1\n"
      " mpls l2vpn track route 10.1.0.0 255.255.0.0 vpn-instance a\n"
      " mpls l2vpn track route 2001:DB8:FFFF:: 48 vpn-instance b\n"
      " mpls l2vpn track route 10.1.0.0 16 vpn-instance a\n"
      " mpls l2vpn track route 2001:DB8:: FFFF:FFFF:8000:: vpn-instance b\n"
      "#\n");
  EXPECT_THAT(unread(device), IsEmpty());
  const std::vector<TrackedRoute>& routes = device.interfaces.at(0).tracked_routes;
  ASSERT_THAT(routes, SizeIs(3));
  EXPECT_EQ(to_string(*routes[0].prefix), "10.1.0.0/16");
  EXPECT_EQ(**routes[0].vpn_instance, "a");
  EXPECT_EQ(place(routes[0].where), "2:2+58");
  EXPECT_TRUE(routes[1].prefix->address.is_v6);
  EXPECT_EQ(routes[1].prefix->length, 48);
  EXPECT_EQ(routes[2].prefix->length, 33);
}

TEST(L2vpnIntoL3vpn, TrackedRouteGoesWithUndo) {
  const Device device = import_text(
      "interface Virtual-Ethernet0/1/0.1\n"
      " mpls l2vpn track route 10.1.0.0 16 vpn-instance a\n"
      " undo mpls l2vpn track route\n"
      " l3ve track pw-state\n"
      " direct-route track pw-state degrade-cost 30\n"
      "#\n");
  EXPECT_THAT(unread(device), IsEmpty());
  EXPECT_TRUE(*device.interfaces.at(0).route_tracks_pw);
  EXPECT_THAT(device.interfaces.at(0).tracked_routes, IsEmpty());
  EXPECT_TRUE(*device.interfaces[0].l3ve_tracks_pw);
}

}  // namespace
}  // namespace holdfast::vrp
