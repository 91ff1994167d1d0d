#pragma once

// Finds the objects that BGP lines speak of, and makes them with their defaults where they are new.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "importers/vrp/context.h"

namespace holdfast::vrp {

// The index of the address family. An empty instance: the public one.
std::size_t ensure_bgp_family(Context& context, AddressFamily family, std::string_view instance, Span where);

// The family of the line at hand; what stands in the BGP view itself is said about IPv4 unicast.
BgpFamily& bgp_family_of_line(Context& context);

// Where the line keeps what it says about the session with its parameter `peer`, an address or the name of a
// group; in the BGP view and in the families of VPN instances.
BgpPeer& bgp_peer_of_line(Context& context, const Match& match);
BgpFamilyPeer& bgp_family_peer_of_line(Context& context, const Match& match);

// Whether the line stands in an address family.
bool in_bgp_family(Context& context);

}  // namespace holdfast::vrp
