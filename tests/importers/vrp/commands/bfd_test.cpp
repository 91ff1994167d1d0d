#include <gmock/gmock.h>

#include "tests/importers/vrp/commands/import_text.h"

namespace holdfast::vrp {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

TEST(Bfd, SessionBetweenLoopbacksWithItsTimers) {
  const Device device = import_text(
      "bfd\n"
      "#\n"
      "bfd hello bind peer-ip 2.2.2.9 source-ip 1.1.1.9\n"
      " discriminator local 1\n"
      " discriminator remote 2\n"
      " min-tx-interval 100\n"
      " detect-multiplier 5\n"
      " process-pst\n"
      " commit\n"
      "#\n"
      "return\n");
  EXPECT_THAT(device.reading.unread, IsEmpty());
  EXPECT_TRUE(*device.bfd);
  ASSERT_THAT(device.bfd_sessions, SizeIs(1));
  const BfdSession& session = device.bfd_sessions[0];
  EXPECT_EQ(session.name, "hello");
  EXPECT_EQ(session.target, BfdTarget::PeerIp);
  EXPECT_EQ(to_string(**session.peer), "2.2.2.9");
  EXPECT_EQ(session.peer->where, (Span{FileId{0}, 3, 24, 7}));
  EXPECT_EQ(to_string(**session.source), "1.1.1.9");
  EXPECT_EQ(**session.local_discriminator, 1U);
  EXPECT_EQ(session.local_discriminator->where, (Span{FileId{0}, 4, 22, 1}));
  EXPECT_EQ(**session.remote_discriminator, 2U);
  EXPECT_EQ(*session.min_tx, 100U);
  EXPECT_EQ(*session.min_rx, 10U);
  EXPECT_EQ(session.min_rx.origin, Origin::Default);
  EXPECT_EQ(*session.multiplier, 5U);
  EXPECT_TRUE(*session.process_pst);
  EXPECT_TRUE(has_name(device, NameKind::BfdSession, true, "hello"));
}

TEST(Bfd, TargetsOtherThanAPeerAddress) {
  const Device device = import_text(
      "bfd a bind pw interface GigabitEthernet0/1/0.1 remote-peer 3.3.3.9 pw-ttl auto-calculate secondary\n"
      "bfd b bind pw vsi v1 peer 4.4.4.9 vc-id 10 remote-peer 5.5.5.9 pw-ttl 2\n"
      "bfd c bind ldp-lsp peer-ip 3.3.3.9 nexthop 10.0.0.2 interface GigabitEthernet0/1/1\n"
      "bfd d bind mpls-te interface Tunnel 0/1 te-lsp backup\n"
      "bfd e bind mpls-te interface Tunnel11\n"
      "bfd f bind peer-ip default-ip interface GigabitEthernet0/1/2\n"
      "bfd g bind peer-ipv6 2001:db8::2 interface GigabitEthernet0/1/2 source-ipv6 2001:db8::1 auto\n"
      "bfd h bind peer-ip 10.0.0.2 vpn-instance red track-interface interface Eth-Trunk1\n"
      "bfd i bind link-bundle peer-ip 10.0.0.2 interface Eth-Trunk1 source-ip 10.0.0.1\n"
      "bfd j bind peer-ip 10.0.0.2 select-board 1 source-ip 10.0.0.1 auto\n");
  EXPECT_THAT(device.reading.unread, IsEmpty());
  ASSERT_THAT(device.bfd_sessions, SizeIs(10));
  const auto session = [&](std::size_t at) -> const BfdSession& { return device.bfd_sessions[at]; };
  EXPECT_EQ(session(0).target, BfdTarget::Pw);
  EXPECT_EQ(**session(0).interface, "GigabitEthernet0/1/0.1");
  EXPECT_EQ(to_string(**session(0).peer), "3.3.3.9");
  EXPECT_TRUE(*session(0).secondary_pw);
  EXPECT_EQ(session(1).target, BfdTarget::VsiPw);
  EXPECT_EQ(**session(1).vsi, "v1");
  EXPECT_EQ(**session(1).vc_id, 10U);
  EXPECT_EQ(to_string(**session(1).peer), "4.4.4.9");
  EXPECT_EQ(to_string(**session(1).remote_end), "5.5.5.9");
  EXPECT_EQ(session(2).target, BfdTarget::LdpLsp);
  EXPECT_EQ(**session(2).nexthop, "10.0.0.2");
  EXPECT_EQ(session(3).target, BfdTarget::TeLsp);
  EXPECT_EQ(**session(3).interface, "Tunnel0/1");
  EXPECT_EQ(session(4).target, BfdTarget::TeTunnel);
  EXPECT_EQ(session(5).target, BfdTarget::Interface);
  EXPECT_TRUE(*session(5).multicast_peer);
  EXPECT_TRUE(session(6).peer->value.is_v6);
  EXPECT_TRUE(*session(6).automatic);
  EXPECT_EQ(**session(7).vpn_instance, "red");
  EXPECT_EQ(**session(7).tracked_interface, "Eth-Trunk1");
  EXPECT_EQ(to_string(**session(8).source), "10.0.0.1");
  EXPECT_TRUE(*session(9).automatic);
}

TEST(Bfd, TwoBlocksOfOneSessionAreOneInEitherLetterCase) {
  const Device device = import_text(
      "bfd hello bind peer-ip 2.2.2.9\n"
      " discriminator local 1\n"
      " shutdown\n"
      "#\n"
      "bfd HELLO\n"
      " discriminator remote 2\n"
      " undo shutdown\n"
      " undo discriminator local\n");
  ASSERT_THAT(device.bfd_sessions, SizeIs(1));
  EXPECT_FALSE(device.bfd_sessions[0].local_discriminator);
  EXPECT_EQ(**device.bfd_sessions[0].remote_discriminator, 2U);
  EXPECT_FALSE(*device.bfd_sessions[0].shutdown);
}

TEST(Bfd, WhoNamesASessionNamesItAsItsDefinitionDoes) {
  const Device device = import_text(
      "ip route-static 10.9.0.0 24 10.0.0.2 track bfd-session HELLO\n"
      "interface GigabitEthernet0/1/0\n"
      " vrrp vrid 1 virtual-ip 10.0.0.3\n"
      " vrrp vrid 1 track bfd-session session-name HELLO peer\n"
      "#\n"
      "e-trunk 1\n"
      " e-trunk track bfd-session session-name hELLo\n"
      "e-trunk 2\n"
      " e-trunk track bfd-session session-name Other\n"
      "#\n"
      "bfd Hello bind peer-ip 2.2.2.9\n");
  EXPECT_THAT(unread(device), IsEmpty());
  EXPECT_EQ(**device.static_routes.at(0).bfd_session, "Hello");
  EXPECT_EQ(**device.interfaces.at(0).vrrp.at(0).tracks.at(0).bfd_session, "Hello");
  EXPECT_EQ(**device.etrunks.at(0).bfd_session, "Hello");
  EXPECT_EQ(**device.etrunks.at(1).bfd_session, "Other");
  EXPECT_TRUE(has_name(device, NameKind::BfdSession, false, "Hello"));
  EXPECT_FALSE(has_name(device, NameKind::BfdSession, false, "HELLO"));
}

TEST(Bfd, MistypedWordIsUnrecognisedAndPointedAt) {
  const Device device = import_text(
      "bfd hello bind peer-ip 2.2.2.9\n"
      " discriminator lokal 1\n");
  ASSERT_THAT(device.reading.unread, SizeIs(1));
  EXPECT_EQ(device.reading.unread[0].where, (Span{FileId{0}, 2, 16, 5}));
  ASSERT_THAT(device.bfd_sessions[0].unread, SizeIs(1));
}

TEST(Bfd, ValuesOutsideTheirRangeAreKeptAndNoted) {
  const Device device = import_text(
      "bfd hello bind peer-ip 2.2.2.9\n"
      " min-tx-interval 30000\n"
      " discriminator local 9000\n");
  EXPECT_EQ(*device.bfd_sessions[0].min_tx, 30000U);
  ASSERT_THAT(device.reading.out_of_range, SizeIs(2));
  EXPECT_EQ(device.reading.out_of_range[0].what, "BFD transmit interval");
  EXPECT_EQ(device.reading.out_of_range[0].range, "3–20000");
  EXPECT_EQ(device.reading.out_of_range[1].what, "local BFD discriminator");
}

TEST(Bfd, SessionNamesAreAsLongAsTheReleaseAllows) {
  const auto violations = [](const std::string& name, const std::string& profile) {
    ImportOptions options;
    options.profile = profile;
    return importer()
        .import(FileId{0}, "bfd " + name + " bind peer-ip 2.2.2.9\n", options)
        .at(0)
        .reading.out_of_range;
  };
  EXPECT_THAT(violations("123456789012345", ""), IsEmpty());
  const auto sixteen = violations("1234567890123456", "");
  ASSERT_THAT(sixteen, SizeIs(1));
  EXPECT_EQ(sixteen[0].what, "BFD session name length");
  EXPECT_EQ(sixteen[0].value, "16");
  EXPECT_EQ(sixteen[0].range, "1–15");
  EXPECT_EQ(sixteen[0].only_in, "NE40E V800R012");
  EXPECT_EQ(place(sixteen[0].where), "1:5+16");
  EXPECT_THAT(violations("1234567890123456", "ne40e-v800r012"), IsEmpty());
  EXPECT_THAT(violations("1234567890123456", "ne40e-v800r008"), SizeIs(1));
  const auto long_name = violations(std::string(65, 'x'), "");
  ASSERT_THAT(long_name, SizeIs(1));
  EXPECT_EQ(long_name[0].only_in, "");
}

TEST(Bfd, OtherNamesAreMeasuredByTheirLength) {
  const Device device = import_text("vsi " + std::string(32, 'v') + "\n");
  ASSERT_THAT(device.reading.out_of_range, SizeIs(1));
  EXPECT_EQ(device.reading.out_of_range[0].what, "name length");
  EXPECT_EQ(device.reading.out_of_range[0].value, "32");
  EXPECT_EQ(device.reading.out_of_range[0].range, "1–31");
}

}  // namespace
}  // namespace holdfast::vrp
