// Both sides dual-homed: two pairs of PEs in a ring A1 – B1 – B2 – A2, each pair with an E-Trunk. LDP runs
// between neighbours only, so each PW dies with its link.

#include "tests/solver/replay/lab.h"

namespace holdfast::replay {
namespace {

struct Pe {
  std::string name;
  int number = 0;
  std::vector<CorePort> ports;
  int partner = 0;
  int priority = 0;
  std::string pws;
};

std::string text(const Pe& it) {
  const std::string own = "10.0.0." + std::to_string(it.number);
  const std::string partner = "10.0.0." + std::to_string(it.partner);
  return router(it.name, own, it.ports,
                "interface Eth-Trunk10\n mode lacp-static\n e-trunk 1\n#\ninterface Eth-Trunk10.7\n "
                "vlan-type dot1q 7\n" +
                    it.pws + " mpls l2vpn redundancy independent\n mpls l2vpn stream-dual-receiving\n#\n" +
                    "interface GigabitEthernet2/0/0\n eth-trunk 10\n#\ne-trunk 1\n priority " +
                    std::to_string(it.priority) + "\n peer-address " + partner + " source-address " + own +
                    "\n#\n");
}

const std::string kA1 = " mpls l2vc 10.0.0.3 13\n mpls l2vc 10.0.0.4 14 secondary\n";
const std::string kA2 = " mpls l2vc 10.0.0.3 23\n mpls l2vc 10.0.0.4 24 secondary\n";
const std::string kB1 = " mpls l2vc 10.0.0.1 13\n mpls l2vc 10.0.0.2 23 secondary\n";
const std::string kB2 = " mpls l2vc 10.0.0.1 14\n mpls l2vc 10.0.0.2 24 secondary\n";

std::string bypass(int peer, int ac_bypass, int pw_bypass) {
  return " mpls l2vc 10.0.0." + std::to_string(peer) + " ac-bypass " + std::to_string(ac_bypass) +
         " pw-bypass " + std::to_string(pw_bypass) + "\n";
}

class Ring {
 public:
  Ring(const std::string& a1, const std::string& a2, const std::string& b1, const std::string& b2)
      : lab_({text({"A1",
                    1,
                    {{"GigabitEthernet1/0/0", "10.1.0.1"}, {"GigabitEthernet1/0/1", "10.1.0.5"}},
                    2,
                    10,
                    kA1 + a1}),
              text({"A2",
                    2,
                    {{"GigabitEthernet1/0/0", "10.1.0.2"}, {"GigabitEthernet1/0/1", "10.1.0.9"}},
                    1,
                    20,
                    kA2 + a2}),
              text({"B1",
                    3,
                    {{"GigabitEthernet1/0/0", "10.1.0.6"}, {"GigabitEthernet1/0/1", "10.1.0.13"}},
                    4,
                    10,
                    kB1 + b1}),
              text({"B2",
                    4,
                    {{"GigabitEthernet1/0/0", "10.1.0.10"}, {"GigabitEthernet1/0/1", "10.1.0.14"}},
                    3,
                    20,
                    kB2 + b2})}) {}

  Outcome outcome(const std::vector<std::string>& failed = {}) const {
    Flow flow;
    flow.a = {{lab_.port("A1", "Eth-Trunk10.7"), lab_.port("A2", "Eth-Trunk10.7")}, true, false};
    flow.b = {{lab_.port("B1", "Eth-Trunk10.7"), lab_.port("B2", "Eth-Trunk10.7")}, true, false};
    return lab_.replay().judge(flow, lab_.failed(failed));
  }

 private:
  Lab lab_;
};

const std::string kA1B1 = "link:A1:GigabitEthernet1/0/1--B1:GigabitEthernet1/0/0";
const std::string kA1A2 = "link:A1:GigabitEthernet1/0/0--A2:GigabitEthernet1/0/0";

Ring with_dual_bypasses() {
  return {bypass(2, 100, 200), bypass(1, 200, 100), bypass(4, 300, 400), bypass(3, 400, 300)};
}

// A1 – A2 by the pw-bypass, A2 – B2, and B2 – B1 by the ac-bypass.
TEST(DualBypass, ServesOnBothSidesAtOnce) {
  const Ring net = with_dual_bypasses();
  EXPECT_EQ(net.outcome(), Outcome::Delivered);
  EXPECT_EQ(net.outcome({kA1B1}), Outcome::Delivered);
}

TEST(DualBypass, FollowsTheAcs) {
  const Ring net = with_dual_bypasses();
  EXPECT_EQ(net.outcome({"port:A1:GigabitEthernet2/0/0"}), Outcome::Delivered);
  EXPECT_EQ(net.outcome({"port:B1:GigabitEthernet2/0/0", kA1B1}), Outcome::Delivered);
  EXPECT_EQ(net.outcome({"node:A1"}), Outcome::Delivered);
  EXPECT_EQ(net.outcome({"node:A1", "node:A2"}), Outcome::LostUnavoidable);
}

// The two VCs have to be crossed, or neither is a PW.
TEST(DualBypass, IsNoneWhenNotCrossed) {
  const Ring net(bypass(2, 100, 200), bypass(1, 100, 200), bypass(4, 300, 400), bypass(3, 400, 300));
  EXPECT_EQ(net.outcome(), Outcome::Delivered);
  EXPECT_EQ(net.outcome({kA1B1}), Outcome::LostAvoidable) << "A2's AC could have served";
}

TEST(DualBypass, MissingOnOneSideLosesThere) {
  const Ring net(bypass(2, 100, 200), bypass(1, 200, 100), "", "");
  EXPECT_EQ(net.outcome({kA1B1}), Outcome::LostAvoidable);
}

// One bypass at each side will do: here each stands in one place only.
TEST(SingleBypass, ServesOnOneSide) {
  const std::string to_a2 = " mpls l2vc 10.0.0.2 100 bypass\n";
  const std::string to_a1 = " mpls l2vc 10.0.0.1 100 bypass\n";
  const Ring net(to_a2, to_a1, " mpls l2vc 10.0.0.4 300 bypass\n", " mpls l2vc 10.0.0.3 300 bypass\n");
  EXPECT_EQ(net.outcome(), Outcome::Delivered);
  EXPECT_EQ(net.outcome({kA1B1}), Outcome::Delivered);
}

// The hellos go round by B2: A1 and A2 stay one master.
TEST(DualHoming, SplitsWhenHellosHaveNoWay) {
  const Ring net = with_dual_bypasses();
  EXPECT_EQ(net.outcome({kA1A2}), Outcome::Delivered);
  EXPECT_EQ(net.outcome({kA1A2, kA1B1}), Outcome::LostAvoidable) << "A1 is cut off and serves its AC alone";
}

}  // namespace
}  // namespace holdfast::replay
