#pragma once

// The command views that the importer tells apart. All kinds of interface share one view: what stands where
// is a matter of the command's own restrictions.

#include <cstdint>
#include <string_view>

namespace holdfast::vrp {

enum class View : std::uint8_t {
  None,  // as Command::opens: opens no view
  System,
  Interface,
  Mpls,
  L2vpn,
  Ldp,
  LdpRemotePeer,
  PwTemplate,
  Vsi,
  VsiLdp,
  VsiPw,
  ProtectGroup,
  BridgeDomain,
  Etrunk,
  Bfd,
  BfdSession,
  ExplicitPath,
  TunnelPolicy,
  TunnelSelector,
  Ospf,
  OspfArea,
  Isis,
  VpnInstance,
  VpnFamily,
  Bgp,
  BgpFamily,
  SegmentRouting,
  BgpL2vpn,   // of a VSI or VPWS that BGP signals: members, sites, targets
  MplsOther,  // MPLS and L2VPN views of which the model holds nothing: PW APS, OAM, static LSPs, leaf lists
  RoutePolicy,
  Other,  // a view of commands that no redundancy depends on
  Count,
};

std::string_view to_string(View view);  // "interface", "VSI-LDP"

}  // namespace holdfast::vrp
