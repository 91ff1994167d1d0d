#include "tests/solver/pairing/names.h"

namespace holdfast::pairing {
namespace {

// A PE with an E-Trunk, a member Eth-Trunk with one sub-interface, and `more`.
std::string pe(const std::string& name, const std::string& own, const std::string& peer,
               const std::string& id, const std::string& more = "") {
  return "sysname " + name + "\nlacp e-trunk system-id 00e0-fc00-0001\nmpls lsr-id " + own +
         "\nmpls\nmpls l2vpn\n" + "e-trunk " + id + "\n peer-address " + peer + " source-address " + own +
         "\n" + "interface Eth-Trunk10\n mode lacp-static\n e-trunk " + id + "\n" +
         "interface Eth-Trunk10.5\n vlan-type dot1q 100\n" + more +
         "interface GigabitEthernet0/1/0\n eth-trunk 10\n" + "interface LoopBack1\n ip address " + own +
         " 255.255.255.255\nreturn\n";
}

TEST(EtrunkPairs, MirroredAddressesMakeAPair) {
  const Network network =
      test::network_of({pe("PE1", "1.1.1.1", "2.2.2.2", "1"), pe("PE2", "2.2.2.2", "1.1.1.1", "1")});
  const Pairing net(network);
  ASSERT_EQ(net.etrunks().all().size(), 1U);
  const EtrunkPair& pair = net.etrunks().all()[0];
  EXPECT_EQ(pair.match, EtrunkMatch::Addresses);
  EXPECT_TRUE(pair.mirrored);
  EXPECT_TRUE(pair.a_names_b && pair.b_names_a);
  EXPECT_EQ(net.etrunks().partner(pair.b), pair.a);
  ASSERT_EQ(pair.members.size(), 1U);
  EXPECT_EQ(net[pair.b.device][pair.members[0].b].name, "Eth-Trunk10");
}

TEST(EtrunkPairs, AnotherIdStillPairsByAddress) {
  const Network network =
      test::network_of({pe("PE1", "1.1.1.1", "2.2.2.2", "1"), pe("PE2", "2.2.2.2", "1.1.1.1", "2")});
  const Pairing net(network);
  ASSERT_EQ(net.etrunks().all().size(), 1U);
  EXPECT_EQ(net[net.etrunks().all()[0].b].id, 2U);
}

TEST(EtrunkPairs, OneWrongAddressLeavesAOneWayPair) {
  const Network network =
      test::network_of({pe("PE1", "1.1.1.1", "2.2.2.2", "1"), pe("PE2", "2.2.2.2", "9.9.9.9", "1")});
  const Pairing net(network);
  ASSERT_EQ(net.etrunks().all().size(), 1U);
  const EtrunkPair& pair = net.etrunks().all()[0];
  EXPECT_EQ(pair.match, EtrunkMatch::OneWay);
  EXPECT_TRUE(pair.a_names_b);
  EXPECT_FALSE(pair.b_names_a || pair.mirrored);
}

TEST(EtrunkPairs, WithoutAddressesABypassPwTiesTheTwo) {
  const Network network = test::network_of(
      {pe("PE1", "1.1.1.1", "9.9.9.8", "1", " mpls l2vc 5.5.5.5 1\n mpls l2vc 2.2.2.2 7 bypass\n"),
       pe("PE2", "2.2.2.2", "9.9.9.9", "1", " mpls l2vc 5.5.5.5 2\n mpls l2vc 1.1.1.1 7 bypass\n")});
  const Pairing net(network);
  ASSERT_EQ(net.etrunks().all().size(), 1U);
  EXPECT_EQ(net.etrunks().all()[0].match, EtrunkMatch::SameGroup);
  EXPECT_EQ(net.etrunks().all()[0].b_state, PeerState::Unseen);
}

TEST(EtrunkPairs, ThePartnerMayBeUnseen) {
  const Network network = test::network_of({pe("PE1", "1.1.1.1", "2.2.2.2", "1")});
  const Pairing net(network);
  const EtrunkPair& pair = net.etrunks().all()[0];
  EXPECT_FALSE(pair.paired());
  EXPECT_EQ(pair.b_state, PeerState::Unseen);
}

TEST(EtrunkPairs, SeveralEtrunksBetweenTwoDevicesPairById) {
  const auto second = [](const std::string& peer) { return "e-trunk 2\n peer-address " + peer + "\n"; };
  const Network network = test::network_of({pe("PE1", "1.1.1.1", "2.2.2.2", "1") + "sysname X\nreturn\n",
                                            second("1.1.1.1") + pe("PE2", "2.2.2.2", "1.1.1.1", "1")});
  const Pairing net(network);
  for (const EtrunkPair& pair : net.etrunks().all()) {
    if (pair.paired()) {
      EXPECT_EQ(net[pair.a].id, net[pair.b].id);
    }
  }
}

TEST(EtrunkPairs, SubInterfacesOfMembersAreTwinsByVlan) {
  std::string other = pe("PE2", "2.2.2.2", "1.1.1.1", "1");
  other.replace(other.find("Eth-Trunk10.5"), 13, "Eth-Trunk10.6");
  const Network network = test::network_of({pe("PE1", "1.1.1.1", "2.2.2.2", "1"), other});
  const Pairing net(network);
  const PortRef ac = port(net, "PE1", "Eth-Trunk10.5");
  EXPECT_EQ(text(net, net.etrunks().ac_counterpart(ac)), "PE2:Eth-Trunk10.6");
  EXPECT_EQ(net[net.etrunks().covering(ac)].id, 1U);
  EXPECT_EQ(net.dual_homing().arbiter(ac).kind(), ArbiterKind::Etrunk);
  EXPECT_EQ(net.dual_homing().twin(ac).source, TwinSource::Etrunk);
}

TEST(EtrunkPairs, TheCeBundleIsFoundThroughLinks) {
  const char* ce =
      "sysname CE\ninterface Eth-Trunk1\n mode lacp-static\n"
      "interface GigabitEthernet0/1/0\n eth-trunk 1\ninterface GigabitEthernet0/1/1\n eth-trunk 1\nreturn\n";
  Network network =
      test::network_of({pe("PE1", "1.1.1.1", "2.2.2.2", "1"), pe("PE2", "2.2.2.2", "1.1.1.1", "1"), ce});
  network.stated_links.push_back(test::link({"CE", "GigabitEthernet0/1/0"}, {"PE1", "GigabitEthernet0/1/0"}));
  const Pairing net(network);
  // The other leg can only be joined in one way.
  EXPECT_EQ(text(net, net.links().far_end(port(net, "CE", "GigabitEthernet0/1/1"))),
            "PE2:GigabitEthernet0/1/0");
  const EtrunkPair& pair = net.etrunks().all()[0];
  const auto bundles = net.dual_homing().ce_bundles(pair, pair.members[0]);
  ASSERT_EQ(bundles.size(), 1U);
  EXPECT_EQ(text(net, bundles[0].trunk), "CE:Eth-Trunk1");
  EXPECT_EQ(bundles[0].legs_a.size(), 1U);
  EXPECT_EQ(net.links()[bundles[0].legs_b.front()].source, LinkSource::Lacp);
}

}  // namespace
}  // namespace holdfast::pairing
