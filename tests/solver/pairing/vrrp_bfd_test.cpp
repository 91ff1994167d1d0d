#include "tests/solver/pairing/names.h"

namespace holdfast::pairing {
namespace {

std::string device(const std::string& name, const std::string& lsr_id, const std::string& lines) {
  return "sysname " + name + "\nbfd\nmpls lsr-id " + lsr_id +
         "\nmpls\nmpls l2vpn\ninterface LoopBack1\n ip address " + lsr_id + " 32\n" + lines + "return\n";
}
std::string vrrp(const std::string& address, const std::string& vrid) {
  return "interface GigabitEthernet0/1/0\n ip address " + address + " 24\n vrrp vrid " + vrid +
         " virtual-ip 10.0.0.100\n admin-vrrp vrid " + vrid + "\n";
}
std::string session(const std::string& bind, const std::string& local, const std::string& remote) {
  return "bfd s bind " + bind + "\n discriminator local " + local + "\n discriminator remote " + remote +
         "\n";
}

TEST(VrrpPairs, OneVridOnOneSubnetIsOneSegment) {
  const Network network = test::network_of(
      {device("A", "1.1.1.1", vrrp("10.0.0.1", "5")), device("B", "2.2.2.2", vrrp("10.0.0.2", "5"))});
  const Pairing net(network);
  ASSERT_EQ(net.vrrp().all().size(), 1U);
  EXPECT_TRUE(net.vrrp().all()[0].by_subnet);
  const VrrpRef here = net.vrrp().find(dev(net, "A"), "GigabitEthernet0/1/0", 5);
  ASSERT_TRUE(here.valid());
  EXPECT_EQ(text(net, net.vrrp().partner(here).port), "B:GigabitEthernet0/1/0");
}

TEST(VrrpPairs, AnotherVridIsAnotherSegment) {
  const Network network = test::network_of(
      {device("A", "1.1.1.1", vrrp("10.0.0.1", "5")), device("B", "2.2.2.2", vrrp("10.0.0.2", "6"))});
  const Pairing net(network);
  EXPECT_EQ(net.vrrp().all().size(), 2U);
  EXPECT_FALSE(net.vrrp().find(dev(net, "A"), "GigabitEthernet0/1/0", 6).valid());
}

TEST(VrrpPairs, BoundPwsAreTwins) {
  const auto pe = [](const char* name, const char* lsr_id, const char* address, const char* vc_id) {
    return device(name, lsr_id,
                  vrrp(address, "5") +
                      "interface GigabitEthernet0/1/0.1\n vlan-type dot1q 1\n mpls l2vc 9.9.9.9 " + vc_id +
                      "\n mpls l2vc track admin-vrrp interface GigabitEthernet0/1/0 vrid 5 pw-redundancy\n");
  };
  const Network network =
      test::network_of({pe("A", "1.1.1.1", "10.0.0.1", "1"), pe("B", "2.2.2.2", "10.0.0.2", "2")});
  const Pairing net(network);
  const PortRef ac = port(net, "A", "GigabitEthernet0/1/0.1");
  const Arbiter arbiter = net.dual_homing().arbiter(ac);
  EXPECT_EQ(arbiter.kind(), ArbiterKind::Mvrrp);
  EXPECT_TRUE(arbiter.vrrp.valid());
  const Twin twin = net.dual_homing().twin(ac);
  EXPECT_EQ(twin.source, TwinSource::Vrrp);
  EXPECT_EQ(text(net, twin.port), "B:GigabitEthernet0/1/0.1");
  // One service, although the chooser is unseen.
  EXPECT_EQ(net.services().all().size(), 1U);
  EXPECT_EQ(net.services().all()[0].arbiter, ArbiterKind::Mvrrp);
}

TEST(BfdPairs, MirroredAddressesPair) {
  const Network network =
      test::network_of({device("A", "1.1.1.1", session("peer-ip 2.2.2.2 source-ip 1.1.1.1", "1", "2")),
                        device("B", "2.2.2.2", session("peer-ip 1.1.1.1 source-ip 2.2.2.2", "7", "8"))});
  const Pairing net(network);
  const BfdPeer& peer = net.bfd().peer(net.bfd().find(dev(net, "A"), "s"));
  EXPECT_EQ(peer.match, BfdMatch::Mirrored);
  EXPECT_EQ(peer.counterpart, net.bfd().find(dev(net, "B"), "s"));
  EXPECT_FALSE(discriminators_mirror(net[net.bfd().all()[0]], net[net.bfd().all()[1]]));
}

TEST(BfdPairs, DiscriminatorsPairSessionsOfDevicesThatNameEachOther) {
  const Network network =
      test::network_of({device("A", "1.1.1.1", session("peer-ip 2.2.2.2 source-ip 9.9.9.9", "1", "2")),
                        device("B", "2.2.2.2", session("peer-ip 1.1.1.1", "2", "1"))});
  const Pairing net(network);
  EXPECT_EQ(net.bfd().peer(net.bfd().find(dev(net, "A"), "s")).match, BfdMatch::Discriminators);
}

TEST(BfdPairs, TheOnlyCandidatePairsByAddress) {
  const Network network = test::network_of({device("A", "1.1.1.1", session("peer-ip 2.2.2.2", "1", "2")),
                                            device("B", "2.2.2.2", session("peer-ip 1.1.1.1", "7", "8"))});
  const Pairing net(network);
  EXPECT_EQ(net.bfd().peer(net.bfd().find(dev(net, "A"), "s")).match, BfdMatch::Addresses);
}

TEST(BfdPairs, SessionsOfPwsFollowThePw) {
  const auto pe = [](const char* name, const char* own, const char* peer) {
    return device(name, own,
                  std::string("interface GigabitEthernet0/1/0\n mpls l2vc ") + peer + " 1\n" +
                      session("pw interface GigabitEthernet0/1/0", "1", "2"));
  };
  const Network network = test::network_of({pe("A", "1.1.1.1", "2.2.2.2"), pe("B", "2.2.2.2", "1.1.1.1")});
  const Pairing net(network);
  const BfdRef here = net.bfd().find(dev(net, "A"), "s");
  EXPECT_EQ(net.bfd().peer(here).match, BfdMatch::Pw);
  ASSERT_EQ(net.bfd().of_pw(net.bfd().peer(here).pw).size(), 1U);
}

TEST(BfdPairs, AnUnseenPeerIsUnseen) {
  const Network network = test::network_of({device("A", "1.1.1.1", session("peer-ip 2.2.2.2", "1", "2"))});
  const Pairing net(network);
  EXPECT_EQ(net.bfd().peer(net.bfd().all()[0]).state, PeerState::Unseen);
}

}  // namespace
}  // namespace holdfast::pairing
