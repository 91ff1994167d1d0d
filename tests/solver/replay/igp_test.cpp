#include <algorithm>

#include "tests/solver/replay/lab.h"

namespace holdfast::replay {
namespace {

constexpr const char* kPlain = " ospf network-type p2p\n ospf enable 1 area 0\n mpls\n mpls ldp\n";

std::string ospf(const std::string& lines, int area = 0) {
  return " ospf network-type p2p\n ospf enable 1 area " + std::to_string(area) + "\n mpls\n mpls ldp\n" +
         lines;
}

// A–B–C in a row; `ab` stands on A's port to B, `ba` on B's port to A.
Lab row(const std::string& ab, const std::string& ba = kPlain) {
  return Lab({router("A", "10.0.0.1", {{"GigabitEthernet1/0/0", "10.1.0.1", ab}}),
              router("B", "10.0.0.2",
                     {{"GigabitEthernet1/0/0", "10.1.0.2", ba}, {"GigabitEthernet1/0/1", "10.1.0.5"}}),
              router("C", "10.0.0.3", {{"GigabitEthernet1/0/0", "10.1.0.6"}})});
}

TEST(OspfNeighbours, MakeRoutesHopByHop) {
  const Lab lab = row(kPlain);
  EXPECT_EQ(lab.reaches("A", "10.0.0.3"), Level::Up);
  EXPECT_EQ(lab.reaches("A", "10.1.0.6"), Level::Up);
  EXPECT_EQ(lab.reaches("A", "10.0.0.3", {"node:B"}), Level::Down);
  EXPECT_EQ(lab.reaches("A", "10.0.0.3", {"node:C"}), Level::Down);
  EXPECT_EQ(lab.reaches("A", "10.0.0.1"), Level::Up);
  EXPECT_EQ(lab.reaches("A", "10.0.0.1", {"node:A"}), Level::Down);
}

TEST(OspfNeighbours, NeedWhatBothMustSayAlike) {
  EXPECT_EQ(row(ospf("", 1)).reaches("A", "10.0.0.3"), Level::Down) << "area";
  EXPECT_EQ(row(" ospf enable 1 area 0\n").reaches("A", "10.0.0.3"), Level::Down) << "network type";
  EXPECT_EQ(row(ospf(" ospf timer hello 5\n")).reaches("A", "10.0.0.3"), Level::Down);
  EXPECT_EQ(row(ospf(" ospf timer hello 10\n")).reaches("A", "10.0.0.3"), Level::Up) << "the default";
  EXPECT_EQ(row(ospf(" ospf timer hello 5\n"), ospf(" ospf timer hello 5\n")).reaches("A", "10.0.0.3"),
            Level::Up);
  EXPECT_EQ(row(ospf(" ospf timer dead 30\n")).reaches("A", "10.0.0.3"), Level::Down);
  EXPECT_EQ(row(ospf(" ospf mtu-enable\n mtu 1400\n")).reaches("A", "10.0.0.3"), Level::Up);
  EXPECT_EQ(row(ospf(" ospf mtu-enable\n mtu 1400\n"), ospf(" ospf mtu-enable\n")).reaches("A", "10.0.0.3"),
            Level::Down);
  EXPECT_EQ(row(ospf(" ospf authentication-mode md5 1 plain Key-1\n")).reaches("A", "10.0.0.3"), Level::Down);
  EXPECT_EQ(row(ospf(" ospf authentication-mode md5 1 plain Key-1\n"),
                ospf(" ospf authentication-mode md5 1 plain Key-1\n"))
                .reaches("A", "10.0.0.3"),
            Level::Up);
  EXPECT_EQ(row(ospf(" ospf authentication-mode md5 1 plain Key-1\n"),
                ospf(" ospf authentication-mode md5 1 plain Key-2\n"))
                .reaches("A", "10.0.0.3"),
            Level::Down);
}

TEST(OspfNeighbours, AreNotMadeOnSilentInterfaces) {
  const auto lab = [](const std::string& lines) {
    return Lab({"sysname A\nmpls lsr-id 10.0.0.1\nospf 1\n" + lines +
                    " area 0\n#\ninterface LoopBack0\n ip address 10.0.0.1 255.255.255.255\n ospf enable 1 "
                    "area 0\n#\n"
                    "interface GigabitEthernet1/0/0\n ip address 10.1.0.1 255.255.255.252\n" +
                    kPlain + "return\n",
                router("B", "10.0.0.2", {{"GigabitEthernet1/0/0", "10.1.0.2"}})});
  };
  EXPECT_EQ(lab("").reaches("B", "10.0.0.1"), Level::Up);
  EXPECT_EQ(lab(" silent-interface GigabitEthernet1/0/0\n").reaches("B", "10.0.0.1"), Level::Down);
  EXPECT_EQ(lab(" silent-interface all\n").reaches("B", "10.0.0.1"), Level::Down);
  EXPECT_EQ(
      lab(" silent-interface all\n undo silent-interface GigabitEthernet1/0/0\n").reaches("B", "10.0.0.1"),
      Level::Up);
}

// A `network` enables OSPF only where its mask is no longer than the interface's.
TEST(OspfNeighbours, AreEnabledByNetworkLines) {
  const auto lab = [](const std::string& wildcard) {
    return Lab(
        {"sysname A\nmpls lsr-id 10.0.0.1\nospf 1\n area 0\n  network 10.0.0.1 0.0.0.0\n  network 10.1.0.1 " +
             wildcard +
             "\n#\ninterface LoopBack0\n ip address 10.0.0.1 255.255.255.255\n#\ninterface "
             "GigabitEthernet1/0/0\n ip address 10.1.0.1 255.255.255.252\n ospf network-type p2p\nreturn\n",
         router("B", "10.0.0.2", {{"GigabitEthernet1/0/0", "10.1.0.2"}})});
  };
  EXPECT_EQ(lab("0.0.0.3").reaches("B", "10.0.0.1"), Level::Up);
  EXPECT_EQ(lab("0.0.255.255").reaches("B", "10.0.0.1"), Level::Up);
  EXPECT_EQ(lab("0.0.0.0").reaches("B", "10.0.0.1"), Level::Down);
}

// A square: A–B–D and A–C–D; the way by B costs less.
Lab square(const std::string& b_before = {}, const std::string& ab = ospf(" ospf cost 1\n")) {
  const std::string dear = ospf(" ospf cost 10\n");
  return Lab(
      {router("A", "10.0.0.1",
              {{"GigabitEthernet1/0/0", "10.1.0.1", ab}, {"GigabitEthernet1/0/1", "10.1.0.5", dear}}),
       router("B", "10.0.0.2", {{"GigabitEthernet1/0/0", "10.1.0.2"}, {"GigabitEthernet1/0/1", "10.1.0.9"}},
              {}, b_before),
       router("C", "10.0.0.3",
              {{"GigabitEthernet1/0/0", "10.1.0.6", dear}, {"GigabitEthernet1/0/1", "10.1.0.13", dear}}),
       router("D", "10.0.0.4",
              {{"GigabitEthernet1/0/0", "10.1.0.10"}, {"GigabitEthernet1/0/1", "10.1.0.14", dear}})});
}

std::vector<std::string> next_hops(const Lab& lab, std::string_view from, std::string_view to,
                                   const std::vector<std::string>& failed = {}) {
  return lab.under(failed, [&](const auto& run) {
    std::vector<std::string> names;
    run.routing.in_every_world([&](const Forwarding& world) {
      for (const Hop& hop : world.toward(*parse_ip(to)).routes[lab.device(from).index].hops) {
        names.push_back(*lab.network()[hop.to.device].name);
      }
      return kUp;
    });
    std::ranges::sort(names);
    return names;
  });
}

using Names = std::vector<std::string>;

TEST(OspfPaths, AreTheCheapest) {
  const Lab lab = square();
  EXPECT_EQ(next_hops(lab, "A", "10.0.0.4"), Names{"B"});
  EXPECT_EQ(next_hops(lab, "A", "10.0.0.4", {"node:B"}), Names{"C"});
  EXPECT_EQ(next_hops(square({}, ospf(" ospf cost 19\n")), "A", "10.0.0.4"), (Names{"B", "C"}));
}

TEST(OspfPaths, GoRoundAStubRouter) {
  const Lab lab = square("ospf 1\n stub-router\n#\n");
  EXPECT_EQ(next_hops(lab, "A", "10.0.0.4"), Names{"C"});
  EXPECT_EQ(next_hops(lab, "A", "10.0.0.2"), Names{"B"});
  EXPECT_EQ(next_hops(lab, "A", "10.0.0.4", {"node:C"}), Names{"B"}) << "where there is no other way";
  EXPECT_EQ(lab.reaches("B", "10.0.0.4", {"node:C"}), Level::Up);
}

// From B to D it is 1 by default, and 100 when a gigabit is a hundredth of the reference.
TEST(OspfPaths, CostByBandwidthWithoutACost) {
  EXPECT_EQ(next_hops(square({}, kPlain), "A", "10.0.0.4"), Names{"B"});
  EXPECT_EQ(next_hops(square("ospf 1\n bandwidth-reference 100000\n#\n", kPlain), "A", "10.0.0.4"),
            Names{"C"});
}

// A router whose loopback is in this area.
std::string in_area(int area, const std::string& name, const std::string& id,
                    const std::vector<CorePort>& ports) {
  std::string text = router(name, id, ports);
  const std::string loopback = id + " 255.255.255.255\n ospf enable 1 area 0";
  const std::size_t at = text.find(loopback);
  return text.replace(at + loopback.size() - 1, 1, std::to_string(area));
}

// Areas 1 – 0 – 2 in a row: A | B – C | D. B and C are borders.
TEST(OspfAreas, PassThroughTheBackbone) {
  const Lab lab(
      {in_area(1, "A", "10.0.0.1", {{"GigabitEthernet1/0/0", "10.1.0.1", ospf("", 1)}}),
       in_area(0, "B", "10.0.0.2",
               {{"GigabitEthernet1/0/0", "10.1.0.2", ospf("", 1)}, {"GigabitEthernet1/0/1", "10.1.0.5"}}),
       in_area(0, "C", "10.0.0.3",
               {{"GigabitEthernet1/0/0", "10.1.0.6"}, {"GigabitEthernet1/0/1", "10.1.0.9", ospf("", 2)}}),
       in_area(2, "D", "10.0.0.4", {{"GigabitEthernet1/0/0", "10.1.0.10", ospf("", 2)}})});
  EXPECT_EQ(lab.reaches("A", "10.0.0.3"), Level::Up);
  EXPECT_EQ(lab.reaches("A", "10.0.0.4"), Level::Up);
  EXPECT_EQ(lab.reaches("D", "10.0.0.1"), Level::Up);
  EXPECT_EQ(lab.lsp("A", "D"), Level::Up);
  EXPECT_EQ(lab.reaches("A", "10.0.0.4", {"link:B:GigabitEthernet1/0/1--C:GigabitEthernet1/0/0"}),
            Level::Down);
}

// Areas 1 and 2 meet in B. Only with an interface in the backbone is it a border.
TEST(OspfAreas, DoNotPassBesideTheBackbone) {
  const auto lab = [](int area_of_b) {
    return Lab({in_area(1, "A", "10.0.0.1", {{"GigabitEthernet1/0/0", "10.1.0.1", ospf("", 1)}}),
                in_area(area_of_b, "B", "10.0.0.2",
                        {{"GigabitEthernet1/0/0", "10.1.0.2", ospf("", 1)},
                         {"GigabitEthernet1/0/1", "10.1.0.5", ospf("", 2)}}),
                in_area(2, "C", "10.0.0.3", {{"GigabitEthernet1/0/0", "10.1.0.6", ospf("", 2)}})});
  };
  EXPECT_EQ(lab(1).reaches("A", "10.0.0.2"), Level::Up);
  EXPECT_EQ(lab(1).reaches("B", "10.0.0.3"), Level::Up);
  EXPECT_EQ(lab(1).reaches("A", "10.0.0.3"), Level::Down);
  EXPECT_EQ(lab(0).reaches("A", "10.0.0.3"), Level::Up);
}

// A router with its loopback in the backbone and no neighbour there hears no other area.
TEST(OspfAreas, ABorderTakesInterAreaRoutesFromTheBackboneOnly) {
  const Lab lab({in_area(0, "A", "10.0.0.1", {{"GigabitEthernet1/0/0", "10.1.0.1", ospf("", 1)}}),
                 in_area(0, "B", "10.0.0.2", {{"GigabitEthernet1/0/0", "10.1.0.2", ospf("", 1)}})});
  EXPECT_EQ(lab.reaches("A", "10.1.0.2"), Level::Up);
  EXPECT_EQ(lab.reaches("A", "10.0.0.2"), Level::Down);
}

// IS-IS: `level` and area of each router; a row A–B–C.
std::string isis(const std::string& name, int number, const std::vector<std::string>& addresses,
                 const std::string& level, int area, const std::string& more = {}) {
  const std::string n = std::to_string(number);
  std::string text =
      "sysname " + name + "\nmpls lsr-id 10.0.0." + n + "\nmpls\n#\nmpls ldp\n#\nisis 1\n is-level " + level +
      "\n cost-style wide\n network-entity 49.000" + std::to_string(area) + ".0000.0000.000" + n + ".00\n" +
      more + "#\ninterface LoopBack0\n ip address 10.0.0." + n + " 255.255.255.255\n isis enable 1\n#\n";
  for (std::size_t i = 0; i < addresses.size(); ++i) {
    text += "interface GigabitEthernet1/0/" + std::to_string(i) + "\n ip address " + addresses[i] +
            " 255.255.255.252\n isis enable 1\n isis circuit-type p2p\n mpls\n mpls ldp\n#\n";
  }
  return text + "return\n";
}

Lab isis_row(const std::string& leak = {}, const std::string& overload = {}) {
  return Lab({isis("A", 1, {"10.1.0.1"}, "level-1", 1),
              isis("B", 2, {"10.1.0.2", "10.1.0.5"}, "level-1-2", 1, leak + overload),
              isis("C", 3, {"10.1.0.6"}, "level-2", 2)});
}

TEST(IsisLevels, ReachOtherAreasByTheNearestWayOut) {
  const Lab lab = isis_row();
  EXPECT_EQ(lab.reaches("A", "10.0.0.3"), Level::Up);
  EXPECT_EQ(lab.reaches("C", "10.0.0.1"), Level::Up);
  EXPECT_EQ(lab.lsp("C", "A"), Level::Up);
  EXPECT_EQ(lab.lsp("A", "C"), Level::Down) << "a default route is no host route";
}

TEST(IsisLevels, LeakHostRoutesWhenTold) {
  const Lab lab = isis_row(" import-route isis level-2 into level-1\n");
  EXPECT_EQ(lab.lsp("A", "C"), Level::Up);
  EXPECT_EQ(lab.lsp("A", "C", {"node:C"}), Level::Down);
}

TEST(IsisLevels, AnOverloadedRouterCarriesNothing) {
  const Lab lab = isis_row({}, " set-overload\n");
  EXPECT_EQ(lab.reaches("A", "10.0.0.3"), Level::Down);
  EXPECT_EQ(lab.reaches("A", "10.0.0.2"), Level::Up);
}

TEST(IsisLevels, LevelOneNeedsOneArea) {
  const Lab lab({isis("A", 1, {"10.1.0.1"}, "level-1", 2), isis("B", 2, {"10.1.0.2"}, "level-1-2", 1)});
  EXPECT_EQ(lab.reaches("A", "10.0.0.2"), Level::Down);
  const Lab two({isis("A", 1, {"10.1.0.1"}, "level-2", 2), isis("B", 2, {"10.1.0.2"}, "level-1-2", 1)});
  EXPECT_EQ(two.reaches("A", "10.0.0.2"), Level::Up);
}

TEST(IsisLevels, ACircuitLevelCountsOnLevel12RoutersOnly) {
  const auto lab = [](const std::string& level) {
    const std::string text = isis("A", 1, {"10.1.0.1"}, level, 1);
    const std::string mark = " isis circuit-type p2p\n";
    std::string narrowed = text;
    narrowed.insert(narrowed.find(mark), " isis circuit-level level-2\n");
    return Lab({narrowed, isis("B", 2, {"10.1.0.2"}, "level-1", 1)});
  };
  EXPECT_EQ(lab("level-1").reaches("A", "10.0.0.2"), Level::Up);
  EXPECT_EQ(lab("level-1-2").reaches("A", "10.0.0.2"), Level::Down);
}

}  // namespace
}  // namespace holdfast::replay
