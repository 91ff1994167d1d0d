#include "app/session/failures.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "app/session/blame.h"
#include "app/session/failure_search.h"
#include "app/session/names.h"
#include "app/session/stopper.h"
#include "solver/failures/folded.h"
#include "solver/pairing/elements.h"

namespace holdfast::session {
namespace {

using failures::NetworkFailures;
using failures::ServiceFailures;
using failures::ServiceSet;
using pairing::Pairing;
using pairing::Service;

std::vector<std::string> ports_of(const Pairing& net, const std::vector<PortRef>& ports) {
  std::vector<std::string> names;
  names.reserve(ports.size());
  for (const PortRef port : ports) names.push_back(pairing::port_name(net.network(), port));
  return names;
}

bool is_redundant(const Service& service) {
  return service.redundancy != pairing::ServiceRedundancy::None ||
         service.arbiter != pairing::ArbiterKind::None;
}

int tolerated(const ServiceFailures& found, std::size_t k) {
  int result = -1;
  for (std::size_t size = 0; size <= k && !found.has_bad_of(size); ++size) ++result;
  return result;
}

Counterexample counterexample_of(const Pairing& net, const ServiceFailures& found, const ServiceSet& set) {
  const Flow& flow = found.flows[set.flow];
  return {set.elements,
          set.outcome,
          ports_of(net, flow.a.acs),
          ports_of(net, flow.b.acs),
          flow.has_prefix ? to_string(flow.prefix) : std::string(),
          set.story,
          {},
          0};
}

ServiceFailureView view_of(const Pairing& net, const FailureUniverse& universe, const Service& service,
                           const ServiceFailures& found, std::size_t k) {
  ServiceFailureView view;
  view.id = service.name;
  view.kind = std::string(to_string(service.kind));
  view.endpoints = ports_of(net, service.endpoints);
  view.flows = found.flows.size();
  view.redundant = is_redundant(service);
  view.tolerates = tolerated(found, k);
  view.outcomes = found.outcomes;
  view.evaluations = found.evaluations;
  if (found.availability) view.availability = {found.availability->lower, found.availability->upper};
  view.first_alike = found.first_alike;
  view.complete = !found.cancelled;
  const std::vector<std::size_t> shown = failures::shown_for(found.bad, universe);
  for (std::size_t i = 0; i < found.bad.size(); ++i) {
    const ServiceSet& set = found.bad[i];
    view.counterexamples.push_back(counterexample_of(net, found, set));
    view.counterexamples.back().like = shown[i];
    if (set.outcome == Outcome::LostUnavoidable && set.elements.size() == 1) {
      view.single_points.push_back(set.elements.front());
    }
  }
  return view;
}

// Names the rules whose findings share a line with what a story blames.
void name_rules(FailuresResult& result, const FailureOptions& options) {
  const auto needs = [](const ServiceFailureView& service) {
    return std::ranges::any_of(service.counterexamples,
                               [](const Counterexample& it) { return is_defect(it.outcome); });
  };
  if (std::ranges::none_of(result.services, needs)) return;
  CheckOptions check_options;
  check_options.jobs = options.jobs;
  check_options.cancel = options.cancel;
  const CheckResult checked = check(result.snapshot, check_options);
  FindingsAtLines at;
  for (const ReportedFinding& reported : checked.findings) at.add(reported.finding);
  for (ServiceFailureView& service : result.services) {
    for (Counterexample& it : service.counterexamples) it.rules = at.codes(it.story);
  }
}

// Of being down, by element: its own, else that of its kind, else 0. Empty: nothing is said of it.
std::vector<double> probabilities(const FailureUniverse& universe, const FailureSettings& settings) {
  if (settings.probabilities.empty()) return {};
  constexpr auto kNames = std::to_array<std::string_view>({"node", "board", "link", "port", "group"});
  std::map<std::string_view, double> stated;
  for (const FailureSettings::Probability& it : settings.probabilities) stated[it.element] = it.value;
  std::vector<double> result;
  for (const Element& element : universe.elements) {
    const auto own = stated.find(element.name);
    const auto kind = stated.find(kNames[static_cast<std::size_t>(element.kind)]);
    result.push_back(own != stated.end() ? own->second : kind != stated.end() ? kind->second : 0.0);
  }
  return result;
}

}  // namespace

bool is_defect(Outcome outcome) {
  return outcome == Outcome::LostAvoidable || outcome == Outcome::DualActive || outcome == Outcome::Flapping;
}

FailuresResult failures_result(std::shared_ptr<const Snapshot> snapshot, const NetworkFailures& found) {
  FailuresResult result;
  result.snapshot = std::move(snapshot);
  result.k = found.k;
  for (const Element& element : found.universe->elements) result.names.push_back(element.name);
  result.elements = static_cast<std::size_t>(std::ranges::count(found.may_fail, true));
  for (std::size_t i = 0; i < found.services.size(); ++i) {
    const ServiceFailures& of_service = found.found[i];
    result.services.push_back(view_of(*found.net, *found.universe, *found.services[i], of_service, found.k));
    if (of_service.first_alike == i) result.evaluations += of_service.evaluations;
  }
  return result;
}

FailuresResult find_failures(std::shared_ptr<const Snapshot> snapshot, const FailureOptions& options) {
  FailuresResult result;
  result.snapshot = snapshot;
  const FailureSettings& settings = snapshot->failures;
  result.k = options.k.value_or(settings.k.value_or(kDefaultFailures));
  const Pairing net(snapshot->network);
  const FailureUniverse universe = pairing::failure_universe(net);

  FailureSearchOptions search;
  search.k = result.k;
  search.kinds = options.kinds.empty() ? settings.kinds : options.kinds;
  search.services = find_services(*snapshot, net, options.services, result.problems);
  if (!result.problems.empty()) return result;
  search.probability = probabilities(universe, settings);
  search.tell_all = options.tell_all;
  search.jobs = options.jobs;
  search.progress = options.progress;
  const Stopper stopper(options.cancel, options.time_limit);
  search.cancel = stopper.flag();
  result = failures_result(std::move(snapshot), search_failures(net, universe, search));
  result.cancelled = stopper.cancelled();
  result.out_of_time = !result.cancelled && stopper.out_of_time();
  if (!result.cancelled) name_rules(result, options);
  return result;
}

}  // namespace holdfast::session
