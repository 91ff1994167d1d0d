#include "app/session/failure_search.h"

#include <algorithm>
#include <map>
#include <utility>

#include "solver/failures/alike.h"
#include "solver/failures/availability.h"
#include "solver/pairing/flows.h"

namespace holdfast::session {
namespace {

using failures::Engine;
using failures::NetworkFailures;
using failures::ServiceFailures;
using pairing::Pairing;
using pairing::Service;

std::vector<bool> elements_that_may_fail(const FailureUniverse& universe,
                                         const std::vector<ElementKind>& kinds) {
  std::vector<bool> result;
  for (const Element& element : universe.elements) {
    result.push_back(kinds.empty() || std::ranges::find(kinds, element.kind) != kinds.end());
  }
  return result;
}

bool leaves_a_way(Outcome outcome) {
  return outcome != Outcome::LostUnavoidable;
}
bool is_any(Outcome /*outcome*/) {
  return true;
}

// Positions of services that fail alike; each class and all of them in order of their first services.
std::vector<std::vector<std::size_t>> classes_of(const std::vector<const Service*>& services, Crew& crew) {
  std::vector<std::string> texts(services.size());
  crew.run(services.size(), [&](Engine& engine, std::size_t i) {
    texts[i] =
        failures::likeness(engine.net, engine.pws, *services[i], pairing::flows_of(engine.net, *services[i]));
  });
  std::map<std::string_view, std::size_t> class_of;
  std::vector<std::vector<std::size_t>> result;
  for (std::size_t i = 0; i < services.size(); ++i) {
    const auto [at, is_new] = class_of.try_emplace(texts[i], result.size());
    if (is_new) result.emplace_back();
    result[at->second].push_back(i);
  }
  return result;
}

void find_availability(Engine& engine, const Service& service, const FailureSearchOptions& options,
                       ServiceFailures& found) {
  failures::AvailabilityOptions asked;
  asked.probability = options.probability;
  asked.cancel = options.cancel;
  failures::ServiceEvaluator states(engine, service);
  found.availability = failures::availability(states, found.flows, asked);
}

}  // namespace

NetworkFailures search_failures(const Pairing& net, const FailureUniverse& universe,
                                const FailureSearchOptions& options) {
  Crew crew(net, universe, options.jobs, options.services.size());
  return search_failures(net, universe, options, crew);
}

NetworkFailures search_failures(const Pairing& net, const FailureUniverse& universe,
                                const FailureSearchOptions& options, Crew& crew) {
  NetworkFailures result{
      &net, &universe, options.k, elements_that_may_fail(universe, options.kinds), options.services, {}};
  result.found.resize(options.services.size());
  failures::SearchOptions search;
  search.k = options.k;
  search.may_fail = result.may_fail;
  search.cancel = options.cancel;
  const auto stopped = [&] { return options.cancel != nullptr && options.cancel->load(); };

  const std::vector<std::vector<std::size_t>> classes = classes_of(options.services, crew);
  std::atomic<std::size_t> done{0};
  crew.run(classes.size(), [&](Engine& engine, std::size_t c) {
    const std::vector<std::size_t>& members = classes[c];
    ServiceFailures first;
    if (stopped()) {
      first.cancelled = true;
    } else {
      const Service& service = *options.services[members.front()];
      first = failures::search_service(engine, service, search);
      if (!options.probability.empty()) find_availability(engine, service, options, first);
    }
    for (const std::size_t i : members) {
      ServiceFailures& found = result.found[i];
      found = first;
      found.first_alike = members.front();
      if (i != members.front()) found.flows = pairing::flows_of(net, *options.services[i]);
      failures::tell_stories(engine, *options.services[i], found, options.tell_all ? is_any : leaves_a_way);
    }
    if (options.progress) options.progress("failing", done += members.size(), options.services.size());
  });
  return result;
}

}  // namespace holdfast::session
