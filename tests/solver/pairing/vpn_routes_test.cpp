#include "tests/solver/pairing/names.h"

namespace holdfast::pairing {
namespace {

constexpr const char* kInstance =
    "ip vpn-instance red\n ipv4-family\n  route-distinguisher 1:1\n  vpn-target 1:1 export-extcommunity\n"
    "  vpn-target 1:1 import-extcommunity\n";

std::string device(const std::string& name, const std::string& lsr_id, const std::string& lines) {
  return "sysname " + name + "\nmpls lsr-id " + lsr_id + "\nmpls\ninterface LoopBack1\n ip address " +
         lsr_id + " 32\n" + lines + "return\n";
}
std::string loopback(const std::string& address) {
  return "interface LoopBack9\n ip binding vpn-instance red\n ip address " + address + " 32\n";
}
// BGP with VPNv4 peers; `more` stands in the VPNv4 family.
std::string bgp(const std::vector<std::string>& peers, const std::string& more,
                const std::string& instance = "") {
  std::string result = "bgp 100\n";
  for (const std::string& peer : peers) result += " peer " + peer + " as-number 100\n";
  result += " ipv4-family vpnv4\n" + more;
  for (const std::string& peer : peers) result += "  peer " + peer + " enable\n";
  return result + (instance.empty() ? "" : " ipv4-family vpn-instance red\n" + instance);
}

const IpPrefix kPrefix{ip(*parse_ipv4("10.9.9.9")), 32};

TEST(VpnRoutes, AnOriginNeedsAddressAndAdvertisement) {
  const Network network = test::network_of(
      {device("RSG1", "1.1.1.1",
              kInstance + loopback("10.9.9.9") + bgp({"9.9.9.9"}, "", "  network 10.9.9.9 32\n")),
       device("RSG2", "2.2.2.2",
              kInstance + loopback("10.9.9.9") + bgp({"9.9.9.9"}, "", "  import-route direct\n")),
       device("RSG3", "3.3.3.3", kInstance + loopback("10.9.9.9") + bgp({"9.9.9.9"}, "")),
       device("RSG4", "4.4.4.4", kInstance + bgp({"9.9.9.9"}, "", "  network 10.9.9.9 32\n"))});
  const Pairing net(network);
  const auto origins = net.vpn_routes().origins(kPrefix);
  ASSERT_EQ(origins.size(), 2U);
  EXPECT_EQ(*net[origins[0].device].name, "RSG1");
  EXPECT_EQ(*net[origins[1].device].name, "RSG2");
  ASSERT_NE(origins[0].family, nullptr);
  EXPECT_NE(shared_target(*origins[0].family, *origins[1].family), nullptr);
  EXPECT_EQ(net.vpn_routes().interfaces_with(kPrefix).size(), 3U);
}

TEST(VpnRoutes, ASessionCarriesTheRouteWhenBothEndsEnableIt) {
  const std::string rsg = device(
      "RSG", "1.1.1.1", kInstance + loopback("10.9.9.9") + bgp({"2.2.2.2"}, "", "  import-route direct\n"));
  const Network both = test::network_of({rsg, device("AGG", "2.2.2.2", kInstance + bgp({"1.1.1.1"}, ""))});
  const Pairing net(both);
  const RouteOrigin origin = net.vpn_routes().origins(kPrefix).at(0);
  const RoutePath path = net.vpn_routes().path(origin, dev(net, "AGG"));
  EXPECT_TRUE(path.reached);
  ASSERT_EQ(path.sessions.size(), 1U);
  EXPECT_TRUE(net.bgp_sessions()[path.sessions[0]].works());
  EXPECT_TRUE(net.bgp_sessions()[path.sessions[0]].internal());

  const Network one_sided =
      test::network_of({rsg, device("AGG", "2.2.2.2", std::string(kInstance) + "bgp 100\n")});
  const Pairing broken(one_sided);
  const RouteOrigin again = broken.vpn_routes().origins(kPrefix).at(0);
  EXPECT_FALSE(broken.vpn_routes().path(again, dev(broken, "AGG")).reached);
  EXPECT_FALSE(broken.vpn_routes().may_pass_unseen(again, dev(broken, "AGG")));
}

TEST(VpnRoutes, IbgpRoutesGoOnOnlyThroughAReflector) {
  const auto rr = [](const std::string& more) {
    return device("RR", "5.5.5.5", bgp({"1.1.1.1", "2.2.2.2"}, more));
  };
  const std::string rsg = device(
      "RSG", "1.1.1.1", kInstance + loopback("10.9.9.9") + bgp({"5.5.5.5"}, "", "  import-route direct\n"));
  const std::string agg = device("AGG", "2.2.2.2", kInstance + bgp({"5.5.5.5"}, ""));
  const auto reached = [&](const std::string& more) {
    const Network network = test::network_of({rsg, rr(more), agg});
    const Pairing net(network);
    return net.vpn_routes().path(net.vpn_routes().origins(kPrefix).at(0), dev(net, "AGG")).reached;
  };
  EXPECT_FALSE(reached("  undo policy vpn-target\n"));
  EXPECT_TRUE(reached("  undo policy vpn-target\n  peer 2.2.2.2 enable\n  peer 2.2.2.2 reflect-client\n"));
  // A reflector that imports none of its targets drops the route unless it filters none.
  EXPECT_FALSE(reached("  peer 2.2.2.2 enable\n  peer 2.2.2.2 reflect-client\n"));
}

TEST(VpnRoutes, AnUnseenReflectorLeavesTheQuestionOpen) {
  const Network network = test::network_of(
      {device("RSG", "1.1.1.1",
              kInstance + loopback("10.9.9.9") + bgp({"5.5.5.5"}, "", "  import-route direct\n")),
       device("AGG", "2.2.2.2", kInstance + bgp({"5.5.5.5"}, ""))});
  const Pairing net(network);
  const RouteOrigin origin = net.vpn_routes().origins(kPrefix).at(0);
  EXPECT_FALSE(net.vpn_routes().path(origin, dev(net, "AGG")).reached);
  EXPECT_TRUE(net.vpn_routes().may_pass_unseen(origin, dev(net, "AGG")));
  EXPECT_EQ(net.bgp_sessions().all()[0].b_state, PeerState::Unseen);
}

}  // namespace
}  // namespace holdfast::pairing
