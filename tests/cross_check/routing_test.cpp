// What random networks hold rarely: the failure engine and the replay judge a VPWS from A over B to C alike.

#include <gtest/gtest.h>
#include <string>

#include "tests/cross_check/judges.h"
#include "tests/support/network.h"

namespace holdfast::cross_check {
namespace {

// `igp`: the lines of its process.
std::string router(int number, const std::string& ports, const std::string& igp) {
  return "sysname R" + std::to_string(number) + "\n#\nmpls lsr-id 10.0.0." + std::to_string(number) +
         "\nmpls\n#\nmpls l2vpn\n#\nmpls ldp\n accept target-hello all\n#\n" + igp + ports + "return\n";
}

std::string port(const std::string& name, const std::string& address, const std::string& igp) {
  return "interface " + name + "\n ip address " + address + " 30\n" + igp + " mpls\n mpls ldp\n#\n";
}

std::string loopback(int number, const std::string& igp) {
  return "interface LoopBack0\n ip address 10.0.0." + std::to_string(number) + " 32\n" + igp + "#\n";
}

std::string ac(int peer) {
  return "mpls ldp remote-peer far\n remote-ip 10.0.0." + std::to_string(peer) +
         "\n#\ninterface GigabitEthernet9/0/0\n#\ninterface GigabitEthernet9/0/0.7\n vlan-type dot1q 7\n "
         "mpls l2vc 10.0.0." +
         std::to_string(peer) + " 7\n#\n";
}

// B is in the level-1 area of A and joins it to C; `more` are lines of its process.
Network levels(const std::string& more) {
  const std::string on = " isis enable 1\n";
  const auto process = [](int number, int area, const std::string& level, const std::string& lines) {
    return "isis 1\n is-level " + level + "\n cost-style wide\n network-entity 49.000" +
           std::to_string(area) + ".0000.0000.000" + std::to_string(number) + ".00\n" + lines + "#\n";
  };
  return test::network_of(
      {router(1, loopback(1, on) + port("GigabitEthernet1/0/0", "10.1.0.1", on) + ac(3),
              process(1, 1, "level-1", "")),
       router(2,
              loopback(2, on) + port("GigabitEthernet1/0/0", "10.1.0.2", on) +
                  port("GigabitEthernet2/0/0", "10.1.0.5", on),
              process(2, 1, "level-1-2", " import-route isis level-2 into level-1\n" + more)),
       router(3, loopback(3, on) + port("GigabitEthernet1/0/0", "10.1.0.6", on) + ac(1),
              process(3, 2, "level-2", ""))});
}

TEST(Routing, AnOverloadedRouterTellsLevelsOnlyWhatItMay) {
  EXPECT_EQ(Judges(levels("")).outcome(), Outcome::Delivered);
  EXPECT_EQ(Judges(levels(" set-overload\n")).outcome(), Outcome::LostUnavoidable);
  EXPECT_EQ(Judges(levels(" set-overload allow interlevel\n")).outcome(), Outcome::Delivered);
}

// Static routes all the way; `back`: the route of C to B itself.
Network statics(const std::string& back) {
  return test::network_of(
      {router(1,
              loopback(1, "") + port("GigabitEthernet1/0/0", "10.1.0.1", "") +
                  "ip route-static 10.0.0.2 32 10.1.0.2\nip route-static 10.0.0.3 32 10.1.0.2\n#\n" + ac(3),
              ""),
       router(2,
              loopback(2, "") + port("GigabitEthernet1/0/0", "10.1.0.2", "") +
                  port("GigabitEthernet2/0/0", "10.1.0.5", "") +
                  "ip route-static 10.0.0.1 32 10.1.0.1\nip route-static 10.0.0.3 32 10.1.0.6\n#\n",
              ""),
       router(3,
              loopback(3, "") + port("GigabitEthernet1/0/0", "10.1.0.6", "") + back +
                  "ip route-static 10.0.0.1 32 10.1.0.5\n#\n" + ac(1),
              "")});
}

// C, which does not reach the LSR ID of B, has no LDP session with it: no labels, though packets get through.
TEST(Routing, LabelsOverAStaticRouteTakeTheSessionOfTheNeighbours) {
  EXPECT_EQ(Judges(statics("ip route-static 10.0.0.2 32 10.1.0.5\n")).outcome(), Outcome::Delivered);
  EXPECT_EQ(Judges(statics("")).outcome(), Outcome::LostUnavoidable);
}

// What A takes in of its own may hold its loopback address, which IS-IS does not announce.
TEST(Routing, WhatAProcessTakesInIsUnknownOnlyWhereItCouldBringTheRoute) {
  const auto row = [](const std::string& imports) {
    const std::string on = " isis enable 1\n";
    const auto process = [](int number, const std::string& lines) {
      return "isis 1\n is-level level-2\n cost-style wide\n network-entity 49.0001.0000.0000.000" +
             std::to_string(number) + ".00\n" + lines + "#\n";
    };
    return test::network_of(
        {router(1, loopback(1, "") + port("GigabitEthernet1/0/0", "10.1.0.1", on) + ac(2),
                process(1, imports)),
         router(2, loopback(2, on) + port("GigabitEthernet1/0/0", "10.1.0.2", on) + ac(1), process(2, ""))});
  };
  EXPECT_EQ(Judges(row("")).outcome(), Outcome::LostUnavoidable);
  EXPECT_EQ(Judges(row(" import-route ospf 1\n")).outcome(), Outcome::LostUnavoidable) << "there is no OSPF";
  EXPECT_EQ(Judges(row(" import-route static\n")).outcome(), Outcome::LostUnavoidable);
  EXPECT_EQ(Judges(row(" import-route direct\n")).outcome(), Outcome::Unknown);
}

}  // namespace
}  // namespace holdfast::cross_check
