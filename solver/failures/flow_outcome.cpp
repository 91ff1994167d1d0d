#include "solver/failures/flow_outcome.h"

#include <algorithm>

namespace holdfast::failures {
namespace {

using pairing::AcGroup;
using pairing::PwEnd;

// What both directions of a flow come to.
struct Delivery {
  Tri delivered = Tri::Up;
  Tri dual_active = Tri::Down;
};

// Whether an AC in use has an up PW to put frames on.
Tri puts_frames(ServiceEvaluator& s, PortRef ac, Consulted& ask) {
  Tri result = Tri::Down;
  const pairing::VsiRef vsi = s.net().vsi_acs().vsi_of(ac);
  if (const AcGroup* group = s.net().ac_groups().of(ac)) {
    for (const PwEnd& end : s.net().pw_ends().of_ac(ac)) {
      if (result == Tri::Up) break;
      const bool bypass = end.is_role(PwRole::Bypass) || end.is_role(PwRole::DualBypass);
      if (!bypass) {
        result = result || ask(s.chosen(end.id));
      } else if (end.half != pairing::PwHalf::AcBypass) {
        const Tri stands = ask(s.bypass_stands_for(ServiceEvaluator::BypassUse::Pw, *group));
        if (stands != Tri::Down) result = result || (stands && ask(s.up(end.id)));
      }
    }
  } else if (vsi.valid()) {
    for (const PwEnd& end : s.net().pw_ends().of_vsi(vsi)) {
      if (result != Tri::Up) result = result || ask(s.chosen(end.id));
    }
  }
  return result;
}

Tri both_inject(ServiceEvaluator& s, const Site& site, Consulted& ask) {
  if (!site.arbitrated) return Tri::Down;
  std::size_t sure = 0;
  std::size_t possible = 0;
  for (const PortRef ac : site.acs) {
    const Tri used = ask(s.ac_in_use(ac));
    const Tri injects = used == Tri::Down ? Tri::Down : used && puts_frames(s, ac, ask);
    if (injects == Tri::Up) ++sure;
    if (injects != Tri::Down) ++possible;
  }
  if (sure > 1) return Tri::Up;
  return possible > 1 ? Tri::Unknown : Tri::Down;
}

Tri repeated(const WalkResult& walk) {
  if (walk.more_than_once) return Tri::Up;
  return walk.maybe_more_than_once ? Tri::Unknown : Tri::Down;
}

void direction(ServiceEvaluator& s, const Flow& flow, const Site& from, const Site& to, Consulted& ask,
               Delivery& into) {
  Tri all_arrive = Tri::Up;
  Tri any_in_use = Tri::Down;
  Tri some_arrives = Tri::Down;
  for (const PortRef ac : from.acs) {
    const Tri used = ask(s.ac_in_use(ac));
    if (used == Tri::Down) continue;
    const WalkResult walk = FrameWalk(s, flow, to, ask).from(ac);
    into.dual_active = into.dual_active || (used && repeated(walk));
    any_in_use = any_in_use || used;
    all_arrive = all_arrive && (!used || walk.arrives);
    some_arrives = some_arrives || (used && walk.arrives);
    // The customer found one that works.
    if (!from.arbitrated && some_arrives == Tri::Up) break;
  }
  into.delivered = into.delivered && (from.arbitrated ? all_arrive && any_in_use : some_arrives);
}

Delivery deliver(ServiceEvaluator& s, const Flow& flow, Consulted& ask) {
  Delivery result;
  for (const Site* site : {&flow.a, &flow.b}) {
    result.dual_active = result.dual_active || both_inject(s, *site, ask);
  }
  direction(s, flow, flow.a, flow.b, ask, result);
  direction(s, flow, flow.b, flow.a, ask, result);
  return result;
}

// Which PW carries is then for a protocol to say that is not modelled.
bool decided_by_aps(ServiceEvaluator& s) {
  return std::ranges::any_of(s.service().endpoints, [&](PortRef ac) {
    const AcGroup* group = s.net().ac_groups().of(ac);
    const AcRedundancy* settings = group == nullptr ? nullptr : s.net().ac_groups().redundancy(*group);
    return settings != nullptr && settings->pw_aps.has_value();
  });
}

Outcome outcome_of(ServiceEvaluator& s, const Flow& flow, const Delivery& delivery) {
  if (s.flapping()) return Outcome::Flapping;
  if (delivery.dual_active == Tri::Up) return decided_by_aps(s) ? Outcome::Unknown : Outcome::DualActive;
  if (delivery.dual_active == Tri::Unknown) return Outcome::Unknown;
  if (delivery.delivered == Tri::Up) return Outcome::Delivered;
  if (delivery.delivered == Tri::Unknown) return Outcome::Unknown;
  switch (find_ways(s, flow).works) {
    case Tri::Up:
      return decided_by_aps(s) ? Outcome::Unknown : Outcome::LostAvoidable;
    case Tri::Unknown:
      return Outcome::Unknown;
    case Tri::Down:
      break;
  }
  return Outcome::LostUnavoidable;
}

}  // namespace

// Answers of atoms that were asked for after some outcome was worked out are part of every later key, so that
// an outcome is found again only where all of them agree.
const FlowEvaluator::Known& FlowEvaluator::known() {
  if (const auto at = known_.find(states_.answers()); at != known_.end()) return at->second;
  Known made;
  if (flow_.b.acs.empty()) {
    made.outcome = Outcome::Unknown;
  } else {
    states_.settle();
    Consulted ask;
    const Delivery delivery = deliver(states_, flow_, ask);
    made.outcome = outcome_of(states_, flow_, delivery);
    const bool settled = states_.engine().plane.bfd.settles(Failed(states_.failed()));
    if (made.outcome == Outcome::Unknown && !settled) made.outcome = Outcome::Flapping;
    made.atoms = ask.take();
  }
  return known_.insert_or_assign(states_.answers(), std::move(made)).first->second;
}

Outcome FlowEvaluator::outcome(const FailureSet& failed) {
  states_.set(failed, ServiceEvaluator::Want::Values);
  return known().outcome;
}

FlowOutcome FlowEvaluator::traced(const FailureSet& failed) {
  states_.set(failed);
  const Known& found = known();
  return {found.outcome, states_.elements_of(found.atoms)};
}

FlowAccount account(ServiceEvaluator& states, const Flow& flow, const FailureSet& failed) {
  FlowAccount result;
  result.outcome = FlowEvaluator(states, flow).outcome(failed);
  if (flow.b.acs.empty()) return result;
  states.settle();
  Consulted ask;
  for (const auto& [from, to] : {std::pair(&flow.a, &flow.b), std::pair(&flow.b, &flow.a)}) {
    std::vector<PortRef> injecting;
    for (const PortRef ac : from->acs) {
      if (states.ac_in_use(ac).value == Tri::Down) continue;
      result.walks.push_back({ac, FrameWalk(states, flow, *to, ask).from(ac)});
      if (from->arbitrated && puts_frames(states, ac, ask) != Tri::Down) injecting.push_back(ac);
    }
    if (injecting.size() > 1)
      result.both_in_use.insert(result.both_in_use.end(), injecting.begin(), injecting.end());
  }
  const bool lost = result.outcome == Outcome::LostAvoidable || result.outcome == Outcome::LostUnavoidable;
  if (lost) result.ways = find_ways(states, flow);
  return result;
}

}  // namespace holdfast::failures
