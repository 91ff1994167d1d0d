// Where an L2VPN enters an L3VPN: PWs that track routes, and L3VE interfaces that track PWs. Routes
// that track PWs stand with the other settings of interfaces.
// Source: command reference, L2VPN Accessing L3VPN.

#include <algorithm>
#include <bit>
#include <optional>

#include "importers/vrp/commands/tables.h"
#include "importers/vrp/context.h"

namespace holdfast::vrp {
namespace {

void track_route(Context& context, const Match& match, const IpPrefix& prefix) {
  TrackedRoute route;
  route.prefix = context.fact(prefix, match, *match.find("address"));
  route.vpn_instance = context.name(match, "vpn");
  route.where = context.line();
  std::vector<TrackedRoute>& routes = context.interface().tracked_routes;
  const auto known = std::ranges::find_if(routes, [&](const TrackedRoute& other) {
    return *other.prefix == prefix && other.vpn_instance && **other.vpn_instance == **route.vpn_instance;
  });
  if (known == routes.end()) routes.push_back(std::move(route));
}

void bind_track_route(Context& context, const Match& match) {
  const auto address = context.ipv4(match, "address");
  const auto length = parse_mask(*match.text("mask"));
  if (length) track_route(context, match, IpPrefix{ip(**address), *length}.network());
}

void bind_track_route6(Context& context, const Match& match) {
  constexpr std::uint64_t kLongest = 128;
  const auto address = context.ip_address(match, "address");
  const auto length = match.integer("length");
  if (length && *length <= kLongest) {
    track_route(context, match, IpPrefix{**address, static_cast<std::uint8_t>(*length)}.network());
  }
}

// Leading ones, when nothing but zeros follows them.
std::optional<std::uint8_t> mask_length(const Ipv6& mask) {
  std::uint8_t length = 0;
  bool ended = false;
  for (const std::uint8_t byte : mask.bytes) {
    const int ones = std::countl_one(byte);
    if ((ended && byte != 0) || std::popcount(byte) != ones) return std::nullopt;
    length = static_cast<std::uint8_t>(length + ones);
    ended = ended || byte != 0xff;
  }
  return length;
}

void bind_track_route6_mask(Context& context, const Match& match) {
  const auto address = context.ip_address(match, "address");
  const auto mask = context.ip_address(match, "mask");
  const auto length = mask_length((*mask)->v6);
  if (length) track_route(context, match, IpPrefix{**address, *length}.network());
}

void bind_undo_track_route(Context& context, const Match&) {
  context.interface().tracked_routes.clear();
}

template <Fact<bool> Interface::*flag, bool value>
void bind_interface_flag(Context& context, const Match&) {
  context.interface().*flag = context.fact(value);
}

constexpr Command kCommands[] = {
    {View::Interface, kModelled,
     "mpls l2vpn track route <address:ip4> <mask:mask> vpn-instance <vpn:ref(vpn-instance)(1-31)>",
     bind_track_route},
    {View::Interface, kModelled,
     "mpls l2vpn track route <address:ip6> <length:0-128> vpn-instance <vpn:ref(vpn-instance)(1-31)>",
     bind_track_route6},
    {View::Interface, kModelled,
     "mpls l2vpn track route <address:ip6> <mask:ip6> vpn-instance <vpn:ref(vpn-instance)(1-31)>",
     bind_track_route6_mask},
    {View::Interface, kModelled, "undo mpls l2vpn track route", bind_undo_track_route},
    {View::Interface, kModelled, "l3ve track pw-state",
     bind_interface_flag<&Interface::l3ve_tracks_pw, true>},
    {View::Interface, kModelled, "undo l3ve track pw-state",
     bind_interface_flag<&Interface::l3ve_tracks_pw, false>},

    {View::Interface, kIrrelevant, "mpls l2vpn l3ve delay-up <time>"},
    {View::Interface, kIrrelevant, "undo mpls l2vpn l3ve delay-up [ <time> ]"},
    {View::Interface, kIrrelevant, "forward-mode { through | loopback | half-through }"},
    {View::Interface, kIrrelevant, "undo forward-mode [ through | half-through ]"},
    {View::Interface, kIrrelevant, "[ undo ] member-slot <slots:rest>"},
};

}  // namespace

std::span<const Command> l2vpn_l3vpn_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
