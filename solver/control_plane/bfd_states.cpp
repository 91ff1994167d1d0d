#include "solver/control_plane/bfd_states.h"

#include <algorithm>

namespace holdfast::control_plane {
namespace {

// A stated source is the address that the other end sends to.
bool sources_agree(const BfdSession& one, const BfdSession& other) {
  return !one.source || !other.peer || **one.source == **other.peer;
}

}  // namespace

State BfdStates::up(pairing::BfdRef session, Failed failed) {
  if (std::ranges::find(asked_, session) != asked_.end()) return always(Tri::Unknown);
  const BfdSession& it = net_[session];
  const pairing::BfdPeer& peer = net_.bfd().peer(session);
  if (it.target != BfdTarget::PeerIp || !peer.counterpart.valid()) return always(Tri::Unknown);
  const BfdSession& other = net_[peer.counterpart];
  const bool automatic = *it.automatic && *other.automatic;
  const bool agree = automatic || pairing::discriminators_mirror(it, other);
  const bool on =
      *net_[session.device].bfd && *net_[peer.counterpart.device].bfd && !*it.shutdown && !*other.shutdown;
  const bool mirrored = sources_agree(it, other) && sources_agree(other, it);
  if (!agree || !on || !mirrored) return always(Tri::Down);
  asked_.push_back(session);
  State result = all_of(end_up(session, peer.counterpart, failed), end_up(peer.counterpart, session, failed),
                        routes_.interfaces().device_up(session.device, failed),
                        routes_.interfaces().device_up(peer.counterpart.device, failed));
  asked_.pop_back();
  return result;
}

State BfdStates::end_up(pairing::BfdRef session, pairing::BfdRef other, Failed failed) {
  const BfdSession& it = net_[session];
  if (it.interface) {
    const InterfaceId out = net_[session.device].find_interface(**it.interface);
    return out.valid() ? routes_.interfaces().up({session.device, out}, failed) : always(Tri::Down);
  }
  if (it.vpn_instance || !it.peer) return always(Tri::Unknown);
  if (net_.locator().owns(other.device, **it.peer)) return routes_.reach(session.device, **it.peer, failed);
  return always(Tri::Down);
}

}  // namespace holdfast::control_plane
