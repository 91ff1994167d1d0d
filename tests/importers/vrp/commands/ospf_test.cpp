#include <gmock/gmock.h>

#include "tests/importers/vrp/commands/import_text.h"

namespace holdfast::vrp {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Ospf, HoldsAreasAndWhatChangesRoutes) {
  const Device device = import_text(
      "ospf 7 router-id 1.1.1.9 vpn-instance vpna\n"
      " silent-interface all\n"
      " undo silent-interface GigabitEthernet0/1/0\n"
      " import-route direct route-policy rp\n"
      " import-route isis 3\n"
      " filter-policy ip-prefix pfx import\n"
      " preference ase 120\n"
      " bandwidth-reference 10000\n"
      " stub-router\n"
      " mpls ldp auto-config\n"
      " opaque-capability enable\n"
      " area 0.0.0.0\n"
      "  authentication-mode md5 1 plain Example\n"
      "  network 10.1.1.0 0.0.0.255\n"
      "  network 1.1.1.9 0.0.0.0\n"
      "  mpls-te enable\n"
      " area 10\n"
      "  nssa no-summary\n"
      "  abr-summary 10.0.0.0 255.0.0.0\n");
  EXPECT_THAT(unread(device), IsEmpty());
  ASSERT_THAT(device.ospf, SizeIs(1));
  const OspfProcess& process = device.ospf[0];
  EXPECT_EQ(process.id, 7U);
  EXPECT_EQ(**process.router_id, v4("1.1.1.9"));
  EXPECT_EQ(**process.vpn_instance, "vpna");
  EXPECT_EQ(*process.silent_interfaces.at(0), "all");
  EXPECT_EQ(*process.active_interfaces.at(0), "GigabitEthernet0/1/0");
  EXPECT_EQ(*process.imports.at(0), "direct");
  EXPECT_EQ(*process.imports.at(1), "isis 3");
  EXPECT_THAT(process.filters, SizeIs(3));
  EXPECT_EQ(*process.preference, 10U);
  EXPECT_FALSE(process.preference.configured());
  EXPECT_EQ(*process.preference_ase, 120U);
  EXPECT_EQ(*process.bandwidth_reference, 10000U);
  EXPECT_TRUE(*process.stub_router);
  EXPECT_TRUE(*process.ldp_auto_config);
  ASSERT_THAT(process.areas, SizeIs(2));
  const OspfArea& backbone = process.areas[0];
  EXPECT_EQ(*backbone.id, 0U);
  EXPECT_EQ(**backbone.authentication, "md5");
  EXPECT_EQ(**backbone.key_id, 1U);
  EXPECT_EQ(backbone.key->value.form, SecretForm::Clear);
  EXPECT_TRUE(*backbone.mpls_te);
  ASSERT_THAT(backbone.networks, SizeIs(2));
  EXPECT_EQ(to_string(*backbone.networks[0].range), "10.1.1.0/24");
  EXPECT_EQ(to_string(*backbone.networks[1].range), "1.1.1.9/32");
  EXPECT_EQ(backbone.networks[1].where.line, 15U);
  EXPECT_EQ(*process.areas[1].id, 10U);
  EXPECT_EQ(**process.areas[1].kind, "nssa");
}

TEST(Ospf, BlocksThatComeTwiceAreOne) {
  const Device device = import_text(
      "ospf\n"
      " area 0\n"
      "  network 10.1.1.0 0.0.0.255\n"
      "#\n"
      "ospf 1\n"
      " area 0.0.0.0\n"
      "  network 10.1.2.0 0.0.0.255\n");
  ASSERT_THAT(device.ospf, SizeIs(1));
  ASSERT_THAT(device.ospf[0].areas, SizeIs(1));
  EXPECT_THAT(device.ospf[0].areas[0].networks, SizeIs(2));
}

TEST(Ospf, AnAreaThatIsIndentedTooFarIsStillTheProcesss) {
  const Device device = import_text(
      "ospf 1\n"
      " opaque-capability enable\n"
      "  area 0.0.0.0\n"
      "  network 3.3.3.9 0.0.0.0\n"
      "  mpls-te enable\n");
  EXPECT_THAT(unread(device), IsEmpty());
  const OspfArea& area = device.ospf.at(0).areas.at(0);
  EXPECT_THAT(area.networks, SizeIs(1));
  EXPECT_TRUE(*area.mpls_te);
}

TEST(Ospf, AWildcardWithGapsIsNotGuessed) {
  const Device device = import_text(
      "ospf 1\n"
      " area 0\n"
      "  network 10.1.1.0 255.255.255.0\n");
  EXPECT_THAT(device.ospf.at(0).areas.at(0).networks, IsEmpty());
  EXPECT_THAT(device.ospf[0].unread, SizeIs(1));
}

TEST(Ospf, InterfacesHoldCostTypeTimersAndAuthentication) {
  const Device device = import_text(
      "interface GigabitEthernet0/1/0\n"
      " ospf enable 7 area 0.0.0.10\n"
      " ospf cost 30\n"
      " ospf network-type p2p\n"
      " ospf timer hello 5\n"
      " ospf timer dead 20\n"
      " ospf mtu-enable\n"
      " ospf ldp-sync\n"
      " ospf prefix-sid index 10\n"
      " ospf authentication-mode keychain kc\n"
      " ospf bfd enable\n"
      "#\n"
      "interface GigabitEthernet0/1/0\n"
      " undo ospf mtu-enable\n"
      " undo ospf cost\n");
  EXPECT_THAT(unread(device), IsEmpty());
  ASSERT_THAT(device.interfaces, SizeIs(1));
  const OspfInterface& ospf = *device.interfaces[0].ospf;
  EXPECT_EQ(**ospf.process, 7U);
  EXPECT_EQ(place(ospf.process->where), "2:14+1");
  EXPECT_EQ(**ospf.area, 10U);
  EXPECT_EQ(place(ospf.area->where), "2:21+8");
  EXPECT_FALSE(ospf.cost);
  EXPECT_EQ(**ospf.network_type, "p2p");
  EXPECT_EQ(**ospf.hello, 5U);
  EXPECT_EQ(**ospf.dead, 20U);
  EXPECT_FALSE(*ospf.mtu_enable);
  EXPECT_TRUE(ospf.mtu_enable.configured());
  EXPECT_TRUE(*ospf.ldp_sync);
  EXPECT_EQ(**ospf.prefix_sid, "index 10");
  EXPECT_EQ(**ospf.authentication, "keychain kc");
}

TEST(Ospf, CipherKeysOfTwoDevicesProveNothing) {
  const Device device = import_text(
      "interface GigabitEthernet0/1/0\n"
      " ospf authentication-mode hmac-sha256 1 cipher %^%#aB3dE6gH9jK2mN5pQ8sT1vW4yZ7%^%#\n"
      "interface GigabitEthernet0/1/1\n"
      " ospf authentication-mode simple plain Example\n");
  EXPECT_EQ(device.interfaces.at(0).ospf->key->value.form, SecretForm::Cipher);
  EXPECT_EQ(device.interfaces.at(1).ospf->key->value.form, SecretForm::Clear);
}

TEST(Ospf, UndoTakesBackWhatTheModelHolds) {
  const Device device = import_text(
      "ospf 1\n"
      " stub-router\n"
      " undo stub-router\n"
      " import-route direct\n"
      " undo import-route direct\n"
      " area 1\n"
      "  stub\n"
      "  mpls-te enable\n"
      "  undo stub\n"
      "  undo mpls-te\n");
  EXPECT_THAT(unread(device), IsEmpty());
  EXPECT_FALSE(*device.ospf.at(0).stub_router);
  EXPECT_THAT(device.ospf[0].imports, IsEmpty());
  EXPECT_FALSE(device.ospf[0].areas.at(0).kind);
  EXPECT_FALSE(*device.ospf[0].areas[0].mpls_te);
}

TEST(Ospf, MistypedWordsAreUnread) {
  const Device device = import_text(
      "ospf 1\n"
      " silent-interface GigabitEthernet0/1/0 GigabitEthernet0/1/1\n"
      " area 0\n"
      "  networ 10.1.1.0 0.0.0.255\n"
      "interface GigabitEthernet0/1/0\n"
      " ospf coost 10\n");
  ASSERT_THAT(device.reading.unread, SizeIs(3));
  EXPECT_EQ(device.reading.unread[1].suggestion, "network");
  EXPECT_EQ(device.reading.unread[2].suggestion, "cost");
}

TEST(Ospf, AsksForBfdSessions) {
  const Device device = import_text(
      "ospf 1\n"
      " bfd all-interfaces min-tx-interval 50 min-rx-interval 50\n"
      " bfd all-interfaces enable\n"
      "#\n"
      "ospf 2\n"
      " bfd all-interfaces enable\n"
      " undo bfd all-interfaces enable\n"
      "#\n"
      "interface GigabitEthernet0/1/0\n"
      " ospf bfd enable\n"
      "#\n"
      "return\n");
  EXPECT_THAT(device.reading.unread, testing::IsEmpty());
  ASSERT_EQ(device.ospf.size(), 2U);
  EXPECT_TRUE(*device.ospf[0].bfd);
  EXPECT_EQ(device.ospf[0].bfd.where.line, 3U);
  EXPECT_FALSE(*device.ospf[1].bfd);
  EXPECT_TRUE(*device.interfaces[0].ospf->bfd);
}

}  // namespace
}  // namespace holdfast::vrp
