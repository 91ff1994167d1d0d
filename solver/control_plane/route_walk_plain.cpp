#include <algorithm>

#include "solver/control_plane/route_walk.h"

// The common case of following a leg: no device on it decides anew, and a hop carries when its link is up.
// Values are found first, and then what one way rests on, once.

namespace holdfast::control_plane {

// Nothing: that is more than its link's to say.
std::optional<Tri> Routes::Walk::plainly_carried(const DagHop& hop) const {
  const Tri link = r_.adjacencies_.state(hop.edge->adjacency);
  switch (carriage_) {
    case Carriage::Packets:
      return link;
    case Carriage::Ldp:
      if (!hop.edge->ldp) return Tri::Down;
      if (!lsr_ids_known(hop.from, hop.edge->to)) return std::nullopt;
      return link;
    case Carriage::SrMpls:
      return r_.segment_routing(hop.from) && r_.segment_routing(hop.edge->to) ? link : Tri::Down;
  }
  return std::nullopt;
}

// Fills the arrivals of this round, from the leg's end back; of equal ways the shorter one is taken.
std::optional<Tri> Routes::Walk::plain_arrivals(const Leg& leg, Tri at_end) {
  r_.adjacencies_.set(failed_);
  r_.arrivals_.resize(r_.igp_.nodes().size());
  const std::uint32_t round = ++r_.arrival_round_;
  r_.arrivals_[leg.end.index] = {round, at_end, 0, nullptr};
  for (auto hop = leg.dag.hops.rbegin(); hop != leg.dag.hops.rend(); ++hop) {
    const IgpNodeId next = hop->edge->to;
    if (next != leg.end && decides_alone(next, leg)) return std::nullopt;
    const Arrival& beyond = r_.arrivals_[next.index];
    if (beyond.round != round) continue;
    const std::optional<Tri> carried = plainly_carried(*hop);
    if (!carried) return std::nullopt;
    const Arrival way{round, *carried && beyond.value, beyond.hops + 1, &*hop};
    Arrival& best = r_.arrivals_[hop->from.index];
    if (best.round != round || way.value > best.value || (way.value == best.value && way.hops < best.hops)) {
      best = way;
    }
  }
  const Arrival& start = r_.arrivals_[leg.start.index];
  return start.round == round ? start.value : Tri::Down;
}

// Nothing: it takes a closer look.
std::optional<State> Routes::Walk::follow_plainly(const Leg& leg) {
  if (leg.start == leg.end) return std::nullopt;
  const State at_end = from(r_.igp_[leg.end].device);
  const std::optional<Tri> value = plain_arrivals(leg, at_end.value);
  if (!value) return std::nullopt;
  if (failed_.is_value_only()) return always(*value);
  if (*value != Tri::Up) return std::nullopt;
  std::vector<ElementId> rests_on = at_end.support.elements();
  const auto add = [&](const Support& more) {
    rests_on.insert(rests_on.end(), more.elements().begin(), more.elements().end());
  };
  for (IgpNodeId at = leg.start; at != leg.end;) {
    const DagHop& hop = *r_.arrivals_[at.index].taken;
    take(hop);
    add(r_.adjacencies_.traced(hop.edge->adjacency, failed_).support);
    at = hop.edge->to;
  }
  // That this border router is the nearest hangs on the best way to it as well.
  if (leg.leaves) add(path_support(leg, leg.start));
  add(leg.border);
  return State{Tri::Up, Support(std::move(rests_on))};
}

}  // namespace holdfast::control_plane
