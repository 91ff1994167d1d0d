// Routes where any way will do: what they rest on.

#include "solver/control_plane/plain_graphs.h"

#include <algorithm>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "solver/control_plane/routes.h"
#include "solver/pairing/elements.h"
#include "tests/support/network.h"

namespace holdfast::control_plane {
namespace {

using testing::Contains;

using testing::Not;

// R1 – R2 – R3 – R4 – R1, with OSPF and LDP on all links; R1 and R4 are joined at a cost that nobody takes.
class Ring {
 public:
  explicit Ring(const std::string& of_r1 = {})
      : network_(test::network_of({router(1, of_r1), router(2), router(3), router(4)})),
        net_(network_),
        universe_(pairing::failure_universe(net_)),
        routes_(net_, universe_) {}

  State lsp(int from, int to, std::vector<std::string> failed = {}) {
    FailureSet set;
    for (std::size_t i = 0; i < universe_.elements.size(); ++i) {
      if (std::ranges::find(failed, universe_.elements[i].name) != failed.end()) set.emplace_back(i);
    }
    EXPECT_EQ(set.size(), failed.size());
    return routes_.lsp(DeviceId{static_cast<std::size_t>(from - 1)},
                       DeviceId{static_cast<std::size_t>(to - 1)}, Carriage::Ldp, Failed(set));
  }

  std::vector<std::string> names(const Support& support) const {
    std::vector<std::string> result;
    for (const ElementId id : support.elements()) result.push_back(universe_.elements[id.index].name);
    return result;
  }

  std::size_t hops(int from, int to) {
    return routes_
        .way(DeviceId{static_cast<std::size_t>(from - 1)}, DeviceId{static_cast<std::size_t>(to - 1)},
             Carriage::Ldp, {})
        .size();
  }

 private:
  static std::string router(int n, const std::string& more = {}) {
    const int before = (n + 2) % 4 + 1;
    const auto port = [](int slot, int link, int host, bool dear) {
      return fmt::format(
          "interface GigabitEthernet{}/0/0\n ip address 10.0.{}.{} 30\n{} mpls\n mpls ldp\n#\n", slot, link,
          host, dear ? " ospf cost 100\n" : "");
    };
    return fmt::format("sysname R{0}\n#\nmpls lsr-id {0}.{0}.{0}.{0}\nmpls\n#\nmpls ldp\n#\n", n) +
           port(1, n, 1, n == 4) + port(2, before, 2, n == 1) +
           fmt::format(
               "interface LoopBack0\n ip address {0}.{0}.{0}.{0} 32\n#\nospf 1\n area 0\n"
               "  network 0.0.0.0 255.255.255.255\n#\n",
               n) +
           more + "return\n";
  }

  Network network_;
  pairing::Pairing net_;
  FailureUniverse universe_;
  Routes routes_;
};

constexpr const char* kShortLink = "link:R1:GigabitEthernet2/0/0--R4:GigabitEthernet1/0/0";

TEST(PlainGraphs, RestOnTheFewestHopsThoughTheBestWayIsLonger) {
  Ring ring;
  EXPECT_EQ(ring.hops(1, 4), 3U);
  const State found = ring.lsp(1, 4);
  EXPECT_EQ(found.value, Tri::Up);
  EXPECT_THAT(ring.names(found.support), Contains(kShortLink));
  EXPECT_THAT(ring.names(found.support), Not(Contains("node:R2")));
  EXPECT_EQ(ring.lsp(4, 1).support, found.support);
}

TEST(PlainGraphs, MoveToAnotherWayAndHaveNoneAtLast) {
  Ring ring;
  const State found = ring.lsp(1, 4, {kShortLink});
  EXPECT_EQ(found.value, Tri::Up);
  EXPECT_THAT(ring.names(found.support), Contains("node:R2"));
  const State none = ring.lsp(1, 4, {kShortLink, "node:R3"});
  EXPECT_EQ(none.value, Tri::Down);
}

// A device with static routes decides by itself: the answer rests on the way that is really taken.
TEST(PlainGraphs, AreNoneWithStaticRoutes) {
  Ring ring("ip route-static 9.9.9.9 32 NULL0\n#\n");
  EXPECT_THAT(ring.names(ring.lsp(1, 4).support), Contains("node:R2"));
}

// Nor can labels follow everywhere where one link has none.
TEST(PlainGraphs, AreNotLabelledWhereALinkIsNot) {
  Ring ring("interface GigabitEthernet2/0/0\n undo mpls ldp\n#\n");
  EXPECT_THAT(ring.names(ring.lsp(1, 4).support), Contains("node:R2"));
}

// R1 – R2 – … – R6 – R1 with IS-IS, R2 overloaded: it is next to R3, and yet no way leads through it.
TEST(PlainGraphs, GoTheLongWayRoundAnOverloadedRouter) {
  std::string text;
  for (int n = 1; n <= 6; ++n) {
    text += fmt::format(
        "sysname R{}\n#\nisis 1\n is-level level-2\n network-entity 49.0001.0000.0000.{:04}.00\n", n, n);
    if (n == 2) text += " set-overload\n";
    const auto add = [&](const std::string& port, const std::string& address) {
      text += fmt::format("#\ninterface {}\n ip address {}\n isis enable 1\n", port, address);
    };
    add("GigabitEthernet1/0/0", fmt::format("10.0.{}.1 30", n));
    add("GigabitEthernet2/0/0", fmt::format("10.0.{}.2 30", (n + 4) % 6 + 1));
    add("LoopBack0", fmt::format("{0}.{0}.{0}.{0} 32", n));
    text += "#\nreturn\n";
  }
  const Network network = test::network_of({text});
  const pairing::Pairing net(network);
  const FailureUniverse universe = pairing::failure_universe(net);
  Routes routes(net, universe);
  const State found = routes.reach(DeviceId{0}, *parse_ip("3.3.3.3"), Failed{});
  EXPECT_EQ(found.value, Tri::Up);
  std::vector<std::string> names;
  for (const ElementId id : found.support.elements()) names.push_back(universe.elements[id.index].name);
  EXPECT_THAT(names, Contains("node:R5"));
  EXPECT_THAT(names, Not(Contains("node:R2")));
}

}  // namespace
}  // namespace holdfast::control_plane
