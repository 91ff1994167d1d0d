#include "tests/solver/pairing/names.h"

namespace holdfast::pairing {
namespace {

using Texts = std::vector<std::string>;

constexpr const char* kPe1 = "sysname PE1\nmpls lsr-id 1.1.1.1\nmpls\nmpls l2vpn\n";
constexpr const char* kPe2 = "sysname PE2\nmpls lsr-id 2.2.2.2\nmpls\nmpls l2vpn\n";
constexpr const char* kPe3 = "sysname PE3\nmpls lsr-id 3.3.3.3\nmpls\nmpls l2vpn\n";

std::string with(const char* device, const char* lines) {
  return std::string(device) + lines + "return\n";
}

const PwEnd& first_end(const Pairing& net, std::string_view device) {
  return net.pw_ends().of_device(dev(net, device)).front();
}

TEST(PwEnds, TwoEndsThatNameEachOtherAreOnePw) {
  const std::string a =
      with(kPe1, "interface GigabitEthernet0/1/0.1\n vlan-type dot1q 1\n mpls l2vc 2.2.2.2 100\n");
  const std::string b =
      with(kPe2, "interface GigabitEthernet0/1/0.1\n vlan-type dot1q 1\n mpls l2vc 1.1.1.1 100\n");
  const Network network = test::network_of({a, b});
  const Pairing net(network);
  const PwEnd& end = first_end(net, "PE1");
  EXPECT_EQ(text(net, net.pw_ends().counterpart(end.id)), "PE2 primary 100");
  EXPECT_EQ(net.pw_ends().peer(end.id).state, PeerState::Seen);
  EXPECT_EQ(describe(end), "PW to 2.2.2.2 VC ID 100");
  EXPECT_EQ(net.pw_ends().of_pw(end.ac_port(), *end.pw), &end);
}

TEST(PwEnds, APeerOutsideTheSnapshotIsUnseen) {
  const Network network =
      test::network_of({with(kPe1, "interface GigabitEthernet0/1/0\n mpls l2vc 9.9.9.9 5\n")});
  const Pairing net(network);
  const PwPeer& peer = net.pw_ends().peer(first_end(net, "PE1").id);
  EXPECT_EQ(peer.state, PeerState::Unseen);
  EXPECT_FALSE(peer.counterpart.valid());
}

TEST(PwEnds, AnotherVcIdIsANearMissNotAPair) {
  const Network network =
      test::network_of({with(kPe1, "interface GigabitEthernet0/1/0\n mpls l2vc 2.2.2.2 100\n"),
                        with(kPe2, "interface GigabitEthernet0/1/0\n mpls l2vc 1.1.1.1 101\n"),
                        with(kPe3, "interface GigabitEthernet0/1/0\n mpls l2vc 1.1.1.1 100\n")});
  const Pairing net(network);
  const PwEnd& end = first_end(net, "PE1");
  EXPECT_FALSE(net.pw_ends().paired(end.id));
  const PwNearMisses misses = net.pw_ends().near_misses(end.id);
  EXPECT_EQ(texts(net, misses.other_vc_id), Texts{"PE2 primary 101"});
  EXPECT_EQ(texts(net, misses.elsewhere), Texts{"PE3 primary 100"});
  EXPECT_TRUE(misses.other_peer.empty());
}

TEST(PwEnds, AnotherPeerAddressIsANearMissToo) {
  const Network network = test::network_of(
      {with(kPe1, "interface GigabitEthernet0/1/0\n mpls l2vc 2.2.2.2 100\n"),
       with(kPe2, "interface GigabitEthernet0/1/0\n mpls l2vc 3.3.3.3 100\n"), with(kPe3, "")});
  const Pairing net(network);
  const PwNearMisses misses = net.pw_ends().near_misses(first_end(net, "PE1").id);
  EXPECT_EQ(texts(net, misses.other_peer), Texts{"PE2 primary 100"});
}

TEST(PwEnds, ADifferentVcTypeStillPairsButAnEqualOneIsPreferred) {
  const std::string a = with(kPe1, "interface GigabitEthernet0/1/0\n mpls l2vc 2.2.2.2 100 tagged\n");
  const std::string mixed = with(kPe2,
                                 "interface GigabitEthernet0/1/0\n mpls l2vc 1.1.1.1 100 raw\n"
                                 "interface GigabitEthernet0/1/1\n mpls l2vc 1.1.1.1 100 tagged\n");
  const std::string raw = with(kPe2, "interface GigabitEthernet0/1/0\n mpls l2vc 1.1.1.1 100 raw\n");
  {
    const Network network = test::network_of({a, raw});
    const Pairing net(network);
    EXPECT_TRUE(net.pw_ends().paired(first_end(net, "PE1").id));
  }
  const Network network = test::network_of({a, mixed});
  const Pairing net(network);
  const PwEnd* other = net.pw_ends().counterpart(first_end(net, "PE1").id);
  ASSERT_NE(other, nullptr);
  EXPECT_EQ(net[other->ac_port()].name, "GigabitEthernet0/1/1");
}

TEST(PwEnds, ADualBypassPairsCrosswise) {
  const char* lines = "interface GigabitEthernet0/1/0\n mpls l2vc 9.9.9.9 1\n mpls l2vc %s\n";
  const auto dual = [&](const char* device, const std::string& bypass) {
    std::string text = with(device, lines);
    return text.replace(text.find("%s"), 2, bypass);
  };
  const Network network = test::network_of(
      {dual(kPe1, "2.2.2.2 ac-bypass 10 pw-bypass 20"), dual(kPe2, "1.1.1.1 ac-bypass 20 pw-bypass 10")});
  const Pairing net(network);
  const AcGroup* group = net.ac_groups().of(port(net, "PE1", "GigabitEthernet0/1/0"));
  ASSERT_NE(group, nullptr);
  EXPECT_EQ(text(net, net.pw_ends().counterpart(group->ac_bypass)), "PE2 pw-bypass 10");
  EXPECT_EQ(text(net, net.pw_ends().counterpart(group->pw_bypass)), "PE2 ac-bypass 20");

  const Network straight = test::network_of(
      {dual(kPe1, "2.2.2.2 ac-bypass 10 pw-bypass 20"), dual(kPe2, "1.1.1.1 ac-bypass 10 pw-bypass 20")});
  const Pairing wrong(straight);
  const PwEndId bypass = wrong.ac_groups().of(port(wrong, "PE1", "GigabitEthernet0/1/0"))->ac_bypass;
  EXPECT_FALSE(wrong.pw_ends().paired(bypass));
  EXPECT_EQ(texts(wrong, wrong.pw_ends().near_misses(bypass).other_form), Texts{"PE2 ac-bypass 10"});
}

TEST(PwEnds, AVpwsEndMayPairWithAVsi) {
  const Network network = test::network_of(
      {with(kPe1, "interface GigabitEthernet0/1/0.1\n vlan-type dot1q 1\n mpls l2vc 2.2.2.2 100\n"),
       with(kPe2, "vsi v1\n pwsignal ldp\n  vsi-id 7\n  peer 1.1.1.1 negotiation-vc-id 100 upe\n")});
  const Pairing net(network);
  const PwEnd* other = net.pw_ends().counterpart(first_end(net, "PE1").id);
  EXPECT_EQ(text(net, other), "PE2 VSI peer 100");
  EXPECT_EQ(net[other->vsi].name, "v1");
}

TEST(PwEnds, VsiPeersUseTheVsiIdUnlessAVcIdIsNegotiated) {
  const Network network =
      test::network_of({with(kPe1, "vsi v1\n pwsignal ldp\n  vsi-id 7\n  peer 2.2.2.2\n"),
                        with(kPe2, "vsi v2\n pwsignal ldp\n  vsi-id 7\n  peer 1.1.1.1\n")});
  const Pairing net(network);
  EXPECT_EQ(text(net, net.pw_ends().counterpart(first_end(net, "PE1").id)), "PE2 VSI peer 7");
}

TEST(PwEnds, StaticPwsPairByMirroredLabels) {
  const auto text_of = [](const char* device, const char* line) {
    return with(device,
                (std::string("interface GigabitEthernet0/1/0\n mpls static-l2vc destination ") + line + "\n")
                    .c_str());
  };
  const Network network =
      test::network_of({text_of(kPe1, "2.2.2.2 transmit-vpn-label 100 receive-vpn-label 200"),
                        text_of(kPe2, "1.1.1.1 transmit-vpn-label 200 receive-vpn-label 100")});
  const Pairing net(network);
  EXPECT_TRUE(net.pw_ends().paired(first_end(net, "PE1").id));
  const Network other =
      test::network_of({text_of(kPe1, "2.2.2.2 transmit-vpn-label 100 receive-vpn-label 200"),
                        text_of(kPe2, "1.1.1.1 transmit-vpn-label 200 receive-vpn-label 101")});
  const Pairing broken(other);
  EXPECT_FALSE(broken.pw_ends().paired(first_end(broken, "PE1").id));
}

TEST(PwEnds, AChainGoesThroughSwitchingSpes) {
  const std::string spe = with(kPe2, "mpls switch-l2vc 3.3.3.3 200 between 1.1.1.1 100 encapsulation vlan\n");
  const Network network = test::network_of(
      {with(kPe1, "interface GigabitEthernet0/1/0.1\n vlan-type dot1q 1\n mpls l2vc 2.2.2.2 100\n"), spe,
       with(kPe3, "interface GigabitEthernet0/1/0.1\n vlan-type dot1q 1\n mpls l2vc 2.2.2.2 200\n")});
  const Pairing net(network);
  const auto chains = net.pw_ends().chains(first_end(net, "PE1").id);
  ASSERT_EQ(chains.size(), 1U);
  EXPECT_EQ(chains[0].end, ChainEnd::Reached);
  EXPECT_EQ(texts(net, chains[0].ends),
            (Texts{"PE1 primary 100", "PE2 switched 100", "PE2 switched 200", "PE3 primary 200"}));
  EXPECT_TRUE(chains[0].switched());
}

TEST(PwEnds, AChainSaysWhereItBreaks) {
  const std::string spe = with(kPe2, "mpls switch-l2vc 3.3.3.3 200 between 1.1.1.1 100 encapsulation vlan\n");
  const std::string pe1 =
      with(kPe1, "interface GigabitEthernet0/1/0.1\n vlan-type dot1q 1\n mpls l2vc 2.2.2.2 100\n");
  const Network unseen_network = test::network_of({pe1, spe});
  const Pairing unseen(unseen_network);
  EXPECT_EQ(unseen.pw_ends().chains(first_end(unseen, "PE1").id)[0].end, ChainEnd::Unseen);
  const Network unpaired_network = test::network_of({pe1, spe, with(kPe3, "")});
  const Pairing unpaired(unpaired_network);
  EXPECT_EQ(unpaired.pw_ends().chains(first_end(unpaired, "PE1").id)[0].end, ChainEnd::Unpaired);
  EXPECT_TRUE(unpaired.pw_ends().far_ends(first_end(unpaired, "PE1").id).empty());
}

TEST(PwEnds, SegmentsInACircleEndTheChain) {
  const Network network =
      test::network_of({with(kPe1, "mpls switch-l2vc 2.2.2.2 1 between 3.3.3.3 3 encapsulation vlan\n"),
                        with(kPe2, "mpls switch-l2vc 3.3.3.3 2 between 1.1.1.1 1 encapsulation vlan\n"),
                        with(kPe3, "mpls switch-l2vc 1.1.1.1 3 between 2.2.2.2 2 encapsulation vlan\n")});
  const Pairing net(network);
  const auto chains = net.pw_ends().chains(first_end(net, "PE1").id);
  ASSERT_EQ(chains.size(), 1U);
  EXPECT_EQ(chains[0].end, ChainEnd::Loop);
}

}  // namespace
}  // namespace holdfast::pairing
