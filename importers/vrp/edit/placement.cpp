#include "importers/vrp/edit/placement.h"

#include <array>
#include <span>
#include <string>

namespace holdfast::vrp {
namespace {

// The first words of lines, in the order in which they are shown. "+" stands for lines that begin with none
// of them.
constexpr auto kSystem = std::to_array<std::string_view>({
    "sysname",
    "lacp",
    "router id",
    "vlan",
    "vlan batch",
    "+",
    "ip vpn-instance",
    "bridge-domain",
    "mpls lsr-id",
    "mpls",
    "mpls l2vpn",
    "explicit-path",
    "pw-template",
    "vsi",
    "mpls ldp",
    "mpls ldp remote-peer",
    "isis",
    "controller",
    "interface",
    "mpls switch-l2vc",
    "bgp",
    "e-trunk",
    "ospf",
    "ip route-static",
    "tunnel-policy",
});
constexpr auto kInterface = std::to_array<std::string_view>({
    "portswitch",
    "mtu",
    "shutdown",
    "undo shutdown",
    "description",
    "ip binding",
    "vlan-type",
    "ve-group",
    "ip address",
    "ipv6",
    "tunnel-protocol",
    "destination",
    "vrrp",
    "admin-vrrp",
    "ospf",
    "isis",
    "mode",
    "eth-trunk",
    "lacp",
    "e-trunk",
    "mpls te",
    "mpls",
    "mpls rsvp-te",
    "mpls ldp",
    "l2 binding",
    "mpls l2vc",
    "mpls static-l2vc",
    "mpls l2vpn",
    "+",
});
constexpr auto kVsi = std::to_array<std::string_view>({
    "description",
    "pwsignal",
    "+",
    "mtu",
    "encapsulation",
});
constexpr auto kVsiLdp = std::to_array<std::string_view>({
    "vsi-id",
    "+",
    "mac-withdraw",
    "peer",
    "traffic-statistics",
    "protect-group",
});
constexpr auto kProtectGroup = std::to_array<std::string_view>({"protect-mode", "+", "peer"});
constexpr auto kEtrunk = std::to_array<std::string_view>({
    "description",
    "priority",
    "peer-address",
    "peer-ipv6",
    "authentication-mode",
    "security-key",
    "sequence",
    "timer",
    "revert",
    "+",
    "e-trunk track",
});
constexpr auto kBfdSession = std::to_array<std::string_view>({
    "discriminator local",
    "discriminator remote",
    "min-tx-interval",
    "min-rx-interval",
    "detect-multiplier",
    "wtr",
    "+",
});
constexpr auto kBgp = std::to_array<std::string_view>({
    "router-id",
    "+",
    "peer",
    "ipv4-family",
    "ipv4-family vpnv4",
    "ipv6-family",
    "ipv6-family vpnv6",
    "ipv4-family vpn-instance",
    "ipv6-family vpn-instance",
});

std::span<const std::string_view> order_of(View view) {
  switch (view) {
    case View::System:
      return kSystem;
    case View::Interface:
      return kInterface;
    case View::Vsi:
      return kVsi;
    case View::VsiLdp:
      return kVsiLdp;
    case View::ProtectGroup:
      return kProtectGroup;
    case View::Etrunk:
      return kEtrunk;
    case View::BfdSession:
      return kBfdSession;
    case View::Bgp:
      return kBgp;
    default:
      return {};
  }
}

bool begins_with(std::string_view text, std::string_view words) {
  return text.starts_with(words) && (text.size() == words.size() || text[words.size()] == ' ');
}

bool has_word(std::string_view text, std::string_view word) {
  return (std::string(text) + ' ').find(' ' + std::string(word) + ' ') != std::string::npos;
}

// PWs of one AC: the primary first, then what needs it.
int order_of_pw(std::string_view text) {
  if (begins_with(text, "mpls l2vc track") || has_word(text, "track")) return 4;
  if (has_word(text, "secondary")) return 1;
  if (has_word(text, "bypass") || has_word(text, "ac-bypass")) return 2;
  return 0;
}

}  // namespace

int rank_of(View view, std::string_view text, View opens) {
  constexpr int kStep = 10;
  // Sessions stand behind the interfaces, `bfd` itself before MPLS.
  if (view == View::System && opens == View::BfdSession) return rank_of(view, "interface", View::None) + 1;
  const std::span<const std::string_view> order = order_of(view);
  int rank = 0;
  std::size_t longest = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const bool others = order[i] == "+" && longest == 0;
    if (!others && (order[i].size() <= longest || !begins_with(text, order[i]))) continue;
    rank = static_cast<int>(i) * kStep;
    if (!others) longest = order[i].size();
  }
  if (view == View::Interface && begins_with(text, "mpls l2vc")) rank += order_of_pw(text);
  return rank;
}

}  // namespace holdfast::vrp
