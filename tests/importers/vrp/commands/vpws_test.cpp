#include <gmock/gmock.h>

#include "tests/importers/vrp/commands/import_text.h"

namespace holdfast::vrp {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

TEST(Vpws, PrimarySecondaryAndBypass) {
  const Device device = import_text(
      "interface GigabitEthernet0/1/0.1\n"
      " mpls l2vc 10.0.0.1 100 control-word tagged\n"
      " mpls l2vc 10.0.0.2 101 tunnel-policy p1 secondary\n"
      " mpls l2vc pw-template t1 102 no-control-word bypass\n"
      "#\n");
  EXPECT_THAT(unread(device), IsEmpty());
  const std::vector<Pw>& pws = device.interfaces.at(0).pws;
  ASSERT_THAT(pws, SizeIs(3));
  EXPECT_EQ(*pws[0].role, PwRole::Primary);
  EXPECT_EQ(**pws[0].peer, v4("10.0.0.1"));
  EXPECT_EQ(place(pws[0].peer->where), "2:12+8");
  EXPECT_EQ(**pws[0].vc_id, 100U);
  EXPECT_EQ(place(pws[0].vc_id->where), "2:21+3");
  EXPECT_TRUE(*pws[0].control_word);
  EXPECT_EQ(*pws[0].vc_type, VcType::Tagged);
  EXPECT_TRUE(pws[0].vc_type.configured());
  EXPECT_EQ(*pws[1].role, PwRole::Secondary);
  EXPECT_EQ(place(pws[1].role.where), "3:42+9");
  EXPECT_EQ(**pws[1].tunnel_policy, "p1");
  EXPECT_EQ(pws[1].vc_type.origin, Origin::Default);
  EXPECT_EQ(*pws[2].role, PwRole::Bypass);
  EXPECT_EQ(**pws[2].pw_template, "t1");
  EXPECT_FALSE(*pws[2].control_word);
  EXPECT_TRUE(pws[2].control_word.configured());
}

TEST(Vpws, ARoleSaidTwiceIsThatRole) {
  const Device device = import_text(
      "interface GigabitEthernet0/1/0.1\n"
      " mpls l2vc 10.0.0.2 101 secondary tunnel-policy p1 control-word secondary\n"
      " mpls l2vc 10.0.0.3 102 bypass control-word secondary\n");
  EXPECT_THAT(unread(device), testing::ElementsAre("mpls l2vc 10.0.0.3 102 bypass control-word secondary"));
  ASSERT_THAT(device.interfaces.at(0).pws, SizeIs(1));
  const Pw& pw = device.interfaces.at(0).pws[0];
  EXPECT_EQ(*pw.role, PwRole::Secondary);
  EXPECT_EQ(place(pw.role.where), "2:25+9");
  EXPECT_EQ(**pw.tunnel_policy, "p1");
  EXPECT_TRUE(*pw.control_word);
}

// As an edited text may have them.
TEST(Vpws, LinesThatBindAPwMayStandBeforeIt) {
  const std::string pws =
      " mpls l2vc 10.0.0.1 100\n"
      " mpls l2vc 10.0.0.2 101 secondary\n";
  const std::string bindings =
      " mpls l2vc track admin-vrrp interface GigabitEthernet0/1/0.2 vrid 5 pw-redundancy\n"
      " mpls l2vc track admin-vrrp secondary\n"
      " mpls l2vc secondary track admin-vc interface LoopBack1\n"
      " mpls l2vpn flow-label both\n";
  const std::string header = "interface GigabitEthernet0/1/0.1\n";
  for (const std::string& text :
       {header + pws + bindings, header + bindings + pws, header + bindings + "#\n" + header + pws}) {
    SCOPED_TRACE(text);
    const Device device = import_text(text);
    const std::vector<Pw>& made = device.interfaces.at(0).pws;
    ASSERT_THAT(made, SizeIs(2));
    ASSERT_TRUE(made[0].admin_vrrp);
    EXPECT_EQ(*made[0].admin_vrrp->vrid, 5U);
    EXPECT_EQ(*made[0].flow_label, FlowLabel::Both);
    EXPECT_FALSE(made[0].admin_vc_interface);
    ASSERT_TRUE(made[1].admin_vrrp);
    EXPECT_EQ(*made[1].admin_vrrp->vrid, 5U);
    EXPECT_EQ(**made[1].admin_vc_interface, "LoopBack1");
    EXPECT_EQ(made[1].flow_label.origin, Origin::Default);
  }
  EXPECT_THAT(import_text(header + bindings).interfaces.at(0).pws, IsEmpty());
  const Device undone = import_text(header + bindings + " undo mpls l2vc track admin-vrrp\n" + pws);
  EXPECT_FALSE(undone.interfaces.at(0).pws.at(0).admin_vrrp);
  const Device other = import_text(header + bindings + "interface GigabitEthernet0/1/0.3\n" + pws);
  EXPECT_FALSE(other.interfaces.at(1).pws.at(0).admin_vrrp) << "of another AC";
}

TEST(Vpws, DualBypassStaticAdminAndInstances) {
  const Device device = import_text(
      "interface GigabitEthernet0/1/0.1\n"
      " mpls l2vc 10.0.0.1 ac-bypass 7 pw-bypass 8 control-word\n"
      " mpls static-l2vc destination 10.0.0.3 9 transmit-vpn-label 100 receive-vpn-label 200\n"
      "#\n"
      "interface LoopBack1\n"
      " mpls l2vc 10.0.0.1 5 control-word admin\n"
      "#\n"
      "interface GigabitEthernet0/1/1\n"
      " mpls l2vc instance-name a 10.0.0.1 5 raw\n"
      " mpls l2vc instance-name b 10.0.0.1 6 raw access-port ignore-standby-state\n"
      "#\n");
  EXPECT_THAT(unread(device), IsEmpty());
  const std::vector<Pw>& pws = device.interfaces.at(0).pws;
  ASSERT_THAT(pws, SizeIs(2));
  EXPECT_EQ(*pws[0].role, PwRole::DualBypass);
  EXPECT_EQ(**pws[0].vc_id, 7U);
  EXPECT_EQ(**pws[0].pw_bypass_vc_id, 8U);
  EXPECT_EQ(pws[1].signalling, PwSignalling::Static);
  EXPECT_EQ(**pws[1].vc_id, 9U);
  EXPECT_EQ(**pws[1].transmit_label, 100U);
  EXPECT_EQ(**pws[1].receive_label, 200U);
  EXPECT_EQ(*device.interfaces.at(1).pws.at(0).role, PwRole::Admin);
  const std::vector<Pw>& named = device.interfaces.at(2).pws;
  ASSERT_THAT(named, SizeIs(2));
  EXPECT_EQ(**named[1].instance_name, "b");
  EXPECT_TRUE(*named[1].access_port);
  EXPECT_TRUE(*named[1].ignore_standby_state);
}

TEST(Vpws, TdmAndAtmOptions) {
  const Device device = import_text(
      "interface Serial0/1/0:0\n"
      " mpls l2vc 10.0.0.1 100 tdm-encapsulation-number 24 jitter-buffer 32 rtp-header idle-code AA "
      "tdm-sequence-number\n"
      "#\n"
      "interface Atm0/2/0.1\n"
      " mpls l2vc 10.0.0.1 101 control-word seq-number max-atm-cells 10 atm-pack-overtime 2000\n"
      "#\n");
  EXPECT_THAT(unread(device), IsEmpty());
  const Pw& tdm = device.interfaces.at(0).pws.at(0);
  ASSERT_TRUE(tdm.tdm);
  EXPECT_EQ(**tdm.tdm->encapsulation_number, 24U);
  EXPECT_EQ(**tdm.tdm->jitter_buffer, 32U);
  EXPECT_EQ(**tdm.tdm->idle_code, 0xAAU);
  EXPECT_TRUE(tdm.tdm->rtp_header && tdm.tdm->sequence_number);
  EXPECT_FALSE(tdm.atm);
  const Pw& atm = device.interfaces.at(1).pws.at(0);
  ASSERT_TRUE(atm.atm);
  EXPECT_EQ(**atm.atm->max_cells, 10U);
  EXPECT_EQ(**atm.atm->pack_overtime, 2000U);
  EXPECT_TRUE(atm.atm->sequence_number);
  EXPECT_EQ(*atm.vc_type, VcType::AtmNto1Vcc);
}

TEST(Vpws, TemplateGivesWhatTheLineDoesNot) {
  const Device device = import_text(
      "pw-template t1\n"
      " peer-address 10.0.0.9\n"
      " control-word\n"
      " mtu 1400\n"
      " tnl-policy p1\n"
      " jitter-buffer depth 8\n"
      "#\n"
      "interface GigabitEthernet0/1/0.1\n"
      " mpls l2vc pw-template t1 100\n"
      "#\n"
      "interface GigabitEthernet0/1/0.2\n"
      " mpls l2vc 10.0.0.1 pw-template t1 101 no-control-word tunnel-policy p2\n"
      "#\n");
  EXPECT_THAT(unread(device), IsEmpty());
  const Pw& from_template = device.interfaces.at(0).pws.at(0);
  EXPECT_EQ(**from_template.peer, v4("10.0.0.9"));
  EXPECT_EQ(place(from_template.peer->where), "2:15+8");
  EXPECT_TRUE(*from_template.control_word);
  EXPECT_EQ(*from_template.mtu, 1400U);
  EXPECT_EQ(**from_template.tunnel_policy, "p1");
  EXPECT_EQ(**from_template.tdm->jitter_buffer, 8U);
  const Pw& own = device.interfaces.at(1).pws.at(0);
  EXPECT_EQ(**own.peer, v4("10.0.0.1"));
  EXPECT_FALSE(*own.control_word);
  EXPECT_EQ(**own.tunnel_policy, "p2");
}

TEST(Vpws, RepeatedBlockMergesAndKeepsBindings) {
  const Device device = import_text(
      "interface GigabitEthernet0/1/0.1\n"
      " mpls l2vc 10.0.0.1 100\n"
      " mpls l2vc track admin-vrrp interface GigabitEthernet0/1/0.2 vrid 5 pw-redundancy\n"
      "#\n"
      "interface GigabitEthernet0/1/0.1\n"
      " mpls l2vc 10.0.0.1 100\n"
      " mpls l2vc 10.0.0.2 101 secondary\n"
      " mpls l2vc track admin-vrrp secondary\n"
      " mpls l2vc secondary track admin-vc interface LoopBack1\n"
      "#\n");
  EXPECT_THAT(unread(device), IsEmpty());
  const std::vector<Pw>& pws = device.interfaces.at(0).pws;
  ASSERT_THAT(pws, SizeIs(2));
  ASSERT_TRUE(pws[0].admin_vrrp);
  EXPECT_EQ(*pws[0].admin_vrrp->interface, "GigabitEthernet0/1/0.2");
  EXPECT_EQ(*pws[0].admin_vrrp->vrid, 5U);
  EXPECT_TRUE(*pws[0].admin_vrrp->pw_redundancy);
  EXPECT_TRUE(pws[0].admin_vrrp->pw_redundancy.configured());
  ASSERT_TRUE(pws[1].admin_vrrp);
  EXPECT_EQ(*pws[1].admin_vrrp->vrid, 5U);
  EXPECT_EQ(pws[1].admin_vrrp->vrid.origin, Origin::Inferred);
  EXPECT_EQ(place(pws[1].admin_vrrp->where), "8:2+36");
  EXPECT_EQ(**pws[1].admin_vc_interface, "LoopBack1");
}

TEST(Vpws, UndoRemovesOneRole) {
  const Device device = import_text(
      "interface GigabitEthernet0/1/0.1\n"
      " mpls l2vc 10.0.0.1 100\n"
      " mpls l2vc 10.0.0.2 101 secondary\n"
      " undo mpls l2vc secondary\n"
      "#\n");
  EXPECT_THAT(unread(device), IsEmpty());
  ASSERT_THAT(device.interfaces.at(0).pws, SizeIs(1));
  EXPECT_EQ(*device.interfaces[0].pws[0].role, PwRole::Primary);
}

TEST(Vpws, UndoByWhereThePwLeads) {
  const Device device = import_text(
      "interface GigabitEthernet0/1/0.1\n"
      " mpls l2vc 10.0.0.1 100\n"
      " mpls l2vc pw-template t 101 secondary\n"
      " undo mpls l2vc 10.0.0.9 100\n"
      " undo mpls l2vc pw-template t 101\n"
      "#\n");
  EXPECT_THAT(unread(device), IsEmpty());
  ASSERT_THAT(device.interfaces.at(0).pws, SizeIs(1));
  EXPECT_EQ(**device.interfaces[0].pws[0].vc_id, 100U);
}

TEST(PwTemplate, UndoEmptiesValues) {
  const Device device = import_text(
      "pw-template t\n"
      " peer-address 10.0.0.1\n"
      " mtu 1400\n"
      " rtp-header\n"
      " max-atm-cells 4\n"
      " undo mtu\n"
      " undo rtp-header\n"
      "#\n"
      "pw-template t\n"
      " control-word\n"
      "#\n");
  EXPECT_THAT(unread(device), IsEmpty());
  ASSERT_THAT(device.pw_templates, SizeIs(1));
  const PwTemplate& made = device.pw_templates[0];
  EXPECT_TRUE(made.peer && made.control_word);
  EXPECT_FALSE(made.mtu);
  EXPECT_FALSE(made.tdm->rtp_header);
  EXPECT_EQ(**made.atm->max_cells, 4U);
}

TEST(VpwsAc, RedundancySettings) {
  const Device device = import_text(
      "interface GigabitEthernet0/1/0.1\n"
      " mpls l2vc 10.0.0.1 100\n"
      " mpls l2vpn redundancy master\n"
      " mpls l2vpn reroute delay 60 resume 20\n"
      " mpls l2vpn holdoff 3\n"
      " mpls l2vpn stream-dual-receiving\n"
      " mpls l2vpn arp-dual-sending expire-time 1200\n"
      " mpls l2vpn nd-dual-sending\n"
      " mpls l2vpn pw ignore-ac-state secondary\n"
      " mpls l2vpn service-name gold\n"
      " mpls l2vpn pw-aps 2 admin\n"
      " mpls l2vpn flow-label both\n"
      " undo interface-parameter-type vccv\n"
      "#\n"
      "interface GigabitEthernet0/1/0.2\n"
      " mpls l2vpn redundancy independent\n"
      " undo mpls l2vpn redundancy\n"
      " mpls l2vpn reroute never\n"
      " mpls l2vpn pw-aps 3 reference\n"
      " undo mpls l2vpn pw-aps\n"
      "#\n");
  EXPECT_THAT(unread(device), IsEmpty());
  const AcRedundancy& set = *device.interfaces.at(0).redundancy;
  EXPECT_EQ(*set.mode, RedundancyMode::Master);
  EXPECT_EQ(place(set.mode.where), "3:2+28");
  EXPECT_EQ((*set.reroute)->delay, 60U);
  EXPECT_EQ((*set.reroute)->resume, 20U);
  EXPECT_EQ(**set.holdoff, 3U);
  EXPECT_TRUE(*set.stream_dual_receiving);
  EXPECT_EQ(**set.arp_expire, 1200U);
  EXPECT_TRUE(*set.nd_dual_sending);
  EXPECT_FALSE(set.nd_expire);
  EXPECT_TRUE(*set.secondary_ignore_ac_state);
  EXPECT_FALSE(*set.ignore_ac_state);
  EXPECT_EQ(**set.service_name, "gold");
  EXPECT_EQ(**set.pw_aps, 2U);
  EXPECT_FALSE(*set.vccv_parameter);
  EXPECT_TRUE(*set.secondary_vccv_parameter);
  EXPECT_EQ(*device.interfaces[0].pws.at(0).flow_label, FlowLabel::Both);
  const AcRedundancy& undone = *device.interfaces.at(1).redundancy;
  EXPECT_EQ(*undone.mode, RedundancyMode::Frr);
  EXPECT_FALSE(undone.mode.configured());
  EXPECT_EQ((*undone.reroute)->policy, ReroutePolicy::Never);
  EXPECT_FALSE(undone.pw_aps);
}

TEST(VpwsSwitching, SegmentsBackupAndReroute) {
  const Device device = import_text(
      "mpls switch-l2vc 10.0.0.1 100 tunnel-policy p1 between 10.0.0.2 200 backup 10.0.0.3 300 tunnel-policy "
      "p3 "
      "encapsulation vlan control-word-transparent\n"
      "mpls switch-l2vc 10.0.0.1 100 encapsulation vlan reroute immediately\n"
      "mpls switch-l2vc 10.0.0.1 7 trans 100 recv 200 between 10.0.0.2 8 trans 101 recv 201 encapsulation "
      "ethernet control-word\n"
      "mpls switch-l2vc 10.0.0.1 7 trans 100 recv 200 between 10.0.0.2 8 trans 101 recv 201 encapsulation "
      "ethernet control-word\n");
  EXPECT_THAT(unread(device), IsEmpty());
  ASSERT_THAT(device.switched_pws, SizeIs(2));
  const SwitchedPw& dynamic = device.switched_pws[0];
  EXPECT_EQ(*dynamic.first.peer, v4("10.0.0.1"));
  EXPECT_EQ(**dynamic.first.tunnel_policy, "p1");
  EXPECT_EQ(*dynamic.second.vc_id, 200U);
  EXPECT_FALSE(dynamic.second.tunnel_policy);
  ASSERT_TRUE(dynamic.backup);
  EXPECT_EQ(*dynamic.backup->peer, v4("10.0.0.3"));
  EXPECT_EQ(**dynamic.backup->tunnel_policy, "p3");
  EXPECT_EQ(*dynamic.vc_type, VcType::Tagged);
  EXPECT_EQ((*dynamic.reroute)->policy, ReroutePolicy::Immediately);
  EXPECT_FALSE(dynamic.first.is_static());
  EXPECT_TRUE(device.switched_pws[1].first.is_static());
  EXPECT_TRUE(**device.switched_pws[1].control_word);
}

TEST(VpwsSwitching, LocalConnections) {
  const Device device = import_text(
      "ccc c1 interface GigabitEthernet0/1/0.1 raw out-interface GigabitEthernet0/1/1.1\n"
      "ccc c2 interface GigabitEthernet0/1/2 in-label 100 out-label 200 nexthop 10.1.1.1\n"
      "interface GigabitEthernet0/1/3.1\n"
      " mpls l2vc 10.0.0.1 100\n"
      " mpls ccc out-interface GigabitEthernet0/1/4.1 secondary\n"
      "#\n");
  EXPECT_THAT(unread(device), IsEmpty());
  ASSERT_THAT(device.local_connections, SizeIs(3));
  EXPECT_EQ(device.local_connections[0].name, "c1");
  EXPECT_EQ(**device.local_connections[0].second_interface, "GigabitEthernet0/1/1.1");
  EXPECT_FALSE(device.local_connections[1].second_interface);
  EXPECT_EQ(*device.local_connections[2].first_interface, "GigabitEthernet0/1/3.1");
  EXPECT_TRUE(device.local_connections[2].secondary);
}

TEST(L2vpnView, GlobalSettings) {
  const Device device = import_text(
      "mpls l2vpn\n"
      " mpls l2vpn default martini\n"
      " mpls l2vpn auto-create-session\n"
      "#\n"
      "mpls l2vpn vpn1 encapsulation vlan control-word\n"
      " route-distinguisher 100:1\n"
      " ce ce1 id 1 range 10 default-offset 0\n"
      "  connection ce-offset 2 interface GigabitEthernet0/1/0.1\n"
      "#\n");
  EXPECT_THAT(unread(device), IsEmpty());
  EXPECT_TRUE(*device.mpls.l2vpn);
  EXPECT_EQ(place(device.mpls.l2vpn.where), "1:1+10");
  EXPECT_TRUE(*device.mpls.l2vpn_martini);
  EXPECT_TRUE(*device.mpls.auto_create_session);
}

}  // namespace
}  // namespace holdfast::vrp
