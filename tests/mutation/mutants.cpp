#include "tests/mutation/mutants.h"

#include <algorithm>
#include <array>
#include <optional>
#include <regex>
#include <string_view>

namespace holdfast::mutation {
namespace {

enum class Change {
  Drop,     // the line
  Number,   // the first group is another number
  Address,  // the first group is another address
  Word,     // the first group is left out
  Text,     // the first group is something else
};

struct Operator {
  Change change;
  const char* name;
  const char* view;  // of the line, as a regular expression; "" is any
  const char* line;  // the whole line
};

constexpr const char* kAddress = R"((\d+\.\d+\.\d+\.\d+))";

// One row for each kind of line that redundancy rests on. %A stands for an address.
constexpr auto kOperators = std::to_array<Operator>({
    // PWs of VPWS
    {Change::Drop, "drop PW", "interface .*", "mpls l2vc (?!track).*"},
    {Change::Address, "another peer", "interface .*", "mpls l2vc %A .*"},
    {Change::Number, "another VC ID", "interface .*", R"(mpls l2vc (?:pw-template )?\S+ (\d+)\b.*)"},
    {Change::Word, "no control word", "interface .*", "mpls l2vc .*( control-word).*"},
    {Change::Word, "raw", "interface .*", "mpls l2vc .*( tagged).*"},
    {Change::Word, "no secondary", "interface .*", "mpls l2vc .*( secondary)"},
    {Change::Word, "no bypass", "interface .*", "mpls l2vc .*( bypass)"},
    {Change::Word, "no tunnel policy", "interface .*", R"(mpls l2vc .*( tunnel-policy \S+).*)"},
    {Change::Word, "no interworking", "interface .*", "mpls l2vc .*( ip-interworking).*"},
    {Change::Address, "another peer", "pw-template .*", "peer-address %A"},
    {Change::Drop, "drop peer", "pw-template .*", "peer-address .*"},
    {Change::Drop, "drop control word", "pw-template .*", "control-word"},
    {Change::Number, "another number of cells", "pw-template .*", R"(tdm-encapsulation-number (\d+))"},
    {Change::Drop, "drop switched PW", "", "mpls switch-l2vc .*"},
    {Change::Number, "another VC ID", "", R"(mpls switch-l2vc \S+ (\d+) .*)"},
    {Change::Address, "another peer", "", "mpls switch-l2vc .* between %A .*"},
    {Change::Drop, "drop mode", "interface .*", "mpls l2vpn redundancy .*"},
    {Change::Drop, "drop dual receiving", "interface .*", "mpls l2vpn stream-dual-receiving"},
    {Change::Drop, "drop dual sending", "interface .*", "mpls l2vpn (?:arp|nd)-dual-sending .*"},
    {Change::Drop, "drop mVRRP binding", "interface .*", "mpls l2vc track admin-vrrp .*"},
    {Change::Word, "no pw-redundancy", "interface .*", "mpls l2vc track admin-vrrp .*( pw-redundancy)"},
    {Change::Number, "another VRID", "interface .*", R"(mpls l2vc track admin-vrrp .* vrid (\d+).*)"},
    // VPLS
    {Change::Number, "another VSI ID", "vsi .*|pwsignal .*", R"(vsi-id (\d+))"},
    {Change::Drop, "drop VSI ID", "vsi .*|pwsignal .*", "vsi-id .*"},
    {Change::Drop, "drop peer", "pwsignal .*", R"(peer \S+(?: upe)?)"},
    {Change::Address, "another peer", "pwsignal .*", R"(peer %A(?: upe)?)"},
    {Change::Word, "no upe", "pwsignal .*", R"(peer \S+( upe))"},
    {Change::Drop, "drop track hub-pw", "", "track hub-pw"},
    {Change::Drop, "drop member", "protect-group .*", "peer .*"},
    {Change::Number, "another preference", "protect-group .*", R"(peer \S+ preference (\d+))"},
    {Change::Drop, "drop mode", "protect-group .*", "protect-mode .*"},
    {Change::Drop, "drop protect-group", "", "protect-group .*"},
    {Change::Drop, "drop MAC withdrawal", "vsi .*", "(?:mac-withdraw|interface-status-change) .*"},
    {Change::Drop, "drop VSI binding", "interface .*", "l2 binding vsi .*"},
    // E-Trunk and LACP
    {Change::Drop, "drop addresses", "e-trunk .*", "peer-address .*"},
    {Change::Address, "another peer address", "e-trunk .*", "peer-address %A .*"},
    {Change::Address, "another source address", "e-trunk .*", "peer-address .* source-address %A"},
    {Change::Number, "another priority", "e-trunk .*", R"(priority (\d+))"},
    {Change::Drop, "drop priority", "e-trunk .*", "priority .*"},
    {Change::Text, "another key", "e-trunk .*", R"(security-key simple (\S+))"},
    {Change::Drop, "drop key", "e-trunk .*", "security-key .*"},
    {Change::Drop, "drop BFD", "e-trunk .*", "e-trunk track bfd-session .*"},
    {Change::Drop, "drop sequence", "e-trunk .*", "sequence enable"},
    {Change::Number, "another revert delay", "e-trunk .*", R"(timer revert delay (\d+))"},
    {Change::Drop, "drop authentication", "e-trunk .*", "authentication-mode .*"},
    {Change::Number, "another E-Trunk", "", R"(e-trunk (\d+))"},
    {Change::Drop, "drop E-Trunk", "", R"(e-trunk \d+)"},
    {Change::Text, "another system ID", "", R"(lacp e-trunk system-id (\S+))"},
    {Change::Drop, "drop system ID", "", "lacp e-trunk system-id .*"},
    {Change::Number, "another LACP priority", "", R"(lacp e-trunk priority (\d+))"},
    {Change::Drop, "drop LACP priority", "", "lacp e-trunk priority .*"},
    {Change::Drop, "drop LACP", "interface Eth-Trunk.*", "mode lacp-static"},
    {Change::Drop, "drop leg", "interface .*", R"(eth-trunk \d+)"},
    {Change::Number, "another bundle", "interface .*", R"(eth-trunk (\d+))"},
    // BFD and VRRP
    {Change::Drop, "drop session", "", "bfd .* bind .*"},
    {Change::Address, "another peer", "", "bfd .* bind peer-ip %A.*"},
    {Change::Address, "another source", "", "bfd .* source-ip %A"},
    {Change::Number, "another discriminator", "bfd .*", R"(discriminator \S+ (\d+))"},
    {Change::Drop, "drop discriminator", "bfd .*", "discriminator .*"},
    {Change::Number, "another WTR", "bfd .*", R"(wtr (\d+))"},
    {Change::Drop, "drop virtual address", "interface .*", "vrrp vrid .* virtual-ip .*"},
    {Change::Address, "another virtual address", "interface .*", "vrrp vrid .* virtual-ip %A"},
    {Change::Number, "another VRID", "interface .*", R"(vrrp vrid (\d+) virtual-ip .*)"},
    {Change::Drop, "drop priority", "interface .*", "vrrp vrid .* priority .*"},
    {Change::Drop, "drop administrator", "interface .*", "admin-vrrp .*"},
    // Transport
    {Change::Drop, "drop LSR ID", "", "mpls lsr-id .*"},
    {Change::Address, "another LSR ID", "", "mpls lsr-id %A"},
    {Change::Drop, "drop MPLS", "interface .*", "mpls"},
    {Change::Drop, "drop LDP", "interface .*", "mpls ldp"},
    {Change::Drop, "drop L2VPN", "^$", "mpls l2vpn"},
    {Change::Drop, "drop BFD", "^$", "bfd"},
    {Change::Drop, "drop remote peer", "", "mpls ldp remote-peer .*"},
    {Change::Address, "another remote peer", "mpls ldp remote-peer .*", "remote-ip %A"},
    {Change::Drop, "drop network", "area .*", "network .*"},
    {Change::Address, "another network", "area .*", "network %A .*"},
    {Change::Drop, "drop IS-IS", "interface .*", "isis enable .*"},
    {Change::Address, "another address", "interface .*", R"(ip address %A \S+)"},
    {Change::Drop, "drop address", "interface .*", R"(ip address \S+ \S+)"},
    {Change::Drop, "drop binding", "tunnel-policy .*", "tunnel binding .*"},
    {Change::Address, "binding for another", "tunnel-policy .*", "tunnel binding destination %A .*"},
    {Change::Drop, "drop tunnel policy", "", R"(tunnel-policy \S+)"},
    {Change::Drop, "drop reservation", "interface Tunnel.*", "mpls te reserved-for-binding"},
    {Change::Address, "another destination", "interface Tunnel.*", "destination %A"},
    {Change::Drop, "drop path", "interface Tunnel.*", "mpls te path .*"},
    {Change::Address, "another hop", "explicit-path .*", "next hop %A.*"},
    // Into layer 3
    {Change::Drop, "drop tracking", "interface .*", "mpls l2vpn track route .*"},
    {Change::Drop, "drop route target", "ipv.-family.*|ip vpn-instance .*", "vpn-target .*"},
    {Change::Number, "another route target", "ipv.-family.*|ip vpn-instance .*",
     R"(vpn-target \d+:(\d+) .*)"},
    {Change::Drop, "drop VE group", "interface .*", "ve-group .*"},
    {Change::Number, "another VE group", "interface .*", R"(ve-group (\d+) .*)"},
    {Change::Drop, "drop instance", "interface .*", "ip binding vpn-instance .*"},
    {Change::Drop, "drop peer", "ipv.-family vpnv.", "peer .* enable"},
    {Change::Number, "another VLAN", "interface .*", R"(vlan-type dot1q (\d+))"},
    {Change::Drop, "drop VLAN", "interface .*", R"(vlan-type dot1q \d+)"},
    {Change::Drop, "drop route", "", "ip route-static .*"},
    {Change::Number, "another preference", "", R"(ip route-static .* preference (\d+))"},
});

std::regex regex_of(std::string pattern) {
  for (std::size_t at = pattern.find("%A"); at != std::string::npos; at = pattern.find("%A")) {
    pattern.replace(at, 2, kAddress);
  }
  return std::regex(pattern);
}

std::size_t indentation(const std::string& line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

std::string trimmed(const std::string& line) {
  return line.substr(indentation(line));
}

// 10.1.1.2 → 10.1.1.66: another host of the same kind of network.
std::string other_address(const std::string& address) {
  const std::size_t dot = address.rfind('.') + 1;
  const int last = std::stoi(address.substr(dot));
  return address.substr(0, dot) + std::to_string((last + 64) % 256);
}

std::optional<std::string> changed(const Operator& it, const std::string& line, const std::smatch& match) {
  const auto put = [&](const std::string& text) {
    return line.substr(0, static_cast<std::size_t>(match.position(1))) + text +
           line.substr(static_cast<std::size_t>(match.position(1) + match.length(1)));
  };
  switch (it.change) {
    case Change::Drop:
      return std::string();
    case Change::Number:
      return put(std::to_string(std::stol(match[1]) + 1));
    case Change::Address:
      return put(other_address(match[1]));
    case Change::Word:
      return put("");
    case Change::Text: {
      std::string text = match[1];
      text.back() = text.back() == '1' ? '2' : '1';
      return put(text);
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<Mutant> mutants_of(const std::string& file, const std::vector<std::string>& lines) {
  struct Compiled {
    const Operator* row;
    std::regex view;
    std::regex line;
  };
  static const std::vector<Compiled> compiled = [] {
    std::vector<Compiled> all;
    for (const Operator& it : kOperators) {
      all.push_back({&it, regex_of(*it.view == '\0' ? ".*" : it.view), regex_of(it.line)});
    }
    return all;
  }();
  std::vector<Mutant> result;
  std::vector<std::string> views;  // by indentation
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t depth = indentation(lines[i]);
    views.resize(std::min(views.size(), depth));
    const std::string text = trimmed(lines[i]);
    const std::string view = views.empty() ? std::string() : views.back();
    for (const Compiled& it : compiled) {
      std::smatch match;
      if (!std::regex_match(view, it.view) || !std::regex_match(text, match, it.line)) continue;
      if (const auto after = changed(*it.row, text, match)) {
        result.push_back({file, i, view, text, *after, it.row->name});
      }
    }
    views.resize(depth, view);
    views.push_back(text);
  }
  return result;
}

std::vector<std::string> mutate(std::vector<std::string> lines, const Mutant& mutant) {
  const auto at = lines.begin() + static_cast<std::ptrdiff_t>(mutant.line);
  if (!mutant.after.empty()) {
    *at = std::string(indentation(*at), ' ') + mutant.after;
    return lines;
  }
  auto end = at + 1;
  while (end != lines.end() && indentation(*end) > indentation(*at)) ++end;
  lines.erase(at, end);
  return lines;
}

Stretch view_around(const std::vector<std::string>& lines, std::size_t line) {
  const std::size_t depth = indentation(lines[line]);
  std::size_t first = line;
  while (first > 0 && depth > 0 && indentation(lines[first]) >= depth) --first;
  std::size_t last = line + 1;
  const std::size_t outside = depth > 0 ? indentation(lines[first]) : depth;
  while (last < lines.size() && indentation(lines[last]) > outside) ++last;
  return {first, last};
}

}  // namespace holdfast::mutation
