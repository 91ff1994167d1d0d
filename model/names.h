#pragma once

// Names that lines define and refer to, collected for every device in the order of the lines.

#include <cstdint>
#include <string>
#include <string_view>

#include "model/span.h"

namespace holdfast {

enum class NameKind : std::uint8_t {
  Interface,
  EthTrunk,
  Etrunk,
  BfdSession,
  Vsi,
  VpnInstance,
  PwTemplate,
  TunnelPolicy,
  ExplicitPath,
  RoutePolicy,
  Acl,
  IpPrefixList,
  TunnelSelector,
  BridgeDomain,
  QosProfile,
  CommunityFilter,
  Other,
};

std::string_view to_string(NameKind kind);  // in engineers' words: "BFD session"

struct NameUse {
  NameKind kind = NameKind::Other;
  bool definition = false;
  std::string name;
  Span where;
};

}  // namespace holdfast
