// Addresses of interfaces and the VPN instance that they belong to. Source: command reference, chapters IPv4
// Basic, IPv6 Basic, BGP/MPLS IP VPN.

#include <charconv>
#include <utility>

#include "importers/vrp/commands/binders.h"
#include "importers/vrp/commands/tables.h"

namespace holdfast::vrp {
namespace {

constexpr std::uint8_t kLongestV6 = 128;

// "24" of `10.0.0.1/24`.
std::optional<std::uint8_t> parse_length(std::string_view digits) {
  std::uint8_t length = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
  if (error != std::errc{} || end != digits.data() + digits.size() || length > kLongestV6)
    return std::nullopt;
  return length;
}

// `A M`, `A L` or `A/L`, as one fact that reaches from the address to the length.
MaybeFact<InterfaceAddress> address_of(const Context& context, const Match& match) {
  const Capture* const address = match.find("address");
  const Capture* const last = match.find("length");
  if (address == nullptr) return std::nullopt;
  std::string_view text = match.text(*address);
  Span where = context.span(match, *address);
  std::optional<std::uint8_t> length;
  if (last != nullptr) {
    const Span end = context.span(match, *last);
    where.length = static_cast<std::uint16_t>(end.column + end.length - where.column);
    length = parse_mask(match.text(*last));
    if (!length) length = parse_length(match.text(*last));
  } else if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) {
    length = parse_length(text.substr(slash + 1));
    text = text.substr(0, slash);
  }
  const auto ip = parse_ip(text);
  if (!ip || !length) return std::nullopt;
  const bool secondary = match.has("sub") || match.has("secondary");
  return configured(InterfaceAddress{{*ip, *length}, secondary}, where);
}

void bind_address(Context& context, const Match& match) {
  auto made = address_of(context, match);
  if (!made) return;
  std::vector<Fact<InterfaceAddress>>& addresses = context.interface().addresses;
  const bool is_v6 = made->value.prefix.address.is_v6;
  // A new primary IPv4 address takes the place of the old one; of IPv6 there may be many.
  std::erase_if(addresses, [&](const Fact<InterfaceAddress>& old) {
    const bool same = old->prefix == made->value.prefix;
    return same || (!is_v6 && !made->value.secondary && !old->prefix.address.is_v6 && !old->secondary);
  });
  addresses.push_back(*made);
}

void forget_address(Context& context, const Match& match) {
  const auto gone = address_of(context, match);
  const bool is_v6 = match.has("ipv6");
  std::erase_if(context.interface().addresses, [&](const Fact<InterfaceAddress>& old) {
    return old->prefix.address.is_v6 == is_v6 && (!gone || old->prefix == gone->value.prefix);
  });
}

void bind_unnumbered(Context& context, const Match& match) {
  context.interface().unnumbered = context.interface_name(match, "interface");
}

constexpr Command kCommands[] = {
    {View::Interface, kModelled, "ip address <address:ip4> <length:mask> [ sub | secondary ]", bind_address},
    {View::Interface, kModelled, "ip address unnumbered interface <interface:interface>", bind_unnumbered},
    {View::Interface, kModelled, "undo ip address unnumbered", clear<interface_of, &Interface::unnumbered>},
    // The address is learnt when the link comes up.
    {View::Interface, kPartial, "ip address { ppp-negotiate | dhcp-alloc | bootp-alloc }"},
    {View::Interface, kIrrelevant, "undo ip address { ppp-negotiate | dhcp-alloc | bootp-alloc }"},
    {View::Interface, kModelled, "undo ip address [ <address:ip4> <length:mask> [ sub | secondary ] ]",
     forget_address},
    {View::Interface, kModelled, "ip binding vpn-instance <vpn:ref(vpn-instance)(1-31)>",
     set_name<interface_of, &Interface::vpn_instance>},
    {View::Interface, kModelled, "undo ip binding vpn-instance [ <vpn> ]",
     clear<interface_of, &Interface::vpn_instance>},
    {View::Interface, kIrrelevant,
     "[ undo ] ip { forward-broadcast | host | icmp | last-hop | netstream | option | "
     "policy-based-route | relay | routing | topology | urpf | verify } [ <more:rest> ]"},

    {View::Interface, kModelled, "ipv6 enable", set<interface_of, &Interface::ipv6, true>},
    {View::Interface, kModelled, "undo ipv6 enable", restore<interface_of, &Interface::ipv6>},
    {View::Interface, kModelled, "ipv6 address <address:prefix> [ anycast | cga ]", bind_address},
    {View::Interface, kModelled, "ipv6 address <address:ip6> <length:0-128> [ anycast | cga ]", bind_address},
    // The lower half comes from the interface's MAC address, which configurations do not show.
    {View::Interface, kPartial, "ipv6 address { <address:prefix> | <address:ip6> <length:0-128> } eui-64"},
    // Link-local addresses: every link has the same prefix, so that nothing can be compared.
    {View::Interface, kIrrelevant, "ipv6 address { auto link-local | <address:ip6> link-local [ cga ] }"},
    {View::Interface, kPartial, "ipv6 address { auto global [ default ] | dhcp-alloc }"},
    {View::Interface, kIrrelevant,
     "undo ipv6 address { auto link-local | <address:ip6> link-local [ cga ] }"},
    {View::Interface, kModelled,
     "undo ipv6 address [ <address:prefix> | <address:ip6> <length:0-128> ] [ anycast | cga | eui-64 ]",
     forget_address},
    {View::Interface, kIrrelevant,
     "[ undo ] ipv6 { extension-header | icmp | mtu | nd | neighbor | netstream | policy-based-route | "
     "security | spread | topology | urpf | verify } [ <more:rest> ]"},
};

}  // namespace

std::span<const Command> interface_address_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
