#include "importers/vrp/edit/line_keys.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <span>

#include "importers/vrp/interface_name.h"

namespace holdfast::vrp {
namespace {

// A word stands for itself, `*` for a word that tells lines apart; all behind them is what the line sets.
// Lines that begin with none of these are their own key. Source: command reference, the commands' own pages.
struct Setting {
  View view;
  std::string_view start;
};
constexpr auto kSettings = std::to_array<Setting>({
    {View::System, "sysname"},
    {View::System, "mpls lsr-id"},
    {View::System, "lacp e-trunk system-id"},
    {View::System, "lacp e-trunk priority"},
    {View::System, "lacp priority"},
    {View::System, "e-trunk port"},
    {View::System, "e-trunk ipv6 port"},
    {View::System, "router id"},

    {View::Interface, "mtu"},
    {View::Interface, "description"},
    {View::Interface, "vlan-type"},
    {View::Interface, "mode"},
    {View::Interface, "eth-trunk"},
    {View::Interface, "e-trunk mode"},
    {View::Interface, "e-trunk"},
    {View::Interface, "lacp e-trunk system-id"},
    {View::Interface, "lacp e-trunk priority"},
    {View::Interface, "lacp priority"},
    {View::Interface, "lacp preempt delay"},
    {View::Interface, "lacp timeout"},
    {View::Interface, "max active-linknumber"},
    {View::Interface, "least active-linknumber"},
    {View::Interface, "isis enable"},
    {View::Interface, "isis circuit-level"},
    {View::Interface, "isis circuit-type"},
    {View::Interface, "isis authentication-mode"},
    {View::Interface, "ospf enable"},
    {View::Interface, "ospf cost"},
    {View::Interface, "ospf network-type"},
    {View::Interface, "ospf authentication-mode"},
    {View::Interface, "ip binding vpn-instance"},
    {View::Interface, "l2 binding vsi"},
    {View::Interface, "ve-group"},
    {View::Interface, "destination"},
    {View::Interface, "tunnel-protocol"},
    {View::Interface, "mpls te tunnel-id"},
    {View::Interface, "mpls l2vpn redundancy"},
    {View::Interface, "mpls l2vpn reroute"},
    {View::Interface, "mpls l2vpn track route"},
    {View::Interface, "mpls l2vpn track route-ipv6"},
    {View::Interface, "mpls l2vpn arp-dual-sending"},
    {View::Interface, "mpls l2vpn nd-dual-sending"},
    {View::Interface, "mpls l2vpn flow-label"},
    {View::Interface, "mpls l2vc secondary track admin-vc"},
    {View::Interface, "mpls l2vc bypass track admin-vc"},
    {View::Interface, "mpls l2vc track admin-vc"},
    {View::Interface, "mpls l2vc track admin-vrrp secondary"},
    {View::Interface, "mpls l2vc track admin-vrrp"},
    {View::Interface, "vrrp vrid * priority"},
    {View::Interface, "vrrp vrid * authentication-mode"},
    {View::Interface, "vrrp vrid * preempt-mode"},
    {View::Interface, "admin-vrrp vrid *"},

    {View::Vsi, "mtu"},
    {View::Vsi, "encapsulation"},
    {View::Vsi, "pwsignal"},
    {View::VsiLdp, "vsi-id"},
    {View::ProtectGroup, "protect-mode"},
    {View::ProtectGroup, "reroute"},
    {View::ProtectGroup, "holdoff"},
    {View::PwTemplate, "peer-address"},
    {View::PwTemplate, "mtu"},
    {View::PwTemplate, "tnl-policy"},
    {View::PwTemplate, "jitter-buffer depth"},
    {View::PwTemplate, "tdm-encapsulation-number"},
    {View::LdpRemotePeer, "remote-ip"},

    {View::Etrunk, "priority"},
    {View::Etrunk, "peer-address"},
    {View::Etrunk, "peer-ipv6"},
    {View::Etrunk, "security-key"},
    {View::Etrunk, "authentication-mode"},
    {View::Etrunk, "timer hello"},
    {View::Etrunk, "timer revert delay"},
    {View::Etrunk, "timer hold-on-failure multiplier"},
    {View::Etrunk, "e-trunk track bfd-session"},
    {View::Etrunk, "e-trunk select"},
    {View::BfdSession, "discriminator local"},
    {View::BfdSession, "discriminator remote"},
    {View::BfdSession, "min-tx-interval"},
    {View::BfdSession, "min-rx-interval"},
    {View::BfdSession, "detect-multiplier"},
    {View::BfdSession, "wtr"},

    {View::TunnelPolicy, "tunnel binding destination *"},
    {View::TunnelPolicy, "tunnel select-seq"},
    {View::Isis, "is-level"},
    {View::Isis, "cost-style"},
    {View::OspfArea, "authentication-mode"},
    {View::VpnInstance, "route-distinguisher"},
    {View::VpnFamily, "route-distinguisher"},
    {View::Bgp, "router-id"},
    {View::Bgp, "peer * as-number"},
    {View::Bgp, "peer * connect-interface"},
    {View::BgpFamily, "peer * as-number"},
});

bool has(std::span<const std::string_view> words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// How many words of the line the setting takes as its key; 0: it is another setting's line.
std::size_t key_words(const Setting& setting, std::span<const std::string_view> words) {
  const std::vector<std::string_view> start = words_of(setting.start);
  if (words.size() < start.size()) return 0;
  for (std::size_t i = 0; i < start.size(); ++i) {
    if (start[i] != "*" && start[i] != words[i]) return 0;
  }
  return start.size();
}

std::string joined(std::span<const std::string_view> words) {
  return fmt::format("{}", fmt::join(words, " "));
}

std::string joined_before(std::span<const std::string_view> words, std::span<const std::string_view> ends) {
  const auto end = std::ranges::find_first_of(words, ends);
  return joined(words.first(static_cast<std::size_t>(end - words.begin())));
}

// Keys that are no stretch at the start of the line; empty for other lines.
std::string special_key(View view, std::span<const std::string_view> words, std::string_view text) {
  if (const std::string_view role = pw_role(view, text); !role.empty()) {
    const auto instance = std::ranges::find(words, "instance-name");
    const bool named = instance != words.end() && instance + 1 != words.end();
    return fmt::format("PW {} {}", role, named ? *(instance + 1) : std::string_view());
  }
  static constexpr std::string_view kRouteOptions[] = {"preference", "tag",       "description",
                                                       "track",      "permanent", "bfd"};
  if (view == View::System && text.starts_with("ip route-static ") && !has(words, "default-bfd")) {
    return joined_before(words, kRouteOptions);
  }
  static constexpr std::string_view kPreference[] = {"preference"};
  if (view == View::ProtectGroup && words[0] == "peer") return joined_before(words, kPreference);
  if (view == View::VsiLdp && words[0] == "peer" && !has(words, "pw") && words.size() > 1) {
    const auto id = std::ranges::find(words, "negotiation-vc-id");
    const bool named = id != words.end() && id + 1 != words.end();
    return fmt::format("peer {} {}", words[1], named ? *(id + 1) : std::string_view());
  }
  if (view == View::Interface && text.starts_with("ip address ") && !has(words, "sub")) return "ip address";
  if (view == View::Interface && text.starts_with("mpls te path ")) {
    return has(words, "secondary") ? "mpls te path secondary" : "mpls te path";
  }
  return {};
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (true) {
    const std::size_t start = text.find_first_not_of(" \t");
    if (start == std::string_view::npos) return words;
    text.remove_prefix(start);
    const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

std::string spelled(std::string_view text) {
  const std::vector<std::string_view> words = words_of(text);
  if (words.empty()) return {};
  const std::size_t name = words[0] == "undo" ? 2 : 1;
  if (words[name - 1] == "interface" && words.size() > name) {
    const auto mode = std::ranges::find(words, "mode");
    const auto from = words.begin() + static_cast<std::ptrdiff_t>(name);
    return fmt::format("{} {}{}", joined(std::span(words).first(name)),
                       canonical_interface(joined(std::span(from, mode))),
                       mode == words.end() ? std::string() : ' ' + joined(std::span(mode, words.end())));
  }
  return joined(words);
}

std::string key_of(View view, std::string_view text) {
  const std::vector<std::string_view> words = words_of(text);
  if (words.empty()) return {};
  if (std::string key = special_key(view, words, text); !key.empty()) return key;
  std::size_t longest = 0;
  for (const Setting& setting : kSettings) {
    if (setting.view == view) longest = std::max(longest, key_words(setting, words));
  }
  return longest == 0 ? spelled(text) : joined(std::span(words).first(longest));
}

Change change_of(View view, std::string_view text, bool discriminator_mutable) {
  if (!pw_role(view, text).empty()) return Change::Remade;
  if (view == View::VsiLdp && text.starts_with("peer ")) return Change::Remade;
  if (view == View::VsiLdp && text.starts_with("vsi-id ")) return Change::WithView;
  const bool fixed = view == View::BfdSession && text.starts_with("discriminator ") && !discriminator_mutable;
  return fixed ? Change::WithView : Change::InPlace;
}

bool opens_same(std::string_view a, std::string_view b) {
  const std::string one = spelled(a);
  const std::string other = spelled(b);
  const std::string& shorter = one.size() < other.size() ? one : other;
  const std::string& longer = one.size() < other.size() ? other : one;
  return longer.starts_with(shorter) && (longer.size() == shorter.size() || longer[shorter.size()] == ' ');
}

std::string undo_of(const CommandTable& table, View view, std::string_view text) {
  const std::vector<std::string_view> words = words_of(text);
  if (words.size() > 1 && words[0] == "undo") return joined(std::span(words).subspan(1));
  if (const std::string_view role = pw_role(view, text); !role.empty() && !has(words, "instance-name")) {
    if (has(words, "ac-bypass")) return "undo " + joined(words);
    if (role == "admin") return "undo " + joined(std::span(words).first(4));
    const std::string_view signalling = words[1];
    return fmt::format("undo mpls {}{}", signalling,
                       role == "secondary" || role == "bypass" ? ' ' + std::string(role) : std::string());
  }
  TokenBuffer tokens;
  for (std::size_t count = words.size(); count > 0; --count) {
    std::string undo = "undo " + joined(std::span(words).first(count));
    if (table.find(view, table.split(undo, tokens))) return undo;
  }
  return "undo " + joined(words);
}

std::string_view pw_role(View view, std::string_view text) {
  const std::vector<std::string_view> words = words_of(text);
  const bool makes = words.size() > 3 && words[0] == "mpls" &&
                     (words[1] == "l2vc" || words[1] == "static-l2vc") && !has(words, "track");
  if (view != View::Interface || !makes) return {};
  if (has(words, "secondary")) return "secondary";
  if (has(words, "ac-bypass") || has(words, "bypass")) return "bypass";
  if (has(words, "admin")) return "admin";
  return "primary";
}

}  // namespace holdfast::vrp
