#pragma once

// New model objects with the vendor's documented defaults (release V800R012). The value of every default
// stands here and nowhere else.

#include <string_view>

#include "model/device.h"

namespace holdfast::vrp {

Device new_device();
Interface new_interface(std::string_view canonical, Span where);
AcRedundancy new_redundancy(Span block);
TrunkSettings new_trunk(Span block);
TunnelSettings new_tunnel(Span block);
Pw new_pw(Span where);
Vsi new_vsi(std::string_view name, Span where);
ProtectGroup new_protect_group(std::string_view name, Span where);
VsiPeer new_vsi_peer(Fact<Ipv4> address, Span where);
Etrunk new_etrunk(std::uint32_t id, Span where);
BfdSession new_bfd_session(std::string_view name, Span where);
VrrpGroup new_vrrp_group(Fact<std::uint32_t> vrid, bool is_v6, Span where);
IsisProcess new_isis(std::uint32_t id, Span where);
OspfProcess new_ospf(std::uint32_t id, Span where);
OspfArea new_ospf_area(Fact<std::uint32_t> id, Span where);
OspfInterface new_ospf_interface(Span block);
IsisInterface new_isis_interface(Span block);
Bgp new_bgp(Span where);
BgpPeer new_bgp_peer(Span where);
BgpFamilyPeer new_bgp_family_peer(bool enabled, Span where);
BgpFamily new_bgp_family(AddressFamily family, Span where);

// Route preference of a static route that names none.
inline constexpr std::uint32_t kStaticPreference = 60;
// What a VRRP group takes off its priority when a tracked interface or BFD session goes down.
inline constexpr std::uint32_t kVrrpTrackReduced = 10;

}  // namespace holdfast::vrp
