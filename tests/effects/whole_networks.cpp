#include "tests/effects/whole_networks.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

#include "app/session/load.h"
#include "tests/support/sample.h"

namespace holdfast::rules {
namespace {

namespace fs = std::filesystem;
using Texts = std::vector<session::NamedText>;

// Samples that have the mistake, and the same without it.
const std::map<std::string, std::pair<const char*, const char*>> kSamples{
    {"BF001", {"pw-status-negotiation/broken-discriminators", "pw-status-negotiation/good"}},
    {"ET001", {"pw-status-negotiation/broken-addresses", "pw-status-negotiation/good"}},
    {"ET002", {"pw-status-negotiation/broken-system-id", "pw-status-negotiation/good"}},
    {"ET003", {"pw-status-negotiation/broken-lacp-priority", "pw-status-negotiation/good"}},
    {"ET004", {"pw-status-negotiation/broken-key-differs", "pw-status-negotiation/good"}},
    {"ET009", {"pw-status-negotiation/broken-addresses", "pw-status-negotiation/good"}},
    {"ET013", {"pw-status-negotiation/broken-ce-legs", "pw-status-negotiation/good"}},
    {"ET014", {"pw-status-negotiation/broken-etrunk-id", "pw-status-negotiation/good"}},
    {"L3001", {"vpws-track-vpnv6-route/broken-no-track-route", "vpws-track-vpnv6-route/good"}},
    {"PW011", {"independent-pw-redundancy/broken-no-pw-redundancy", "independent-pw-redundancy/good-mvrrp"}},
    {"SYN003", {"pw-status-negotiation/broken-bfd-undefined", "pw-status-negotiation/good"}},
    {"VS002", {"hvpls-track-hub-pw/broken-no-track-hub-pw", "hvpls-track-hub-pw/good"}},
    {"VS003", {"hvpls-track-hub-pw/broken-track-under-hub", "hvpls-track-hub-pw/good"}},
    {"VS005", {"hvpls-track-hub-pw/broken-group-one-member", "hvpls-track-hub-pw/good"}},
};

// A network that is right, and edits that make the mistake in it. What has to be there first for the mistake
// to be one alone is put into both.
struct Edit {
  const char* file;
  const char* from;
  const char* to;
};
struct Edited {
  const char* base;  // a folder
  std::vector<Edit> mistake;
  std::vector<Edit> both = {};
};
constexpr const char* kSite = "tests/rules/SV002/good";  // two PEs serve it by an E-Trunk
constexpr const char* kEtrunk = "samples/pw-status-negotiation/good";
constexpr const char* kVrrp = "samples/independent-pw-redundancy/good-mvrrp";
constexpr const char* kVpn = "samples/vpws-track-vpnv6-route/good";
constexpr const char* kPw = "samples/secondary-vpws/good";
constexpr const char* kSwitched = "samples/secondary-vpws/good-ms-pw";
const std::map<std::string, Edited> kEdited{
    {"BF002",
     {kEtrunk,
      {{"PE1.cfg", "discriminator local 521", "discriminator local 511"},
       {"PE3.cfg", "discriminator remote 521", "discriminator remote 511"}},
      {{"PE1.cfg", "bfd et1-to-pe2",
        "bfd to-pe3 bind peer-ip 10.255.2.3 source-ip 10.255.2.1\n discriminator local 521\n"
        " discriminator remote 531\n#\nbfd et1-to-pe2"},
       {"PE3.cfg", "mpls lsr-id",
        "bfd\n#\nbfd to-pe1 bind peer-ip 10.255.2.1 source-ip 10.255.2.3\n discriminator local 531\n"
        " discriminator remote 521\n#\nmpls lsr-id"}}}},
    {"BF003",
     {kEtrunk,
      {{"PE1.cfg", "peer-ip 10.255.2.2 source-ip 10.255.2.1", "peer-ip 10.255.2.2 source-ip 10.2.1.1"}}}},
    {"BF004", {kEtrunk, {{"PE1.cfg", " discriminator remote 512\n", ""}}}},
    {"BF005",
     {kEtrunk,
      {{"PE1.cfg",
        "bfd et1-to-pe2 bind peer-ip 10.255.2.2 source-ip 10.255.2.1\n discriminator local 511\n"
        " discriminator remote 512\n min-tx-interval 50\n min-rx-interval 50\n"
        " detect-multiplier 4\n wtr 1\n#\n",
        ""}},
      {{"PE1.cfg", " e-trunk track bfd-session session-name et1-to-pe2\n", ""}}}},
    {"ET007",
     {kSite,
      {{"PE2.cfg", "source-address 2.2.2.2", "source-address 2.2.2.9"},
       {"PE3.cfg", "peer-address 2.2.2.2", "peer-address 2.2.2.9"}}}},
    {"ET011",
     {kEtrunk,
      {{"PE2.cfg", "interface Eth-Trunk30\n mode lacp-static\n",
        "interface Eth-Trunk30\n mode lacp-static\n e-trunk 1\n"}},
      {{"PE2.cfg", "interface LoopBack0",
        "interface Eth-Trunk30\n mode lacp-static\n#\ninterface Eth-Trunk30.400\n vlan-type dot1q 400\n"
        " mpls l2vc 10.255.2.3 402\n#\ninterface GigabitEthernet5/0/0\n undo shutdown\n eth-trunk 30\n#\n"
        "interface LoopBack0"},
       {"PE3.cfg", "interface LoopBack0",
        "interface GigabitEthernet4/0/0\n undo shutdown\n#\ninterface GigabitEthernet4/0/0.400\n"
        " vlan-type dot1q 400\n mpls l2vc 10.255.2.2 402\n#\ninterface LoopBack0"}}}},
    {"ET012",
     {kSite,
      {{"PE2.cfg", " e-trunk 1\n#", " e-trunk 1\n e-trunk mode force-master\n#"},
       {"PE3.cfg", " e-trunk 1\n#", " e-trunk 1\n e-trunk mode force-master\n#"}}}},
    {"ET015",
     {kSite, {{"PE2.cfg", "lacp e-trunk priority 100\n", "lacp e-trunk priority 100\ne-trunk port 2000\n"}}}},
    {"ET017",
     {kEtrunk,
      {{"PE2.cfg", "interface Eth-Trunk20\n mode lacp-static\n",
        "interface Eth-Trunk20\n mode lacp-static\n max active-linknumber 1\n"}}}},
    {"L3006",
     {kVpn,
      {{"RSG1.cfg", " ipv6-family vpnv6\n  policy vpn-target\n  peer 10.255.2.11 enable\n",
        " ipv6-family vpnv6\n  policy vpn-target\n"},
       {"RSG2.cfg", " ipv6-family vpnv6\n  policy vpn-target\n  peer 10.255.2.11 enable\n",
        " ipv6-family vpnv6\n  policy vpn-target\n"}}}},
    {"L3008",
     {kVpn,
      {{"AGG1.cfg", "interface Virtual-Ethernet1/0/1.10\n vlan-type dot1q 10\n",
        "interface Virtual-Ethernet1/0/1.10\n vlan-type dot1q 11\n"}}}},
    {"L3010", {kVpn, {{"AGG1.cfg", " mpls l2vc 10.255.2.1 1011 control-word\n", ""}}}},
    {"PW005",
     {kPw,
      {{"PE1.cfg", "3013 control-word tagged secondary", "3013 tagged secondary"},
       {"PE3.cfg", "3013 control-word tagged", "3013 tagged"}}}},
    {"PW006",
     {kPw,
      {{"PE1.cfg", "3013 control-word tagged secondary", "3013 control-word raw secondary"},
       {"PE3.cfg", "3013 control-word tagged", "3013 control-word raw"}}}},
    {"PW007", {kPw, {{"PE1.cfg", " mpls l2vc 10.255.3.2 3012 control-word tagged\n", ""}}}},
    {"PW009", {kEtrunk, {{"PE3.cfg", " mpls l2vpn redundancy independent\n", ""}}}},
    {"PW010",
     {kEtrunk,
      {{"PE1.cfg", " mode lacp-static\n e-trunk 1\n", " mode lacp-static\n"},
       {"PE2.cfg", " mode lacp-static\n e-trunk 1\n", " mode lacp-static\n"}}}},
    {"PW018",
     {kSwitched,
      {{"SPE1.cfg", "between 10.255.3.2 3322 encapsulation vlan",
        "between 10.255.3.2 3322 trans 1000 recv 100 encapsulation vlan"},
       {"PE2.cfg", "mpls l2vc 10.255.3.11 3322 control-word tagged",
        "mpls static-l2vc destination 10.255.3.11 3322 transmit-vpn-label 100 receive-vpn-label 1000 "
        "control-word tagged"}}}},
    // The primary PW leads to the side that stands by, and no bypass PW helps.
    {"PW025",
     {kEtrunk,
      {{"PE3.cfg", "mpls l2vpn\n#", "mpls l2vpn\n mpls l2vpn default martini\n#"}},
      {{"PE1.cfg", " priority 50\n", " priority 250\n"},
       {"PE1.cfg", " mpls l2vc 10.255.2.2 303 bypass\n", ""},
       {"PE2.cfg", " mpls l2vc 10.255.2.1 303 bypass\n", ""}}}},
    {"PW027",
     {kPw,
      {{"PE1.cfg", " mpls l2vc 10.255.3.2 900 admin", " mpls l2vc 10.255.3.3 900 admin"},
       {"PE2.cfg", " mpls l2vc 10.255.3.1 900 admin\n", ""},
       {"PE3.cfg", "interface LoopBack9\n", "interface LoopBack9\n mpls l2vc 10.255.3.1 900 admin\n"}},
      {{"PE1.cfg", "interface LoopBack0",
        "interface LoopBack9\n mpls l2vc 10.255.3.2 900 admin\n#\ninterface LoopBack0"},
       {"PE1.cfg", " mpls l2vpn reroute",
        " mpls l2vc track admin-vc interface LoopBack9\n mpls l2vpn reroute"},
       {"PE2.cfg", "interface LoopBack0",
        "interface LoopBack9\n mpls l2vc 10.255.3.1 900 admin\n#\ninterface LoopBack0"},
       {"PE3.cfg", "interface LoopBack0", "interface LoopBack9\n#\ninterface LoopBack0"}}}},
    {"SYN002",
     {kEtrunk,
      {{"PE1.cfg", " e-trunk 1\n", " e-trunk 300\n"},
       {"PE1.cfg", "\ne-trunk 1\n", "\ne-trunk 300\n"},
       {"PE2.cfg", " e-trunk 1\n", " e-trunk 300\n"},
       {"PE2.cfg", "\ne-trunk 1\n", "\ne-trunk 300\n"}}}},
    {"SYN005", {kPw, {{"PE2.cfg", "mpls lsr-id 10.255.3.2", "mpls lsr-id 10.255.3.3"}}}},
    {"SYN006", {kPw, {{"PE2.cfg", "mpls l2vpn\n#\nmpls ldp\n#\n", "mpls l2vpn\n#\n"}}}},
    {"SYN008", {kPw, {{"PE2.cfg", " vlan-type dot1q 100\n", ""}}}},
    {"VR001", {kVrrp, {{"PE3.cfg", "virtual-ip 10.1.90.1", "virtual-ip 10.1.90.4"}}}},
    {"VR003", {kVrrp, {{"PE3.cfg", " admin-vrrp vrid 10\n", ""}}}},
    {"VR005",
     {kVrrp,
      {{"PE2.cfg", " vrrp vrid 10 priority 120\n",
        " vrrp vrid 10 priority 120\n vrrp vrid 10 authentication-mode md5 K-one_11\n"}}}},
    {"VS011", {"samples/hvpls-track-hub-pw/good", {{"NPE1.cfg", " l2 binding vsi metro100\n", ""}}}},
};

Texts texts_of(const fs::path& folder) {
  std::map<std::string, std::string> sorted;
  for (const auto& file : fs::directory_iterator(folder)) {
    if (file.path().extension() != ".cfg") continue;
    std::ifstream in(file.path());
    sorted[file.path().filename().string()] = std::string(std::istreambuf_iterator<char>(in), {});
  }
  Texts texts;
  for (const auto& [name, text] : sorted) texts.push_back({name, text});
  return texts;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string line = text.substr(at, end - at);
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
    lines.push_back(std::move(line));
    at = end + 1;
  }
  return lines;
}

std::string after(const std::string& line, const std::string& start) {
  return line.starts_with(start) ? line.substr(start.size()) : std::string();
}

// A core router, and on every device with an LSR ID two links to it, on boards of their own, with OSPF and
// LDP on them; every device makes and accepts LDP sessions for its PWs. What an example says itself stays as
// it is.
Texts with_core(const Texts& examples) {
  Texts result;
  std::string core = "sysname CORE\n#\nmpls lsr-id 10.254.255.254\nmpls\nmpls ldp\n#\n";
  int number = 0;
  for (const auto& [name, text] : examples) {
    std::string dressed;
    std::string lsr_id;
    const auto close = [&, &example = text] {
      if (lsr_id.empty()) return;
      ++number;
      dressed += fmt::format(
          "#\nmpls\nmpls l2vpn\n mpls l2vpn auto-create-session\nmpls ldp\n accept target-hello all\n#\n");
      if (example.find(" ip address " + lsr_id + ' ') == example.npos) {
        dressed += fmt::format("interface LoopBack900\n ip address {} 32\n#\n", lsr_id);
      }
      std::string networks = fmt::format("  network {} 0.0.0.0\n", lsr_id);
      for (const int leg : {1, 2}) {
        const std::string base = fmt::format("10.254.{}.", number * 2 + leg);
        dressed += fmt::format("interface GigabitEthernet9{}/0/0\n ip address {}1 30\n mpls\n mpls ldp\n#\n",
                               leg, base);
        core += fmt::format("interface GigabitEthernet{}/{}/0\n ip address {}2 30\n mpls\n mpls ldp\n#\n",
                            number, leg, base);
        networks += fmt::format("  network {}0 0.0.0.3\n", base);
      }
      dressed += fmt::format("ospf 900\n area 0\n{}#\n", networks);
      lsr_id.clear();
    };
    for (const std::string& line : lines_of(text)) {
      if (line == "return" || line.starts_with("sysname ")) close();
      if (const std::string id = after(line, "mpls lsr-id "); !id.empty()) lsr_id = id;
      dressed += line + '\n';
    }
    close();
    result.push_back({name, dressed});
  }
  core +=
      "interface LoopBack0\n ip address 10.254.255.254 32\n#\nospf 900\n area 0\n  network 10.254.0.0 "
      "0.0.255.255\n#\nreturn\n";
  result.push_back({"core.cfg", core});
  return result;
}

Texts edited(Texts texts, const std::vector<Edit>& edits) {
  for (const Edit& edit : edits) {
    const auto file = std::ranges::find(texts, edit.file, &session::NamedText::path);
    EXPECT_NE(file, texts.end()) << edit.file;
    const std::size_t at = file->text.find(edit.from);
    EXPECT_NE(at, std::string::npos) << edit.from;
    file->text.replace(at, std::string(edit.from).size(), edit.to);
  }
  return texts;
}

}  // namespace

TwoNetworks networks_of(const std::string& code) {
  const fs::path root = HOLDFAST_SOURCE_DIR;
  if (const auto sample = kSamples.find(code); sample != kSamples.end()) {
    return {test::sample(sample->second.first), test::sample(sample->second.second)};
  }
  const auto read = [](const Texts& bad, const Texts& good) {
    return TwoNetworks{session::load_texts(bad), session::load_texts(good)};
  };
  if (const auto it = kEdited.find(code); it != kEdited.end()) {
    const Texts good = edited(texts_of(root / it->second.base), it->second.both);
    return read(edited(good, it->second.mistake), good);
  }
  const fs::path folder = root / "tests" / "rules" / code;
  if (fs::exists(folder / "good-whole"))
    return read(texts_of(folder / "bad-whole"), texts_of(folder / "good-whole"));
  // What rules of this family look at is the core.
  if (code.starts_with("UL")) return read(texts_of(folder / "bad"), texts_of(folder / "good"));
  return read(with_core(texts_of(folder / "bad")), with_core(texts_of(folder / "good")));
}

}  // namespace holdfast::rules
