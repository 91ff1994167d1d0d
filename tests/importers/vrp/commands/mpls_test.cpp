#include <gmock/gmock.h>

#include "tests/importers/vrp/commands/import_text.h"

namespace holdfast::vrp {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Mpls, GlobalAndPerInterface) {
  const Device device = import_text(
      "mpls lsr-id 10.0.0.1\n"
      "#\n"
      "mpls\n"
      " mpls te\n"
      " mpls rsvp-te\n"
      " mpls te cspf\n"
      " lsp-trigger all\n"
      "#\n"
      "mpls ldp\n"
      " accept target-hello all\n"
      " longest-match\n"
      " #\n"
      " ipv4-family\n"
      "  lsp-trigger host\n"
      "#\n"
      "interface GigabitEthernet0/1/0\n"
      " mpls\n"
      " mpls te\n"
      " mpls rsvp-te\n"
      " mpls ldp\n"
      " mpls ldp timer hello-hold 30\n"
      "#\n"
      "interface GigabitEthernet0/1/1\n"
      " mpls\n"
      " mpls ldp\n"
      " undo mpls ldp\n"
      "#\n");
  EXPECT_THAT(unread(device), IsEmpty());
  const Mpls& mpls = device.mpls;
  EXPECT_EQ(**mpls.lsr_id, v4("10.0.0.1"));
  EXPECT_EQ(place(mpls.lsr_id->where), "1:13+8");
  EXPECT_TRUE(*mpls.enabled && *mpls.te && *mpls.rsvp_te && *mpls.ldp);
  EXPECT_TRUE(*mpls.accept_target_hello && *mpls.longest_match);
  EXPECT_EQ(**mpls.lsp_trigger, "host");
  EXPECT_EQ(place(mpls.lsp_trigger->where), "14:15+4");
  EXPECT_FALSE(*mpls.l2vpn);
  const Interface& first = device.interfaces.at(0);
  EXPECT_TRUE(*first.mpls && *first.te && *first.rsvp_te && *first.ldp);
  EXPECT_EQ(place(first.ldp.where), "20:2+8");
  const Interface& second = device.interfaces.at(1);
  EXPECT_TRUE(*second.mpls);
  EXPECT_FALSE(*second.ldp);
  EXPECT_TRUE(second.ldp.configured());
}

TEST(Ldp, RemotePeersMergeByName) {
  const Device device = import_text(
      "mpls ldp remote-peer PE2\n"
      " remote-ip 10.0.0.2\n"
      " mpls ldp timer hello-hold 60\n"
      "#\n"
      "mpls ldp remote-peer 10.0.0.3\n"
      " remote-ip 10.0.0.3 pwe3\n"
      "#\n"
      "mpls ldp remote-peer PE2\n"
      " undo remote-ip\n"
      " remote-ip 10.0.0.4\n"
      "#\n");
  EXPECT_THAT(unread(device), IsEmpty());
  ASSERT_THAT(device.mpls.remote_peers, SizeIs(2));
  EXPECT_EQ(device.mpls.remote_peers[0].name, "PE2");
  EXPECT_EQ(**device.mpls.remote_peers[0].remote_ip, v4("10.0.0.4"));
  EXPECT_EQ(place(device.mpls.remote_peers[0].remote_ip->where), "10:12+8");
  EXPECT_EQ(**device.mpls.remote_peers[1].remote_ip, v4("10.0.0.3"));
}

TEST(Ldp, OfAVpnInstanceChangesNothingHere) {
  const Device device = import_text(
      "mpls ldp vpn-instance a\n"
      " lsr-id 10.0.0.9\n"
      " ipv4-family\n"
      "  lsp-trigger all\n"
      "#\n");
  EXPECT_THAT(unread(device), IsEmpty());
  EXPECT_FALSE(*device.mpls.ldp);
  EXPECT_FALSE(device.mpls.lsp_trigger);
}

TEST(Tunnel, TeTunnelWithPathsAndBackup) {
  const Device device = import_text(
      "explicit-path main\n"
      " next hop 10.1.1.2\n"
      " next hop 10.2.1.2 include loose\n"
      " next hop 10.9.1.1 exclude\n"
      "#\n"
      "explicit-path main\n"
      " next hop 10.1.1.2\n"
      "#\n"
      "explicit-path labels\n"
      " next sid label 330000 type adjacency index 1\n"
      "#\n"
      "interface Tunnel10\n"
      " tunnel-protocol mpls te\n"
      " destination 10.0.0.2\n"
      " mpls te tunnel-id 10\n"
      " mpls te path explicit-path main\n"
      " mpls te path explicit-path spare secondary\n"
      " mpls te backup hot-standby wtr 15\n"
      " mpls te backup ordinary best-effort\n"
      " mpls te reserved-for-binding\n"
      " mpls te signal-protocol rsvp-te\n"
      " mpls te protection tunnel 20 mode revertive wtr 0\n"
      "#\n"
      "interface Tunnel 11\n"
      " tunnel-protocol gre\n"
      " source LoopBack1\n"
      " destination 10.0.0.3\n"
      "#\n");
  EXPECT_THAT(unread(device), IsEmpty());
  ASSERT_THAT(device.explicit_paths, SizeIs(2));
  const ExplicitPath& path = device.explicit_paths[0];
  ASSERT_THAT(path.hops, SizeIs(3));
  EXPECT_EQ(*path.hops[0].address, v4("10.1.1.2"));
  EXPECT_FALSE(path.hops[0].loose);
  EXPECT_TRUE(path.hops[1].loose);
  EXPECT_TRUE(path.hops[2].exclude);
  EXPECT_THAT(device.explicit_paths[1].label_hops, SizeIs(1));
  const TunnelSettings& te = *device.interfaces.at(0).tunnel;
  EXPECT_EQ(*te.protocol, TunnelProtocol::MplsTe);
  EXPECT_EQ(to_string(**te.destination), "10.0.0.2");
  EXPECT_EQ(place(te.destination->where), "14:14+8");
  EXPECT_EQ(**te.tunnel_id, 10U);
  EXPECT_EQ(**te.explicit_path, "main");
  EXPECT_EQ(**te.secondary_explicit_path, "spare");
  EXPECT_TRUE(*te.hot_standby && *te.ordinary_backup && *te.reserved_for_binding);
  EXPECT_EQ(**te.signal_protocol, "rsvp-te");
  EXPECT_EQ(**te.protection_tunnel, 20U);
  const Interface& gre = device.interfaces.at(1);
  EXPECT_EQ(gre.name, "Tunnel11");
  EXPECT_EQ(*gre.tunnel->protocol, TunnelProtocol::Gre);
  EXPECT_EQ(**gre.tunnel->source, "LoopBack1");
  EXPECT_FALSE(*gre.tunnel->reserved_for_binding);
}

std::vector<std::string> values(const std::vector<Fact<std::string>>& facts) {
  std::vector<std::string> result;
  for (const Fact<std::string>& fact : facts) result.push_back(*fact);
  return result;
}

TEST(TunnelPolicy, SequencesAndBindings) {
  const Device device = import_text(
      "tunnel-policy a\n"
      " tunnel select-seq cr-lsp lsp load-balance-number 1\n"
      "#\n"
      "tunnel-policy b\n"
      " tunnel binding destination 10.0.0.2 te Tunnel 10 Tunnel11 down-switch\n"
      " tunnel binding destination 10.0.0.3 te Tunnel12\n"
      "#\n"
      "tunnel-policy b\n"
      " tunnel binding destination 10.0.0.3 te Tunnel13\n"
      "#\n"
      "tunnel-policy c\n"
      " tunnel select-seq te load-balance-number 1\n"
      " undo tunnel select-seq\n"
      "#\n");
  EXPECT_THAT(unread(device), IsEmpty());
  ASSERT_THAT(device.tunnel_policies, SizeIs(3));
  EXPECT_THAT(values(device.tunnel_policies[0].select_sequence), ElementsAre("cr-lsp", "lsp"));
  EXPECT_EQ(place(device.tunnel_policies[0].select_sequence[1].where), "2:27+3");
  ASSERT_THAT(device.tunnel_policies[1].bindings, SizeIs(2));
  const TunnelBinding& first = device.tunnel_policies[1].bindings[0];
  EXPECT_EQ(*first.destination, v4("10.0.0.2"));
  EXPECT_THAT(values(first.tunnels), ElementsAre("Tunnel10", "Tunnel11"));
  EXPECT_TRUE(*first.down_switch);
  const TunnelBinding& second = device.tunnel_policies[1].bindings[1];
  EXPECT_THAT(values(second.tunnels), ElementsAre("Tunnel13"));
  EXPECT_FALSE(*second.down_switch);
  EXPECT_THAT(device.tunnel_policies[2].select_sequence, IsEmpty());
}

TEST(SegmentRouting, ThatItIsOn) {
  const Device device = import_text(
      "segment-routing\n"
      " tunnel-prefer segment-routing\n"
      " sr-te policy p endpoint 10.0.0.2 color 100\n"
      "  candidate-path preference 200\n"
      "   segment-list a\n"
      "#\n"
      "segment-routing ipv6\n"
      " locator as1 ipv6-prefix 2001:DB8:1:: 64 static 32\n"
      "  opcode ::1 end psp\n"
      "#\n");
  EXPECT_THAT(unread(device), IsEmpty());
  EXPECT_TRUE(*device.mpls.segment_routing);
  EXPECT_EQ(place(device.mpls.segment_routing.where), "1:1+15");
}

TEST(MplsOther, OamAndStaticLspsAreKnown) {
  const Device device = import_text(
      "mpls-tp meg test\n"
      " me te interface Tunnel10 mep-id 1 remote-mep-id 2\n"
      " cc send enable\n"
      "#\n"
      "mpls-oam\n"
      " mpls oam l2vc enable send peer-ip 10.0.0.2 vc-id 1 vc-type vlan\n"
      "#\n"
      "bidirectional static-cr-lsp transit lsp1\n"
      " forward in-label 20 nexthop 10.1.1.2 out-label 40\n"
      "#\n"
      "mpls te leaf-list l\n"
      " destination 10.0.0.3\n"
      "  path explicit-path p\n"
      "#\n");
  EXPECT_THAT(unread(device), IsEmpty());
}

TEST(Mpls, MisspeltLinesAreUnread) {
  const Device device = import_text(
      "interface GigabitEthernet0/1/0\n"
      " mpls lpd\n"
      " mpls te bandwith bc0 100\n"
      "#\n");
  EXPECT_THAT(unread(device), ElementsAre("mpls lpd", "mpls te bandwith bc0 100"));
}

}  // namespace
}  // namespace holdfast::vrp
