#include "importers/vrp/views.h"

namespace holdfast::vrp {

std::string_view to_string(View view) {
  switch (view) {
    case View::None:
      return "none";
    case View::System:
      return "system";
    case View::Interface:
      return "interface";
    case View::Mpls:
      return "MPLS";
    case View::L2vpn:
      return "MPLS-L2VPN";
    case View::Ldp:
      return "MPLS-LDP";
    case View::LdpRemotePeer:
      return "MPLS-LDP remote peer";
    case View::PwTemplate:
      return "PW template";
    case View::Vsi:
      return "VSI";
    case View::VsiLdp:
      return "VSI-LDP";
    case View::VsiPw:
      return "VSI-LDP-PW";
    case View::ProtectGroup:
      return "VSI protect-group";
    case View::BridgeDomain:
      return "bridge domain";
    case View::Etrunk:
      return "E-Trunk";
    case View::Bfd:
      return "BFD";
    case View::BfdSession:
      return "BFD session";
    case View::ExplicitPath:
      return "explicit path";
    case View::TunnelPolicy:
      return "tunnel policy";
    case View::TunnelSelector:
      return "tunnel selector";
    case View::Ospf:
      return "OSPF";
    case View::OspfArea:
      return "OSPF area";
    case View::Isis:
      return "IS-IS";
    case View::VpnInstance:
      return "VPN instance";
    case View::VpnFamily:
      return "VPN instance address family";
    case View::Bgp:
      return "BGP";
    case View::BgpFamily:
      return "BGP address family";
    case View::SegmentRouting:
      return "segment routing";
    case View::BgpL2vpn:
      return "L2VPN by BGP";
    case View::MplsOther:
      return "MPLS (other)";
    case View::RoutePolicy:
      return "route-policy";
    case View::Other:
      return "other";
    case View::Count:
      break;
  }
  return "";
}

}  // namespace holdfast::vrp
