#include "solver/pairing/bgp_sessions.h"

#include <algorithm>

namespace holdfast::pairing {
namespace {

// What a device says about its peerings with one other device, in one family.
struct Naming {
  const BgpFamily* family = nullptr;
  const BgpFamilyPeer* family_peer = nullptr;
};
using Direction = std::pair<DeviceId, DeviceId>;

Span line_of(const BgpSide& side) {
  if (side.family_peer != nullptr) return side.family_peer->where;
  if (side.peer != nullptr) return side.peer->where;
  if (side.family != nullptr) return side.family->where;
  return side.bgp != nullptr ? side.bgp->where : Span{};
}

const BgpFamily* find_family(const Bgp& bgp, AddressFamily family) {
  const auto at = std::ranges::find_if(
      bgp.families, [family](const BgpFamily& it) { return it.family == family && !it.vpn_instance; });
  return at == bgp.families.end() ? nullptr : &*at;
}

bool expects(const BgpSide& side, const BgpSide& other) {
  return side.peer != nullptr && side.peer->as_number && other.bgp != nullptr &&
         **side.peer->as_number == *other.bgp->as_number;
}

}  // namespace

bool BgpSide::enabled() const {
  if (bgp == nullptr || peer == nullptr || family_peer == nullptr) return false;
  return *family_peer->enabled && !*peer->ignored && !*bgp->shutdown;
}

bool BgpSession::as_numbers_agree() const {
  return expects(a, b) && expects(b, a);
}

bool BgpSession::internal() const {
  return a.bgp != nullptr && b.bgp != nullptr && *a.bgp->as_number == *b.bgp->as_number;
}

BgpSessions::BgpSessions(const Network& net, const Locator& locator) {
  collect(net, locator, AddressFamily::Vpnv4);
  collect(net, locator, AddressFamily::Vpnv6);
  for (std::size_t i = 0; i < sessions_.size(); ++i) {
    const BgpSession& session = sessions_[i];
    by_device_.add(session.a.device, BgpSessionId{i});
    if (session.b.device.valid()) by_device_.add(session.b.device, BgpSessionId{i});
  }
  by_device_.seal();
}

void BgpSessions::collect(const Network& net, const Locator& locator, AddressFamily family) {
  FlatIndex<std::pair<DeviceId, IpAddress>, const BgpPeer*> peers;
  FlatIndex<Direction, const BgpPeer*> peers_to;
  FlatIndex<Direction, Naming> namings;
  const auto side = [&](DeviceId device, const BgpPeer* peer, Naming naming) {
    BgpSide result;
    result.device = device;
    result.bgp = device.valid() && net[device].bgp ? &*net[device].bgp : nullptr;
    result.peer = peer;
    result.family = naming.family;
    if (result.family == nullptr && result.bgp != nullptr) result.family = find_family(*result.bgp, family);
    result.family_peer = naming.family_peer;
    return result;
  };
  const auto add = [&](BgpSide a, BgpSide b, PeerState b_state) {
    BgpSession& session = sessions_.emplace_back();
    session.family = family;
    session.a = a;
    session.b = b;
    session.b_state = b_state;
    session.a_where = line_of(a);
    session.b_where = line_of(b);
  };

  for (std::size_t d = 0; d < net.devices.size(); ++d) {
    if (!net.devices[d].bgp) continue;
    for (const BgpPeer& peer : net.devices[d].bgp->peers) {
      peers.add({DeviceId{d}, *peer.address}, &peer);
      const DeviceId to = locator.owner_of(*peer.address).one();
      if (to.valid()) peers_to.add({DeviceId{d}, to}, &peer);
    }
  }
  peers.seal();
  peers_to.seal();
  const auto peer_of = [&](DeviceId device, const BgpFamilyPeer& it) {
    const auto found = peers.find({device, *it.address});
    return found.empty() ? nullptr : found.front();
  };
  for (std::size_t d = 0; d < net.devices.size(); ++d) {
    const DeviceId device{d};
    const BgpFamily* it = net[device].bgp ? find_family(*net[device].bgp, family) : nullptr;
    if (it == nullptr) continue;
    for (const BgpFamilyPeer& peer : it->peers) {
      const Located found = locator.owner_of(*peer.address);
      const DeviceId to = found.one();
      if (to == device) continue;
      if (to.valid()) {
        namings.add({device, to}, {it, &peer});
      } else {
        add(side(device, peer_of(device, peer), {it, &peer}), {}, state_of(found));
      }
    }
  }
  namings.seal();
  // Several peerings of the same two devices are taken in the order of their lines.
  namings.for_each_key([&](Direction from, std::span<const Naming> here) {
    const auto there = namings.find({from.second, from.first});
    if (from.second < from.first && !there.empty()) return;  // done from the other side
    const auto other_peers = peers_to.find({from.second, from.first});
    for (std::size_t i = 0; i < std::max(here.size(), there.size()); ++i) {
      const Naming one = i < here.size() ? here[i] : Naming{};
      const Naming other = i < there.size() ? there[i] : Naming{};
      const BgpPeer* one_peer = one.family_peer != nullptr ? peer_of(from.first, *one.family_peer) : nullptr;
      const BgpPeer* other_peer =
          other.family_peer != nullptr ? peer_of(from.second, *other.family_peer) : nullptr;
      if (other_peer == nullptr && i < other_peers.size()) other_peer = other_peers[i];
      add(side(from.first, one_peer, one), side(from.second, other_peer, other), PeerState::Seen);
    }
  });
}

}  // namespace holdfast::pairing
