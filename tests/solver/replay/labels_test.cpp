// LDP sessions and LSPs, segment routing, TE tunnels, tunnel policies.

#include "tests/solver/replay/lab.h"

namespace holdfast::replay {
namespace {

const std::string kIgpOnly = " ospf network-type p2p\n ospf enable 1 area 0\n";
const std::string kDear = " ospf network-type p2p\n ospf enable 1 area 0\n ospf cost 10\n";
const std::string kMpls = " mpls\n mpls ldp\n";
const std::string kTe = " mpls\n mpls te\n mpls rsvp-te\n";
const std::string kTeGlobal = "mpls\n mpls te\n mpls rsvp-te\n#\n";

Level session(const Lab& lab, std::string_view a, std::string_view b,
              const std::vector<std::string>& failed = {}) {
  return lab.under(failed,
                   [&](const auto& run) { return run.sessions.between(lab.device(a), lab.device(b)).level; });
}

// A triangle: A–B directly, and by C at a higher cost. `ab` are the lines of the direct link.
Lab triangle(const std::string& ab, const std::string& by_c = kDear + kMpls, const std::string& before_a = {},
             const std::string& before_b = {}, const std::string& more_a = {}) {
  return Lab(
      {router("A", "10.0.0.1",
              {{"GigabitEthernet1/0/0", "10.1.0.1", ab}, {"GigabitEthernet1/0/1", "10.1.0.5", by_c}}, more_a,
              before_a),
       router("B", "10.0.0.2",
              {{"GigabitEthernet1/0/0", "10.1.0.2", ab}, {"GigabitEthernet1/0/1", "10.1.0.9", by_c}}, {},
              before_b),
       router("C", "10.0.0.3",
              {{"GigabitEthernet1/0/0", "10.1.0.6", by_c}, {"GigabitEthernet1/0/1", "10.1.0.10", by_c}}, {},
              before_a.find("te") == std::string::npos ? "" : kTeGlobal)});
}

const std::string kDirect = "link:A:GigabitEthernet1/0/0--B:GigabitEthernet1/0/0";

TEST(LdpSessions, OfNeighboursNeedTheLink) {
  const Lab lab = triangle(kIgpOnly + kMpls);
  EXPECT_EQ(session(lab, "A", "B"), Level::Up);
  EXPECT_EQ(session(lab, "A", "B", {kDirect}), Level::Down);
  EXPECT_EQ(session(lab, "A", "C", {kDirect}), Level::Up);
}

TEST(LdpSessions, ThatAreTargetedNeedRoutesOnly) {
  const std::string to_b = "mpls ldp remote-peer b\n remote-ip 10.0.0.2\n#\n";
  const std::string to_a = "mpls ldp remote-peer a\n remote-ip 10.0.0.1\n#\n";
  const std::string accepts = "mpls ldp\n accept target-hello all\n#\n";
  const auto far = [&](const std::string& a, const std::string& b) {
    return session(triangle(kIgpOnly + kMpls, kDear + kMpls, a, b), "A", "B", {kDirect});
  };
  EXPECT_EQ(far(to_b, to_a), Level::Up);
  EXPECT_EQ(far(to_b, ""), Level::Down);
  EXPECT_EQ(far(to_b, accepts), Level::Up);
  EXPECT_EQ(far(accepts, accepts), Level::Down) << "nobody asks";
  EXPECT_EQ(far("", to_a), Level::Down);
}

TEST(LdpSessions, AreMadeByPwsWhereToldSo) {
  const std::string automatic = "mpls l2vpn\n mpls l2vpn auto-create-session\n#\n";
  const std::string pw = "interface GigabitEthernet2/0/0.7\n mpls l2vc 10.0.0.2 7\n#\n";
  const auto far = [&](const std::string& more) {
    return session(
        triangle(kIgpOnly + kMpls, kDear + kMpls, automatic, "mpls ldp\n accept target-hello all\n#\n", more),
        "A", "B", {kDirect});
  };
  EXPECT_EQ(far(pw), Level::Up);
  EXPECT_EQ(far(""), Level::Down);
}

// The best way has no LDP: no LSP, although the other way has it all. When the link fails, the LSP comes
// back.
TEST(LdpLsps, FollowTheRoutes) {
  const Lab lab = triangle(kIgpOnly);
  EXPECT_EQ(lab.reaches("A", "10.0.0.2"), Level::Up);
  EXPECT_EQ(lab.lsp("A", "B"), Level::Down);
  EXPECT_EQ(lab.lsp("A", "B", {kDirect}), Level::Up);
}

// Of two ways at one cost, the one with LDP is enough.
TEST(LdpLsps, PassOverANextHopWithout) {
  const std::string twenty = " ospf network-type p2p\n ospf enable 1 area 0\n ospf cost 20\n";
  EXPECT_EQ(triangle(twenty).lsp("A", "B"), Level::Up);
}

TEST(LdpLsps, NeedTheLoopbackOfTheLsrId) {
  const auto lab = [](const std::string& mask, const std::string& in_mpls) {
    return Lab({router("A", "10.0.0.1", {{"GigabitEthernet1/0/0", "10.1.0.1"}}),
                "sysname B\nmpls lsr-id 10.0.0.2\nmpls\n" + in_mpls +
                    "#\nmpls ldp\n#\nospf 1\n area 0\n#\ninterface LoopBack0\n ip address 10.0.0.2 " + mask +
                    "\n ospf enable 1 area 0\n#\ninterface GigabitEthernet1/0/0\n ip address 10.1.0.2 "
                    "255.255.255.252\n"
                    " ospf network-type p2p\n ospf enable 1 area 0\n mpls\n mpls ldp\nreturn\n"});
  };
  EXPECT_EQ(lab("255.255.255.255", "").lsp("A", "B"), Level::Up);
  EXPECT_EQ(lab("255.255.255.255", " lsp-trigger none\n").lsp("A", "B"), Level::Down);
  EXPECT_EQ(lab("255.255.255.0", "").lsp("A", "B"), Level::Down);
}

TEST(SrLsps, NeedSegmentRoutingOnEveryHop) {
  const auto lab = [](const std::string& on_c) {
    const std::string sr = "segment-routing\n#\nospf 1\n segment-routing mpls\n#\n";
    return Lab({router("A", "10.0.0.1", {{"GigabitEthernet1/0/0", "10.1.0.1", kIgpOnly}}, {}, sr),
                router("B", "10.0.0.2", {{"GigabitEthernet1/0/0", "10.1.0.6", kIgpOnly}},
                       "interface LoopBack0\n ospf prefix-sid index 2\n", sr),
                router("C", "10.0.0.3",
                       {{"GigabitEthernet1/0/0", "10.1.0.2", kIgpOnly},
                        {"GigabitEthernet1/0/1", "10.1.0.5", kIgpOnly}},
                       {}, on_c.empty() ? on_c : sr)});
  };
  const auto sr = [](const Lab& net, std::string_view a, std::string_view b) {
    return net.under(
        {}, [&](const auto& run) { return run.lsps.segment_routing(net.device(a), net.device(b)).level; });
  };
  EXPECT_EQ(sr(lab("too"), "A", "B"), Level::Up);
  EXPECT_EQ(sr(lab("too"), "B", "A"), Level::Down) << "A's loopback has no SID";
  EXPECT_EQ(sr(lab(""), "A", "B"), Level::Down);
}

Level tunnel(const std::string& lines, const std::vector<std::string>& failed = {},
             const std::string& paths = {}) {
  const Lab lab =
      triangle(kIgpOnly + kTe, kDear + kTe, kTeGlobal + paths, kTeGlobal,
               "interface Tunnel1\n tunnel-protocol mpls te\n destination 10.0.0.2\n" + lines + "#\n");
  const PortRef port = lab.port("A", "Tunnel1");
  return lab.under(failed, [port](const auto& run) { return run.te.tunnel(port).level; });
}

const std::string kPaths =
    "explicit-path direct\n next hop 10.1.0.2\n#\nexplicit-path by-c\n next hop 10.1.0.6\n next hop "
    "10.1.0.9\n"
    " next hop 10.0.0.2\n#\nexplicit-path not-c\n next hop 10.1.0.6 exclude\n#\nexplicit-path loose-c\n"
    " next hop 10.0.0.3 include loose\n next hop 10.0.0.2 include loose\n#\nexplicit-path short\n"
    " next hop 10.1.0.6\n#\nexplicit-path wrong\n next hop 10.1.0.1\n#\n";

Level on_path(const std::string& lines, const std::vector<std::string>& failed = {}) {
  return tunnel(lines, failed, kPaths);
}

TEST(TeTunnels, TakeAnyPathWithoutAnExplicitOne) {
  EXPECT_EQ(tunnel(""), Level::Up);
  EXPECT_EQ(tunnel("", {kDirect}), Level::Up);
  EXPECT_EQ(tunnel("", {kDirect, "node:C"}), Level::Down);
  EXPECT_EQ(tunnel(" shutdown\n"), Level::Down);
  EXPECT_EQ(tunnel(" mpls te signal-protocol segment-routing\n"), Level::Unknown);
}

TEST(TeTunnels, GoByTheirExplicitPath) {
  EXPECT_EQ(on_path(" mpls te path explicit-path direct\n"), Level::Up);
  EXPECT_EQ(on_path(" mpls te path explicit-path direct\n", {kDirect}), Level::Down);
  EXPECT_EQ(on_path(" mpls te path explicit-path by-c\n", {kDirect}), Level::Up);
  EXPECT_EQ(on_path(" mpls te path explicit-path by-c\n", {"node:C"}), Level::Down);
  EXPECT_EQ(on_path(" mpls te path explicit-path not-c\n", {kDirect}), Level::Down);
  EXPECT_EQ(on_path(" mpls te path explicit-path loose-c\n"), Level::Up);
  EXPECT_EQ(on_path(" mpls te path explicit-path loose-c\n", {"node:C"}), Level::Down);
  EXPECT_EQ(on_path(" mpls te path explicit-path short\n"), Level::Down);
  EXPECT_EQ(on_path(" mpls te path explicit-path wrong\n"), Level::Down);
  EXPECT_EQ(on_path(" mpls te path explicit-path nowhere\n"), Level::Down);
}

TEST(TeTunnels, HaveABackupPathWhenTold) {
  const std::string both = " mpls te path explicit-path direct\n mpls te path explicit-path by-c secondary\n";
  EXPECT_EQ(on_path(both, {kDirect}), Level::Down) << "nothing uses the secondary path";
  EXPECT_EQ(on_path(both + " mpls te backup hot-standby\n", {kDirect}), Level::Up);
  EXPECT_EQ(on_path(both + " mpls te backup ordinary\n", {kDirect}), Level::Up);
  EXPECT_EQ(on_path(" mpls te path explicit-path direct\n mpls te backup hot-standby\n", {kDirect}),
            Level::Up);
}

TEST(TeTunnels, NeedRsvpOnEveryHop) {
  const Lab lab = triangle(kIgpOnly + " mpls\n mpls te\n", kDear + kMpls, kTeGlobal, kTeGlobal,
                           "interface Tunnel1\n tunnel-protocol mpls te\n destination 10.0.0.2\n#\n");
  const PortRef port = lab.port("A", "Tunnel1");
  EXPECT_EQ(lab.under({}, [port](const auto& run) { return run.te.tunnel(port).level; }), Level::Down);
}

// Of the policy "p" of A; there is LDP by C only, and TE everywhere.
Level by_policy(const std::string& policy, const std::vector<std::string>& failed = {},
                const std::string& tunnel = " mpls te reserved-for-binding\n") {
  const Lab lab = triangle(kIgpOnly + kTe, kDear + kTe + " mpls ldp\n", kTeGlobal, kTeGlobal,
                           "interface Tunnel1\n tunnel-protocol mpls te\n destination 10.0.0.2\n" + tunnel +
                               "#\ntunnel-policy p\n" + policy + "#\n");
  const std::string name = "p";
  return lab.under(failed, [&](const auto& run) {
    return run.transport.one_way(lab.device("A"), lab.device("B"), *parse_ipv4("10.0.0.2"), &name).level;
  });
}

TEST(TunnelPolicies, ChooseTheTunnel) {
  const std::string bound = " tunnel binding destination 10.0.0.2 te Tunnel1\n";
  EXPECT_EQ(by_policy(bound), Level::Up);
  EXPECT_EQ(by_policy(bound, {}, " shutdown\n"), Level::Down);
  EXPECT_EQ(by_policy(bound, {kDirect}, " shutdown\n"), Level::Down);
  const std::string falls_back = " tunnel binding destination 10.0.0.2 te Tunnel1 down-switch\n";
  EXPECT_EQ(by_policy(falls_back, {kDirect}, " shutdown\n"), Level::Up) << "the LSP by C";
  const std::string other_peer = " tunnel binding destination 10.0.0.3 te Tunnel1\n";
  EXPECT_EQ(by_policy(other_peer), Level::Down) << "the default class: LDP, which the best way lacks";
  EXPECT_EQ(by_policy(other_peer, {kDirect}), Level::Up);
}

TEST(TunnelPolicies, GoThroughTheirKindsInOrder) {
  EXPECT_EQ(by_policy(" tunnel select-seq lsp load-balance-number 1\n"), Level::Down);
  EXPECT_EQ(by_policy(" tunnel select-seq cr-lsp lsp load-balance-number 1\n"), Level::Down)
      << "reserved for binding";
  EXPECT_EQ(by_policy(" tunnel select-seq cr-lsp lsp load-balance-number 1\n", {}, ""), Level::Up);
  EXPECT_EQ(by_policy(" tunnel select-seq lsp cr-lsp load-balance-number 1\n", {}, ""), Level::Up);
  EXPECT_EQ(by_policy(" tunnel select-seq lsp gre load-balance-number 1\n"), Level::Unknown);
  EXPECT_EQ(by_policy(" tunnel select-seq gre lsp load-balance-number 1\n", {kDirect}), Level::Up);
  EXPECT_EQ(by_policy("", {}, ""), Level::Up) << "without content: LSP, then TE";
}

}  // namespace
}  // namespace holdfast::replay
