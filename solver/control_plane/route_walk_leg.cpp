#include <algorithm>

#include "solver/control_plane/route_walk.h"

namespace holdfast::control_plane {
namespace {

constexpr std::uint32_t kLevel1 = 1;

}  // namespace

// Whether a device that an area's or level's best way leads through decides anew where to send: it has static
// routes, or another process, area or level may know better.
bool Routes::Walk::decides_alone(IgpNodeId node, const Leg& leg) const {
  const IgpNode& it = r_.igp_[node];
  if (node == leg.start) return false;
  if (r_.has_statics_[it.device.index]) return true;
  const auto own = r_.igp_.of_device(it.device);
  if (own.size() == 1) return false;
  const IgpNode& first = r_.igp_[own.front()];
  if (first.protocol != it.protocol || first.process != it.process) return true;
  if (it.protocol == IgpProtocol::Isis && it.area == kLevel1 && !leg.leaves) return false;
  return std::ranges::any_of(own, [&](IgpNodeId other) {
    const IgpNode& there = r_.igp_[other];
    if (other == node || there.protocol != it.protocol || there.process != it.process) return false;
    return leg.leaves || announced_in(there.graph);
  });
}

// The support of one best way from a node to the leg's end.
Support Routes::Walk::path_support(const Leg& leg, IgpNodeId from) {
  Support result;
  IgpNodeId at = from;
  for (const DagHop& hop : leg.dag.hops) {
    if (hop.from != at || at == leg.end) continue;
    result |= r_.adjacencies_.traced(hop.edge->adjacency, failed_).support;
    at = hop.edge->to;
  }
  return result;
}

// Within one area or level that announces both LSR IDs, neighbours over an adjacency reach each other's.
bool Routes::Walk::lsr_ids_known(IgpNodeId a, IgpNodeId b) const {
  return r_.announces_lsr_id(a) && r_.announces_lsr_id(b);
}

// LDP neighbours have a session when each reaches the other's LSR ID.
State Routes::Walk::session_between(DeviceId a, DeviceId b) {
  const auto id_a = net_.locator().lsr_id(a);
  const auto id_b = net_.locator().lsr_id(b);
  if (!id_a || !id_b) return always(Tri::Down);
  return both(r_.reach(a, ip(*id_b), failed_), r_.reach(b, ip(*id_a), failed_));
}

State Routes::Walk::carried(const DagHop& hop) {
  State link = r_.adjacencies_.traced(hop.edge->adjacency, failed_);
  const IgpNode& here = r_.igp_[hop.from];
  const IgpNode& there = r_.igp_[hop.edge->to];
  switch (carriage_) {
    case Carriage::Packets:
      return link;
    case Carriage::Ldp: {
      if (!hop.edge->ldp) return always(Tri::Down);
      if (lsr_ids_known(hop.from, hop.edge->to)) return link;
      return both(std::move(link), session_between(here.device, there.device));
    }
    case Carriage::SrMpls:
      return r_.segment_routing(hop.from) && r_.segment_routing(hop.edge->to) ? link : always(Tri::Down);
  }
  return link;
}

void Routes::Walk::take(const DagHop& hop) {
  const Adjacency& link = r_.adjacencies_[hop.edge->adjacency];
  const PortRef out = link.a.device == r_.igp_[hop.from].device ? link.a : link.b;
  taken_[out.device.index] = {out, link.other(out)};
}

State Routes::Walk::follow(const Leg& leg) {
  if (std::optional<State> plain = follow_plainly(leg)) return *std::move(plain);
  return follow_step_by_step(leg);
}

State Routes::Walk::follow_step_by_step(const Leg& leg) {
  std::unordered_map<std::uint32_t, State> arrives;  // by node
  arrives[leg.end.index] = from(r_.igp_[leg.end].device);
  if (leg.start == leg.end) return arrives[leg.end.index];
  bool decided_elsewhere = false;
  for (auto hop = leg.dag.hops.rbegin(); hop != leg.dag.hops.rend(); ++hop) {
    const IgpNodeId next = hop->edge->to;
    if (next != leg.end && decides_alone(next, leg)) {
      decided_elsewhere = true;
      State own = from(r_.igp_[next].device);
      own.support |= path_support(leg, next);
      arrives[next.index] = std::move(own);
    }
    const auto beyond = arrives.find(next.index);
    if (beyond == arrives.end()) continue;
    State way = both(carried(*hop), beyond->second);
    const auto [at, is_new] = arrives.try_emplace(hop->from.index, State{Tri::Down, {}});
    const bool better = is_new || way.value > at->second.value;
    if (better && way.value != Tri::Down) take(*hop);
    at->second = is_new ? std::move(way) : either(std::move(at->second), way);
  }
  State result = std::move(arrives[leg.start.index]);
  if (result.value != Tri::Up || decided_elsewhere || leg.leaves)
    result.support |= path_support(leg, leg.start);
  result.support |= leg.border;
  // That this border router is the nearest hangs on its own way as well.
  if (leg.leaves) result.support |= from(r_.igp_[leg.end].device).support;
  return result;
}

}  // namespace holdfast::control_plane
