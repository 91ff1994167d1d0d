#include "solver/failures/service_failures.h"

#include <algorithm>
#include <map>
#include <utility>

#include "solver/pairing/flows.h"

namespace holdfast::failures {
namespace {

// The worst a set does to any flow, and to which of them first.
using Worst = std::map<FailureSet, std::pair<Outcome, std::size_t>>;

void add(const FlowSearch& search, std::size_t flow, ServiceFailures& into, Worst& worst) {
  into.evaluations += search.evaluations;
  into.cancelled = into.cancelled || search.cancelled;
  into.outcomes[static_cast<std::size_t>(Outcome::Delivered)] += search.evaluations - search.bad.size();
  for (const BadSet& set : search.bad) {
    ++into.outcomes[static_cast<std::size_t>(set.outcome)];
    const auto [at, is_new] = worst.try_emplace(set.elements, set.outcome, flow);
    if (!is_new && at->second.first < set.outcome) at->second = {set.outcome, flow};
  }
}

bool covered(const FailureSet& set, Outcome outcome, const Worst& worst) {
  return std::ranges::any_of(worst, [&](const auto& entry) {
    const auto& [other, found] = entry;
    return other.size() < set.size() && found.first >= outcome && std::ranges::includes(set, other);
  });
}

}  // namespace

bool ServiceFailures::has_bad_of(std::size_t size) const {
  return std::ranges::any_of(bad, [size](const ServiceSet& set) { return set.elements.size() == size; });
}

ServiceFailures search_service(Engine& engine, const pairing::Service& service,
                               const SearchOptions& options) {
  ServiceFailures result;
  result.flows = pairing::flows_of(engine.net, service);
  ServiceEvaluator states(engine, service);
  Worst worst;
  for (std::size_t i = 0; i < result.flows.size() && !result.cancelled; ++i) {
    add(search(states, result.flows[i], options), i, result, worst);
  }
  for (const auto& [set, found] : worst) {
    // The sets of one flow are minimal by themselves.
    if (result.flows.size() > 1 && covered(set, found.first, worst)) continue;
    result.bad.push_back({set, found.first, found.second, {}});
  }
  std::ranges::stable_sort(result.bad, [](const ServiceSet& a, const ServiceSet& b) {
    if (a.outcome != b.outcome) return a.outcome > b.outcome;
    if (a.elements.size() != b.elements.size()) return a.elements.size() < b.elements.size();
    return a.elements < b.elements;
  });
  return result;
}

void tell_stories(Engine& engine, const pairing::Service& service, ServiceFailures& found,
                  bool (*wanted)(Outcome)) {
  ServiceEvaluator states(engine, service);
  for (ServiceSet& set : found.bad) {
    if (wanted(set.outcome)) set.story = tell(states, found.flows[set.flow], set.elements);
  }
}

}  // namespace holdfast::failures
