#include "solver/failures/folded.h"

#include <map>
#include <string_view>
#include <tuple>

namespace holdfast::failures {
namespace {

// How much there is to imagine before the failure is understood.
std::size_t weight(ElementKind kind) {
  switch (kind) {
    case ElementKind::Link:
      return 0;
    case ElementKind::Port:
      return 1;
    case ElementKind::Board:
      return 2;
    case ElementKind::Node:
      return 3;
    case ElementKind::Group:
      return 4;
  }
  return 4;
}

std::pair<std::size_t, std::size_t> weight(const ServiceSet& set, const FailureUniverse& universe) {
  std::size_t sum = 0;
  for (const ElementId id : set.elements) sum += weight(universe.elements[id.index].kind);
  return {set.elements.size(), sum};
}

}  // namespace

std::vector<std::size_t> shown_for(const std::vector<ServiceSet>& sets, const FailureUniverse& universe) {
  std::map<std::string_view, std::size_t> plainest;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    if (sets[i].story.key.empty()) continue;
    const auto [at, is_new] = plainest.try_emplace(sets[i].story.key, i);
    if (!is_new && weight(sets[i], universe) < weight(sets[at->second], universe)) at->second = i;
  }
  std::vector<std::size_t> result(sets.size());
  for (std::size_t i = 0; i < sets.size(); ++i) {
    result[i] = sets[i].story.key.empty() ? i : plainest.at(sets[i].story.key);
  }
  return result;
}

}  // namespace holdfast::failures
