// Point-to-point services: which PWs come up, which carry, and what becomes of the frames.

#include "tests/solver/replay/lab.h"

namespace holdfast::replay {
namespace {

const std::string kAc =
    "interface GigabitEthernet2/0/0\n#\ninterface GigabitEthernet2/0/0.7\n vlan-type dot1q 7\n";

// Two PEs in a row with one PW; `a` and `b` are the lines of their ACs.
Outcome one_pw(const std::string& a, const std::string& b, const std::vector<std::string>& failed = {}) {
  return Lab({router("A", "10.0.0.1", {{"GigabitEthernet1/0/0", "10.1.0.1"}}, kAc + a + "#\n"),
              router("B", "10.0.0.2", {{"GigabitEthernet1/0/0", "10.1.0.2"}}, kAc + b + "#\n")})
      .outcome(failed);
}

TEST(Pw, IsLostWithWhatItStandsOn) {
  const std::string a = " mpls l2vc 10.0.0.2 7\n";
  const std::string b = " mpls l2vc 10.0.0.1 7\n";
  EXPECT_EQ(one_pw(a, b), Outcome::Delivered);
  for (const char* element : {"node:A", "node:B", "board:A:1/0", "port:B:GigabitEthernet2/0/0",
                              "link:A:GigabitEthernet1/0/0--B:GigabitEthernet1/0/0"}) {
    EXPECT_EQ(one_pw(a, b, {element}), Outcome::LostUnavoidable) << element;
  }
}

TEST(Pw, NeedsItsEndsToAgree) {
  const std::string a = " mpls l2vc 10.0.0.2 7\n";
  const std::string b = " mpls l2vc 10.0.0.1 7\n";
  EXPECT_EQ(one_pw(a, " mpls l2vc 10.0.0.1 7 raw\n"), Outcome::LostUnavoidable);
  EXPECT_EQ(one_pw(a + " mtu 1400\n", b), Outcome::LostUnavoidable);
  EXPECT_EQ(one_pw(a + " mtu 1400\n", b + " mtu 1400\n"), Outcome::Delivered);
  EXPECT_EQ(one_pw(" mpls l2vc 10.0.0.2 7 control-word\n", b), Outcome::Unknown);
  EXPECT_EQ(one_pw(" mpls l2vc 10.0.0.2 7 control-word\n", b, {"node:B"}), Outcome::LostUnavoidable);
}

TEST(Pw, ToAnUnseenPeerIsUnknown) {
  const Lab lab(
      {router("A", "10.0.0.1", {{"GigabitEthernet1/0/0", "10.1.0.1"}}, kAc + " mpls l2vc 10.0.0.9 7\n#\n")});
  const Judgement judgement = lab.replay().explain(lab.flows().front(), {});
  EXPECT_EQ(judgement.outcome, Outcome::Unknown);
  EXPECT_EQ(judgement.reason, "the configuration of 10.0.0.9");
}

// What an unknown outcome hangs on is named with its place.
TEST(Pw, SaysWhyItIsUnknown) {
  const Lab lab(
      {router("A", "10.0.0.1", {{"GigabitEthernet1/0/0", "10.1.0.1"}},
              kAc + " mpls l2vc 10.0.0.2 7 control-word\n#\n"),
       router("B", "10.0.0.2", {{"GigabitEthernet1/0/0", "10.1.0.2"}}, kAc + " mpls l2vc 10.0.0.1 7\n#\n")});
  const std::string reason = lab.replay().explain(lab.flows().front(), {}).reason;
  EXPECT_NE(reason.find("the control word differs at the ends of the PW"), std::string::npos) << reason;
  EXPECT_NE(reason.find(".cfg:"), std::string::npos) << reason;
}

// A triangle of PEs. A has a primary PW to B and a secondary one to C; `a` are further lines of A's AC.
class Three {
 public:
  explicit Three(const std::string& a, const std::string& b = {}, const std::string& c = {})
      : lab_(make(a, b, c)) {}
  Outcome outcome(const std::vector<std::string>& failed = {}) const {
    const std::vector<Flow> flows = lab_.flows();
    return lab_.replay().judge(flows.front(), lab_.failed(failed));
  }
  std::size_t flows() const { return lab_.flows().size(); }

 private:
  static Lab make(const std::string& a, const std::string& b, const std::string& c) {
    const auto peers = [](const std::string& one, const std::string& other) {
      return "mpls ldp remote-peer p\n remote-ip " + one + "\n#\nmpls ldp remote-peer q\n remote-ip " +
             other + "\n#\n";
    };
    return Lab(
        {router("A", "10.0.0.1", {{"GigabitEthernet1/0/0", "10.1.0.1"}, {"GigabitEthernet1/1/0", "10.1.0.5"}},
                kAc + " mpls l2vc 10.0.0.2 12\n mpls l2vc 10.0.0.3 13 secondary\n" + a + "#\n",
                peers("10.0.0.2", "10.0.0.3")),
         router("B", "10.0.0.2", {{"GigabitEthernet1/0/0", "10.1.0.2"}, {"GigabitEthernet1/1/0", "10.1.0.9"}},
                kAc + " mpls l2vc 10.0.0.1 12\n" + b + "#\n", peers("10.0.0.1", "10.0.0.3")),
         router("C", "10.0.0.3",
                {{"GigabitEthernet1/0/0", "10.1.0.6"}, {"GigabitEthernet1/1/0", "10.1.0.10"}},
                kAc + " mpls l2vc 10.0.0.1 13\n" + c + "#\n", peers("10.0.0.1", "10.0.0.2"))});
  }
  Lab lab_;
};

const std::string kMaster = " mpls l2vpn redundancy master\n";
const std::string kIndependent = " mpls l2vpn redundancy independent\n";
const std::string kBothWays = " mpls l2vpn stream-dual-receiving\n";
const std::string kBypassB = " mpls l2vc 10.0.0.3 23 bypass\n";
const std::string kBypassC = " mpls l2vc 10.0.0.2 23 bypass\n";

TEST(Redundancy, GoesToTheSecondaryWhenThePrimaryIsDown) {
  for (const std::string& mode : {std::string(), kMaster, kIndependent}) {
    const Three net(mode);
    EXPECT_EQ(net.outcome(), Outcome::Delivered);
    EXPECT_EQ(net.outcome({"node:B"}), Outcome::Delivered);
    EXPECT_EQ(net.outcome({"port:B:GigabitEthernet2/0/0"}), Outcome::Delivered);
    EXPECT_EQ(net.outcome({"node:B", "node:C"}), Outcome::LostUnavoidable);
    EXPECT_EQ(net.outcome({"node:A"}), Outcome::LostUnavoidable);
  }
}

// B's AC is down and said so nowhere: A goes on sending to B.
TEST(Redundancy, IgnoringTheAcStateKeepsADeadEndUp) {
  EXPECT_EQ(Three("", " mpls l2vpn pw ignore-ac-state\n").outcome({"port:B:GigabitEthernet2/0/0"}),
            Outcome::LostAvoidable);
}

// With the bypass B hands over to C, whose own PW is up too. C's AC takes what comes by the bypass only when
// its PWs are down: here it is idle.
TEST(Redundancy, AnIdleBypassDropsFrames) {
  EXPECT_EQ(Three("", kBypassB + " mpls l2vpn pw ignore-ac-state\n mpls l2vpn pw ignore-ac-state bypass\n",
                  kBypassC)
                .outcome({"port:B:GigabitEthernet2/0/0"}),
            Outcome::LostAvoidable);
  EXPECT_EQ(Three("", kBypassB + kMaster, kBypassC).outcome({"port:B:GigabitEthernet2/0/0"}),
            Outcome::LostAvoidable);
}

// With its PW to A gone, C's bypass stands in place of the PW: frames go A – B – C.
TEST(Redundancy, ABypassJoinsTheAcOfTheOtherPe) {
  const Three net("", kBypassB + kMaster, kBypassC);
  EXPECT_EQ(
      net.outcome({"port:B:GigabitEthernet2/0/0", "link:A:GigabitEthernet1/1/0--C:GigabitEthernet1/0/0"}),
      Outcome::LostAvoidable)
      << "the PW A–C goes round by B";
  EXPECT_EQ(Three("", kBypassB, kBypassC).outcome({"port:B:GigabitEthernet2/0/0"}), Outcome::Delivered)
      << "B reports the fault instead";
}

// Each PW has only its direct way: LDP runs between neighbours.
TEST(Redundancy, WithoutATargetedSessionAPwDiesWithItsLink) {
  const Lab lab(
      {router("A", "10.0.0.1", {{"GigabitEthernet1/0/0", "10.1.0.1"}, {"GigabitEthernet1/1/0", "10.1.0.5"}},
              kAc + " mpls l2vc 10.0.0.2 12\n#\n"),
       router("B", "10.0.0.2", {{"GigabitEthernet1/0/0", "10.1.0.2"}, {"GigabitEthernet1/1/0", "10.1.0.9"}},
              kAc + " mpls l2vc 10.0.0.1 12\n#\n"),
       router("C", "10.0.0.3",
              {{"GigabitEthernet1/0/0", "10.1.0.6"}, {"GigabitEthernet1/1/0", "10.1.0.10"}})});
  EXPECT_EQ(lab.outcome({"link:A:GigabitEthernet1/0/0--B:GigabitEthernet1/0/0"}), Outcome::LostUnavoidable);
}

// Primary A–B and secondary A–C where C is told nothing: C sends back on a PW that A does not listen to.
TEST(Redundancy, BothFarAcsUpStillDeliverByTheChosenOne) {
  EXPECT_EQ(Three("").outcome({"port:C:GigabitEthernet2/0/0"}), Outcome::Delivered);
  EXPECT_EQ(Three(kBothWays).outcome(), Outcome::Delivered);
}

std::string spe(const std::string& more) {
  return "mpls switch-l2vc 10.0.0.1 11 between 10.0.0.3 13" + more + " encapsulation vlan\n#\n";
}

// A – S – C in a row, with D behind S for the backup.
Lab switched(const std::string& s, const std::string& a = {}, const std::string& c = {}) {
  return Lab({router("A", "10.0.0.1", {{"GigabitEthernet1/0/0", "10.1.0.1"}},
                     kAc + " mpls l2vc 10.0.0.2 11\n" + a + "#\n"),
              router("S", "10.0.0.2",
                     {{"GigabitEthernet1/0/0", "10.1.0.2"},
                      {"GigabitEthernet1/0/1", "10.1.0.5"},
                      {"GigabitEthernet1/0/2", "10.1.0.9"}},
                     s),
              router("C", "10.0.0.3", {{"GigabitEthernet1/0/0", "10.1.0.6"}},
                     kAc + " mpls l2vc 10.0.0.2 13\n" + c + "#\n"),
              router("D", "10.0.0.4", {{"GigabitEthernet1/0/0", "10.1.0.10"}},
                     kAc + " mpls l2vc 10.0.0.2 14\n#\n")});
}

Outcome between(const Lab& lab, std::string_view a, std::string_view b,
                const std::vector<std::string>& failed = {}) {
  Flow flow;
  flow.a.acs = {lab.port(a, "GigabitEthernet2/0/0.7")};
  flow.b.acs = {lab.port(b, "GigabitEthernet2/0/0.7")};
  return lab.replay().judge(flow, lab.failed(failed));
}

TEST(SwitchedPw, IsUpWhenBothSidesAre) {
  const Lab lab = switched(spe(""));
  EXPECT_EQ(between(lab, "A", "C"), Outcome::Delivered);
  EXPECT_EQ(between(lab, "A", "C", {"node:S"}), Outcome::LostUnavoidable);
  EXPECT_EQ(between(lab, "A", "C", {"port:C:GigabitEthernet2/0/0"}), Outcome::LostUnavoidable);
}

TEST(SwitchedPw, PassesParametersThrough) {
  EXPECT_EQ(between(switched(spe(""), " mtu 1400\n"), "A", "C"), Outcome::LostUnavoidable);
  EXPECT_EQ(between(switched(spe(""), " mtu 1400\n", " mtu 1400\n"), "A", "C"), Outcome::Delivered);
}

TEST(SwitchedPw, GoesToItsBackup) {
  const Lab lab = switched(spe(" backup 10.0.0.4 14"));
  EXPECT_EQ(between(lab, "A", "C"), Outcome::Delivered);
  EXPECT_EQ(between(lab, "A", "D"), Outcome::LostAvoidable) << "the switch has chosen C";
  EXPECT_EQ(between(lab, "A", "D", {"node:C"}), Outcome::Delivered);
  EXPECT_EQ(between(lab, "A", "D", {"port:C:GigabitEthernet2/0/0"}), Outcome::Delivered);
}

TEST(LocalConnections, JoinTwoAcs) {
  const Lab lab(
      {"sysname A\nccc x interface GigabitEthernet1/0/0.7 out-interface GigabitEthernet2/0/0.7\n#\n"
       "interface GigabitEthernet1/0/0\n#\ninterface GigabitEthernet1/0/0.7\n#\ninterface "
       "GigabitEthernet2/0/0\n#\ninterface GigabitEthernet2/0/0.7\nreturn\n"});
  Flow flow;
  flow.a.acs = {lab.port("A", "GigabitEthernet1/0/0.7")};
  flow.b.acs = {lab.port("A", "GigabitEthernet2/0/0.7")};
  EXPECT_EQ(lab.replay().judge(flow, {}), Outcome::Delivered);
  EXPECT_EQ(lab.replay().judge(flow, lab.failed({"board:A:2/0"})), Outcome::LostUnavoidable);
}

}  // namespace
}  // namespace holdfast::replay
