#include "solver/replay/bfd.h"

#include <algorithm>

namespace holdfast::replay {
namespace {

std::string_view table_of(const MaybeFact<std::string>& instance) {
  return instance ? std::string_view(**instance) : std::string_view{};
}

// The device that has the address in the table of this name; invalid: none, or several.
DeviceId owner(const Network& net, const IpAddress& address, std::string_view table) {
  DeviceId result;
  bool several = false;
  for_each_interface(net, [&](PortRef port, const Interface& it) {
    if (table_of(it.vpn_instance) != table || !has_address(it, address)) return;
    several = several || (result.valid() && result != port.device);
    result = port.device;
  });
  return several ? DeviceId{} : result;
}

std::optional<IpAddress> source_of(const Network& net, DeviceId device, const BfdSession& session) {
  if (session.source) return **session.source;
  if (!session.interface) return std::nullopt;
  const PortRef port = find_port(net, device, **session.interface);
  if (!port.valid()) return std::nullopt;
  const auto own = primary_address(at(net, port), session.peer && (**session.peer).is_v6);
  return own ? std::optional(own->address) : std::nullopt;
}

template <class T>
bool mirror(const std::optional<T>& a, const std::optional<T>& b) {
  return a && b && **a == **b;
}

bool discriminators_mirror(const BfdSession& a, const BfdSession& b) {
  return mirror(a.local_discriminator, b.remote_discriminator) &&
         mirror(b.local_discriminator, a.remote_discriminator);
}

bool addresses_mirror(const BfdSession& a, const std::optional<IpAddress>& a_source, const BfdSession& b,
                      const std::optional<IpAddress>& b_source) {
  return a_source && b_source && **a.peer == *b_source && **b.peer == *a_source;
}

}  // namespace

Bfd::Bfd(const Network& net, const Cabling& cabling) {
  collect(net, cabling);
  const auto addressed = [](const Side& a, const Side& b) {
    return !*a.session->multicast_peer && !*b.session->multicast_peer && a.peer == b.ref.device &&
           b.peer == a.ref.device;
  };
  match(false, [&](const Side& a, const Side& b) {
    return addressed(a, b) && discriminators_mirror(*a.session, *b.session);
  });
  match(false, [&](const Side& a, const Side& b) {
    return addressed(a, b) && addresses_mirror(*a.session, a.source, *b.session, b.source);
  });
  match(false, [](const Side& a, const Side& b) {
    return a.far_port.valid() && a.far_port == b.own_port && b.far_port == a.own_port;
  });
  match(true, addressed);
}

void Bfd::collect(const Network& net, const Cabling& cabling) {
  for (std::size_t d = 0; d < net.devices.size(); ++d) {
    const DeviceId device{d};
    for (std::size_t i = 0; i < net[device].bfd_sessions.size(); ++i) {
      const BfdSession& session = net[device].bfd_sessions[i];
      Side side;
      side.ref = {device, i};
      side.session = &session;
      if (session.target != BfdTarget::PeerIp) continue;
      if (*session.multicast_peer) {
        const PortRef port = session.interface ? find_port(net, device, **session.interface) : PortRef{};
        if (port.valid()) side.own_port = main_port(net, port);
        if (port.valid()) side.far_port = cabling.far(side.own_port);
        side.peer = side.far_port.device;
      } else if (session.peer) {
        side.peer = owner(net, **session.peer, table_of(session.vpn_instance));
        side.source = source_of(net, device, session);
      }
      if (side.peer.valid() && side.peer != device) sides_.push_back(side);
    }
  }
}

template <class Fits>
std::vector<std::size_t> Bfd::candidates(std::size_t of, Fits fits) const {
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < sides_.size(); ++i) {
    if (i != of && sides_[i].other == kNone && fits(sides_[of], sides_[i])) result.push_back(i);
  }
  return result;
}

template <class Fits>
void Bfd::match(bool only_candidates, Fits fits) {
  for (std::size_t i = 0; i < sides_.size(); ++i) {
    if (sides_[i].other != kNone) continue;
    const std::vector<std::size_t> found = candidates(i, fits);
    if (found.empty()) continue;
    if (only_candidates && (found.size() > 1 || candidates(found.front(), fits).size() > 1)) continue;
    auto best = std::ranges::find_if(
        found, [&](std::size_t j) { return discriminators_mirror(*sides_[i].session, *sides_[j].session); });
    if (best == found.end()) best = found.begin();
    sides_[i].other = *best;
    sides_[*best].other = i;
  }
}

BfdRef Bfd::counterpart(BfdRef session) const {
  const auto found = std::ranges::find(sides_, session, &Side::ref);
  if (found == sides_.end() || found->other == kNone) return {};
  return sides_[found->other].ref;
}

bool Bfd::is_alone(BfdRef session) const {
  const auto own = std::ranges::find(sides_, session, &Side::ref);
  if (own == sides_.end() || *own->session->multicast_peer || *own->session->one_arm_echo) return false;
  return std::ranges::none_of(sides_, [&](const Side& it) {
    return it.other == kNone && it.ref.device == own->peer && it.peer == session.device;
  });
}

BfdStates::BfdStates(const RoutingSetup& setup, const Bfd& bfd, const PwEnds& ends,
                     const Interfaces& interfaces, const Routing& routing, const PwTransport& pws)
    : setup_(setup), bfd_(&bfd), ends_(&ends), interfaces_(&interfaces), routing_(&routing), pws_(&pws) {}

State BfdStates::named(DeviceId device, std::string_view name) const {
  const auto& all = setup_.net[device].bfd_sessions;
  const auto found = std::ranges::find(all, name, &BfdSession::name);
  if (found == all.end()) return unknown({DoubtKind::BfdSession, device, {}});
  return of({device, static_cast<std::size_t>(found - all.begin())});
}

State BfdStates::with_discriminator(DeviceId device, std::uint32_t local) const {
  const auto& all = setup_.net[device].bfd_sessions;
  const auto found = std::ranges::find_if(all, [local](const BfdSession& it) {
    return it.local_discriminator && **it.local_discriminator == local;
  });
  if (found == all.end()) return unknown({DoubtKind::BfdSession, device, {}});
  return of({device, static_cast<std::size_t>(found - all.begin())});
}

EndId BfdStates::bound_pw(BfdRef ref) const {
  const BfdSession& session = setup_.net[ref.device].bfd_sessions[ref.index];
  if (session.target == BfdTarget::Pw && session.interface) {
    const PortRef ac = find_port(setup_.net, ref.device, **session.interface);
    const AcPws* pws = ac.valid() ? ends_->at(ac) : nullptr;
    if (pws == nullptr) return {};
    return *session.secondary_pw ? pws->secondary : pws->primary;
  }
  if (session.target != BfdTarget::VsiPw || !session.vsi || !session.peer) return {};
  const auto& vsis = setup_.net[ref.device].vsis;
  const auto vsi = std::ranges::find(vsis, **session.vsi, &Vsi::name);
  if (vsi == vsis.end()) return {};
  for (const EndId id : ends_->of_vsi(ref.device, static_cast<std::size_t>(vsi - vsis.begin()))) {
    const PwEnd& end = (*ends_)[id];
    if (session.vc_id && end.vc_id != **session.vc_id) continue;
    if (ip(*end.peer) == **session.peer) return id;
  }
  return {};
}

State BfdStates::of(BfdRef ref) const {
  if (!interfaces_->node(ref.device).up()) return kDown;
  const EndId pw = bound_pw(ref);
  if (pw.valid()) return pws_->of(pw);
  const BfdRef there = bfd_->counterpart(ref);
  if (there.device.valid()) return addressed(ref, there);
  if (bfd_->is_alone(ref)) return kDown;
  return unknown({DoubtKind::BfdSession, ref.device, setup_.net[ref.device].bfd_sessions[ref.index].where});
}

// What one device does for its side: the interface that it is bound to, and the way to the other address.
State BfdStates::one_side(DeviceId device, const BfdSession& session) const {
  State result = known(*setup_.net[device].bfd && !*session.shutdown);
  if (session.interface) {
    const PortRef port = find_port(setup_.net, device, **session.interface);
    result = both(result, port.valid() ? interfaces_->state(port) : kDown);
  }
  if (*session.multicast_peer) return result;
  return both(result, routing_->reaches(device, **session.peer, table_of(session.vpn_instance)));
}

// Of two sessions that state one local discriminator the device takes one, and nobody says which.
bool BfdStates::is_the_only_one(BfdRef ref) const {
  const auto& all = setup_.net[ref.device].bfd_sessions;
  const BfdSession& session = all[ref.index];
  if (*session.automatic || !session.local_discriminator) return true;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i == ref.index || *all[i].automatic || !all[i].local_discriminator) continue;
    if (**all[i].local_discriminator == **session.local_discriminator) return false;
  }
  return true;
}

State BfdStates::addressed(BfdRef here, BfdRef there) const {
  const BfdSession& a = setup_.net[here.device].bfd_sessions[here.index];
  const BfdSession& b = setup_.net[there.device].bfd_sessions[there.index];
  if (!discriminators_mirror(a, b) && !(*a.automatic && *b.automatic)) return kDown;
  const auto a_source = source_of(setup_.net, here.device, a);
  const auto b_source = source_of(setup_.net, there.device, b);
  const bool multicast = *a.multicast_peer;
  if (!multicast && a_source && **b.peer != *a_source) return kDown;
  if (!multicast && b_source && **a.peer != *b_source) return kDown;
  for (const BfdRef end : {here, there}) {
    if (!is_the_only_one(end)) {
      return both(unknown({DoubtKind::BfdSession, end.device, {}}),
                  both(one_side(here.device, a), one_side(there.device, b)));
    }
  }
  return both(one_side(here.device, a), one_side(there.device, b));
}

}  // namespace holdfast::replay
