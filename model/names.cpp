#include "model/names.h"

namespace holdfast {

std::string_view to_string(NameKind kind) {
  switch (kind) {
    case NameKind::Interface:
      return "interface";
    case NameKind::EthTrunk:
      return "Eth-Trunk";
    case NameKind::Etrunk:
      return "E-Trunk";
    case NameKind::BfdSession:
      return "BFD session";
    case NameKind::Vsi:
      return "VSI";
    case NameKind::VpnInstance:
      return "VPN instance";
    case NameKind::PwTemplate:
      return "PW template";
    case NameKind::TunnelPolicy:
      return "tunnel policy";
    case NameKind::ExplicitPath:
      return "explicit path";
    case NameKind::RoutePolicy:
      return "route-policy";
    case NameKind::Acl:
      return "ACL";
    case NameKind::IpPrefixList:
      return "IP prefix list";
    case NameKind::TunnelSelector:
      return "tunnel selector";
    case NameKind::BridgeDomain:
      return "bridge domain";
    case NameKind::QosProfile:
      return "QoS profile";
    case NameKind::CommunityFilter:
      return "community filter";
    case NameKind::Other:
      break;
  }
  return "name";
}

}  // namespace holdfast
