#include "solver/replay/verdict.h"

namespace holdfast::replay {
namespace {

// What is known of the frames from one site to the other.
struct Direction {
  State delivered = kDown;
  State twice = kDown;       // some frame arrives more than once
  State two_active = kDown;  // two ACs of an arbitrated site put frames on PWs
};

State at_least_two(const std::vector<State>& states) {
  State one = kDown;
  State two = kDown;
  for (const State state : states) {
    two = either(two, both(one, state));
    one = either(one, state);
  }
  return two;
}

Direction follow(const Site& from, const Site& to, Frames& frames, const Attachments& acs) {
  Direction result;
  State somebody_sends = kDown;
  State everybody_arrives = kUp;
  State somebody_arrives = kDown;
  std::vector<State> active;
  for (const PortRef ac : from.acs) {
    const State in_use = acs.in_use(ac);
    const Arrivals arrivals = frames.arrivals(ac, to);
    if (arrivals.surely > 1) {
      result.twice = either(result.twice, in_use);
    } else if (arrivals.maybe > 1 && !in_use.down()) {
      result.twice = either(result.twice, unknown(in_use.unknown() ? in_use.doubt : arrivals.doubt));
    }
    somebody_sends = either(somebody_sends, in_use);
    everybody_arrives = both(everybody_arrives, either(negated(in_use), arrivals.state()));
    somebody_arrives = either(somebody_arrives, both(in_use, arrivals.state()));
    active.push_back(both(in_use, frames.leaves(ac)));
  }
  result.delivered = from.arbitrated ? both(somebody_sends, everybody_arrives) : somebody_arrives;
  if (from.arbitrated) result.two_active = at_least_two(active);
  return result;
}

// Who decides which PW carries, where that is a protocol that is not modelled.
Doubt aps_of(const Flow& flow, const L2Plan& plan) {
  for (const EndId id : plan.family_of(flow.a.acs.front())) {
    const PwEnd& end = plan.ends()[id];
    if (end.kind != EndKind::Ac) continue;
    const auto& redundancy = at(plan.net(), end.ac).redundancy;
    if (redundancy && redundancy->pw_aps) {
      return {DoubtKind::PwAps, end.device, redundancy->pw_aps->where};
    }
  }
  return {};
}

}  // namespace

Verdict judge_flow(const Flow& flow, const PwStates& pws, const PwTransport& transport,
                   const Attachments& acs) {
  if (flow.b.acs.empty()) return {Outcome::Unknown, {}};
  const IpPrefix* prefix = flow.has_prefix ? &flow.prefix : nullptr;
  Frames frames(pws, acs, prefix);
  const Direction there = follow(flow.a, flow.b, frames, acs);
  const Direction back = follow(flow.b, flow.a, frames, acs);
  const State dual = either(there.twice, there.two_active, back.twice, back.two_active);
  const State delivered = both(there.delivered, back.delivered);
  const Doubt aps = aps_of(flow, pws.plan());
  const bool open = aps.kind != DoubtKind::None;
  if (dual.up()) return open ? Verdict{Outcome::Unknown, aps} : Verdict{Outcome::DualActive, {}};
  if (dual.unknown()) return {Outcome::Unknown, dual.doubt};
  if (delivered.up()) return {Outcome::Delivered, {}};
  if (delivered.unknown()) return {Outcome::Unknown, delivered.doubt};
  const State way = Ways(pws.plan(), transport, acs, prefix).between(flow.a, flow.b);
  if (way.unknown()) return {Outcome::Unknown, way.doubt};
  if (way.up() && open) return {Outcome::Unknown, aps};
  return {way.up() ? Outcome::LostAvoidable : Outcome::LostUnavoidable, {}};
}

}  // namespace holdfast::replay
