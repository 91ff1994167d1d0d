#include <gmock/gmock.h>

#include "tests/importers/vrp/commands/import_text.h"

namespace holdfast::vrp {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> values(const std::vector<Fact<std::string>>& facts) {
  std::vector<std::string> result;
  for (const auto& fact : facts) result.push_back(*fact);
  return result;
}

TEST(Bgp, HoldsSessionsAndFamilies) {
  const Device device = import_text(
      "bgp 100\n"
      " router-id 1.1.1.9\n"
      " peer 4.4.4.9 as-number 100\n"
      " peer 4.4.4.9 connect-interface LoopBack1\n"
      " peer 5.5.5.9 as-number 4200000000\n"
      " peer 5.5.5.9 ebgp-max-hop\n"
      " #\n"
      " ipv4-family unicast\n"
      "  undo synchronization\n"
      "  undo peer 4.4.4.9 enable\n"
      " #\n"
      " ipv4-family vpnv4\n"
      "  undo policy vpn-target\n"
      "  reflector cluster-id 7\n"
      "  peer 4.4.4.9 enable\n"
      "  peer 4.4.4.9 reflect-client\n"
      "  peer 4.4.4.9 route-policy out export\n"
      " #\n"
      " ipv4-family vpn-instance vpna\n"
      "  import-route direct\n"
      "  import-route ospf 7 med 3 route-policy rp\n"
      "  network 10.1.1.7 255.255.255.0\n"
      "  peer 10.2.1.1 as-number 65410\n"
      " #\n"
      " ipv6-family vpn-instance vpna\n"
      "  network 2001:db8:1:: 64\n");
  EXPECT_THAT(unread(device), IsEmpty());
  ASSERT_TRUE(device.bgp);
  const Bgp& bgp = *device.bgp;
  EXPECT_EQ(*bgp.as_number, 100U);
  EXPECT_EQ(place(bgp.as_number.where), "1:5+3");
  EXPECT_EQ(**bgp.router_id, v4("1.1.1.9"));
  ASSERT_THAT(bgp.peers, SizeIs(2));
  EXPECT_EQ(**bgp.peers[0].connect_interface, "LoopBack1");
  EXPECT_EQ(place(bgp.peers[0].connect_interface->where), "4:33+9");
  EXPECT_EQ(**bgp.peers[1].as_number, 4200000000U);
  EXPECT_EQ(**bgp.peers[1].ebgp_max_hop, 255U);

  ASSERT_THAT(bgp.families, SizeIs(4));
  ASSERT_THAT(bgp.families[0].peers, SizeIs(1));
  EXPECT_FALSE(*bgp.families[0].peers[0].enabled);
  EXPECT_TRUE(bgp.families[0].peers[0].enabled.configured());

  const BgpFamily& vpnv4 = bgp.families[1];
  EXPECT_EQ(vpnv4.family, AddressFamily::Vpnv4);
  EXPECT_FALSE(*vpnv4.policy_vpn_target);
  EXPECT_EQ(**vpnv4.cluster_id, "7");
  ASSERT_THAT(vpnv4.peers, SizeIs(1));
  EXPECT_TRUE(*vpnv4.peers[0].enabled);
  EXPECT_TRUE(*vpnv4.peers[0].reflect_client);
  EXPECT_THAT(vpnv4.peers[0].export_filters, SizeIs(1));
  EXPECT_THAT(vpnv4.peers[0].import_filters, IsEmpty());

  const BgpFamily& vpna = bgp.families[2];
  EXPECT_EQ(**vpna.vpn_instance, "vpna");
  EXPECT_THAT(values(vpna.imports), ElementsAre("direct", "ospf 7"));
  EXPECT_THAT(vpna.filters, SizeIs(1));
  ASSERT_THAT(vpna.networks, SizeIs(1));
  EXPECT_EQ(to_string(*vpna.networks[0]), "10.1.1.0/24");
  ASSERT_THAT(vpna.peers, SizeIs(1));
  EXPECT_TRUE(*vpna.peers[0].enabled);
  EXPECT_FALSE(vpna.peers[0].enabled.configured());
  EXPECT_EQ(**vpna.peers[0].as_number, 65410U);
  EXPECT_EQ(to_string(*bgp.families[3].networks.at(0)), "2001:db8:1::/64");
}

TEST(Bgp, BlocksThatComeTwiceAreOne) {
  const Device device = import_text(
      "bgp 100\n"
      " peer 4.4.4.9 as-number 100\n"
      " ipv4-family vpnv4\n"
      "  peer 4.4.4.9 enable\n"
      "#\n"
      "bgp 100\n"
      " peer 4.4.4.9 ignore\n"
      " ipv4-family vpnv4\n"
      "  undo peer 4.4.4.9 enable\n");
  const Bgp& bgp = *device.bgp;
  EXPECT_EQ(bgp.where.line, 1U);
  ASSERT_THAT(bgp.peers, SizeIs(1));
  EXPECT_TRUE(*bgp.peers[0].ignored);
  ASSERT_THAT(bgp.families, SizeIs(1));
  ASSERT_THAT(bgp.families[0].peers, SizeIs(1));
  EXPECT_FALSE(*bgp.families[0].peers[0].enabled);
}

TEST(Bgp, PeersInheritFromTheirGroups) {
  const Device device = import_text(
      "bgp 100\n"
      " group in internal\n"
      " peer in connect-interface LoopBack0\n"
      " peer 3.3.3.9 group in\n"
      " group out external\n"
      " peer out as-number 200\n"
      " peer 4.4.4.9 group out\n"
      " ipv4-family vpnv4\n"
      "  peer in enable\n"
      "  peer in reflect-client\n"
      "  peer 3.3.3.9 group in\n");
  EXPECT_THAT(unread(device), IsEmpty());
  const Bgp& bgp = *device.bgp;
  ASSERT_THAT(bgp.peers, SizeIs(2));
  EXPECT_EQ(**bgp.peers[0].as_number, 100U);
  EXPECT_EQ(bgp.peers[0].as_number->origin, Origin::Inferred);
  EXPECT_EQ(**bgp.peers[0].connect_interface, "LoopBack0");
  EXPECT_EQ(bgp.peers[0].connect_interface->where.line, 3U);
  EXPECT_EQ(**bgp.peers[1].as_number, 200U);
  const BgpFamilyPeer& member = bgp.families.at(0).peers.at(0);
  EXPECT_TRUE(*member.enabled);
  EXPECT_EQ(member.enabled.origin, Origin::Inferred);
  EXPECT_TRUE(*member.reflect_client);
}

TEST(Bgp, NumbersOfTheFourByteFormAreRead) {
  const Device device = import_text(
      "bgp 1.10\n"
      " peer 4.4.4.9 as-number 65535.65535\n");
  EXPECT_EQ(*device.bgp->as_number, 65546U);
  EXPECT_EQ(**device.bgp->peers.at(0).as_number, 4294967295U);
}

TEST(Bgp, NumbersOutOfRangeAreNotedAndTextsAreNoNumbers) {
  const Device device = import_text(
      "bgp 100\n"
      " peer 4.4.4.9 as-number 1.65536\n"
      " peer 4.4.4.8 as-number ten\n");
  ASSERT_THAT(device.reading.out_of_range, SizeIs(1));
  EXPECT_EQ(device.reading.out_of_range[0].what, "AS number");
  EXPECT_EQ(device.reading.out_of_range[0].range, "1–4294967295");
  EXPECT_THAT(unread(device), testing::ElementsAre("peer 4.4.4.8 as-number ten"));
}

TEST(Bgp, NetworksWithoutMaskAreOfTheirClass) {
  const Device device = import_text(
      "bgp 100\n"
      " network 10.1.0.0\n"
      " network 172.16.0.0\n"
      " network 192.168.4.0\n");
  ASSERT_THAT(device.bgp->families, SizeIs(1));
  const BgpFamily& family = device.bgp->families[0];
  ASSERT_THAT(family.networks, SizeIs(3));
  EXPECT_EQ(to_string(*family.networks[0]), "10.0.0.0/8");
  EXPECT_EQ(to_string(*family.networks[1]), "172.16.0.0/16");
  EXPECT_EQ(to_string(*family.networks[2]), "192.168.4.0/24");
}

TEST(Bgp, UndoTakesBackWhatTheModelHolds) {
  const Device device = import_text(
      "bgp 100\n"
      " peer 4.4.4.9 as-number 100\n"
      " peer 4.4.4.9 connect-interface LoopBack1\n"
      " undo peer 4.4.4.9 connect-interface\n"
      " ipv4-family vpn-instance vpna\n"
      "  network 10.1.1.0 24\n"
      "  network 10.1.2.0 24\n"
      "  import-route direct\n"
      "  import-route ospf 1\n"
      "  undo network 10.1.1.0 255.255.255.0\n"
      "  undo import-route ospf 1\n");
  EXPECT_THAT(unread(device), IsEmpty());
  EXPECT_TRUE(device.bgp->peers.at(0).as_number);
  EXPECT_FALSE(device.bgp->peers[0].connect_interface);
  const BgpFamily& family = device.bgp->families.at(0);
  ASSERT_THAT(family.networks, SizeIs(1));
  EXPECT_EQ(to_string(*family.networks[0]), "10.1.2.0/24");
  EXPECT_THAT(values(family.imports), ElementsAre("direct"));
}

// A filter that is taken back would still be in the model: the line must not pass for understood.
TEST(Bgp, UndoOfWhatIsNotModelledIsUnread) {
  const Device device = import_text(
      "bgp 100\n"
      " ipv4-family vpnv4\n"
      "  peer 4.4.4.9 route-policy p import\n"
      "  undo peer 4.4.4.9 route-policy import\n"
      "  undo filter-policy export\n");
  EXPECT_THAT(device.reading.unread, SizeIs(2));
}

TEST(Bgp, AMistypedEnableIsReported) {
  const Device device = import_text(
      "bgp 100\n"
      " ipv4-family vpnv4\n"
      "  peer 4.4.4.9 enablef\n");
  ASSERT_THAT(device.reading.unread, SizeIs(1));
  EXPECT_EQ(device.reading.unread[0].suggestion, "enable");
  EXPECT_EQ(place(device.reading.unread[0].where), "3:16+7");
  EXPECT_EQ(device.reading.unread[0].view, "BGP address family");
  EXPECT_THAT(device.bgp->families.at(0).unread, SizeIs(1));
}

TEST(Bgp, KeysAreComparedNotKept) {
  const Device device = import_text(
      "bgp 100\n"
      " peer 4.4.4.9 password simple Example\n"
      " peer 5.5.5.9 password simple Example\n"
      " peer 6.6.6.9 password simple Another\n");
  const std::vector<BgpPeer>& peers = device.bgp->peers;
  ASSERT_THAT(peers, SizeIs(3));
  EXPECT_EQ(peers[0].key->value, peers[1].key->value);
  EXPECT_NE(peers[0].key->value, peers[2].key->value);
  EXPECT_EQ(peers[0].key->value.form, SecretForm::Clear);
}

}  // namespace
}  // namespace holdfast::vrp
