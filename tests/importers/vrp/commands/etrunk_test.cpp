#include <gmock/gmock.h>

#include "tests/importers/vrp/commands/import_text.h"

namespace holdfast::vrp {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

TEST(Etrunk, TwoBlocksOfOneIdAreOneEtrunk) {
  const Device device = import_text(
      "e-trunk 1\n"
      " priority 10\n"
      " peer-address 4.4.4.9 source-address 3.3.3.9\n"
      " security-key cipher key-in-clear\n"
      " timer hello 9\n"
      " timer hold-on-failure multiplier 3\n"
      " timer revert delay 0\n"
      "#\n"
      "e-trunk 1\n"
      " e-trunk track bfd-session session-name hello\n"
      " authentication-mode enhanced-hmac-sha256\n"
      " sequence enable\n"
      " revert disable\n"
      " e-trunk select bandwidth\n"
      " description to the other PE\n");
  EXPECT_THAT(device.reading.unread, IsEmpty());
  ASSERT_THAT(device.etrunks, SizeIs(1));
  const Etrunk& etrunk = device.etrunks[0];
  EXPECT_EQ(etrunk.id, 1U);
  EXPECT_EQ(*etrunk.priority, 10U);
  EXPECT_EQ(etrunk.priority.where, (Span{FileId{0}, 2, 11, 2}));
  EXPECT_EQ(to_string(**etrunk.peer_address), "4.4.4.9");
  EXPECT_EQ(to_string(**etrunk.source_address), "3.3.3.9");
  EXPECT_EQ(etrunk.key->value.form, SecretForm::Clear);
  EXPECT_EQ(*etrunk.hello, 9U);
  EXPECT_EQ(*etrunk.hold_multiplier, 3U);
  EXPECT_EQ(*etrunk.revert_delay, 0U);
  EXPECT_EQ(**etrunk.bfd_session, "hello");
  EXPECT_EQ(**etrunk.authentication_mode, "enhanced-hmac-sha256");
  EXPECT_TRUE(*etrunk.sequence);
  EXPECT_FALSE(*etrunk.revert_enabled);
  EXPECT_EQ(*etrunk.selection, EtrunkSelection::Bandwidth);
  EXPECT_EQ(**etrunk.description, "to the other PE");
  EXPECT_TRUE(has_name(device, NameKind::Etrunk, true, "1"));
  EXPECT_TRUE(has_name(device, NameKind::BfdSession, false, "hello"));
}

TEST(Etrunk, KeysAreComparedAndNeverKept) {
  const Device device = import_text(
      "e-trunk 1\n security-key simple abc\n#\ne-trunk 2\n security-key simple abc\n#\n"
      "e-trunk 3\n security-key cipher %^%#abcdefghijklmnopqrstuvwxyz%^%#\n#\n"
      "e-trunk 4\n security-key cipher ******\n");
  ASSERT_THAT(device.etrunks, SizeIs(4));
  EXPECT_EQ(**device.etrunks[0].key, **device.etrunks[1].key);
  EXPECT_EQ(device.etrunks[2].key->value.form, SecretForm::Cipher);
  EXPECT_EQ(device.etrunks[3].key->value.form, SecretForm::Masked);
}

TEST(Etrunk, OneUdpPortForAllOfAnAddressFamily) {
  const Device device = import_text(
      "e-trunk 1\n peer-address 4.4.4.9 source-address 3.3.3.9\n#\n"
      "e-trunk 2\n peer-ipv6 2001:db8::4 source-ipv6 2001:db8::3 vpn-instance red\n#\n"
      "e-trunk port 2000\n");
  EXPECT_EQ(*device.etrunks[0].udp_port, 2000U);
  EXPECT_TRUE(device.etrunks[1].peer_address->value.is_v6);
  EXPECT_EQ(**device.etrunks[1].vpn_instance, "red");
  EXPECT_EQ(*device.etrunks[1].udp_port, 1025U);
}

TEST(Etrunk, UndoGivesDefaultsBack) {
  const Device device = import_text(
      "e-trunk 1\n priority 10\n undo priority\n sequence enable\n undo sequence enable\n"
      " security-key simple abc\n undo security-key\n"
      " peer-address 4.4.4.9 source-address 3.3.3.9\n undo peer-address\n");
  EXPECT_THAT(device.reading.unread, IsEmpty());
  EXPECT_EQ(*device.etrunks[0].priority, 100U);
  EXPECT_EQ(device.etrunks[0].priority.origin, Origin::Default);
  EXPECT_FALSE(*device.etrunks[0].sequence);
  EXPECT_FALSE(device.etrunks[0].key);
  EXPECT_FALSE(device.etrunks[0].peer_address);
}

TEST(Etrunk, MemberNamesItsCounterpartAndMode) {
  const Device device = import_text(
      "interface Eth-Trunk10\n mode lacp-static\n e-trunk 1 remote-eth-trunk 20\n e-trunk mode force-master\n"
      "#\ninterface Eth-Trunk11\n e-trunk 1\n e-trunk mode force-backup\n undo e-trunk\n"
      "#\ninterface Global-VE0\n e-trunk 1 remote-global-ve 2\n");
  EXPECT_THAT(device.reading.unread, IsEmpty());
  const Interface& member = interface_named(device, "Eth-Trunk10");
  EXPECT_EQ(**member.trunk->etrunk, 1U);
  EXPECT_EQ(member.trunk->etrunk->where, (Span{FileId{0}, 3, 10, 1}));
  EXPECT_EQ(**member.trunk->remote_trunk, 20U);
  EXPECT_EQ(*member.trunk->etrunk_mode, EtrunkMemberMode::ForceMaster);
  const Interface& left = interface_named(device, "Eth-Trunk11");
  EXPECT_FALSE(left.trunk->etrunk);
  EXPECT_EQ(*left.trunk->etrunk_mode, EtrunkMemberMode::Auto);
  EXPECT_TRUE(has_name(device, NameKind::Etrunk, false, "1"));
}

TEST(Etrunk, UndoTakesItAwayWithItsName) {
  const Device device = import_text("e-trunk 1\n priority 10\n#\ne-trunk 2\n#\nundo e-trunk 1\n");
  ASSERT_THAT(device.etrunks, SizeIs(1));
  EXPECT_EQ(device.etrunks[0].id, 2U);
  EXPECT_FALSE(has_name(device, NameKind::Etrunk, true, "1"));
}

}  // namespace
}  // namespace holdfast::vrp
