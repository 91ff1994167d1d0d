// Static routes, and addresses of which routes say too little.

#include "tests/solver/replay/lab.h"

namespace holdfast::replay {
namespace {

const std::string kNoIgp = " mpls\n mpls ldp\n";

// A–B–C in a row without an IGP between; static routes stand in `a` and `b`.
Lab row(const std::string& a, const std::string& b, const std::string& c = {}) {
  return Lab(
      {router("A", "10.0.0.1", {{"GigabitEthernet1/0/0", "10.1.0.1", kNoIgp}}, a),
       router("B", "10.0.0.2",
              {{"GigabitEthernet1/0/0", "10.1.0.2", kNoIgp}, {"GigabitEthernet1/0/1", "10.1.0.5", kNoIgp}},
              b),
       router("C", "10.0.0.3", {{"GigabitEthernet1/0/0", "10.1.0.6", kNoIgp}}, c)});
}

TEST(StaticRoutes, LeadHopByHop) {
  const std::string to_c = "ip route-static 10.0.0.3 255.255.255.255 ";
  const Lab lab = row(to_c + "10.1.0.2\n", to_c + "10.1.0.6\n");
  EXPECT_EQ(lab.reaches("A", "10.0.0.3"), Level::Up);
  EXPECT_EQ(lab.reaches("C", "10.0.0.1"), Level::Down);
  EXPECT_EQ(lab.reaches("A", "10.0.0.3", {"link:A:GigabitEthernet1/0/0--B:GigabitEthernet1/0/0"}),
            Level::Down);
  EXPECT_EQ(row(to_c + "10.1.0.2\n", "").reaches("A", "10.0.0.3"), Level::Down) << "B has no route";
  EXPECT_EQ(row(to_c + "10.1.0.99\n", to_c + "10.1.0.6\n").reaches("A", "10.0.0.3"), Level::Down);
  EXPECT_EQ(row("ip route-static 0.0.0.0 0.0.0.0 10.1.0.2\n", to_c + "GigabitEthernet1/0/1\n")
                .reaches("A", "10.0.0.3"),
            Level::Up);
}

TEST(StaticRoutes, WaysThatComeBackDoNotArrive) {
  const std::string to_c = "ip route-static 10.0.0.3 255.255.255.255 ";
  EXPECT_EQ(row(to_c + "10.1.0.2\n", to_c + "10.1.0.1\n").reaches("A", "10.0.0.3"), Level::Down);
}

TEST(StaticRoutes, TheLongestPrefixWins) {
  const std::string default_route = "ip route-static 0.0.0.0 0.0.0.0 10.1.0.2\n";
  const std::string to_c = "ip route-static 10.0.0.3 255.255.255.255 10.1.0.6\n";
  EXPECT_EQ(
      row(default_route + "ip route-static 10.0.0.3 255.255.255.255 NULL0\n", to_c).reaches("A", "10.0.0.3"),
      Level::Down);
}

// Of one prefix the smaller preference wins: OSPF has 10.
TEST(StaticRoutes, PreferenceDecidesBetweenProtocols) {
  const auto lab = [](const std::string& preference) {
    return Lab({router("A", "10.0.0.1", {{"GigabitEthernet1/0/0", "10.1.0.1"}},
                       "ip route-static 10.0.0.2 255.255.255.255 NULL0" + preference + "\n"),
                router("B", "10.0.0.2", {{"GigabitEthernet1/0/0", "10.1.0.2"}})});
  };
  EXPECT_EQ(lab("").reaches("A", "10.0.0.2"), Level::Up);
  EXPECT_EQ(lab(" preference 9").reaches("A", "10.0.0.2"), Level::Down);
}

std::string bfd(const std::string& peer, const std::string& source, int local, int remote) {
  return "bfd\n#\nbfd far bind peer-ip " + peer + " source-ip " + source + "\n discriminator local " +
         std::to_string(local) + "\n discriminator remote " + std::to_string(remote) + "\n#\n";
}

// The static route leads A into a dead end as long as the session is up; without it OSPF brings the session
// back.
TEST(StaticRoutes, ATrackedRouteCanGoRound) {
  const std::string dead_end = " ospf network-type p2p\n mpls\n mpls ldp\n";
  const std::string ac = "interface GigabitEthernet2/0/0.7\n vlan-type dot1q 7\n";
  const Lab lab(
      {router("A", "10.0.0.1",
              {{"GigabitEthernet1/0/0", "10.1.0.1"}, {"GigabitEthernet1/0/1", "10.1.0.5", dead_end}},
              ac + " mpls l2vc 10.0.0.2 7\n#\n" + bfd("10.0.0.2", "10.0.0.1", 1, 2) +
                  "ip route-static 10.0.0.2 255.255.255.255 10.1.0.6 preference 5 track bfd-session far\n"),
       router("B", "10.0.0.2", {{"GigabitEthernet1/0/0", "10.1.0.2"}},
              ac + " mpls l2vc 10.0.0.1 7\n#\n" + bfd("10.0.0.1", "10.0.0.2", 2, 1)),
       router("C", "10.0.0.3", {{"GigabitEthernet1/0/0", "10.1.0.6", dead_end}})});
  EXPECT_EQ(lab.outcome(), Outcome::Flapping);
  EXPECT_EQ(lab.outcome({"node:C"}), Outcome::Delivered) << "the static route is gone for good";
  EXPECT_EQ(lab.outcome({"node:B"}), Outcome::LostUnavoidable);
}

TEST(Addresses, ThatNobodyOrEverybodyHasAreUnknown) {
  const Lab lab({router("A", "10.0.0.1", {{"GigabitEthernet1/0/0", "10.1.0.1"}}),
                 router("B", "10.0.0.2", {{"GigabitEthernet1/0/0", "10.1.0.2"}},
                        "interface LoopBack1\n ip address 10.9.9.9 255.255.255.255\n"),
                 router("C", "10.0.0.3", {}, "interface LoopBack1\n ip address 10.9.9.9 255.255.255.255\n")});
  EXPECT_EQ(lab.reaches("A", "172.16.0.1"), Level::Unknown);
  EXPECT_EQ(lab.reaches("A", "10.9.9.9"), Level::Unknown);
  EXPECT_EQ(lab.reaches("A", "172.16.0.1", {"node:A"}), Level::Down);
}

// B redistributes the static route to C's loopback: A may know it.
TEST(Addresses, ThatMayBeRedistributedAreUnknown) {
  const auto lab = [](const std::string& import) {
    return Lab({router("A", "10.0.0.1", {{"GigabitEthernet1/0/0", "10.1.0.1"}}),
                router("B", "10.0.0.2",
                       {{"GigabitEthernet1/0/0", "10.1.0.2"}, {"GigabitEthernet1/0/1", "10.1.0.5", kNoIgp}},
                       "ip route-static 10.0.0.3 255.255.255.255 10.1.0.6\n", import),
                router("C", "10.0.0.3", {{"GigabitEthernet1/0/0", "10.1.0.6", kNoIgp}})});
  };
  EXPECT_EQ(lab("").reaches("A", "10.0.0.3"), Level::Down);
  const Lab importing = lab("ospf 1\n import-route static\n#\n");
  EXPECT_EQ(importing.reaches("A", "10.0.0.3"), Level::Unknown);
  EXPECT_EQ(importing.reaches("A", "10.0.0.3", {"node:C"}), Level::Down);
  EXPECT_EQ(importing.reaches("A", "10.0.0.3", {"link:A:GigabitEthernet1/0/0--B:GigabitEthernet1/0/0"}),
            Level::Down);
}

TEST(Addresses, BehindAnInterfaceOfUnknownStateAreUnknown) {
  const auto vlanif = [](const std::string& name, const std::string& own, const std::string& address) {
    return router(name, own, {},
                  "interface Vlanif9\n ip address " + address + " 255.255.255.252\n ospf enable 1 area 0\n");
  };
  const Lab lab({vlanif("A", "10.0.0.1", "10.1.0.1"), vlanif("B", "10.0.0.2", "10.1.0.2")});
  EXPECT_EQ(lab.reaches("A", "10.0.0.2"), Level::Unknown);
  EXPECT_EQ(lab.reaches("A", "10.0.0.2", {"node:B"}), Level::Down);
}

TEST(Addresses, InAVpnInstanceAreFollowedToConnectedSubnets) {
  const auto in_vpn = [](const std::string& name, const std::string& address) {
    return "sysname " + name +
           "\nip vpn-instance v\n ipv4-family\n  route-distinguisher 1:1\n#\ninterface "
           "GigabitEthernet1/0/0\n ip binding vpn-instance v\n ip address " +
           address + " 255.255.255.252\nreturn\n";
  };
  const Lab lab({in_vpn("A", "10.5.0.1"), in_vpn("B", "10.5.0.2")});
  const auto reaches = [&](std::string_view address, const std::vector<std::string>& failed = {}) {
    return lab.under(failed, [&](const auto& run) {
      return run.routing.reaches(lab.device("A"), *parse_ip(address), "v").level;
    });
  };
  EXPECT_EQ(reaches("10.5.0.2"), Level::Up);
  EXPECT_EQ(reaches("10.5.0.2", {"node:B"}), Level::Down);
  EXPECT_EQ(reaches("10.7.0.2"), Level::Unknown);
}

}  // namespace
}  // namespace holdfast::replay
