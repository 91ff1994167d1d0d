#include <gmock/gmock.h>

#include "tests/importers/vrp/commands/import_text.h"

namespace holdfast::vrp {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

TEST(Vrrp, LinesOfOneVridAreOneGroupInAnyOrder) {
  const Device device = import_text(
      "interface GigabitEthernet0/1/0\n"
      " vrrp vrid 1 priority 120\n"
      " vrrp vrid 1 virtual-ip 10.1.1.111\n"
      " vrrp vrid 1 virtual-ip 10.1.1.112\n"
      " vrrp vrid 1 preempt-mode timer delay 20\n"
      " vrrp vrid 1 timer advertise 2\n"
      " vrrp vrid 1 authentication-mode simple plain abc\n"
      " admin-vrrp vrid 1 ignore-if-down\n"
      " vrrp vrid 2 virtual-ip 10.1.1.113\n"
      " vrrp vrid 2 preempt-mode disable\n"
      " vrrp vrid 2 track admin-vrrp interface GigabitEthernet0/1/0 vrid 1 unflowdown\n");
  EXPECT_THAT(device.reading.unread, IsEmpty());
  const Interface& interface = interface_named(device, "GigabitEthernet0/1/0");
  ASSERT_THAT(interface.vrrp, SizeIs(2));
  const VrrpGroup& first = interface.vrrp[0];
  EXPECT_EQ(*first.vrid, 1U);
  EXPECT_EQ(first.vrid.where, (Span{FileId{0}, 2, 12, 1}));
  EXPECT_THAT(first.virtual_ips, SizeIs(2));
  EXPECT_EQ(*first.priority, 120U);
  EXPECT_EQ(first.priority.where, (Span{FileId{0}, 2, 23, 3}));
  EXPECT_EQ(*first.preempt_delay, 20U);
  EXPECT_EQ(*first.advertise_interval, 2000U);
  EXPECT_EQ(**first.authentication_mode, "simple");
  EXPECT_EQ(first.key->value.form, SecretForm::Clear);
  EXPECT_TRUE(*first.is_admin);
  EXPECT_EQ(first.admin_where.line, 8U);
  EXPECT_TRUE(*first.ignore_if_down);
  const VrrpGroup& second = interface.vrrp[1];
  EXPECT_FALSE(*second.preempt);
  EXPECT_EQ(**second.tracked_admin_interface, "GigabitEthernet0/1/0");
  EXPECT_EQ(**second.tracked_admin_vrid, 1U);
  EXPECT_EQ(*second.priority, 100U);
  EXPECT_EQ(second.priority.origin, Origin::Default);
}

TEST(Vrrp, TracksChangeThePriorityOrTheState) {
  const Device device = import_text(
      "interface GigabitEthernet0/1/0\n"
      " vrrp vrid 1 track interface GigabitEthernet 0/1/1 reduced 40\n"
      " vrrp vrid 1 track bfd-session session-name up\n"
      " vrrp vrid 1 track bfd-session 5 peer\n"
      " vrrp vrid 1 track bfd-session session-name down link\n"
      " vrrp vrid 1 track bfd-session 6 increased 40\n"
      " vrrp vrid 1 track ip route 10.0.0.0 24 reduced 60\n");
  EXPECT_THAT(device.reading.unread, IsEmpty());
  EXPECT_EQ(device.reading.coverage.partial, 1U);
  const std::vector<VrrpTrack>& tracks = interface_named(device, "GigabitEthernet0/1/0").vrrp[0].tracks;
  ASSERT_THAT(tracks, SizeIs(6));
  EXPECT_EQ(**tracks[0].interface, "GigabitEthernet0/1/1");
  EXPECT_EQ(**tracks[0].reduced, 40U);
  EXPECT_EQ(**tracks[1].bfd_session, "up");
  EXPECT_EQ(**tracks[1].reduced, 10U);
  EXPECT_EQ(tracks[1].reduced->origin, Origin::Default);
  EXPECT_EQ(**tracks[2].bfd_discriminator, 5U);
  EXPECT_EQ(tracks[2].bfd_role, VrrpBfdRole::Peer);
  EXPECT_FALSE(tracks[2].reduced);
  EXPECT_EQ(tracks[3].bfd_role, VrrpBfdRole::Link);
  EXPECT_EQ(**tracks[4].increased, 40U);
  EXPECT_FALSE(tracks[5].interface);
  EXPECT_FALSE(tracks[5].bfd_session);
}

TEST(Vrrp, SixIsAGroupOfItsOwn) {
  const Device device = import_text(
      "interface GigabitEthernet0/1/0\n"
      " vrrp vrid 1 virtual-ip 10.1.1.111\n"
      " vrrp6 vrid 1 virtual-ip FE80::1 link-local\n"
      " vrrp6 vrid 1 virtual-ip 2001:db8::1\n"
      " vrrp6 vrid 1 priority 120\n"
      " admin-vrrp6 vrid 1\n");
  EXPECT_THAT(device.reading.unread, IsEmpty());
  const Interface& interface = interface_named(device, "GigabitEthernet0/1/0");
  ASSERT_THAT(interface.vrrp, SizeIs(2));
  EXPECT_FALSE(interface.vrrp[0].is_v6);
  EXPECT_FALSE(*interface.vrrp[0].is_admin);
  EXPECT_TRUE(interface.vrrp[1].is_v6);
  EXPECT_THAT(interface.vrrp[1].virtual_ips, SizeIs(2));
  EXPECT_EQ(*interface.vrrp[1].priority, 120U);
  EXPECT_TRUE(*interface.vrrp[1].is_admin);
}

TEST(Vrrp, UndoAndUnicast) {
  const Device device = import_text(
      "interface GigabitEthernet0/1/0\n"
      " vrrp vrid 1 peer-ip 10.2.2.2 source-ip 10.1.1.1\n"
      " vrrp vrid 1 priority 120\n"
      " undo vrrp vrid 1 priority\n"
      " admin-vrrp vrid 1\n"
      " undo admin-vrrp vrid 1\n"
      " vrrp vrid 1 authentication-mode md5 abc\n"
      " undo vrrp vrid 1 authentication-mode\n");
  EXPECT_THAT(device.reading.unread, IsEmpty());
  const VrrpGroup& group = interface_named(device, "GigabitEthernet0/1/0").vrrp[0];
  EXPECT_EQ(to_string(**group.unicast_peer), "10.2.2.2");
  EXPECT_EQ(to_string(**group.unicast_source), "10.1.1.1");
  EXPECT_EQ(*group.priority, 100U);
  EXPECT_FALSE(*group.is_admin);
  EXPECT_FALSE(group.key);
}

TEST(Vrrp, UndoTakesTracksAndGroupsAway) {
  const Device device = import_text(
      "interface GigabitEthernet0/1/0\n"
      " vrrp vrid 1 virtual-ip 10.1.1.111\n"
      " vrrp vrid 1 track interface GigabitEthernet0/1/1\n"
      " vrrp vrid 1 track interface GigabitEthernet0/1/2\n"
      " vrrp vrid 1 track bfd-session session-name a\n"
      " undo vrrp vrid 1 track interface GigabitEthernet0/1/1\n"
      " undo vrrp vrid 1 track bfd-session\n"
      " vrrp vrid 2 virtual-ip 10.1.1.112\n"
      " undo vrrp vrid 2 virtual-ip 10.1.1.112\n");
  EXPECT_THAT(device.reading.unread, IsEmpty());
  const Interface& interface = interface_named(device, "GigabitEthernet0/1/0");
  ASSERT_THAT(interface.vrrp, SizeIs(1));
  ASSERT_THAT(interface.vrrp[0].tracks, SizeIs(1));
  EXPECT_EQ(**interface.vrrp[0].tracks[0].interface, "GigabitEthernet0/1/2");
}

}  // namespace
}  // namespace holdfast::vrp
