#include "solver/pairing/bfd_pairs.h"

#include <algorithm>
#include <optional>

namespace holdfast::pairing {
namespace {

std::string_view table_of(const BfdSession& session) {
  return session.vpn_instance ? std::string_view(session.vpn_instance->value) : std::string_view{};
}

bool is_peer_ip(const BfdSession& session) {
  return session.target == BfdTarget::PeerIp && session.peer && !*session.multicast_peer;
}

// Where a session for a tunnel goes: to the tunnel's destination.
std::optional<IpAddress> peer_address(const Device& device, const BfdSession& session) {
  if (session.peer) return session.peer->value;
  if (!session.interface) return std::nullopt;
  const InterfaceId id = device.find_interface(**session.interface);
  if (!id.valid() || !device[id].tunnel || !device[id].tunnel->destination) return std::nullopt;
  return device[id].tunnel->destination->value;
}

// The address that a session is sent from, as far as its configuration shows it: stated, else the primary
// address of the outgoing interface.
std::optional<IpAddress> source_address(const Device& device, const BfdSession& session) {
  if (session.source) return session.source->value;
  if (!session.interface || !session.peer) return std::nullopt;
  const InterfaceId id = device.find_interface(**session.interface);
  if (!id.valid()) return std::nullopt;
  for (const Fact<InterfaceAddress>& address : device[id].addresses) {
    const bool same_family = address->prefix.address.is_v6 == session.peer->value.is_v6;
    if (same_family && !address->secondary) return address->prefix.address;
  }
  return std::nullopt;
}

// The end that `bind pw interface I [secondary]` or `bind pw vsi V peer P [vc-id C]` means.
PwEndId bound_end(const Network& net, DeviceId device, const PwEnds& ends, const BfdSession& session) {
  if (session.target == BfdTarget::Pw && session.interface) {
    const PortRef ac{device, net[device].find_interface(**session.interface)};
    if (!ac.valid()) return {};
    for (const PwEnd& end : ends.of_ac(ac)) {
      const bool wanted = *session.secondary_pw ? end.is_role(PwRole::Secondary)
                                                : end.is_role(PwRole::Primary) || end.is_role(PwRole::Admin);
      if (wanted) return end.id;
    }
  }
  if (session.target == BfdTarget::VsiPw && session.vsi && session.peer) {
    for (std::uint32_t i = 0; i < net[device].vsis.size(); ++i) {
      if (net[device].vsis[i].name != **session.vsi) continue;
      for (const PwEnd& end : ends.of_vsi({device, i})) {
        const bool same_vc_id = !session.vc_id || (end.vc_id != nullptr && **end.vc_id == **session.vc_id);
        if (same_vc_id && ip(**end.peer) == **session.peer) return end.id;
      }
    }
  }
  return {};
}

}  // namespace

bool discriminators_mirror(const BfdSession& a, const BfdSession& b) {
  return a.local_discriminator && a.remote_discriminator && b.local_discriminator && b.remote_discriminator &&
         **a.local_discriminator == **b.remote_discriminator &&
         **b.local_discriminator == **a.remote_discriminator;
}

BfdPairs::BfdPairs(const Network& net, const Locator& locator, const PwEnds& ends, const Links& links)
    : net_(&net), ends_(&ends), links_(&links) {
  for (std::size_t d = 0; d < net.devices.size(); ++d) {
    const DeviceId device{d};
    first_of_device_.push_back(static_cast<std::uint32_t>(sessions_.size()));
    for (std::uint32_t i = 0; i < net[device].bfd_sessions.size(); ++i) sessions_.push_back({device, i});
  }
  first_of_device_.push_back(static_cast<std::uint32_t>(sessions_.size()));
  peers_.resize(sessions_.size());
  locate_peers(locator, ends, links);
  // Discriminators go before addresses: two sessions between the same addresses are told apart by nothing
  // else.
  match(BfdMatch::Pw);
  match(BfdMatch::Discriminators);
  match(BfdMatch::Mirrored);
  match(BfdMatch::Link);
  match(BfdMatch::Addresses);
}

void BfdPairs::locate_peers(const Locator& locator, const PwEnds& ends, const Links& links) {
  for (const BfdRef ref : sessions_) {
    const BfdSession& session = get(*net_, ref);
    BfdPeer& peer = peers_[position(ref)];
    peer.pw = bound_end(*net_, ref.device, ends, session);
    if (peer.pw.valid()) {
      by_pw_.add(peer.pw, ref);
      peer.state = ends.peer(peer.pw).state;
      peer.device = ends.peer(peer.pw).device;
      // The PW's other end may lie behind switching SPEs.
      const PwEnd* other = ends.counterpart(peer.pw);
      if (other != nullptr && other->kind == PwEndKind::Segment) {
        const PwEndId far = ends.chains(peer.pw).front().far();
        if (far.valid()) peer.device = ends[far].device;
      }
    } else if (*session.multicast_peer) {
      const InterfaceId port =
          session.interface ? (*net_)[ref.device].find_interface(**session.interface) : InterfaceId{};
      const PortRef far = port.valid() ? links.far_end({ref.device, port}) : PortRef{};
      peer.state = far.valid() ? PeerState::Seen : PeerState::None;
      peer.device = far.device;
      if (far.valid()) by_port_.add(links.far_end(far), ref);
    } else if (const auto address = peer_address((*net_)[ref.device], session)) {
      const Located found = locator.owner_of(*address, table_of(session));
      peer.state = state_of(found);
      peer.device = found.one();
    }
    if (peer.device == ref.device) peer.device = {};
    if (peer.device.valid()) by_direction_.add({ref.device, peer.device}, ref);
    if (is_peer_ip(session)) by_peer_ip_.add({ref.device, session.peer->value}, ref);
    if (session.local_discriminator) by_local_.add({ref.device, **session.local_discriminator}, ref);
  }
  by_pw_.seal();
  by_port_.seal();
  by_direction_.seal();
  by_peer_ip_.seal();
  by_local_.seal();
}

// Sessions on the peer that would be the other end by this criterion.
std::vector<BfdRef> BfdPairs::candidates(BfdRef of, BfdMatch how) const {
  const BfdSession& session = get(*net_, of);
  const BfdPeer& here = peer(of);
  std::vector<BfdRef> result;
  if (here.counterpart.valid() || !here.device.valid()) return result;
  const auto take = [&](std::span<const BfdRef> found) {
    for (const BfdRef other : found) {
      const BfdPeer& there = peer(other);
      const bool names_back = there.device == of.device && other.device == here.device;
      if (names_back && !there.counterpart.valid() && other != of) result.push_back(other);
    }
  };
  switch (how) {
    case BfdMatch::Pw: {
      const PwEnd* counterpart = here.pw.valid() ? ends_->counterpart(here.pw) : nullptr;
      if (counterpart == nullptr) break;
      const bool segment = counterpart->kind == PwEndKind::Segment;
      take(by_pw_.find(segment ? ends_->chains(here.pw).front().far() : counterpart->id));
      break;
    }
    case BfdMatch::Mirrored: {
      if (!is_peer_ip(session)) break;
      const auto source = source_address((*net_)[of.device], session);
      if (!source) break;
      take(by_peer_ip_.find({here.device, *source}));
      std::erase_if(result, [&](BfdRef other) {
        return source_address((*net_)[other.device], get(*net_, other)) != session.peer->value;
      });
      break;
    }
    case BfdMatch::Link:
      if (*session.multicast_peer) {
        const PortRef port{of.device, (*net_)[of.device].find_interface(**session.interface)};
        take(by_port_.find(links_->far_end(port)));
      }
      break;
    case BfdMatch::Discriminators:
      if (session.remote_discriminator) take(by_local_.find({here.device, **session.remote_discriminator}));
      std::erase_if(result, [&](BfdRef other) { return !discriminators_mirror(session, get(*net_, other)); });
      break;
    case BfdMatch::Addresses:
      if (is_peer_ip(session)) take(by_direction_.find({here.device, of.device}));
      std::erase_if(result, [&](BfdRef other) { return !is_peer_ip(get(*net_, other)); });
      break;
    case BfdMatch::None:
      break;
  }
  return result;
}

// Joins what fits. Several candidates: the one whose discriminators mirror; by addresses alone, none unless
// it is the only one on both sides.
void BfdPairs::match(BfdMatch how) {
  for (const BfdRef here : sessions_) {
    const std::vector<BfdRef> found = candidates(here, how);
    if (found.empty()) continue;
    auto chosen = std::ranges::find_if(
        found, [&](BfdRef other) { return discriminators_mirror(get(*net_, here), get(*net_, other)); });
    if (chosen == found.end()) {
      if (how == BfdMatch::Addresses && (found.size() > 1 || candidates(found.front(), how).size() > 1))
        continue;
      chosen = found.begin();
    }
    BfdPeer& one = peers_[position(here)];
    BfdPeer& other = peers_[position(*chosen)];
    one.counterpart = *chosen;
    other.counterpart = here;
    one.match = other.match = how;
  }
}

const BfdPeer& BfdPairs::peer(BfdRef session) const {
  return peers_[position(session)];
}

std::vector<BfdRef> BfdPairs::near_misses(BfdRef session) const {
  std::vector<BfdRef> result;
  const DeviceId device = peer(session).device;
  if (!device.valid()) return result;
  for (const BfdRef other : by_direction_.find({device, session.device})) {
    if (!peer(other).counterpart.valid()) result.push_back(other);
  }
  return result;
}

BfdRef BfdPairs::find(DeviceId device, std::string_view name) const {
  const auto& sessions = (*net_)[device].bfd_sessions;
  const auto at = std::ranges::find(sessions, name, &BfdSession::name);
  if (at == sessions.end()) return {};
  return {device, static_cast<std::uint32_t>(at - sessions.begin())};
}

}  // namespace holdfast::pairing
