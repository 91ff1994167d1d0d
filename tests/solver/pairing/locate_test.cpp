#include "tests/solver/pairing/names.h"

namespace holdfast::pairing {
namespace {

constexpr const char* kTwoAlike = R"(sysname A
mpls lsr-id 1.1.1.1
interface LoopBack1
 ip address 1.1.1.1 32
interface LoopBack2
 ip address 7.7.7.7 32
interface GigabitEthernet0/1/0
 ip address 10.0.0.1 30
return
sysname B
mpls lsr-id 1.1.1.1
return
sysname C
mpls lsr-id 3.3.3.3
interface GigabitEthernet0/1/0
 ip binding vpn-instance red
 ip address 10.0.0.1 30
return
)";

TEST(Locate, FindsADeviceByLsrIdThenByLoopback) {
  const Network network = test::network_of({kTwoAlike});
  const Pairing net(network);
  EXPECT_TRUE(net.locator().device_of(*parse_ipv4("3.3.3.3")).is(dev(net, "C")));
  EXPECT_TRUE(net.locator().device_of(*parse_ipv4("7.7.7.7")).is(dev(net, "A")));
}

TEST(Locate, AnInterfaceAddressIsNoPeerAddress) {
  const Network network = test::network_of({kTwoAlike});
  const Pairing net(network);
  EXPECT_TRUE(net.locator().device_of(*parse_ipv4("10.0.0.1")).unseen());
  EXPECT_TRUE(net.locator().owner_of(*parse_ip("10.0.0.1")).is(dev(net, "A")));
}

TEST(Locate, AnLsrIdUsedTwiceIsAmbiguousAndListed) {
  const Network network = test::network_of({kTwoAlike});
  const Pairing net(network);
  const Located found = net.locator().device_of(*parse_ipv4("1.1.1.1"));
  EXPECT_TRUE(found.ambiguous());
  EXPECT_FALSE(found.one().valid());
  EXPECT_EQ(state_of(found), PeerState::Ambiguous);
  ASSERT_EQ(net.locator().shared_lsr_ids().size(), 1U);
  EXPECT_EQ(names(net, net.locator().shared_lsr_ids()[0].devices), (std::vector<std::string>{"A", "B"}));
}

TEST(Locate, TablesAreApart) {
  const Network network = test::network_of({kTwoAlike});
  const Pairing net(network);
  const IpAddress address = *parse_ip("10.0.0.1");
  EXPECT_TRUE(net.locator().owner_of(address, "red").is(dev(net, "C")));
  EXPECT_TRUE(net.locator().owner_of(address, "blue").unseen());
  EXPECT_EQ(net.locator().interfaces_with(address).size(), 2U);
  EXPECT_TRUE(net.locator().owns(dev(net, "C"), address));
  EXPECT_FALSE(net.locator().owns(dev(net, "B"), address));
}

TEST(Locate, WhoIsNotInTheSnapshotIsUnseen) {
  const Network network = test::network_of({kTwoAlike});
  const Pairing net(network);
  EXPECT_EQ(state_of(net.locator().device_of(*parse_ipv4("9.9.9.9"))), PeerState::Unseen);
}

}  // namespace
}  // namespace holdfast::pairing
