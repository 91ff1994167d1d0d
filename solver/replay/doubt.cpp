#include "solver/replay/doubt.h"

#include <fmt/format.h>
#include <string_view>

namespace holdfast::replay {
namespace {

std::string_view words(DoubtKind kind) {
  switch (kind) {
    case DoubtKind::None:
      return "unknown";
    case DoubtKind::TrunkWithoutPorts:
      return "the Eth-Trunk has no member ports and no known link";
    case DoubtKind::VlanWithoutPort:
      return "no port allows the VLAN";
    case DoubtKind::UnownedAddress:
      return "no interface of the snapshot has the address";
    case DoubtKind::SharedAddress:
      return "several devices have the address";
    case DoubtKind::Redistribution:
      return "a route may be redistributed between processes";
    case DoubtKind::VpnTable:
      return "routes in the VPN instance are not followed beyond connected subnets";
    case DoubtKind::Ipv6Route:
      return "IPv6 routes are not followed beyond connected subnets";
    case DoubtKind::RouteOverTunnel:
      return "a static route leads into a tunnel";
    case DoubtKind::TunnelSignalling:
      return "the tunnel is not set up by RSVP-TE";
    case DoubtKind::TunnelKind:
      return "the tunnel policy names a kind of tunnel that is not modelled";
    case DoubtKind::UnseenPeer:
      return "the peer of the PW is not in the snapshot";
    case DoubtKind::AmbiguousPeer:
      return "several devices have the address of the PW's peer";
    case DoubtKind::ControlWord:
      return "the control word differs at the ends of the PW";
    case DoubtKind::NoHubPw:
      return "track hub-pw in a VSI without hub PWs";
    case DoubtKind::LocalConnection:
      return "the other end of the local connection is not here";
    case DoubtKind::EtrunkPartner:
      return "the E-Trunk's peer is not in the snapshot";
    case DoubtKind::EtrunkAuthentication:
      return "one side of the E-Trunk names no authentication mode, and the default is not documented";
    case DoubtKind::EtrunkPriority:
      return "both E-Trunks have one priority";
    case DoubtKind::EtrunkSelection:
      return "the E-Trunk's master is not selected by priority";
    case DoubtKind::BfdSession:
      return "the tracked BFD session is not defined or has no counterpart";
    case DoubtKind::VrrpGroup:
      return "the VRRP group is not defined";
    case DoubtKind::TrackedInterface:
      return "the tracked interface is not configured";
    case DoubtKind::VpnRoute:
      return "the VPN route may come from a BGP peer that is not in the snapshot";
    case DoubtKind::PwAps:
      return "PW APS decides which PW carries";
  }
  return "";
}

}  // namespace

std::string describe(const Network& net, const Doubt& doubt) {
  const std::string name = doubt.device.valid() ? *net[doubt.device].name : std::string();
  if (!doubt.where.known()) return fmt::format("{}: {}", name, words(doubt.kind));
  return fmt::format("{} ({}:{}): {}", name, net.sources.path(doubt.where.file), doubt.where.line,
                     words(doubt.kind));
}

}  // namespace holdfast::replay
