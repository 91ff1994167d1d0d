#include "solver/control_plane/ldp_sessions.h"

#include <algorithm>

namespace holdfast::control_plane {

bool begins_session(const pairing::Pairing& net, DeviceId here, DeviceId there) {
  const std::optional<Ipv4> peer = net.locator().lsr_id(there);
  return *net[here].mpls.auto_create_session ||
         std::ranges::any_of(net[here].mpls.remote_peers,
                             [&](const LdpRemotePeer& it) { return it.remote_ip && **it.remote_ip == peer; });
}

bool targeted(const pairing::Pairing& net, DeviceId a, DeviceId b) {
  const auto takes = [&](DeviceId here) { return *net[here].mpls.accept_target_hello; };
  const bool a_begins = begins_session(net, a, b);
  const bool b_begins = begins_session(net, b, a);
  return (a_begins && (b_begins || takes(b))) || (b_begins && takes(a));
}

State LdpSessions::neighbours(DeviceId a, DeviceId b, Failed failed) {
  State result = always(Tri::Down);
  for (const AdjacencyId id : routes_.adjacencies().of_device(a)) {
    const Adjacency& it = routes_.adjacencies()[id];
    if (it.a.device != b && it.b.device != b) continue;
    const bool ldp = runs_ldp(net_[it.a.device], net_[it.a]) && runs_ldp(net_[it.b.device], net_[it.b]);
    if (ldp) result = either(std::move(result), routes_.adjacencies().traced(id, failed));
  }
  return result;
}

State LdpSessions::up(DeviceId a, DeviceId b, Failed failed) {
  if (b < a) std::swap(a, b);
  const auto evaluate = [&](Failed under) {
    const auto a_id = net_.locator().lsr_id(a);
    const auto b_id = net_.locator().lsr_id(b);
    const auto runs = [this](DeviceId it) { return *net_[it].mpls.enabled && *net_[it].mpls.ldp; };
    if (!a_id || !b_id || !runs(a) || !runs(b)) return always(Tri::Down);
    State met = targeted(net_, a, b) ? always(Tri::Up) : neighbours(a, b, under);
    if (met.value == Tri::Down) return met;
    return all_of(met, routes_.reach(a, ip(*b_id), under), routes_.reach(b, ip(*a_id), under));
  };
  return memo_[{a, b}].get(failed, evaluate);
}

}  // namespace holdfast::control_plane
