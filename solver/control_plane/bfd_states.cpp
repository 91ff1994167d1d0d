#include "solver/control_plane/bfd_states.h"

#include <algorithm>

namespace holdfast::control_plane {
namespace {

// A stated source is the address that the other end sends to.
bool sources_agree(const BfdSession& one, const BfdSession& other) {
  return !one.source || !other.peer || **one.source == **other.peer;
}

// Which of two sessions with one discriminator the device takes is not documented.
Tri has_discriminator(const Device& device, const BfdSession& session) {
  if (*session.automatic || !session.local_discriminator) return Tri::Up;
  const auto same = std::ranges::count_if(device.bfd_sessions, [&](const BfdSession& it) {
    return !*it.automatic && it.local_discriminator &&
           **it.local_discriminator == **session.local_discriminator;
  });
  return same > 1 ? Tri::Unknown : Tri::Up;
}

}  // namespace

BfdStates::BfdStates(const pairing::Pairing& net, const FailureUniverse& universe, Routes& routes)
    : net_(net), universe_(universe), routes_(routes) {
  const auto& devices = net.network().devices;
  for (std::size_t d = 0; d < devices.size(); ++d) {
    for (const StaticRoute& route : devices[d].static_routes) {
      if (route.vpn_instance || !route.bfd_session) continue;
      const pairing::BfdRef session = net.bfd().find(DeviceId{d}, **route.bfd_session);
      if (session.valid()) tracked_.push_back(session);
    }
  }
  std::ranges::sort(tracked_);
  tracked_.erase(std::unique(tracked_.begin(), tracked_.end()), tracked_.end());
  routes.set_tracking([this](pairing::BfdRef session, Failed failed) { return up(session, failed); });
}

BfdStates::~BfdStates() = default;

std::vector<pairing::BfdRef> BfdStates::restless(Failed failed) {
  return tracked_.empty() ? std::vector<pairing::BfdRef>() : settle(failed).restless;
}

State BfdStates::up(pairing::BfdRef session, Failed failed) {
  if (!std::ranges::binary_search(tracked_, session)) return evaluate(session, routes_, failed);
  return settle(failed).sessions.at(session);
}

bool BfdStates::settles(Failed failed) {
  return tracked_.empty() || !settle(failed).flapping;
}

State BfdStates::evaluate(pairing::BfdRef session, Routes& routes, Failed failed) const {
  const BfdSession& it = net_[session];
  const pairing::BfdPeer& peer = net_.bfd().peer(session);
  if (it.target != BfdTarget::PeerIp) return always(Tri::Unknown);
  if (!peer.counterpart.valid()) return always(is_alone(session) ? Tri::Down : Tri::Unknown);
  const BfdSession& other = net_[peer.counterpart];
  const bool automatic = *it.automatic && *other.automatic;
  const bool agree = automatic || pairing::discriminators_mirror(it, other);
  const bool on =
      *net_[session.device].bfd && *net_[peer.counterpart.device].bfd && !*it.shutdown && !*other.shutdown;
  if (!agree || !on || !sources_agree(it, other) || !sources_agree(other, it)) return always(Tri::Down);
  const Tri taken =
      has_discriminator(net_[session.device], it) && has_discriminator(net_[peer.counterpart.device], other);
  return all_of(always(taken), routes.interfaces().device_up(session.device, failed),
                routes.interfaces().device_up(peer.counterpart.device, failed),
                end_up(session, peer.counterpart, routes, failed),
                end_up(peer.counterpart, session, routes, failed));
}

// A session that its peer, which is seen, has no session to match with.
bool BfdStates::is_alone(pairing::BfdRef session) const {
  const BfdSession& it = net_[session];
  const pairing::BfdPeer& peer = net_.bfd().peer(session);
  return peer.state == pairing::PeerState::Seen && peer.device.valid() && !*it.multicast_peer &&
         !*it.one_arm_echo && net_.bfd().near_misses(session).empty();
}

State BfdStates::end_up(pairing::BfdRef session, pairing::BfdRef other, Routes& routes, Failed failed) const {
  const BfdSession& it = net_[session];
  State out = always(Tri::Up);
  if (it.interface) {
    const InterfaceId id = net_[session.device].find_interface(**it.interface);
    out = id.valid() ? routes.interfaces().up({session.device, id}, failed) : always(Tri::Down);
  }
  if (*it.multicast_peer) return out;
  if (it.vpn_instance || !it.peer) return both(std::move(out), always(Tri::Unknown));
  if (!net_.locator().owns(other.device, **it.peer)) return always(Tri::Down);
  return both(std::move(out), routes.reach(session.device, **it.peer, failed));
}

BfdStates::Settled BfdStates::step(const Settled& before, Failed failed) {
  if (!trial_) trial_ = std::make_unique<Routes>(net_, universe_);
  trial_->forget();
  trial_->set_tracking([&before](pairing::BfdRef session, Failed) {
    const auto known = before.sessions.find(session);
    return known != before.sessions.end() ? known->second : always(Tri::Unknown);
  });
  Settled after;
  for (const pairing::BfdRef session : tracked_) after.sessions[session] = evaluate(session, *trial_, failed);
  return after;
}

BfdStates::Settled BfdStates::settle(Failed failed) {
  const FailureSet key(failed.elements().begin(), failed.elements().end());
  if (const auto known = settled_.find(key); known != settled_.end()) return known->second;
  Settled now;
  for (const pairing::BfdRef session : tracked_) now.sessions[session] = always(Tri::Up);
  const std::size_t most_rounds = 8 + 4 * tracked_.size();
  std::size_t round = 0;
  for (; round < most_rounds; ++round) {
    Settled next = step(now, Failed(key));
    bool changed = false;
    for (auto& [session, state] : next.sessions)
      changed = changed || state.value != now.sessions[session].value;
    if (!changed) {
      // The values stay: what they rest on is gathered until it stays as well.
      for (auto& [session, state] : next.sessions) {
        state.support |= now.sessions[session].support;
        changed = changed || !(state.support == now.sessions[session].support);
      }
    }
    now = std::move(next);
    if (!changed) break;
  }
  if (round == most_rounds) {
    now.flapping = true;
    const Settled next = step(now, Failed(key));
    for (const auto& [session, state] : next.sessions) {
      if (state.value != now.sessions[session].value) now.restless.push_back(session);
    }
    for (auto& [session, state] : now.sessions) state.value = Tri::Unknown;
  }
  return settled_.emplace(key, std::move(now)).first->second;
}

}  // namespace holdfast::control_plane
