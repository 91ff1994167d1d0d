// VSIs: who reaches whom, and which spoke carries.

#include "tests/solver/replay/lab.h"

namespace holdfast::replay {
namespace {

std::string ac(const std::string& more = {}) {
  return "interface GigabitEthernet2/0/0\n#\ninterface GigabitEthernet2/0/0.7\n vlan-type dot1q 7\n l2 "
         "binding vsi v\n" +
         more + "#\n";
}

std::string vsi(const std::string& peers, const std::string& more = {}) {
  return "vsi v static\n pwsignal ldp\n  vsi-id 7\n" + peers + more + "#\n";
}

std::string peer(int number, const std::string& words = {}) {
  return "  peer 10.0.0." + std::to_string(number) + words + "\n";
}

Outcome between(const Lab& lab, std::string_view a, std::string_view b,
                const std::vector<std::string>& failed = {}) {
  Flow flow;
  flow.a.acs = {lab.port(a, "GigabitEthernet2/0/0.7")};
  flow.b.acs = {lab.port(b, "GigabitEthernet2/0/0.7")};
  return lab.replay().judge(flow, lab.failed(failed));
}

// A and B are joined to S only; `s` is the VSI of S.
Lab star(const std::string& s, const std::string& s_ac = {}) {
  return Lab(
      {router("A", "10.0.0.1", {{"GigabitEthernet1/0/0", "10.1.0.1"}}, ac(), vsi(peer(9))),
       router("B", "10.0.0.2", {{"GigabitEthernet1/0/0", "10.1.0.5"}}, ac(), vsi(peer(9))),
       router("S", "10.0.0.9", {{"GigabitEthernet1/0/0", "10.1.0.2"}, {"GigabitEthernet1/0/1", "10.1.0.6"}},
              ac(s_ac), s)});
}

TEST(SplitHorizon, PassesNothingBetweenHubs) {
  const Lab hubs = star(vsi(peer(1) + peer(2)));
  EXPECT_EQ(between(hubs, "A", "S"), Outcome::Delivered);
  EXPECT_EQ(between(hubs, "A", "B"), Outcome::LostUnavoidable);
  EXPECT_EQ(between(star(vsi(peer(1, " upe") + peer(2))), "A", "B"), Outcome::Delivered);
  EXPECT_EQ(between(star(vsi(peer(1, " ac-mode") + peer(2, " upe"))), "A", "B"), Outcome::Delivered);
}

TEST(SplitHorizon, CanIsolateSpokes) {
  const Lab lab = star(vsi(peer(1, " upe") + peer(2, " upe"), " isolate spoken\n"));
  EXPECT_EQ(between(lab, "A", "B"), Outcome::LostUnavoidable);
  EXPECT_EQ(between(lab, "A", "S"), Outcome::LostUnavoidable);
  EXPECT_EQ(between(star(vsi(peer(1, " upe") + peer(2, " upe"), " isolate spoken\n"), " hub-mode enable\n"),
                    "A", "S"),
            Outcome::Delivered);
}

TEST(SplitHorizon, TreatsAHubAcAsTold) {
  EXPECT_EQ(between(star(vsi(peer(1) + peer(2)), " hub-mode enable\n"), "A", "S"), Outcome::Delivered);
  EXPECT_EQ(between(star(vsi(peer(1) + peer(2), " isolate hub-ac hub-pw\n"), " hub-mode enable\n"), "A", "S"),
            Outcome::LostUnavoidable);
}

// S has no AC of its own in use: its VSI lives by its spoke alone.
TEST(VsiState, NeedsAnAcOrASpoke) {
  const std::string no_ac = " shutdown\n";
  EXPECT_EQ(between(star(vsi(peer(1, " upe") + peer(2)), no_ac), "A", "B"), Outcome::Delivered);
  EXPECT_EQ(between(star(vsi(peer(1, " upe") + peer(2)), no_ac), "A", "B", {"port:A:GigabitEthernet2/0/0"}),
            Outcome::LostUnavoidable);
  EXPECT_EQ(between(star(vsi(peer(1, " upe") + peer(2), " shutdown\n")), "A", "B"), Outcome::LostUnavoidable);
}

TEST(VsiPws, NeedEqualControlWords) {
  EXPECT_EQ(between(star(vsi(peer(1) + peer(2), "  control-word enable\n")), "A", "S"),
            Outcome::LostUnavoidable);
  EXPECT_EQ(between(star(vsi(peer(1) + peer(2), " mtu 1400\n")), "A", "S"), Outcome::LostUnavoidable);
  EXPECT_EQ(between(star(vsi(peer(1) + peer(2), " encapsulation ethernet\n")), "A", "S"),
            Outcome::LostUnavoidable);
}

// UPE U with spokes to S1 and S2, which have hub PWs to N. Access and core are apart: U is no way round.
class HubAndSpokes {
 public:
  explicit HubAndSpokes(const std::string& group, const std::string& u_more = {})
      : lab_({isis("U", 1, {"10.1.0.1", "10.1.0.5"}, {}, ac(), vsi(peer(2) + peer(3) + group, u_more)),
              isis("S1", 2, {"10.1.0.2"}, {"10.1.0.9"}, "", spe("spoke1")),
              isis("S2", 3, {"10.1.0.6"}, {"10.1.0.13"}, "", spe("spoke2")),
              isis("N", 4, {}, {"10.1.0.10", "10.1.0.14"}, ac(), vsi(peer(2) + peer(3)))}) {}

  Outcome outcome(const std::vector<std::string>& failed = {}) const {
    return between(lab_, "U", "N", failed);
  }

 private:
  static std::string spe(const std::string& name) {
    return vsi(peer(1, " upe") + "  peer 10.0.0.1 pw " + name + "\n   track hub-pw\n" + peer(4));
  }
  // A router whose `access` ports run IS-IS and whose `core` ports run OSPF; its loopback is in both as
  // needed.
  static std::string isis(const std::string& name, int number, const std::vector<std::string>& access,
                          const std::vector<std::string>& core, const std::string& more,
                          const std::string& before) {
    std::vector<CorePort> ports;
    for (const std::string& address : access) {
      ports.push_back({"GigabitEthernet1/0/" + std::to_string(ports.size()), address,
                       " isis enable 1\n isis circuit-type p2p\n mpls\n mpls ldp\n"});
    }
    for (const std::string& address : core) {
      ports.push_back({"GigabitEthernet1/0/" + std::to_string(ports.size()), address});
    }
    const std::string process =
        access.empty() ? ""
                       : "isis 1\n is-level level-2\n cost-style wide\n network-entity "
                         "49.0001.0000.0000.000" +
                             std::to_string(number) + ".00\n#\ninterface LoopBack0\n isis enable 1\n#\n";
    return router(name, "10.0.0." + std::to_string(number), ports, more, process + before);
  }
  Lab lab_;
};

const std::string kMaster =
    "  protect-group g\n   protect-mode pw-redundancy master\n   peer 10.0.0.2 preference 1\n   peer "
    "10.0.0.3 preference 2\n";
const std::string kToN1 = "link:N:GigabitEthernet1/0/0--S1:GigabitEthernet1/0/1";
const std::string kToN2 = "link:N:GigabitEthernet1/0/1--S2:GigabitEthernet1/0/1";
const std::string kToS1 = "link:S1:GigabitEthernet1/0/0--U:GigabitEthernet1/0/0";

TEST(ProtectGroup, MovesToTheSpokeWhoseHubIsThere) {
  const HubAndSpokes net(kMaster);
  EXPECT_EQ(net.outcome(), Outcome::Delivered);
  EXPECT_EQ(net.outcome({kToS1}), Outcome::Delivered);
  EXPECT_EQ(net.outcome({"node:S1"}), Outcome::Delivered);
  EXPECT_EQ(net.outcome({kToN1}), Outcome::Delivered) << "track hub-pw";
  EXPECT_EQ(net.outcome({kToN1, kToN2}), Outcome::LostUnavoidable);
}

// What tracking does without a hub PW to track is not documented.
TEST(ProtectGroup, TrackingNothingIsUnknown) {
  const Lab lab = star(vsi(peer(1, " upe") + "  peer 10.0.0.1 pw one\n   track hub-pw\n" + peer(2, " upe")));
  EXPECT_EQ(between(lab, "A", "S"), Outcome::Unknown);
  EXPECT_EQ(between(lab, "B", "S"), Outcome::Delivered);
}

TEST(ProtectGroup, WithoutItFramesArriveTwice) {
  const HubAndSpokes net("");
  EXPECT_EQ(net.outcome(), Outcome::DualActive);
  EXPECT_EQ(net.outcome({"node:S1"}), Outcome::Delivered);
}

// A frame that is flooded to the L2VEs of two gateways bears the address of one of them.
TEST(Handover, ToSeveralGatewaysIsNoDuplicate) {
  const auto gateway = [](int number, int other, const std::string& core) {
    const std::string n = std::to_string(number);
    return router(
        "G" + n, "10.0.0." + n, {{"GigabitEthernet1/0/0", core}},
        "interface Global-VE0\n ve-group 1 l2-terminate\n#\ninterface Global-VE0.7\n vlan-type dot1q 7\n"
        " l2 binding vsi v\n#\ninterface Global-VE1\n ve-group 1 l3-access\n#\ninterface Global-VE1.7\n"
        " vlan-type dot1q 7\n ip binding vpn-instance c\n ip address 10.8.0." +
            n + " 255.255.255.0\n#\n",
        "ip vpn-instance c\n ipv4-family\n  route-distinguisher 1:1\n#\n" + vsi(peer(9) + peer(other)));
  };
  const auto lab = [&](bool vpn) {
    const Lab net(
        {gateway(1, 2, "10.1.0.1"), gateway(2, 1, "10.1.0.5"),
         router("S", "10.0.0.9", {{"GigabitEthernet1/0/0", "10.1.0.2"}, {"GigabitEthernet1/0/1", "10.1.0.6"}},
                ac(), vsi(peer(1) + peer(2)))});
    Flow flow;
    flow.a.acs = {net.port("S", "GigabitEthernet2/0/0.7")};
    flow.b.acs = {net.port("G1", "Global-VE0.7"), net.port("G2", "Global-VE0.7")};
    flow.b.vpn = vpn;
    return net.replay().judge(flow, {});
  };
  EXPECT_EQ(lab(true), Outcome::Delivered);
  EXPECT_EQ(lab(false), Outcome::DualActive);
}

}  // namespace
}  // namespace holdfast::replay
