#include <algorithm>
#include <tuple>

#include "solver/control_plane/route_walk.h"

namespace holdfast::control_plane {

std::vector<const StaticRoute*> Routes::Walk::statics_of(DeviceId device) const {
  std::vector<const StaticRoute*> result;
  for (const StaticRoute& it : net_[device].static_routes) {
    if (!it.vpn_instance && !it.destination->address.is_v6 && it.destination->contains(ip(target_.address))) {
      result.push_back(&it);
    }
  }
  std::ranges::stable_sort(result, [](const StaticRoute* a, const StaticRoute* b) {
    return std::tuple(-int{a->destination->length}, *a->preference) <
           std::tuple(-int{b->destination->length}, *b->preference);
  });
  return result;
}

// Takes the candidates of at least that length off the list; follows the best of those that are there, if
// their preference is better.
std::optional<State> Routes::Walk::by_static(DeviceId device, Statics& statics, int least_length,
                                             std::uint32_t better_than) {
  std::optional<State> found;
  const StaticRoute* best = nullptr;
  auto& candidates = statics.candidates;
  while (!candidates.empty() && int{candidates.front()->destination->length} >= least_length) {
    const StaticRoute& route = *candidates.front();
    const bool as_good = best == nullptr || (route.destination->length == best->destination->length &&
                                             *route.preference == *best->preference);
    if (!as_good) break;
    candidates.erase(candidates.begin());
    if (*route.preference >= better_than) continue;
    const State there = usable(device, route);
    if (there.value == Tri::Down) {
      statics.looked_at |= there.support;
      continue;
    }
    State way = follow_static(device, route);
    way.support |= there.support;
    if (there.value == Tri::Unknown) {
      statics.uncertain.push_back(std::move(way));
      continue;
    }
    best = &route;
    found = found ? either(*std::move(found), way) : std::move(way);
  }
  return found;
}

State Routes::Walk::usable(DeviceId device, const StaticRoute& route) {
  State result = always(Tri::Up);
  if (route.tracked && **route.tracked) return always(Tri::Unknown);
  if (route.interface) {
    const InterfaceId out = net_[device].find_interface(**route.interface);
    if (!out.valid()) return always(Tri::Down);
    result = both(std::move(result), r_.interfaces_.up({device, out}, failed_));
  }
  if (route.next_hop) {
    State next = always(Tri::Down);
    for (const AdjacencyId id : r_.adjacencies_.of_device(device)) {
      const Adjacency& it = r_.adjacencies_[id];
      const bool ours = it.a.device == device;
      if (ip(ours ? it.b_address : it.a_address) != **route.next_hop) continue;
      next = either(std::move(next), r_.adjacencies_.traced(id, failed_));
    }
    result = both(std::move(result), next);
  }
  if (route.bfd_session) {
    const pairing::BfdRef session = net_.bfd().find(device, **route.bfd_session);
    const bool known = session.valid() && r_.tracking_;
    result = both(std::move(result), known ? r_.tracking_(session, failed_) : always(Tri::Unknown));
  }
  return result;
}

State Routes::Walk::follow_static(DeviceId device, const StaticRoute& route) {
  State result = always(Tri::Down);
  for (const AdjacencyId id : r_.adjacencies_.of_device(device)) {
    const Adjacency& it = r_.adjacencies_[id];
    const bool ours = it.a.device == device;
    const PortRef out = ours ? it.a : it.b;
    const PortRef in = ours ? it.b : it.a;
    if (route.next_hop && ip(ours ? it.b_address : it.a_address) != **route.next_hop) continue;
    if (route.interface && net_[out].name != **route.interface) continue;
    if (carriage_ == Carriage::Ldp &&
        !(runs_ldp(net_[device], net_[out]) && runs_ldp(net_[in.device], net_[in]))) {
      continue;
    }
    if (carriage_ == Carriage::SrMpls) continue;
    State way = both(r_.adjacencies_.traced(id, failed_), from(in.device));
    if (carriage_ == Carriage::Ldp && way.value != Tri::Down)
      way = both(std::move(way), session_between(device, in.device));
    if (way.value > result.value) taken_[device.index] = {out, in};
    result = either(std::move(result), way);
  }
  return result;
}

}  // namespace holdfast::control_plane
