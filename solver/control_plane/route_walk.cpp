#include "solver/control_plane/route_walk.h"

#include <algorithm>
#include <limits>

namespace holdfast::control_plane {
namespace {

constexpr std::uint32_t kAnyPreference = std::numeric_limits<std::uint32_t>::max();

State best_of(std::vector<State> states) {
  State result = std::move(states.front());
  for (std::size_t i = 1; i < states.size(); ++i) result = either(std::move(result), states[i]);
  return result;
}

}  // namespace

// A way that comes back to a device that it has left does not arrive.
State Routes::Walk::from(DeviceId device) {
  const auto [at, is_new] = answers_.try_emplace(device.index);
  if (!is_new) return at->second ? *at->second : always(Tri::Down);
  State result = device == target_.port.device ? at_owner() : decide(device);
  answers_[device.index] = result;
  return result;
}

State Routes::Walk::at_owner() {
  State up = r_.interfaces_.up(target_.port, failed_);
  if (carriage_ == Carriage::Packets) return up;
  if (carriage_ == Carriage::SrMpls) {
    const Interface& it = net_[target_.port];
    const bool has_sid = (it.ospf && it.ospf->prefix_sid) || (it.isis && it.isis->prefix_sid);
    return has_sid ? up : always(Tri::Down);
  }
  const Mpls& mpls = net_[target_.port.device].mpls;
  const bool none = mpls.lsp_trigger && **mpls.lsp_trigger == "none";
  return *mpls.ldp && *mpls.enabled && !none ? up : always(Tri::Down);
}

std::optional<State> Routes::Walk::connected(DeviceId device) {
  if (carriage_ != Carriage::Packets) return std::nullopt;
  for (const AdjacencyId id : r_.adjacencies_.of_device(device)) {
    const Adjacency& it = r_.adjacencies_[id];
    if (it.a != target_.port && it.b != target_.port) continue;
    State state = r_.adjacencies_.traced(id, failed_);
    if (state.value == Tri::Down) continue;
    taken_[device.index] = {it.other(target_.port), target_.port};
    return state;
  }
  return std::nullopt;
}

State Routes::Walk::decide(DeviceId device) {
  if (std::optional<State> direct = connected(device)) return *std::move(direct);
  Statics statics;
  if (r_.has_statics_[device.index]) statics.candidates = statics_of(device);
  // Where a route may or may not be there, only what both cases come to is certain.
  const auto with = [&](State state) {
    state.support |= statics.looked_at;
    for (const State& other : statics.uncertain) {
      if (other.value != state.value) state.value = Tri::Unknown;
      state.support |= other.support;
    }
    return state;
  };
  if (auto found = by_static(device, statics, target_.length + 1, kAnyPreference)) return with(*found);
  const ByIgp igp = best_legs(device);
  statics.looked_at |= igp.looked_at;
  const std::uint32_t rival = igp.legs.empty() ? kAnyPreference : igp.preference;
  if (auto found = by_static(device, statics, target_.length, rival)) return with(*found);
  const auto follow_all = [&](const std::vector<Leg>& legs) {
    std::vector<State> states;
    states.reserve(legs.size());
    for (const Leg& leg : legs) states.push_back(follow(leg));
    return with(best_of(std::move(states)));
  };
  if (!igp.legs.empty()) return follow_all(igp.legs);
  const bool host_routes_only = carriage_ != Carriage::Packets && !*net_[device].mpls.longest_match;
  if (!host_routes_only) {
    if (auto found = by_static(device, statics, 0, kAnyPreference)) return with(*found);
    if (const std::vector<Leg> legs = default_legs(device); !legs.empty()) return follow_all(legs);
  }
  return with(redistributed(device));
}

std::vector<WayHop> Routes::Walk::hops(DeviceId from) const {
  std::vector<WayHop> result;
  DeviceId at = from;
  while (at != target_.port.device && result.size() <= taken_.size()) {
    const auto hop = taken_.find(at.index);
    if (hop == taken_.end()) break;
    result.push_back(hop->second);
    at = hop->second.in.device;
  }
  return result;
}

}  // namespace holdfast::control_plane
