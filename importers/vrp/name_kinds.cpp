#include "importers/vrp/name_kinds.h"

#include <array>
#include <utility>

namespace holdfast::vrp {

std::optional<NameKind> name_kind(std::string_view subject) {
  constexpr auto kKinds = std::to_array<std::pair<std::string_view, NameKind>>({
      {"eth-trunk", NameKind::EthTrunk},
      {"e-trunk", NameKind::Etrunk},
      {"bfd-session", NameKind::BfdSession},
      {"vsi", NameKind::Vsi},
      {"vpn-instance", NameKind::VpnInstance},
      {"pw-template", NameKind::PwTemplate},
      {"tunnel-policy", NameKind::TunnelPolicy},
      {"explicit-path", NameKind::ExplicitPath},
      {"route-policy", NameKind::RoutePolicy},
      {"acl", NameKind::Acl},
      {"ip-prefix", NameKind::IpPrefixList},
      {"tunnel-selector", NameKind::TunnelSelector},
      {"bridge-domain", NameKind::BridgeDomain},
      {"qos-profile", NameKind::QosProfile},
      {"community-filter", NameKind::CommunityFilter},
  });
  for (const auto& [name, kind] : kKinds) {
    if (name == subject) return kind;
  }
  return std::nullopt;
}

}  // namespace holdfast::vrp
