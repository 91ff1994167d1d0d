#include <gmock/gmock.h>

#include "tests/importers/vrp/commands/import_text.h"

namespace holdfast::vrp {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

TEST(Vsi, SpeWithTrackedSpokes) {
  const Device device = import_text(
      "vsi metro static\n"
      " pwsignal ldp\n"
      "  vsi-id 100\n"
      "  peer 10.0.0.1 upe\n"
      "  peer 10.0.0.1 pw spoke1\n"
      "   track hub-pw\n"
      "  peer 10.0.0.2\n"
      " mac-withdraw enable\n"
      " interface-status-change mac-withdraw enable\n"
      "#\n");
  EXPECT_THAT(unread(device), IsEmpty());
  ASSERT_THAT(device.vsis, SizeIs(1));
  const Vsi& vsi = device.vsis[0];
  EXPECT_EQ(vsi.name, "metro");
  EXPECT_EQ(vsi.signalling, VsiSignalling::Ldp);
  EXPECT_EQ(place(vsi.signalling_where), "2:2+12");
  EXPECT_EQ(**vsi.vsi_id, 100U);
  EXPECT_EQ(place(vsi.vsi_id->where), "3:10+3");
  EXPECT_TRUE(*vsi.mac_withdraw);
  EXPECT_TRUE(*vsi.interface_status_change);
  EXPECT_FALSE(vsi.mtu.configured());
  EXPECT_EQ(*vsi.encapsulation, VcType::Tagged);
  ASSERT_THAT(vsi.peers, SizeIs(2));
  const VsiPeer& spoke = vsi.peers[0];
  EXPECT_EQ(*spoke.address, v4("10.0.0.1"));
  EXPECT_TRUE(*spoke.upe);
  EXPECT_EQ(place(spoke.upe.where), "4:17+3");
  EXPECT_EQ(**spoke.pw_name, "spoke1");
  EXPECT_TRUE(*spoke.track_hub_pw);
  EXPECT_EQ(place(spoke.track_hub_pw.where), "6:4+12");
  EXPECT_FALSE(*vsi.peers[1].upe);
  EXPECT_FALSE(vsi.peers[1].upe.configured());
}

TEST(Vsi, PeersWithAllTheirWords) {
  const Device device = import_text(
      "vsi v1\n"
      " pwsignal ldp\n"
      "  peer 10.0.0.1 negotiation-vc-id 7 encapsulation ethernet tnl-policy p1 upe ignore-standby-state\n"
      "  peer 10.0.0.1 negotiation-vc-id 8 ac-mode secondary\n"
      "  peer 10.0.0.2 static-upe trans 100 recv 200\n"
      "  peer 10.0.0.3 tnl-policy p2 static-npe trans 101 recv 201\n"
      "  peer 10.0.0.4 track admin-vrrp interface GigabitEthernet0/1/0.1 vrid 3 pw-redundancy "
      "backup-block-all\n"
      "#\n");
  EXPECT_THAT(unread(device), IsEmpty());
  const std::vector<VsiPeer>& peers = device.vsis.at(0).peers;
  ASSERT_THAT(peers, SizeIs(5));
  EXPECT_EQ(**peers[0].negotiation_vc_id, 7U);
  EXPECT_EQ(*peers[0].vc_type, VcType::Raw);
  EXPECT_EQ(**peers[0].tunnel_policy, "p1");
  EXPECT_TRUE(*peers[0].upe);
  EXPECT_TRUE(*peers[0].ignore_standby_state);
  EXPECT_EQ(**peers[1].negotiation_vc_id, 8U);
  EXPECT_TRUE(*peers[1].ac_mode);
  EXPECT_TRUE(*peers[1].secondary);
  EXPECT_TRUE(*peers[2].is_static);
  EXPECT_TRUE(*peers[2].upe);
  EXPECT_EQ(**peers[2].transmit_label, 100U);
  EXPECT_EQ(**peers[2].receive_label, 200U);
  EXPECT_TRUE(*peers[3].is_static);
  EXPECT_FALSE(*peers[3].upe);
  ASSERT_TRUE(peers[4].admin_vrrp);
  EXPECT_EQ(*peers[4].admin_vrrp->interface, "GigabitEthernet0/1/0.1");
  EXPECT_EQ(*peers[4].admin_vrrp->vrid, 3U);
  EXPECT_TRUE(*peers[4].admin_vrrp->pw_redundancy);
}

TEST(Vsi, PwTakesFromVsiWhatItDoesNotSay) {
  const Device device = import_text(
      "vsi v1\n"
      " encapsulation ethernet\n"
      " mtu 1400\n"
      " tnl-policy p1\n"
      " pwsignal ldp\n"
      "  vsi-id 5\n"
      "  control-word enable\n"
      "  peer 10.0.0.1\n"
      "  peer 10.0.0.1 pw a\n"
      "   control-word disable\n"
      "  peer 10.0.0.2\n"
      "  peer 10.0.0.2 pw b\n"
      "   control-word disable\n"
      "   undo control-word\n"
      "#\n");
  EXPECT_THAT(unread(device), IsEmpty());
  const Vsi& vsi = device.vsis.at(0);
  EXPECT_EQ(*vsi.mtu, 1400U);
  ASSERT_THAT(vsi.peers, SizeIs(2));
  EXPECT_FALSE(*vsi.peers[0].control_word);
  EXPECT_TRUE(vsi.peers[0].control_word.configured());
  EXPECT_TRUE(*vsi.peers[1].control_word);
  EXPECT_EQ(place(vsi.peers[1].control_word.where), "7:3+19");
  EXPECT_EQ(*vsi.peers[0].vc_type, VcType::Raw);
  EXPECT_EQ(**vsi.peers[0].tunnel_policy, "p1");
}

TEST(Vsi, ProtectGroup) {
  const Device device = import_text(
      "vsi v1\n"
      " pwsignal ldp\n"
      "  vsi-id 5\n"
      "  peer 10.0.0.1\n"
      "  peer 10.0.0.2\n"
      "  protect-group spokes\n"
      "   protect-mode pw-redundancy master\n"
      "   reroute delay 60\n"
      "   holdoff 5\n"
      "   stream-dual-receiving\n"
      "   peer 10.0.0.1 preference 1\n"
      "   peer 10.0.0.2 negotiation-vc-id 9 preference 2\n"
      "#\n"
      "vsi v1\n"
      " pwsignal ldp\n"
      "  protect-group spokes\n"
      "   peer 10.0.0.1 preference 3\n"
      "   undo stream-dual-receiving\n"
      "#\n");
  EXPECT_THAT(unread(device), IsEmpty());
  ASSERT_THAT(device.vsis, SizeIs(1));
  ASSERT_THAT(device.vsis[0].groups, SizeIs(1));
  const ProtectGroup& group = device.vsis[0].groups[0];
  EXPECT_EQ(group.name, "spokes");
  EXPECT_EQ(**group.mode, ProtectMode::Master);
  EXPECT_EQ((*group.reroute)->policy, ReroutePolicy::Delay);
  EXPECT_EQ((*group.reroute)->delay, 60U);
  EXPECT_EQ(**group.holdoff, 5U);
  EXPECT_FALSE(*group.stream_dual_receiving);
  ASSERT_THAT(group.members, SizeIs(2));
  EXPECT_EQ(**group.members[0].preference, 3U);
  EXPECT_EQ(place(group.members[0].preference->where), "17:29+1");
  EXPECT_EQ(**group.members[1].negotiation_vc_id, 9U);
}

TEST(Vsi, FlagsAndTheirUndo) {
  const Device device = import_text(
      "vsi a bd-mode\n"
      " shutdown\n"
      " ignore-ac-state\n"
      " isolate spoken include-multicast\n"
      " isolate hub-ac hub-pw\n"
      " mac-withdraw propagate enable\n"
      " admin-vsi\n"
      "#\n"
      "vsi b\n"
      " shutdown\n"
      " undo shutdown\n"
      " mac-withdraw enable\n"
      " undo mac-withdraw enable\n"
      " pwsignal ldp\n"
      "  upe-npe mac-withdraw enable\n"
      "#\n");
  EXPECT_THAT(unread(device), IsEmpty());
  const Vsi& a = device.vsis.at(0);
  EXPECT_TRUE(*a.shutdown && *a.ignore_ac_state && *a.isolate_spoken && *a.isolate_hub && *a.is_admin);
  EXPECT_TRUE(*a.upe_upe_withdraw && *a.upe_npe_withdraw && *a.npe_upe_withdraw);
  const Vsi& b = device.vsis.at(1);
  EXPECT_FALSE(*b.shutdown);
  EXPECT_TRUE(b.shutdown.configured());
  EXPECT_FALSE(*b.mac_withdraw);
  EXPECT_TRUE(*b.upe_npe_withdraw);
  EXPECT_FALSE(*b.upe_upe_withdraw);
}

TEST(Vsi, UndoRemovesPeersAndMembers) {
  const Device device = import_text(
      "vsi a\n"
      " encapsulation ethernet\n"
      " undo encapsulation\n"
      " pwsignal ldp\n"
      "  peer 10.0.0.1\n"
      "  peer 10.0.0.1 negotiation-vc-id 4\n"
      "  peer 10.0.0.2\n"
      "  undo peer 10.0.0.1\n"
      "  protect-group g\n"
      "   protect-mode pw-redundancy independent\n"
      "   peer 10.0.0.1 preference 1\n"
      "   peer 10.0.0.2 preference 2\n"
      "   undo peer 10.0.0.2\n"
      "   undo protect-mode\n"
      "#\n");
  EXPECT_THAT(unread(device), IsEmpty());
  const Vsi& vsi = device.vsis.at(0);
  EXPECT_EQ(*vsi.encapsulation, VcType::Tagged);
  EXPECT_FALSE(vsi.encapsulation.configured());
  ASSERT_THAT(vsi.peers, SizeIs(2));
  EXPECT_EQ(**vsi.peers[0].negotiation_vc_id, 4U);
  EXPECT_EQ(*vsi.peers[1].address, v4("10.0.0.2"));
  ASSERT_THAT(vsi.groups.at(0).members, SizeIs(1));
  EXPECT_FALSE(vsi.groups[0].mode);
}

TEST(Vsi, AllIgnoreTheirAcs) {
  const Device device = import_text(
      "mpls l2vpn\n"
      " vpls ignore-ac-state\n"
      "#\n"
      "vsi a\n"
      "#\n"
      "vsi b\n"
      " undo ignore-ac-state\n"
      "#\n");
  EXPECT_THAT(unread(device), IsEmpty());
  EXPECT_TRUE(*device.vsis.at(0).ignore_ac_state);
  EXPECT_EQ(device.vsis[0].ignore_ac_state.origin, Origin::Inferred);
  EXPECT_EQ(place(device.vsis[0].ignore_ac_state.where), "2:2+20");
  EXPECT_FALSE(*device.vsis.at(1).ignore_ac_state);
}

TEST(Vsi, SignalledByBgpIsPartial) {
  const Device device = import_text(
      "vsi a auto\n"
      " pwsignal bgp multi-homing\n"
      "  route-distinguisher 1.1.1.1:1\n"
      "  vpn-target 100:1 import-extcommunity\n"
      "  site name best\n"
      "   site-id 3\n"
      "   best-site\n"
      "#\n"
      "vsi b\n"
      " bgp-ad\n"
      "  vpls-id 100:1\n"
      "#\n");
  EXPECT_THAT(unread(device), IsEmpty());
  EXPECT_EQ(device.vsis.at(0).signalling, VsiSignalling::Bgp);
  EXPECT_EQ(device.vsis.at(1).signalling, VsiSignalling::BgpAd);
  EXPECT_GT(device.reading.coverage.partial, 0U);
}

TEST(Vsi, MisspeltLineIsUnread) {
  const Device device = import_text(
      "vsi a\n"
      " pwsignal ldp\n"
      "  peer 10.0.0.1 upee\n"
      "#\n");
  EXPECT_THAT(unread(device), SizeIs(1));
  EXPECT_THAT(device.vsis.at(0).peers, IsEmpty());
}

}  // namespace
}  // namespace holdfast::vrp
