#pragma once

// Where a VPN route comes from and by which BGP sessions it can reach another device (semantics §3.10).
// Configuration only: whether sessions and interfaces are up is the control plane's question.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "solver/pairing/flat_index.h"
#include "solver/pairing/locate.h"

namespace holdfast::pairing {

using BgpSessionId = Id<struct BgpSessionTag>;  // position in VpnRoutes::sessions()

// One device that originates a prefix into BGP of a VPN instance. Pointers are loans from the network.
struct RouteOrigin {
  DeviceId device;
  const VpnInstance* instance = nullptr;
  const VpnFamily* family = nullptr;  // of the prefix; null: the instance does not enable that family
  InterfaceId interface;              // whose subnet the prefix is; invalid for a static route
  const StaticRoute* static_route = nullptr;
  Span address;     // the address or the static route
  Span advertised;  // the `network` or `import-route` line
};

// A VPNv4 or VPNv6 peering as one side sees it.
struct BgpSide {
  DeviceId device;
  const Bgp* bgp = nullptr;
  const BgpPeer* peer = nullptr;               // null: no `peer A as-number N`
  const BgpFamily* family = nullptr;           // null: the family is not configured
  const BgpFamilyPeer* family_peer = nullptr;  // null: the peer is not in it
  bool enabled() const { return family_peer != nullptr && *family_peer->enabled; }
  bool reflects() const { return family_peer != nullptr && *family_peer->reflect_client; }
};

// Two devices of which at least one names the other in the family. A device that names a peer that is not in
// the snapshot has a session with an invalid b.
struct BgpSession {
  AddressFamily family = AddressFamily::Vpnv4;  // or Vpnv6
  BgpSide a;
  BgpSide b;
  PeerState b_state = PeerState::None;  // of a's peer address
  Span a_where;                         // a line of a's that names b, else of its BGP block
  Span b_where;

  bool both_enabled() const { return a.enabled() && b.enabled(); }
  bool as_numbers_agree() const;
  bool works() const { return both_enabled() && as_numbers_agree(); }
  bool internal() const;  // iBGP; only where both sides are seen
};

// Sessions from an origin to a device, in order; empty and not reached when there is no way.
struct RoutePath {
  bool reached = false;
  std::vector<BgpSessionId> sessions;
};

class VpnRoutes {
 public:
  VpnRoutes(const Network& net, const Locator& locator);

  // Devices that originate exactly this prefix (host bits ignored) into BGP, in any VPN instance.
  std::vector<RouteOrigin> origins(const IpPrefix& prefix) const;
  // Interfaces bound to some VPN instance whose subnet is exactly this prefix, advertised or not.
  std::span<const PortRef> interfaces_with(const IpPrefix& prefix) const;

  // VPNv4 and VPNv6 sessions, by devices.
  std::span<const BgpSession> sessions() const { return sessions_; }
  std::span<const BgpSessionId> of_device(DeviceId device) const { return by_device_.find(device); }

  // The shortest way by sessions that work: a route learned from an iBGP peer goes on to eBGP peers and to
  // reflector clients, one learned from a client goes to everybody.
  RoutePath path(DeviceId origin, DeviceId to, AddressFamily family) const;
  // Devices that at least one peering leads out of the snapshot from, among those a route from `origin`
  // reaches: such a way cannot be excluded.
  bool may_pass_unseen(DeviceId origin, AddressFamily family) const;

 private:
  const Network* net_;
  std::vector<BgpSession> sessions_;
  FlatIndex<DeviceId, BgpSessionId> by_device_;
  FlatIndex<IpPrefix, PortRef> subnets_;
  FlatIndex<IpPrefix, std::pair<DeviceId, std::uint32_t>> statics_;
};

const VpnInstance* find_vpn_instance(const Device& device, std::string_view name);
const VpnFamily* find_family(const VpnInstance& instance, bool v6);
// The first export target of one that is an import target of the other; null: they do not meet.
const Fact<std::string>* shared_target(const VpnFamily& exporting, const VpnFamily& importing);

}  // namespace holdfast::pairing
