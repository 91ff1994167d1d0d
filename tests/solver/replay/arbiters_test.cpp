// E-Trunks, VRRP groups, and the BFD sessions that they listen to.

#include "tests/solver/replay/lab.h"

namespace holdfast::replay {
namespace {

// One side of an E-Trunk, as far as tests change it.
struct Side {
  std::string id = "1";
  std::string priority = "10";
  std::string peer;
  std::string source;
  std::string lines;   // within `e-trunk`
  std::string member;  // within the Eth-Trunk
  std::string device;  // of the system view
};

std::string etrunk(const Side& it) {
  return "e-trunk " + it.id + "\n priority " + it.priority + "\n peer-address " + it.peer +
         " source-address " + it.source + "\n" + it.lines + "#\n" + it.device;
}

std::string trunk(const Side& it) {
  return "interface Eth-Trunk10\n mode lacp-static\n e-trunk " + it.id + "\n" + it.member +
         "#\ninterface Eth-Trunk10.7\n vlan-type dot1q 7\n mpls l2vc 10.0.0.3 7\n#\n"
         "interface GigabitEthernet2/0/0\n eth-trunk 10\n#\n";
}

using Both = std::pair<Level, Level>;

// Which of the two sides, A and B, has its Eth-Trunk in use.
Both in_use(Side a, Side b, const std::vector<std::string>& failed = {}) {
  if (a.peer.empty()) a.peer = "10.0.0.2";
  if (a.source.empty()) a.source = "10.0.0.1";
  if (b.peer.empty()) b.peer = "10.0.0.1";
  if (b.source.empty()) b.source = "10.0.0.2";
  const Lab lab({router("A", "10.0.0.1", {{"GigabitEthernet1/0/0", "10.1.0.1"}}, trunk(a) + etrunk(a)),
                 router("B", "10.0.0.2", {{"GigabitEthernet1/0/0", "10.1.0.2"}}, trunk(b) + etrunk(b))});
  const PortRef at_a = lab.port("A", "Eth-Trunk10.7");
  const PortRef at_b = lab.port("B", "Eth-Trunk10.7");
  return lab.under(failed, [&](const Run& run) {
    return Both{run.acs.in_use(at_a).level, run.acs.in_use(at_b).level};
  });
}

Side first() {
  return {};
}
Side second() {
  Side it;
  it.priority = "20";
  return it;
}

const Both kFirst{Level::Up, Level::Down};
const Both kSecond{Level::Down, Level::Up};
const Both kTwoMasters{Level::Up, Level::Up};
const std::string kLink = "link:A:GigabitEthernet1/0/0--B:GigabitEthernet1/0/0";

TEST(EtrunkMaster, IsTheSmallerPriority) {
  EXPECT_EQ(in_use(first(), second()), kFirst);
  EXPECT_EQ(in_use(second(), first()), kSecond);
  EXPECT_EQ(in_use(first(), first()), (Both{Level::Unknown, Level::Unknown}));
  EXPECT_EQ(in_use(first(), second(), {"node:A"}), kSecond);
  EXPECT_EQ(in_use(first(), second(), {kLink}), kTwoMasters);
}

TEST(EtrunkMaster, GivesWayWhenItsMemberIsDown) {
  EXPECT_EQ(in_use(first(), second(), {"port:A:GigabitEthernet2/0/0"}), kSecond);
  EXPECT_EQ(in_use(first(), second(), {"port:B:GigabitEthernet2/0/0"}), kFirst);
  Side other = second();
  other.member = " e-trunk 1 remote-eth-trunk 11\n";
  EXPECT_EQ(in_use(first(), other, {"port:A:GigabitEthernet2/0/0"}), (Both{Level::Down, Level::Down}))
      << "B waits for the state of another Eth-Trunk";
}

TEST(EtrunkMaster, IsBothWhenHellosAreNotAccepted) {
  const auto changed = [](auto change) {
    Side side = second();
    change(side);
    return in_use(first(), side);
  };
  EXPECT_EQ(changed([](Side& it) { it.id = "2"; }), kTwoMasters);
  EXPECT_EQ(changed([](Side& it) { it.peer = "10.1.0.1"; }), kTwoMasters);
  EXPECT_EQ(changed([](Side& it) { it.lines = " sequence enable\n"; }), kTwoMasters);
  EXPECT_EQ(changed([](Side& it) { it.device = "e-trunk port 1030\n#\n"; }), kTwoMasters);
  EXPECT_EQ(changed([](Side& it) { it.lines = " security-key simple Key-1\n"; }), kFirst)
      << "cannot be compared";
  Side keyed = first();
  keyed.lines = " security-key simple Key-2\n";
  Side other = second();
  other.lines = " security-key simple Key-1\n";
  EXPECT_EQ(in_use(keyed, other), kTwoMasters);
}

// Which mode is the default is not documented.
TEST(EtrunkMaster, KnowsAuthenticationModesOnlyWhereBothAreNamed) {
  const auto mode = [](Side side, const std::string& name) {
    side.lines = " authentication-mode " + name + "\n";
    return side;
  };
  EXPECT_EQ(in_use(mode(first(), "enhanced-hmac-sha256"), mode(second(), "enhanced-hmac-sha256")), kFirst);
  EXPECT_EQ(in_use(mode(first(), "enhanced-hmac-sha256"), mode(second(), "hmac-sha256")), kTwoMasters);
  EXPECT_EQ(in_use(first(), mode(second(), "hmac-sha256")), (Both{Level::Up, Level::Unknown}));
  EXPECT_EQ(in_use(first(), mode(second(), "hmac-sha256"), {kLink}), kTwoMasters) << "alone all the same";
}

TEST(EtrunkMaster, IsUnknownWithoutAPartnerInSight) {
  Side side = second();
  side.peer = "172.16.0.1";
  EXPECT_EQ(in_use(first(), side).second, Level::Unknown);
  Side selecting = first();
  selecting.lines = " e-trunk select link-number\n";
  EXPECT_EQ(in_use(selecting, second()), (Both{Level::Unknown, Level::Unknown}));
  EXPECT_EQ(in_use(selecting, second(), {"node:A"}), kSecond);
}

TEST(EtrunkMaster, CanBeForced) {
  Side forced = second();
  forced.member = " e-trunk mode force-master\n";
  EXPECT_EQ(in_use(first(), forced), kTwoMasters);
  forced.member = " e-trunk mode force-backup\n";
  EXPECT_EQ(in_use(first(), forced, {"node:A"}), (Both{Level::Down, Level::Down}));
}

std::string session(const std::string& peer, const std::string& source, int local, int remote,
                    const std::string& more = {}) {
  return "bfd\n#\nbfd et bind peer-ip " + peer + " source-ip " + source + "\n discriminator local " +
         std::to_string(local) + "\n discriminator remote " + std::to_string(remote) + "\n" + more + "#\n";
}

TEST(EtrunkMaster, ListensToBfd) {
  Side a = first();
  Side b = second();
  a.lines = b.lines = " e-trunk track bfd-session session-name et\n";
  a.device = session("10.0.0.2", "10.0.0.1", 1, 2);
  b.device = session("10.0.0.1", "10.0.0.2", 2, 1);
  EXPECT_EQ(in_use(a, b), kFirst);
  b.device = session("10.0.0.1", "10.0.0.2", 2, 9);
  EXPECT_EQ(in_use(a, b), kTwoMasters) << "discriminators";
  b.device = session("10.0.0.1", "10.0.0.2", 2, 1, " shutdown\n");
  EXPECT_EQ(in_use(a, b), kTwoMasters);
  b.device = session("10.0.0.1", "10.1.0.2", 2, 1);
  EXPECT_EQ(in_use(a, b), kTwoMasters) << "addresses";
  b.device = "";
  EXPECT_EQ(in_use(a, b), (Both{Level::Up, Level::Unknown}))
      << "A's session has no counterpart, B's is not defined";
}

// The side that tracks nothing goes on hearing hellos.
TEST(EtrunkMaster, ListensToItsOwnSessionOnly) {
  Side a = first();
  Side b = second();
  b.lines = " e-trunk track bfd-session session-name et\n";
  b.device = session("10.0.0.1", "10.0.0.2", 2, 1);
  a.device = session("10.0.0.2", "10.0.0.1", 1, 9);
  EXPECT_EQ(in_use(a, b), kTwoMasters) << "B takes A for lost";
  std::swap(a.lines, b.lines);
  EXPECT_EQ(in_use(a, b), kFirst) << "B hears that A is there";
}

// VRRP on sub-interfaces of the access ports; `lines` stand in their views.
Both masters(const std::string& a, const std::string& b, const std::vector<std::string>& failed = {},
             const std::string& b_address = "10.90.0.3") {
  const auto pe = [](const std::string& name, const std::string& id, const std::string& core,
                     const std::string& own, const std::string& lines) {
    return router(name, id, {{"GigabitEthernet1/0/0", core}},
                  "interface GigabitEthernet2/0/0\n#\ninterface GigabitEthernet2/0/0.10\n vlan-type dot1q "
                  "10\n ip address " +
                      own + " 255.255.255.248\n vrrp vrid 5 virtual-ip 10.90.0.1\n admin-vrrp vrid 5\n" +
                      lines + "#\n");
  };
  const Lab lab(
      {pe("A", "10.0.0.1", "10.1.0.1", "10.90.0.2", a), pe("B", "10.0.0.2", "10.1.0.2", b_address, b)});
  return lab.under(failed, [&](const Run& run) {
    const auto master = [&](std::string_view device) {
      return run.vrrp.master(lab.device(device), "GigabitEthernet2/0/0.10", 5).level;
    };
    return Both{master("A"), master("B")};
  });
}

const std::string kHigh = " vrrp vrid 5 priority 120\n";
const std::string kCore = "link:A:GigabitEthernet1/0/0--B:GigabitEthernet1/0/0";

TEST(VrrpMaster, IsTheGreaterPriorityThenTheGreaterAddress) {
  EXPECT_EQ(masters(kHigh, ""), kFirst);
  EXPECT_EQ(masters("", ""), kSecond);
  EXPECT_EQ(masters(kHigh, "", {"port:A:GigabitEthernet2/0/0"}), kSecond);
  EXPECT_EQ(masters(kHigh, "", {"node:B"}), kFirst);
  EXPECT_EQ(masters(kHigh, "", {}, "10.90.0.1"), kSecond) << "the owner of the virtual address";
  EXPECT_EQ(masters(kHigh, " vrrp vrid 6 virtual-ip 10.90.0.6\n"), kFirst) << "another group";
}

TEST(VrrpMaster, FollowsWhatItTracks) {
  const std::string interface = kHigh + " vrrp vrid 5 track interface GigabitEthernet1/0/0 reduced 40\n";
  EXPECT_EQ(masters(interface, ""), kFirst);
  EXPECT_EQ(masters(interface, "", {kCore}), kSecond);
  EXPECT_EQ(masters(kHigh + " vrrp vrid 5 track interface GigabitEthernet1/0/0\n", "", {kCore}), kFirst)
      << "110 is still more than 100";
  EXPECT_EQ(masters(kHigh, " vrrp vrid 5 track interface GigabitEthernet1/0/0 increased 40\n", {kCore}),
            kSecond);
  EXPECT_EQ(masters(kHigh + " vrrp vrid 5 track bfd-session session-name gone reduced 40\n", ""),
            (Both{Level::Unknown, Level::Unknown}));
  EXPECT_EQ(masters(kHigh + " vrrp vrid 5 track bfd-session session-name gone reduced 5\n", ""), kFirst)
      << "whatever the session does";
}

// A session over the core link; with `peer` its loss makes a master, with `link` it ends the group.
TEST(VrrpMaster, TakesASessionForItsPeerOrItsLink) {
  const auto bfd = [](int own, int other) {
    return "bfd\n#\nbfd core bind peer-ip 10.1.0." + std::to_string(other) +
           " interface GigabitEthernet1/0/0\n discriminator local " + std::to_string(own) +
           "\n discriminator remote " + std::to_string(other) + "\n#\n";
  };
  const auto tracking = [&](const std::string& role) {
    return masters(kHigh + "#\n" + bfd(1, 2),
                   " vrrp vrid 5 track bfd-session session-name core " + role + "\n#\n" + bfd(2, 1), {kCore});
  };
  EXPECT_EQ(tracking("peer"), kTwoMasters);
  EXPECT_EQ(tracking("link"), kFirst);
  EXPECT_EQ(tracking("increased 50"), kSecond);
}

TEST(VrrpMaster, CanStayWithoutItsInterface) {
  const std::string stays = kHigh + " admin-vrrp vrid 5 ignore-if-down\n";
  EXPECT_EQ(masters(stays, "", {"port:A:GigabitEthernet2/0/0"}), kTwoMasters);
  EXPECT_EQ(masters(stays, "", {"node:A"}), kSecond);
}

TEST(VrrpMaster, OfAGroupThatIsNotThereIsUnknown) {
  const Lab lab({"sysname A\ninterface GigabitEthernet1/0/0\nreturn\n"});
  EXPECT_EQ(lab.under({},
                      [&](const auto& run) {
                        return run.vrrp.master(lab.device("A"), "GigabitEthernet1/0/0", 5).level;
                      }),
            Level::Unknown);
}

}  // namespace
}  // namespace holdfast::replay
