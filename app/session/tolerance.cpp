#include "app/session/tolerance.h"

#include <algorithm>
#include <map>
#include <utility>

namespace holdfast::session {
namespace {

// Where traffic is not known to arrive as it should, as the other snapshot's sets are compared with:
// ascending names.
std::vector<FailureLoss> losses_of(const FailuresResult& result, const ServiceFailureView& service) {
  std::vector<FailureLoss> losses;
  for (const Counterexample& it : service.counterexamples) {
    FailureLoss loss{{}, it.outcome, it.story};
    for (const ElementId id : it.elements) loss.elements.push_back(result.names[id.index]);
    std::ranges::sort(loss.elements);
    losses.push_back(std::move(loss));
  }
  return losses;
}

// Those that hold no set of the other, nor a smaller one of their own.
std::vector<FailureLoss> not_among(const std::vector<FailureLoss>& losses,
                                   const std::vector<FailureLoss>& others) {
  const auto holds = [](const FailureLoss& it, const FailureLoss& part) {
    return std::ranges::includes(it.elements, part.elements);
  };
  std::vector<FailureLoss> result;
  for (const FailureLoss& it : losses) {
    const bool known =
        std::ranges::any_of(others, [&](const FailureLoss& other) { return holds(it, other); });
    const bool larger = std::ranges::any_of(losses, [&](const FailureLoss& other) {
      return other.elements.size() < it.elements.size() && holds(it, other);
    });
    if (!known && !larger) result.push_back(it);
  }
  std::ranges::stable_sort(result, {}, [](const FailureLoss& it) {
    return std::pair(it.outcome == Outcome::Unknown, it.elements.size());
  });
  return result;
}

using Ends = std::pair<std::string, std::vector<std::string>>;

Ends ends_of(const ServiceFailureView& service) {
  return {service.kind, service.endpoints};
}

// For each service of `after` the one of `before` that it was, or null.
std::vector<const ServiceFailureView*> predecessors(const FailuresResult& before,
                                                    const FailuresResult& after) {
  std::map<std::string, const ServiceFailureView*> named;
  for (const ServiceFailureView& it : before.services) named.emplace(it.id, &it);
  std::vector<const ServiceFailureView*> result;
  for (const ServiceFailureView& it : after.services) {
    const auto same = named.find(it.id);
    result.push_back(same == named.end() ? nullptr : same->second);
    if (same != named.end()) named.erase(same);
  }
  std::map<Ends, const ServiceFailureView*> left;
  for (const auto& [name, service] : named) left.emplace(ends_of(*service), service);
  for (std::size_t i = 0; i < result.size(); ++i) {
    const auto same = left.find(ends_of(after.services[i]));
    if (result[i] != nullptr || same == left.end()) continue;
    result[i] = same->second;
    left.erase(same);
  }
  return result;
}

}  // namespace

bool ToleranceChange::survives_less() const {
  return !lost.empty() && lost.front().outcome != Outcome::Unknown;
}

ToleranceDiff compare_tolerance(const FailuresResult& before, const FailuresResult& after) {
  ToleranceDiff diff;
  const std::vector<const ServiceFailureView*> was = predecessors(before, after);
  for (std::size_t i = 0; i < after.services.size(); ++i) {
    const ServiceFailureView& service = after.services[i];
    ToleranceChange change;
    change.service = service.id;
    if (was[i] == nullptr) {
      change.is_new = true;
    } else if (service.complete && was[i]->complete) {
      const std::vector<FailureLoss> now = losses_of(after, service);
      const std::vector<FailureLoss> then = losses_of(before, *was[i]);
      change.lost = not_among(now, then);
      change.gained = not_among(then, now);
    }
    if (change.is_new || !change.lost.empty() || !change.gained.empty())
      diff.changes.push_back(std::move(change));
  }
  for (const ServiceFailureView& service : before.services) {
    if (std::ranges::find(was, &service) != was.end()) continue;
    ToleranceChange change;
    change.service = service.id;
    change.is_gone = true;
    diff.changes.push_back(std::move(change));
  }
  std::ranges::stable_sort(diff.changes, {}, &ToleranceChange::service);
  return diff;
}

}  // namespace holdfast::session
