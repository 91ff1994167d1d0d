#include "app/session/failure_search.h"

#include <algorithm>

#include "app/session/parallel.h"

namespace holdfast::session {
namespace {

using failures::Engine;
using failures::NetworkFailures;
using failures::ServiceFailures;

std::vector<bool> elements_that_may_fail(const FailureUniverse& universe,
                                         const std::vector<ElementKind>& kinds) {
  std::vector<bool> result;
  for (const Element& element : universe.elements) {
    result.push_back(kinds.empty() || std::ranges::find(kinds, element.kind) != kinds.end());
  }
  return result;
}

bool is_defect(Outcome outcome) {
  return outcome != Outcome::LostUnavoidable;
}

ServiceFailures search_one(Engine& engine, const pairing::Service& service,
                           const failures::SearchOptions& options, bool tell_all) {
  ServiceFailures found = failures::search_service(engine, service, options);
  failures::tell_stories(engine, service, found, tell_all ? [](Outcome) { return true; } : is_defect);
  return found;
}

}  // namespace

NetworkFailures search_failures(const pairing::Pairing& net, const FailureUniverse& universe,
                                const FailureSearchOptions& options) {
  NetworkFailures result{
      &net, &universe, options.k, elements_that_may_fail(universe, options.kinds), options.services, {}};
  result.found.resize(options.services.size());
  failures::SearchOptions search;
  search.k = options.k;
  search.may_fail = result.may_fail;
  search.cancel = options.cancel;
  std::atomic<std::size_t> next{0};
  std::atomic<std::size_t> done{0};
  const std::size_t total = options.services.size();
  const std::size_t workers =
      std::min<std::size_t>(std::max(options.jobs, 1U), std::max<std::size_t>(total, 1));
  parallel_for(workers, options.jobs, [&](std::size_t) {
    Engine engine(net, universe);
    for (std::size_t i = next++; i < total; i = next++) {
      if (options.cancel != nullptr && options.cancel->load()) {
        result.found[i].cancelled = true;
        continue;
      }
      result.found[i] = search_one(engine, *options.services[i], search, options.tell_all);
      if (options.progress) options.progress("failing", ++done, total);
    }
  });
  return result;
}

}  // namespace holdfast::session
