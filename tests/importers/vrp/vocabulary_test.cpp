// The vocabulary of irrelevant commands: its order, and that it leaves alone what redundancy is made of.

#include "importers/vrp/vocabulary.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <vector>

#include "importers/vrp/grammar/lex.h"

namespace holdfast::vrp {
namespace {

std::vector<std::string_view> entries_of(std::string_view list) {
  std::vector<std::string_view> entries;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('\n'), list.size());
    if (end > 0) entries.push_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return entries;
}

// How many words of the line the vocabulary knows.
std::size_t known(std::string_view line) {
  static KeywordTable keywords;
  static const Vocabulary vocabulary(keywords);
  TokenBuffer buffer;
  const std::span<Token> tokens = split(line, buffer);
  keywords.label(tokens);
  return vocabulary.match(tokens);
}

TEST(VocabularyLists, EachIsSortedWithoutRepetition) {
  for (const std::string_view list : vocabulary_lists()) {
    const auto entries = entries_of(list);
    ASSERT_FALSE(entries.empty());
    EXPECT_EQ(std::ranges::adjacent_find(entries, std::ranges::greater_equal{}), entries.end())
        << *std::ranges::adjacent_find(entries, std::ranges::greater_equal{});
  }
}

TEST(VocabularyLists, NoEntryStandsInTwo) {
  std::vector<std::string_view> all;
  for (const std::string_view list : vocabulary_lists())
    std::ranges::copy(entries_of(list), back_inserter(all));
  std::ranges::sort(all);
  const auto twice = std::ranges::adjacent_find(all);
  EXPECT_EQ(twice, all.end()) << *twice;
}

TEST(VocabularyLists, EntriesAreLowerCaseWordsWithOneBlankBetween) {
  for (const std::string_view list : vocabulary_lists()) {
    for (const std::string_view entry : entries_of(list)) {
      EXPECT_THAT(std::string(entry), testing::MatchesRegex("[a-z0-9][-a-z0-9.]*( [a-z0-9][-a-z0-9.]*)*"));
    }
  }
}

TEST(VocabularyLists, NoEntrySaysUndo) {
  for (const std::string_view list : vocabulary_lists()) {
    for (const std::string_view entry : entries_of(list)) EXPECT_FALSE(entry.starts_with("undo")) << entry;
  }
}

TEST(Vocabulary, KnowsIrrelevantCommands) {
  EXPECT_EQ(known("snmp-agent sys-info version v3"), 1U);
  EXPECT_EQ(known("SNMP-AGENT"), 1U);
  EXPECT_EQ(known("radius-server group rd1"), 1U);
  EXPECT_EQ(known("traffic classifier c1 operator or"), 1U);
  EXPECT_EQ(known("user-interface vty 0 4"), 1U);
  EXPECT_EQ(known("ip pool p1 bas local"), 2U);
  EXPECT_EQ(known("ipv6 nd ra halt"), 2U);
  EXPECT_EQ(known("frobnicate 1"), 0U);
  EXPECT_EQ(known(""), 0U);
}

// What services, their redundancy and their transport are made of is for the command table alone: where its
// rows do not match, such a line has to be reported.
TEST(Vocabulary, DoesNotKnowWhatRedundancyIsMadeOf) {
  for (const std::string_view line : {
           "interface GigabitEthernet0/1/0",
           "portswitch",
           "ip address 10.1.1.1 30",
           "ip binding vpn-instance v",
           "ip vpn-instance v",
           "ip route-static 10.0.0.0 8 10.1.1.2",
           "ip ip-prefix p permit 1.1.1.1 32",
           "ipv6 enable",
           "ipv6 address 2001:db8::1 64",
           "ipv6 route-static :: 0 2001:db8::2",
           "router id 1.1.1.1",
           "mpls",
           "mpls lsr-id 1.1.1.1",
           "mpls ldp",
           "mpls ldp remote-peer p",
           "mpls l2vpn",
           "mpls l2vpn redundancy master",
           "mpls l2vc 2.2.2.2 100",
           "mpls switch-l2vc 1.1.1.1 1 between 2.2.2.2 2",
           "mpls te",
           "mpls te tunnel-id 1",
           "mpls rsvp-te",
           "mpls-te enable",
           "tunnel-protocol mpls te",
           "tunnel-policy p",
           "tunnel-selector s permit node 10",
           "explicit-path e",
           "static-cr-lsp ingress t",
           "segment-routing mpls",
           "pw-template t",
           "pw-aps 1",
           "vsi v static",
           "vsi-id 1",
           "pwsignal ldp",
           "protect-group g",
           "protect-mode pw-redundancy master",
           "reroute never",
           "stream-dual-receiving",
           "ignore-ac-state",
           "npe-upe mac-withdraw enable",
           "l2 binding vsi v",
           "bridge-domain 10",
           "dot1q termination vid 1",
           "vlan-type dot1q 100",
           "qinq termination pe-vid 1 ce-vid 2",
           "rewrite pop single",
           "ve-group 1 l2-terminate",
           "eth-trunk 1",
           "trunkport GigabitEthernet0/1/0",
           "lacp e-trunk priority 1",
           "least active-linknumber 2",
           "max active-linknumber 2",
           "admin-vrrp vrid 1",
           "bfd",
           "bfd s bind peer-ip 1.1.1.1",
           "discriminator local 1",
           "process-pst",
           "ospf 1",
           "ospf enable 1 area 0",
           "network-entity 49.0001.0000.0000.0001.00",
           "cost-style wide",
           "isis 1",
           "isis enable 1",
           "isis silent",
           "bgp 100",
           "ipv4-family vpnv4",
           "ipv6-family vpnv6",
           "l2vpn-ad-family",
           "route-policy r permit node 10",
           "oam-bind ingress efm interface A",
           "monitor-group g",
           "iccp redundancy group 1",
           "mlacp iccp-group 1",
           "aps group 1",
           "lpt ptp 1",
       }) {
    EXPECT_EQ(known(line), 0U) << line;
  }
}

// Blocks of irrelevant commands use these words as well. They may be known, but only as one word, so that the
// command table comes first where it owns them.
TEST(Vocabulary, GivesWayWhereItSharesAWordWithRedundancy) {
  for (const std::string_view line : {
           "shutdown",
           "e-trunk 1",
           "e-trunk mode force-master",
           "peer 1.1.1.1 upe",
           "peer-address 1.1.1.1 source-address 2.2.2.2",
           "security-key cipher k",
           "timer hello 10",
           "priority 10",
           "authentication-mode simple k",
           "vrrp vrid 1 virtual-ip 10.1.1.3",
           "vrrp vrid 1 priority 120",
           "track hub-pw",
           "track admin-vsi v",
           "track admin-vrrp interface A vrid 1",
           "track monitor-group g",
           "mode lacp-static",
           "mtu 1500",
           "control-word enable",
           "isolate spoken",
           "esi 0001.0002.0003.0004.0005",
           "evpn redundancy-mode single-active",
           "evpn binding vpn-instance e",
           "route-distinguisher 1:1",
           "vpn-target 1:1",
           "tnl-policy p",
           "area 0",
           "network 10.0.0.0 0.0.0.255",
           "import-route direct",
           "silent-interface all",
           "reflector cluster-id 1",
           "policy vpn-target",
           "remote-ip 2.2.2.2",
           "source 1.1.1.1",
           "destination 2.2.2.2",
           "keychain k",
           "qos-profile q",
           "acl 2000",
           "port trunk allow-pass vlan 10",
       }) {
    EXPECT_LE(known(line), 1U) << line;
  }
}

}  // namespace
}  // namespace holdfast::vrp
