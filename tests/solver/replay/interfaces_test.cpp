#include "tests/solver/replay/lab.h"

namespace holdfast::replay {
namespace {

Level state(const Lab& lab, std::string_view device, std::string_view interface,
            const std::vector<std::string>& failed = {}) {
  const PortRef port = lab.port(device, interface);
  return lab.under(failed, [port](const auto& run) { return run.interfaces.state(port).level; });
}

// Two ports of A on one board, joined to B and C; an AC with a sub-interface on B.
Lab star() {
  return Lab(
      {router("A", "10.0.0.1", {{"GigabitEthernet1/0/0", "10.1.0.1"}, {"GigabitEthernet1/0/1", "10.1.0.5"}}),
       router("B", "10.0.0.2", {{"GigabitEthernet1/0/0", "10.1.0.2"}}),
       "sysname C\ninterface GigabitEthernet1/0/0\n"
       " ip address 10.1.0.6 255.255.255.252\n shutdown\nreturn\n"});
}

TEST(Interfaces, APortNeedsItsLinkAndTheFarPort) {
  const Lab lab = star();
  const std::string link = "link:A:GigabitEthernet1/0/0--B:GigabitEthernet1/0/0";
  EXPECT_EQ(state(lab, "A", "GigabitEthernet1/0/0"), Level::Up);
  EXPECT_EQ(state(lab, "A", "GigabitEthernet1/0/0", {link}), Level::Down);
  EXPECT_EQ(state(lab, "B", "GigabitEthernet1/0/0", {link}), Level::Down);
  EXPECT_EQ(state(lab, "A", "GigabitEthernet1/0/0", {"node:B"}), Level::Down);
  EXPECT_EQ(state(lab, "B", "GigabitEthernet1/0/0", {"board:A:1/0"}), Level::Down);
  EXPECT_EQ(state(lab, "A", "GigabitEthernet1/0/1"), Level::Down) << "the far port is shut down";
}

TEST(Interfaces, ALoopbackNeedsItsNodeOnly) {
  const Lab lab = star();
  EXPECT_EQ(state(lab, "A", "LoopBack0", {"board:A:1/0"}), Level::Up);
  EXPECT_EQ(state(lab, "A", "LoopBack0", {"node:A"}), Level::Down);
}

TEST(Interfaces, AGroupTakesDownAllOfItsMembers) {
  Network network = test::network_of(
      {router("A", "10.0.0.1", {{"GigabitEthernet1/0/0", "10.1.0.1"}, {"GigabitEthernet2/0/1", "10.1.0.5"}}),
       router("B", "10.0.0.2", {{"GigabitEthernet1/0/0", "10.1.0.2"}}),
       router("C", "10.0.0.3", {{"GigabitEthernet1/0/0", "10.1.0.6"}})});
  network.failure_groups.push_back(
      {"duct",
       {configured<std::string>("link:A:GigabitEthernet1/0/0--B:GigabitEthernet1/0/0", {}),
        configured<std::string>("board:A:2/0", {})},
       {}});
  const Lab lab(std::move(network));
  EXPECT_EQ(state(lab, "A", "GigabitEthernet1/0/0", {"group:duct"}), Level::Down);
  EXPECT_EQ(state(lab, "A", "GigabitEthernet2/0/1", {"group:duct"}), Level::Down);
  EXPECT_EQ(state(lab, "A", "LoopBack0", {"group:duct"}), Level::Up);
}

// A slot of two cards fails card by card, or as a whole.
TEST(Interfaces, ASlotTakesItsCards) {
  const Lab lab(
      {"sysname A\ninterface GigabitEthernet1/0/0\n#\ninterface GigabitEthernet1/1/0\n#\ninterface "
       "GigabitEthernet11/0/0\n#\ninterface Virtual-Ethernet1/1/5\n#\ninterface Global-VE0\nreturn\n"});
  EXPECT_EQ(state(lab, "A", "GigabitEthernet1/0/0", {"board:A:1/1"}), Level::Up);
  EXPECT_EQ(state(lab, "A", "GigabitEthernet1/1/0", {"board:A:1/1"}), Level::Down);
  EXPECT_EQ(state(lab, "A", "Virtual-Ethernet1/1/5", {"board:A:1/1"}), Level::Down);
  EXPECT_EQ(state(lab, "A", "GigabitEthernet1/0/0", {"board:A:1"}), Level::Down);
  EXPECT_EQ(state(lab, "A", "GigabitEthernet11/0/0", {"board:A:1"}), Level::Up);
  EXPECT_EQ(state(lab, "A", "Global-VE0", {"board:A:1"}), Level::Up);
}

std::string bundle(const std::string& name, const std::string& address, const std::string& more = {}) {
  return "sysname " + name + "\ninterface Eth-Trunk1\n ip address " + address + " 255.255.255.252\n" + more +
         "#\ninterface Eth-Trunk1.7\n vlan-type dot1q 7\n#\ninterface GigabitEthernet1/0/0\n eth-trunk 1\n#\n"
         "interface GigabitEthernet2/0/0\n eth-trunk 1\nreturn\n";
}

TEST(Interfaces, AnEthTrunkCountsItsMembers) {
  const std::vector<StatedLink> links = {
      test::link({"A", "GigabitEthernet1/0/0"}, {"B", "GigabitEthernet1/0/0"}),
      test::link({"A", "GigabitEthernet2/0/0"}, {"B", "GigabitEthernet2/0/0"})};
  const Lab one({bundle("A", "10.1.0.1"), bundle("B", "10.1.0.2")}, links);
  EXPECT_EQ(state(one, "A", "Eth-Trunk1.7"), Level::Up);
  EXPECT_EQ(state(one, "A", "Eth-Trunk1.7", {"board:A:1/0"}), Level::Up);
  EXPECT_EQ(state(one, "A", "Eth-Trunk1.7", {"board:A:1/0", "board:B:2/0"}), Level::Down);

  const Lab two({bundle("A", "10.1.0.1"), bundle("B", "10.1.0.2", " least active-linknumber 2\n")}, links);
  EXPECT_EQ(state(two, "A", "Eth-Trunk1"), Level::Up);
  EXPECT_EQ(state(two, "A", "Eth-Trunk1", {"board:A:1/0"}), Level::Down) << "B has too few members left";
}

TEST(Interfaces, AnEthTrunkOfWhichNothingIsKnownIsUnknown) {
  const Lab lab({"sysname A\ninterface Eth-Trunk1\nreturn\n"});
  EXPECT_EQ(state(lab, "A", "Eth-Trunk1"), Level::Unknown);
  EXPECT_EQ(state(lab, "A", "Eth-Trunk1", {"node:A"}), Level::Down);
}

TEST(Interfaces, AVlanInterfaceNeedsAPortThatAllowsItsVlan) {
  const std::string ports =
      "interface GigabitEthernet1/0/0\n portswitch\n port link-type trunk\n port trunk allow-pass vlan 5 to "
      "9\n#\n"
      "interface GigabitEthernet2/0/0\n portswitch\n port link-type access\n port default vlan 7\n#\n";
  const Lab lab(
      {"sysname A\n" + ports + "interface Vlanif7\n#\ninterface Vlanif5\n#\ninterface Vlanif20\nreturn\n"});
  EXPECT_EQ(state(lab, "A", "Vlanif7", {"board:A:1/0"}), Level::Up);
  EXPECT_EQ(state(lab, "A", "Vlanif5", {"board:A:1/0"}), Level::Down);
  EXPECT_EQ(state(lab, "A", "Vlanif7", {"board:A:1/0", "board:A:2/0"}), Level::Down);
  EXPECT_EQ(state(lab, "A", "Vlanif20"), Level::Unknown);
}

TEST(Interfaces, ASubInterfaceFollowsItsMainInterface) {
  const Lab lab(
      {"sysname A\ninterface GigabitEthernet1/0/0\n#\ninterface GigabitEthernet1/0/0.1\n#\n"
       "interface GigabitEthernet1/0/0.2\n shutdown\nreturn\n"});
  EXPECT_EQ(state(lab, "A", "GigabitEthernet1/0/0.1"), Level::Up);
  EXPECT_EQ(state(lab, "A", "GigabitEthernet1/0/0.1", {"board:A:1/0"}), Level::Down);
  EXPECT_EQ(state(lab, "A", "GigabitEthernet1/0/0.2"), Level::Down);
}

}  // namespace
}  // namespace holdfast::replay
