// VPN routes: who originates a prefix, and to whom BGP carries it.

#include "tests/solver/replay/lab.h"

namespace holdfast::replay {
namespace {

std::string instance(const std::string& targets = "vpn-target 1:6 both") {
  return "ip vpn-instance v\n ipv4-family\n  route-distinguisher 1:1\n  " + targets + "\n#\n";
}

struct BgpText {
  std::vector<int> peers;  // last byte of the LSR ID
  std::string lines = "";  // within the VPNv4 family
  std::string in_vpn = "";
  std::string as = "64512";
  std::string source = " connect-interface LoopBack0";
};

std::string bgp(const BgpText& it) {
  std::string text = "bgp 64512\n";
  for (const int peer : it.peers) {
    const std::string id = "10.0.0." + std::to_string(peer);
    text += " peer " + id + " as-number " + it.as + "\n";
    if (!it.source.empty()) text += " peer " + id + it.source + "\n";
  }
  text += " #\n ipv4-family vpnv4\n";
  for (const int peer : it.peers) text += "  peer 10.0.0." + std::to_string(peer) + " enable\n";
  return text + it.lines + " #\n ipv4-family vpn-instance v\n" + it.in_vpn + "#\n";
}

// A has the instance; B has the prefix; R stands between them.
struct Network3 {
  std::string a_instance = instance();
  BgpText a = {.peers = {2}};
  std::string b_instance = instance();
  BgpText b = {.peers = {1}, .in_vpn = "  network 10.200.0.0 255.255.255.0\n"};
  std::string b_has =
      "interface LoopBack1\n ip binding vpn-instance v\n ip address 10.200.0.1 255.255.255.0\n#\n";
  std::string r = "";

  Level held(const std::vector<std::string>& failed = {}, const std::string& prefix = "10.200.0.0") const {
    const Lab lab(
        {router("A", "10.0.0.1", {{"GigabitEthernet1/0/0", "10.1.0.1"}}, bgp(a), a_instance),
         router("B", "10.0.0.2", {{"GigabitEthernet1/0/0", "10.1.0.6"}}, b_has + bgp(b), b_instance),
         router("R", "10.0.0.3", {{"GigabitEthernet1/0/0", "10.1.0.2"}, {"GigabitEthernet1/0/1", "10.1.0.5"}},
                r)});
    return lab.under(failed, [&](const Run& run) {
      return run.vpn_routes.held(lab.device("A"), "v", {*parse_ip(prefix), 24}).level;
    });
  }
};

TEST(VpnRoute, IsHeldWhileItsOriginIsThere) {
  const Network3 net;
  EXPECT_EQ(net.held(), Level::Up);
  EXPECT_EQ(net.held({"node:B"}), Level::Down);
  EXPECT_EQ(net.held({"node:R"}), Level::Down);
  EXPECT_EQ(net.held({}, "10.201.0.0"), Level::Down);
}

TEST(VpnRoute, NeedsToBeAdvertised) {
  Network3 net;
  net.b.in_vpn = "";
  EXPECT_EQ(net.held(), Level::Down);
  net.b.in_vpn = "  import-route direct\n";
  EXPECT_EQ(net.held(), Level::Up);
  net.b.in_vpn = "  import-route static\n";
  EXPECT_EQ(net.held(), Level::Down);
  net.b_has = "ip route-static vpn-instance v 10.200.0.0 255.255.255.0 NULL0\n#\n";
  EXPECT_EQ(net.held(), Level::Up);
}

TEST(VpnRoute, NeedsTargetsThatMeet) {
  Network3 net;
  net.a_instance = instance("vpn-target 1:7 both");
  EXPECT_EQ(net.held(), Level::Down);
  net.b_instance = instance("vpn-target 1:6 1:7 export-extcommunity");
  EXPECT_EQ(net.held(), Level::Up);
}

TEST(VpnRoute, NeedsASessionOfBothSides) {
  Network3 net;
  net.a.as = "64513";
  EXPECT_EQ(net.held(), Level::Down);
  net = {};
  net.a.lines = "  undo peer 10.0.0.2 enable\n";
  EXPECT_EQ(net.held(), Level::Down);
  net = {};
  net.a.peers = {3};
  EXPECT_EQ(net.held(), Level::Down);
}

// Through R: only a reflector tells one iBGP peer what it heard from another.
TEST(VpnRoute, TakesOneIbgpHopOrAReflector) {
  const auto by_r = [](const std::string& lines) {
    Network3 net;
    net.a.peers = {3};
    net.b.peers = {3};
    net.r = bgp({.peers = {1, 2}, .lines = lines});
    return net.held();
  };
  EXPECT_EQ(by_r("  undo policy vpn-target\n"), Level::Down);
  EXPECT_EQ(by_r("  undo policy vpn-target\n  peer 10.0.0.1 reflect-client\n"), Level::Up);
  EXPECT_EQ(by_r("  undo policy vpn-target\n  peer 10.0.0.2 reflect-client\n"), Level::Up);
  EXPECT_EQ(by_r("  policy vpn-target\n  peer 10.0.0.1 reflect-client\n"), Level::Down)
      << "a reflector without the instance keeps no route that it does not want";
  const std::string both =
      "  undo policy vpn-target\n  peer 10.0.0.1 reflect-client\n  peer 10.0.0.2 reflect-client\n";
  EXPECT_EQ(by_r(both), Level::Up);
  EXPECT_EQ(by_r(both + "  undo reflect between-clients\n"), Level::Down);
}

TEST(VpnRoute, MayComeFromAnUnseenPeer) {
  Network3 net;
  net.a.peers = {2, 77};
  EXPECT_EQ(net.held({}, "10.201.0.0"), Level::Unknown);
  EXPECT_EQ(net.held({"node:B"}), Level::Unknown);
  EXPECT_EQ(net.held({"node:A"}), Level::Down);
}

TEST(VpnRoute, IsHeldByWhoHasTheSubnet) {
  const Lab lab({"sysname A\n" + instance() +
                 "interface GigabitEthernet1/0/0\n ip binding vpn-instance v\n ip address "
                 "10.200.0.1 255.255.255.0\nreturn\n"});
  const auto held = [&](const std::vector<std::string>& failed) {
    return lab.under(failed, [&](const auto& run) {
      return run.vpn_routes.held(lab.device("A"), "v", {*parse_ip("10.200.0.0"), 24}).level;
    });
  };
  EXPECT_EQ(held({}), Level::Up);
  EXPECT_EQ(held({"board:A:1/0"}), Level::Down);
}

}  // namespace
}  // namespace holdfast::replay
