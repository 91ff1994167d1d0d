#include "app/session/trace.h"

#include <algorithm>
#include <utility>

#include "app/session/names.h"
#include "solver/failures/narrative_words.h"
#include "solver/failures/trace.h"
#include "solver/pairing/elements.h"
#include "solver/pairing/flows.h"

namespace holdfast::session {

void trace_flow(failures::ServiceEvaluator& states, const Flow& flow, const FailureSet& failed,
                TraceResult& into) {
  if (flow.b.acs.empty()) {
    into.unseen.push_back(flow.unseen);
    return;
  }
  const pairing::Pairing& net = states.net();
  const Outcome outcome = failures::FlowEvaluator(states, flow).outcome(failed);
  const std::string prefix = flow.has_prefix ? to_string(flow.prefix) : std::string();
  const std::vector<failures::Trace> ways = failures::trace(states, flow, failed);
  for (std::size_t i = 0; i < ways.size(); ++i) {
    TraceView view;
    view.from = failures::site_words(net, i == 0 ? flow.a : flow.b);
    view.to = failures::site_words(net, i == 0 ? flow.b : flow.a);
    view.prefix = prefix;
    view.outcome = outcome;
    view.arrives = ways[i].arrives;
    for (const failures::TraceHop& hop : ways[i].hops)
      view.hops.push_back({hop.at, hop.below, hop.port, hop.passes, hop.dropped});
    into.traces.push_back(std::move(view));
  }
}

TraceResult trace(std::shared_ptr<const Snapshot> of, const std::string& service,
                  const std::vector<std::string>& fail) {
  TraceResult result;
  result.snapshot = std::move(of);
  const Snapshot& snapshot = *result.snapshot;
  const pairing::Pairing net(snapshot.network);
  const FailureUniverse universe = pairing::failure_universe(net);
  const NamedService named = find_service(snapshot, net, service);
  if (named.service == nullptr) result.problems.push_back(named.problem);
  FailureSet failed;
  for (const std::string& name : fail) {
    const NamedElement found = find_element(snapshot, universe, name);
    if (found.id.valid()) {
      failed.push_back(found.id);
    } else {
      result.problems.push_back(found.problem);
    }
  }
  if (!result.problems.empty()) return result;
  std::ranges::sort(failed);
  failed.erase(std::unique(failed.begin(), failed.end()), failed.end());
  for (const ElementId id : failed) result.failed.push_back(universe.elements[id.index].name);
  result.service = named.service->name;
  failures::Engine engine(net, universe);
  failures::ServiceEvaluator states(engine, *named.service);
  for (const Flow& flow : pairing::flows_of(net, *named.service)) trace_flow(states, flow, failed, result);
  return result;
}

}  // namespace holdfast::session
