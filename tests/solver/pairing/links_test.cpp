#include "tests/solver/pairing/names.h"

namespace holdfast::pairing {
namespace {

std::string device(const std::string& name, const std::string& lines) {
  return "sysname " + name + "\nmpls lsr-id 1.1.1.1\nmpls\n" + lines + "return\n";
}
std::string addressed(const std::string& interface, const std::string& address) {
  return "interface " + interface + "\n ip address " + address + "\n";
}

bool has(const Pairing& net, LinkAmbiguity::Kind kind) {
  return std::ranges::any_of(net.links().ambiguities(),
                             [kind](const LinkAmbiguity& it) { return it.kind == kind; });
}

TEST(Links, TwoInterfacesAloneInASubnetAreLinked) {
  const Network network = test::network_of({device("A", addressed("GigabitEthernet0/1/0", "10.0.0.1 30")),
                                            device("B", addressed("GigabitEthernet0/1/3", "10.0.0.2 30"))});
  const Pairing net(network);
  ASSERT_EQ(net.links().all().size(), 1U);
  const Link& link = net.links().all()[0];
  EXPECT_EQ(net.links().name(link.id), "link:A:GigabitEthernet0/1/0--B:GigabitEthernet0/1/3");
  EXPECT_EQ(link.source, LinkSource::Subnet);
  EXPECT_EQ(link.evidence.size(), 2U);
  EXPECT_EQ(net.links().find("link:B:GigabitEthernet0/1/3--A:GigabitEthernet0/1/0"), &link);
  EXPECT_EQ(net.links().find("link:B:GigabitEthernet0/1/3--A:GigabitEthernet0/1/9"), nullptr);
}

TEST(Links, ThreeInterfacesInASubnetAreAmbiguous) {
  const Network network = test::network_of({device("A", addressed("GigabitEthernet0/1/0", "10.0.0.1 24")),
                                            device("B", addressed("GigabitEthernet0/1/0", "10.0.0.2 24")),
                                            device("C", addressed("Vlanif5", "10.0.0.3 24"))});
  const Pairing net(network);
  EXPECT_TRUE(net.links().all().empty());
  ASSERT_TRUE(has(net, LinkAmbiguity::Kind::SharedSubnet));
  EXPECT_EQ(net.links().ambiguities()[0].ports.size(), 3U);
}

TEST(Links, LoopbacksAndHostRoutesMakeNoLink) {
  const Network network = test::network_of({device("A", addressed("LoopBack1", "10.0.0.1 30")),
                                            device("B", addressed("GigabitEthernet0/1/0", "10.0.0.2 30"))});
  const Pairing net(network);
  EXPECT_TRUE(net.links().all().empty());
}

TEST(Links, SubInterfacesStandForTheirPorts) {
  const char* port_and_sub =
      "interface GigabitEthernet0/1/0\ninterface GigabitEthernet0/1/0.7\n vlan-type dot1q 7\n";
  const auto with = [&](const std::string& name, const std::string& address) {
    return device(name, std::string(port_and_sub) + " ip address " + address + "\n");
  };
  const Network network = test::network_of({with("A", "10.0.0.1 30"), with("B", "10.0.0.2 30")});
  const Pairing net(network);
  EXPECT_EQ(text(net, net.links().far_end(port(net, "A", "GigabitEthernet0/1/0.7"))),
            "B:GigabitEthernet0/1/0");
}

TEST(Links, APortWithTwoPartnersIsAmbiguous) {
  const Network network = test::network_of(
      {device("A", "interface GigabitEthernet0/1/0\n" + addressed("GigabitEthernet0/1/0.1", "10.0.0.1 30") +
                       addressed("GigabitEthernet0/1/0.2", "10.0.1.1 30")),
       device("B", addressed("GigabitEthernet0/1/0", "10.0.0.2 30")),
       device("C", addressed("GigabitEthernet0/1/0", "10.0.1.2 30"))});
  const Pairing net(network);
  EXPECT_TRUE(net.links().all().empty());
  EXPECT_TRUE(has(net, LinkAmbiguity::Kind::SeveralPartners));
}

TEST(Links, AStatedLinkOutranksASubnet) {
  Network network = test::network_of({device("A", addressed("GigabitEthernet0/1/0", "10.0.0.1 30")),
                                      device("B", addressed("GigabitEthernet0/1/0", "10.0.0.2 30")),
                                      device("C", "interface GigabitEthernet0/1/0\n")});
  network.stated_links.push_back(test::link({"C", "GigabitEthernet0/1/0"}, {"A", "GigabitEthernet0/1/0"}));
  network.stated_links.push_back(test::link({"C", "GigabitEthernet9/9/9"}, {"B", "GigabitEthernet0/1/0"}));
  const Pairing net(network);
  ASSERT_EQ(net.links().all().size(), 1U);
  EXPECT_EQ(text(net, net.links().far_end(port(net, "A", "GigabitEthernet0/1/0"))), "C:GigabitEthernet0/1/0");
  EXPECT_TRUE(has(net, LinkAmbiguity::Kind::Contradicted));
  EXPECT_TRUE(has(net, LinkAmbiguity::Kind::UnknownPort));
}

TEST(Links, BothEndsOfAnLldpNeighbourAreOneLink) {
  Network network = test::network_of(
      {device("A", "interface GigabitEthernet0/1/0\n"), device("B", "interface GigabitEthernet0/1/0\n")});
  for (const auto& [here, there] : {std::pair("A", "B"), std::pair("B", "A")}) {
    network.stated_links.push_back(
        test::link({here, "GigabitEthernet0/1/0"}, {there, "GigabitEthernet0/1/0"}, LinkSource::Lldp));
  }
  const Pairing net(network);
  ASSERT_EQ(net.links().all().size(), 1U);
  EXPECT_EQ(net.links().all()[0].evidence.size(), 2U);
  EXPECT_TRUE(net.links().ambiguities().empty());
}

std::string bundle(const std::string& name, const std::string& address, int members) {
  std::string lines = "interface Eth-Trunk1\n ip address " + address + "\n mode lacp-static\n";
  for (int i = 0; i < members; ++i)
    lines += "interface GigabitEthernet0/1/" + std::to_string(i) + "\n eth-trunk 1\n";
  return device(name, lines);
}

TEST(Links, ASingleMemberOfABundleFollows) {
  const Network network = test::network_of({bundle("A", "10.0.0.1 30", 1), bundle("B", "10.0.0.2 30", 1)});
  const Pairing net(network);
  const Link* trunk = net.links().at(port(net, "A", "Eth-Trunk1"));
  ASSERT_NE(trunk, nullptr);
  EXPECT_TRUE(trunk->bundle);
  EXPECT_TRUE(trunk->complete);
  const Link* member = net.links().at(port(net, "A", "GigabitEthernet0/1/0"));
  ASSERT_NE(member, nullptr);
  EXPECT_EQ(member->source, LinkSource::Lacp);
  EXPECT_EQ(member->bundle_of, trunk->id);
}

TEST(Links, SeveralMembersAreNotGuessedUntilAllButOneAreStated) {
  Network network = test::network_of({bundle("A", "10.0.0.1 30", 2), bundle("B", "10.0.0.2 30", 2)});
  {
    const Pairing net(network);
    EXPECT_TRUE(has(net, LinkAmbiguity::Kind::BundleMembers));
    EXPECT_FALSE(net.links().at(port(net, "A", "Eth-Trunk1"))->complete);
  }
  network.stated_links.push_back(test::link({"A", "GigabitEthernet0/1/0"}, {"B", "GigabitEthernet0/1/1"}));
  const Pairing net(network);
  EXPECT_EQ(text(net, net.links().far_end(port(net, "A", "GigabitEthernet0/1/1"))), "B:GigabitEthernet0/1/0");
  EXPECT_TRUE(net.links().at(port(net, "A", "Eth-Trunk1"))->complete);
}

TEST(Links, CustomersThatAnL2vpnMayJoinAreNoLink) {
  const Network network =
      test::network_of({"sysname CE1\n" + addressed("GigabitEthernet0/1/0", "10.0.0.1 30") + "return\n",
                        "sysname CE2\n" + addressed("GigabitEthernet0/1/0", "10.0.0.2 30") + "return\n",
                        device("PE", "mpls l2vpn\ninterface GigabitEthernet0/1/0\n mpls l2vc 2.2.2.2 1\n")});
  const Pairing net(network);
  EXPECT_TRUE(net.links().all().empty());
  EXPECT_TRUE(has(net, LinkAmbiguity::Kind::MayCrossL2vpn));
}

TEST(Links, AVrrpSegmentIsALinkOnlyBetweenLabelSwitchingPorts) {
  const auto links = [](const std::string& more) {
    const auto pe = [&](const char* name, const char* address) {
      return device(name,
                    addressed("GigabitEthernet0/1/0", address) + " vrrp vrid 1 virtual-ip 10.0.0.3\n" + more);
    };
    const Network network = test::network_of({pe("A", "10.0.0.1 24"), pe("B", "10.0.0.2 24")});
    const Pairing net(network);
    EXPECT_EQ(has(net, LinkAmbiguity::Kind::SharedSubnet), more.empty());
    return net.links().all().size();
  };
  EXPECT_EQ(links(""), 0U);
  EXPECT_EQ(links(" mpls\n mpls ldp\n"), 1U);
}

TEST(Links, ACustomerMeetsTheVpnInstanceOfItsPe) {
  const Network network = test::network_of(
      {device("PE",
              "ip vpn-instance red\ninterface GigabitEthernet0/1/0\n ip binding vpn-instance red\n"
              " ip address 10.0.0.1 30\n"),
       "sysname CE\n" + addressed("GigabitEthernet0/1/0", "10.0.0.2 30") + "return\n"});
  const Pairing net(network);
  EXPECT_EQ(net.links().all().size(), 1U);
}

TEST(Links, DifferentVpnInstancesDoNotMeet) {
  const auto pe = [](const char* name, const char* instance, const char* address) {
    return device(name, std::string("ip vpn-instance ") + instance +
                            "\ninterface GigabitEthernet0/1/0\n ip binding vpn-instance " + instance +
                            "\n ip address " + address + "\n");
  };
  const Network network = test::network_of({pe("A", "red", "10.0.0.1 30"), pe("B", "blue", "10.0.0.2 30")});
  const Pairing net(network);
  EXPECT_TRUE(net.links().all().empty());
}

TEST(Links, EndsAreInTheLexicalOrderOfTheirNames) {
  const Network network =
      test::network_of({device("PE1", addressed("GigabitEthernet0/1/0", "10.0.0.1 30")),
                        device("PE10", addressed("GigabitEthernet0/1/0", "10.0.0.2 30"))});
  const Pairing net(network);
  ASSERT_EQ(net.links().all().size(), 1U);
  EXPECT_EQ(text(net, net.links().all()[0].a), "PE10:GigabitEthernet0/1/0");  // ':' comes after '0'
}

}  // namespace
}  // namespace holdfast::pairing
