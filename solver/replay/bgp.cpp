#include "solver/replay/bgp.h"

#include <algorithm>

namespace holdfast::replay {
namespace {

const BgpFamily* find_family(const Bgp& bgp, AddressFamily family) {
  const auto found = std::ranges::find_if(
      bgp.families, [family](const BgpFamily& it) { return it.family == family && !it.vpn_instance; });
  return found == bgp.families.end() ? nullptr : &*found;
}

const BgpPeer* find_peer(const Bgp& bgp, const IpAddress& address) {
  const auto found =
      std::ranges::find_if(bgp.peers, [&](const BgpPeer& it) { return *it.address == address; });
  return found == bgp.peers.end() ? nullptr : &*found;
}

bool expects(const BgpSide& side, const BgpSide& other) {
  return side.peer->as_number && **side.peer->as_number == *other.bgp->as_number;
}

bool agree(const BgpSide& a, const BgpSide& b) {
  return a.enabled() && b.enabled() && expects(a, b) && expects(b, a) &&
         !keys_differ(a.peer->key, b.peer->key);
}

// The address that `side` sets the session up from; without a connect interface that by which it is named.
IpAddress source_of(const Network& net, const BgpSide& side, const BgpSide& other) {
  const IpAddress& named = *other.family_peer->address;
  if (!side.peer->connect_interface) return named;
  const std::string& source = **side.peer->connect_interface;
  if (const auto address = parse_ip(source)) return *address;
  const PortRef port = find_port(net, side.device, source);
  const auto own = port.valid() ? primary_address(at(net, port), named.is_v6) : std::nullopt;
  return own ? own->address : named;
}

}  // namespace

bool BgpSide::enabled() const {
  return peer != nullptr && *family_peer->enabled && !*peer->ignored && !*bgp->shutdown;
}

bool BgpSide::internal() const {
  return peer != nullptr && peer->as_number && **peer->as_number == *bgp->as_number;
}

BgpPlan::BgpPlan(const RoutingSetup& setup, AddressFamily family) {
  std::vector<BgpSide> sides;
  for (std::size_t d = 0; d < setup.net.devices.size(); ++d) {
    const Device& device = setup.net.devices[d];
    const BgpFamily* it = device.bgp ? find_family(*device.bgp, family) : nullptr;
    if (it == nullptr) continue;
    for (const BgpFamilyPeer& peer : it->peers) {
      BgpSide side{DeviceId{d},  setup.owners.device(*peer.address),
                   &*device.bgp, find_peer(*device.bgp, *peer.address),
                   it,           &peer};
      if (side.peer_device != side.device) sides.push_back(side);
    }
  }
  for (const BgpSide& a : sides) {
    if (!a.peer_device.valid()) {
      if (a.enabled()) leading_out_.push_back(a);
      continue;
    }
    for (const BgpSide& b : sides) {
      const bool once = a.device < b.device;
      const bool each_other = a.peer_device == b.device && b.peer_device == a.device;
      if (once && each_other && agree(a, b)) sessions_.push_back({a, b});
    }
  }
}

State session_state(const RoutingSetup& setup, const Routing& routing, const BgpSession& session) {
  return both(routing.reaches(session.a.device, source_of(setup.net, session.b, session.a)),
              routing.reaches(session.b.device, source_of(setup.net, session.a, session.b)));
}

}  // namespace holdfast::replay
