#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "importers/vrp/edit/line_keys.h"
#include "importers/vrp/text/lines.h"
#include "importers/vrp/vrp_importer.h"

namespace holdfast::vrp {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const VrpImporter& importer() {
  static const VrpImporter it;
  return it;
}

constexpr std::string_view kText =
    "#\n"
    "sysname PE1\n"
    "#\n"
    "mpls lsr-id 1.1.1.1\n"
    "#\n"
    "mpls\n"
    "#\n"
    "interface GigabitEthernet1/0/0.10\n"
    " vlan-type dot1q 10\n"
    " mpls l2vc 2.2.2.2 12\n"
    " mpls l2vc 3.3.3.3 13 secondary\n"
    " mpls l2vpn redundancy master\n"
    "#\n"
    "bfd a bind peer-ip 2.2.2.2\n"
    " discriminator local 1\n"
    " discriminator remote 2\n"
    "#\n"
    "return\n";

ConfigEdit typed(std::string_view text, std::vector<std::string> commands, std::string profile = {}) {
  const auto lines = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n')) + 1;
  return importer().edit(text, {1, lines, std::move(profile), std::move(commands)});
}

// The text with one stretch replaced.
std::string with(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}
std::string with(std::string_view from, std::string_view to) {
  return with(std::string(kText), from, to);
}

std::string reasons(const ConfigEdit& edit) {
  std::string all;
  for (const RefusedCommand& it : edit.refused) all += it.command + ": " + it.reason + "\n";
  return all;
}

TEST(Editor, NothingTypedChangesNothing) {
  const ConfigEdit edit =
      typed(kText, {"system-view", "interface GigabitEthernet1/0/0.10", "quit", "commit"});
  EXPECT_EQ(edit.text, kText);
  EXPECT_THAT(edit.rollback, IsEmpty());
  EXPECT_THAT(edit.refused, IsEmpty());
}

TEST(Editor, ReplacesWhatCanBeSaidOnce) {
  const ConfigEdit edit = typed(kText, {"bfd a", "discriminator remote 7", "quit", "commit"});
  EXPECT_EQ(edit.text, with("remote 2", "remote 7"));
  EXPECT_THAT(edit.rollback,
              ElementsAre("bfd a bind peer-ip 2.2.2.2", "discriminator remote 2", "quit", "commit"));
}

TEST(Editor, AddsALineWhereTheDeviceShowsIt) {
  EXPECT_EQ(typed(kText, {"interface GE1/0/0.10", "mtu 1600"}).text,
            with(" vlan-type", " mtu 1600\n vlan-type"));
  const ConfigEdit edit = typed(kText, {"interface GE1/0/0.10", "mpls l2vpn stream-dual-receiving"});
  EXPECT_EQ(edit.text, with("redundancy master\n", "redundancy master\n mpls l2vpn stream-dual-receiving\n"));
  EXPECT_THAT(edit.rollback, ElementsAre("interface GigabitEthernet1/0/0.10",
                                         "undo mpls l2vpn stream-dual-receiving", "quit", "commit"));
}

TEST(Editor, MakesAViewThatIsNotThere) {
  const ConfigEdit edit = typed(kText, {"mpls ldp remote-peer PE2", "remote-ip 2.2.2.2", "quit", "commit"});
  EXPECT_EQ(edit.text,
            with("interface Gig", "mpls ldp remote-peer PE2\n remote-ip 2.2.2.2\n#\ninterface Gig"));
  EXPECT_THAT(edit.rollback, ElementsAre("undo mpls ldp remote-peer PE2", "commit"));
}

TEST(Editor, MakesALineOfTheSystemViewABlock) {
  EXPECT_EQ(typed(kText, {"lacp e-trunk priority 100"}).text,
            with("sysname PE1\n#\n", "sysname PE1\n#\nlacp e-trunk priority 100\n#\n"));
  EXPECT_EQ(typed(kText, {"ip route-static 10.0.0.0 8 1.1.1.9"}).text,
            with("return", "ip route-static 10.0.0.0 8 1.1.1.9\n#\nreturn"));
}

TEST(Editor, RemovesWholeViewsWithTheirSeparator) {
  const ConfigEdit edit = typed(kText, {"undo bfd a", "commit"});
  EXPECT_EQ(edit.text,
            with("bfd a bind peer-ip 2.2.2.2\n discriminator local 1\n discriminator remote 2\n#\n", ""));
  EXPECT_THAT(edit.rollback, ElementsAre("bfd a bind peer-ip 2.2.2.2", "discriminator local 1",
                                         "discriminator remote 2", "quit", "commit"));
}

TEST(Editor, RemakesPwsInTheOrderThatTheDeviceDemands) {
  const ConfigEdit edit =
      typed(kText, {"interface GigabitEthernet1/0/0.10", "undo mpls l2vc secondary", "undo mpls l2vc",
                    "mpls l2vc 2.2.2.2 99", "mpls l2vc 3.3.3.3 13 secondary", "quit", "commit"});
  EXPECT_EQ(edit.text, with("2.2.2.2 12", "2.2.2.2 99"));
  EXPECT_THAT(edit.rollback,
              ElementsAre("interface GigabitEthernet1/0/0.10", "undo mpls l2vc secondary", "undo mpls l2vc",
                          "mpls l2vc 2.2.2.2 12", "mpls l2vc 3.3.3.3 13 secondary", "quit", "commit"));
}

TEST(Editor, RefusesWhatTheDeviceRefuses) {
  const std::string view = "interface GigabitEthernet1/0/0.10";
  EXPECT_EQ(reasons(typed(kText, {view, "undo mpls l2vc"})),
            "undo mpls l2vc: the secondary and bypass PWs have to be removed before the primary\n");
  EXPECT_EQ(reasons(typed(with("mpls l2vc 2.2.2.2 12\n mpls l2vc 3.3.3.3 13 secondary", "mtu 1500"),
                          {view, "mpls l2vc 3.3.3.3 13 secondary"})),
            "mpls l2vc 3.3.3.3 13 secondary: a secondary PW needs the primary first\n");
  EXPECT_EQ(reasons(typed(kText, {view, "frobnicate"})),
            "frobnicate: it is no command of the interface view\n");
}

TEST(Editor, MakesAnewWhatCannotBeChangedInPlace) {
  const ConfigEdit pw = typed(kText, {"interface GigabitEthernet1/0/0.10", "mpls l2vc 2.2.2.2 99", "quit"});
  EXPECT_EQ(pw.text, with("2.2.2.2 12", "2.2.2.2 99"));
  EXPECT_THAT(pw.commands,
              ElementsAre("interface GigabitEthernet1/0/0.10", "undo mpls l2vc secondary", "undo mpls l2vc",
                          "mpls l2vc 2.2.2.2 99", "mpls l2vc 3.3.3.3 13 secondary", "quit"));
  const std::vector<std::string> discriminator = {"bfd a", "discriminator remote 7", "quit", "commit"};
  EXPECT_EQ(typed(kText, discriminator, "ne40e-v800r012").commands, discriminator);
  const ConfigEdit old = typed(kText, discriminator, "ne40e-v800r008");
  EXPECT_EQ(old.text, with("remote 2", "remote 7"));
  EXPECT_THAT(old.commands, ElementsAre("bfd a", "quit", "undo bfd a", "bfd a bind peer-ip 2.2.2.2",
                                        "discriminator local 1", "discriminator remote 7", "quit", "commit"));
  const ConfigEdit session = typed(kText, {"bfd a bind peer-ip 2.2.2.9", "quit", "commit"});
  EXPECT_EQ(session.text, with("peer-ip 2.2.2.2", "peer-ip 2.2.2.9"));
  EXPECT_THAT(session.commands,
              ElementsAre("undo bfd a", "bfd a bind peer-ip 2.2.2.9", "discriminator local 1",
                          "discriminator remote 2", "quit", "commit"));
}

TEST(Editor, RemakesAPwForManagement) {
  const std::string text =
      with("mpls l2vc 2.2.2.2 12\n mpls l2vc 3.3.3.3 13 secondary", "mpls l2vc 2.2.2.2 12 admin");
  const ConfigEdit edit = typed(text, {"interface GigabitEthernet1/0/0.10", "mpls l2vc 2.2.2.2 14 admin"});
  EXPECT_EQ(edit.text, with(text, "2.2.2.2 12", "2.2.2.2 14"));
  EXPECT_EQ(reasons(edit), "");
}

TEST(Editor, KeepsTheOrderOfHops) {
  const std::string text =
      "sysname A\n#\nexplicit-path p\n next hop 10.0.0.1\n next hop 10.0.0.5 include loose\n#\nreturn\n";
  const ConfigEdit edit = typed(text, {"explicit-path p", "modify hop 10.0.0.1 10.0.0.9", "quit"});
  EXPECT_EQ(edit.text, with(text, "10.0.0.1", "10.0.0.9"));
  EXPECT_THAT(edit.rollback,
              ElementsAre("explicit-path p", "modify hop 10.0.0.9 10.0.0.1", "quit", "commit"));
  EXPECT_EQ(typed(edit.text, edit.rollback).text, text);
}

TEST(Editor, MakesAVsiAnewForItsId) {
  const std::string text =
      "#\nsysname A\n#\nvsi v static\n pwsignal ldp\n  vsi-id 7\n  peer 2.2.2.2 upe\n  peer "
      "3.3.3.3\n#\nreturn\n";
  const ConfigEdit edit = typed(text, {"vsi v", "pwsignal ldp", "vsi-id 8", "quit", "quit", "commit"});
  EXPECT_EQ(edit.text, with(text, "vsi-id 7", "vsi-id 8"));
  EXPECT_EQ(reasons(edit), "");
  EXPECT_THAT(edit.commands,
              ElementsAre("vsi v", "pwsignal ldp", "quit", "undo pwsignal ldp", "pwsignal ldp", "vsi-id 8",
                          "peer 2.2.2.2 upe", "peer 3.3.3.3", "quit", "quit", "commit"));
  EXPECT_EQ(typed(text, {"vsi v", "pwsignal ldp", "undo peer 2.2.2.2", "peer 4.4.4.4 upe"}).text,
            with(text, "  peer 2.2.2.2 upe\n  peer 3.3.3.3", "  peer 3.3.3.3\n  peer 4.4.4.4 upe"));
}

TEST(Editor, UndoOfAWordLeavesLongerLinesAlone) {
  const std::string text =
      with("#\nmpls\n#", "#\nmpls\n#\nmpls ldp\n#\nmpls ldp remote-peer PE2\n remote-ip 2.2.2.2\n#");
  EXPECT_EQ(typed(text, {"undo mpls ldp"}).text, with(text, "mpls ldp\n#\n", ""));
  EXPECT_EQ(typed(text, {"undo mpls ldp remote-peer PE2"}).text,
            with(text, "mpls ldp remote-peer PE2\n remote-ip 2.2.2.2\n#\n", ""));
}

TEST(Editor, FindsLinesOfAViewThatIsOpenedTwice) {
  const std::string text = with("#\nbfd a", "#\nmpls\n mpls te\n#\nbfd a");
  EXPECT_EQ(typed(text, {"mpls", "undo mpls te"}).text, with(text, " mpls te\n", ""));
}

TEST(Editor, KeepsEveryOtherByte) {
  std::string text = with("vlan-type dot1q 10\n", "vlan-type   dot1q 10  \t\n\n");
  std::string crlf;
  for (const char c : text) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
  EXPECT_EQ(typed(crlf, {"bfd a", "wtr 5"}).text, with(crlf, "remote 2\r\n", "remote 2\r\n wtr 5\r\n"));
  text.resize(text.rfind("#\nreturn"));
  text.pop_back();  // a text that ends without a line end
  EXPECT_EQ(typed(text, {"bfd a", "wtr 5"}).text, text + "\n wtr 5\n");
}

TEST(Editor, EditsOneDeviceOfAFile) {
  const std::string two = std::string(kText) + with("PE1", "PE2");
  const auto first = static_cast<std::uint32_t>(std::count(kText.begin(), kText.end(), '\n'));
  const ConfigEdit edit =
      importer().edit(two, {first + 1, 2 * first, {}, {"bfd a", "discriminator remote 7"}});
  EXPECT_EQ(edit.text, std::string(kText) + with(with("PE1", "PE2"), "remote 2", "remote 7"));
}

TEST(Editor, WritesCommandsBehindThePromptOfACapture) {
  const std::string text =
      "[~PE1] sysname PE1\n"
      "[~PE1] bfd a bind peer-ip 2.2.2.2\n"
      "[*PE1-bfd-session-a] discriminator local 1\n"
      "[*PE1-bfd-session-a] quit\n"
      "[*PE1] mpls\n";
  EXPECT_EQ(typed(text, {"bfd a", "discriminator remote 2"}).text,
            with(text, "local 1\n", "local 1\n[*PE1-bfd-session-a] discriminator remote 2\n"));
}

TEST(Editor, PutsFamiliesOfBgpBetweenSeparators) {
  const std::string text =
      "sysname A\n#\nbgp 100\n peer 1.1.1.1 as-number 100\n #\n ipv4-family unicast\n  peer 1.1.1.1 "
      "enable\n#\n"
      "return\n";
  const ConfigEdit edit = typed(text, {"bgp 100", "ipv6-family vpnv6", "peer 1.1.1.1 enable"});
  EXPECT_EQ(edit.text, with(text, "  peer 1.1.1.1 enable\n#",
                            "  peer 1.1.1.1 enable\n #\n ipv6-family vpnv6\n  peer 1.1.1.1 enable\n#"));
  EXPECT_EQ(typed(edit.text, edit.rollback).text, text);
}

// Lines by view, whatever their order.
std::multiset<std::string> statements(std::string_view text) {
  std::multiset<std::string> result;
  std::vector<std::pair<std::size_t, std::string>> views;
  for (const Line& line : split_lines(text)) {
    if (line.kind != LineKind::Command) continue;
    while (!views.empty() && views.back().first >= line.indent) views.pop_back();
    std::string path;
    for (const auto& [indent, header] : views) path += header + " > ";
    result.insert(path + spelled(line.text));
    views.emplace_back(line.indent, spelled(line.text));
  }
  return result;
}

std::string difference(const std::multiset<std::string>& a, const std::multiset<std::string>& b) {
  std::vector<std::string> lines;
  std::ranges::set_symmetric_difference(a, b, std::back_inserter(lines));
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

// Taking any line of the samples back and rolling that back gives what was there.
TEST(Editor, RollsBackTheRemovalOfAnyLine) {
  namespace fs = std::filesystem;
  std::size_t tried = 0;
  for (const auto& file : fs::recursive_directory_iterator(fs::path(HOLDFAST_SOURCE_DIR) / "samples")) {
    if (file.path().extension() != ".cfg" || file.path().string().find("/good") == std::string::npos)
      continue;
    std::ifstream in(file.path());
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    std::vector<std::pair<std::size_t, std::string>> views;
    for (const Line& line : split_lines(text)) {
      if (line.kind != LineKind::Command || line.text == "return") continue;
      while (!views.empty() && views.back().first >= line.indent) views.pop_back();
      if (++tried % 7 == 0 && !line.text.starts_with("undo ")) {
        std::vector<std::string> commands;
        for (const auto& [indent, header] : views) commands.push_back(header);
        commands.push_back("undo " + std::string(line.text));
        const ConfigEdit edit = typed(text, commands);
        const std::string place = file.path().string() + ": " + commands.back();
        if (!edit.refused.empty()) continue;  // a primary PW before its secondary
        EXPECT_NE(edit.text, text) << place;
        const ConfigEdit back = typed(edit.text, edit.rollback);
        EXPECT_EQ(reasons(back), "") << place;
        EXPECT_EQ(difference(statements(text), statements(back.text)), "") << place;
      }
      views.emplace_back(line.indent, line.text);
    }
  }
  EXPECT_GT(tried, 1000U);
}

}  // namespace
}  // namespace holdfast::vrp
