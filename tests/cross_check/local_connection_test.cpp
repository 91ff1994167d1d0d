// A local connection and an LDP PW that protect each other, two ACs in a VSI of one PE, and PW APS: what
// random networks hold rarely or not at all. The failure engine and the replay judge the same sets.

#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "tests/cross_check/judges.h"
#include "tests/support/network.h"

namespace holdfast::cross_check {
namespace {

// A PE with E-Trunks 10 and 20, one towards each of two customers, and a link to its partner.
std::string pe(int number, int priority_10, int priority_20, const std::string& acs) {
  const std::string own = "10.0.0." + std::to_string(number);
  const std::string partner = "10.0.0." + std::to_string(3 - number);
  const auto etrunk = [&](const std::string& id, int priority) {
    return "e-trunk " + id + "\n priority " + std::to_string(priority) + "\n peer-address " + partner +
           " source-address " + own + "\n#\n";
  };
  return "sysname PE" + std::to_string(number) + "\n#\nmpls lsr-id " + own +
         "\nmpls\n#\nmpls l2vpn\n#\nmpls ldp\n#\ninterface LoopBack0\n ip address " + own +
         " 32\n#\ninterface GigabitEthernet1/0/0\n ip address 10.1.0." + std::to_string(number) +
         " 30\n mpls\n mpls ldp\n#\ninterface Eth-Trunk10\n mode lacp-static\n e-trunk 10\n#\n" +
         "interface Eth-Trunk20\n mode lacp-static\n e-trunk 20\n#\n" + acs +
         "interface GigabitEthernet2/0/0\n eth-trunk 10\n#\ninterface GigabitEthernet3/0/0\n eth-trunk "
         "20\n#\n" +
         etrunk("10", priority_10) + etrunk("20", priority_20) +
         "ospf 1\n area 0\n  network 10.0.0.0 0.255.255.255\n#\nreturn\n";
}

std::string acs(int partner, int of_10, int of_20) {
  const std::string to = " mpls l2vc 10.0.0." + std::to_string(partner) + ' ';
  return "interface Eth-Trunk10.100\n vlan-type dot1q 100\n mpls ccc out-interface Eth-Trunk20.100\n" + to +
         std::to_string(of_10) + " secondary\n mpls l2vpn redundancy independent\n#\n" +
         "interface Eth-Trunk20.100\n vlan-type dot1q 100\n mpls ccc out-interface Eth-Trunk10.100\n" + to +
         std::to_string(of_20) + " secondary\n mpls l2vpn redundancy independent\n#\n";
}

// The leg that an E-Trunk makes backup is down, and with it the local connection to it: the other leg of the
// PE then uses the PW to the partner, whose leg is in use.
TEST(LocalConnection, ABackupLegTakesItDown) {
  Judges judges(test::network_of({pe(1, 10, 10, acs(2, 100, 200)), pe(2, 20, 20, acs(1, 200, 100))}));
  EXPECT_EQ(judges.outcome(), Outcome::Delivered);
  EXPECT_EQ(judges.outcome({"port:PE1:GigabitEthernet2/0/0"}), Outcome::Delivered);
  EXPECT_EQ(judges.outcome({"port:PE1:GigabitEthernet3/0/0"}), Outcome::Delivered);
  EXPECT_EQ(judges.outcome({"port:PE1:GigabitEthernet2/0/0", "port:PE2:GigabitEthernet2/0/0"}),
            Outcome::LostUnavoidable);
}

// Masters on both PEs: the local connections end at backup legs, and the PW joins the two.
TEST(LocalConnection, MastersOnDifferentPesMeetByThePw) {
  Judges judges(test::network_of({pe(1, 10, 20, acs(2, 100, 200)), pe(2, 20, 10, acs(1, 200, 100))}));
  EXPECT_EQ(judges.outcome(), Outcome::Delivered);
}

// Frames between two ACs of one PE need the VSI, too.
TEST(LocalSwitching, EndsWithItsVsi) {
  const auto pe_with = [](const std::string& vsi) {
    const auto ac = [](const std::string& number) {
      return "interface GigabitEthernet" + number + "/0/0\n#\ninterface GigabitEthernet" + number +
             "/0/0.7\n vlan-type dot1q 7\n l2 binding vsi v\n#\n";
    };
    return test::network_of(
        {"sysname PE1\n#\nmpls lsr-id 10.0.0.1\nmpls\n#\nmpls l2vpn\n#\nvsi v static\n pwsignal "
         "ldp\n  vsi-id 7\n" +
         vsi + "#\n" + ac("1") + ac("2") + "return\n"});
  };
  EXPECT_EQ(Judges(pe_with("")).outcome(), Outcome::Delivered);
  EXPECT_EQ(Judges(pe_with("")).outcome({"port:PE1:GigabitEthernet2/0/0"}), Outcome::LostUnavoidable);
  EXPECT_EQ(Judges(pe_with(" shutdown\n")).outcome(), Outcome::LostUnavoidable);
}

// What PW APS decides is not modelled: a loss that it might avoid is unknown.
TEST(PwAps, LeavesAvoidableLossesOpen) {
  const auto pes = [](const std::string& aps) {
    const auto ac = [](const std::string& lines) {
      return "interface GigabitEthernet2/0/0\n#\ninterface GigabitEthernet2/0/0.7\n vlan-type dot1q 7\n" +
             lines + "#\n";
    };
    const auto router = [](int number, const std::string& ports, const std::string& body) {
      const std::string own = "10.0.0." + std::to_string(number);
      return "sysname PE" + std::to_string(number) + "\n#\nmpls lsr-id " + own +
             "\nmpls\n#\nmpls l2vpn\n#\nmpls ldp\n#\ninterface LoopBack0\n ip address " + own + " 32\n#\n" +
             ports + body + "ospf 1\n area 0\n  network 10.0.0.0 0.255.255.255\n#\nreturn\n";
    };
    const auto port = [](const std::string& name, const std::string& address) {
      return "interface " + name + "\n ip address " + address + " 30\n mpls\n mpls ldp\n#\n";
    };
    return test::network_of(
        {router(1, port("GigabitEthernet1/0/0", "10.1.0.1") + port("GigabitEthernet1/0/1", "10.1.0.5"),
                ac(" mpls l2vc 10.0.0.2 12\n mpls l2vc 10.0.0.3 13 secondary\n" + aps)),
         router(2, port("GigabitEthernet1/0/0", "10.1.0.2"),
                ac(" mpls l2vc 10.0.0.1 12\n mpls l2vpn pw ignore-ac-state\n")),
         router(3, port("GigabitEthernet1/0/0", "10.1.0.6"), ac(" mpls l2vc 10.0.0.1 13\n"))});
  };
  const std::vector<std::string> access{"port:PE2:GigabitEthernet2/0/0"};
  EXPECT_EQ(Judges(pes("")).outcome(access), Outcome::LostAvoidable);
  Judges aps(pes(" mpls l2vpn pw-aps 1 admin\n"));
  EXPECT_EQ(aps.outcome(), Outcome::Delivered);
  EXPECT_EQ(aps.outcome(access), Outcome::Unknown);
  EXPECT_EQ(aps.outcome({"node:PE2", "node:PE3"}), Outcome::LostUnavoidable);
}

}  // namespace
}  // namespace holdfast::cross_check
