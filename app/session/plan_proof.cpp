#include "app/session/plan_proof.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "app/session/failures.h"

namespace holdfast::session {
namespace {

// The devices of an element by its public name: one, or the two that a link joins.
std::vector<std::string> devices_of(const std::string& element) {
  const std::size_t start = element.find(':') + 1;
  const auto device_at = [&](std::size_t at) { return element.substr(at, element.find(':', at) - at); };
  std::vector<std::string> result{device_at(start)};
  const std::size_t join = element.find("--");
  if (join != std::string::npos) result.push_back(device_at(join + 2));
  return result;
}

class Judge {
 public:
  Judge(const intent::Intent& intent, const planning::Plan& plan, const planning::PlannedService& planned)
      : targets_(intent.services[planned.service].targets) {
    for (const planning::PlannedEnd& end : planned.ends) {
      if (end.ce) customers_.push_back(intent.devices[*end.ce].name);
      if (end.homing == intent::Homing::Single) single_.push_back(intent.devices[end.pes[0]].name);
      add_groups(intent, plan, end);
    }
  }

  // Whether the loss of this element alone breaks what was asked for.
  bool breaks(const std::string& element) const {
    const auto is_one_of = [](const std::vector<std::string>& names, const std::string& name) {
      return std::ranges::find(names, name) != names.end();
    };
    const std::vector<std::string> devices = devices_of(element);
    const bool customer =
        std::ranges::any_of(devices, [&](const auto& name) { return is_one_of(customers_, name); });
    if (element.starts_with("group:")) return targets_.group && !is_one_of(cut_off_, element);
    if (customer) return false;
    if (element.starts_with("link:")) return targets_.link;
    if (is_one_of(single_, devices.front())) return false;
    return targets_.node;
  }

 private:
  // Groups that take every link of the customer.
  void add_groups(const intent::Intent& intent, const planning::Plan& plan, const planning::PlannedEnd& end) {
    if (end.links.empty()) return;
    for (const std::size_t group : plan.links[end.links.front()].groups) {
      const bool all = std::ranges::all_of(end.links, [&](std::size_t link) {
        return std::ranges::find(plan.links[link].groups, group) != plan.links[link].groups.end();
      });
      if (all) cut_off_.push_back("group:" + intent.groups[group]);
    }
  }

  const intent::Targets& targets_;
  std::vector<std::string> customers_;
  std::vector<std::string> single_;   // PEs that alone serve an end
  std::vector<std::string> cut_off_;  // groups that take all links of an end
};

void judge(const Judge& judge, const FailuresResult& found, const ServiceFailureView& service,
           PlannedServiceView& view) {
  view.id = service.id;
  view.met = service.flows > 0 && service.complete;
  for (const Counterexample& bad : service.counterexamples) {
    if (bad.elements.size() > 1) continue;
    if (bad.elements.empty()) {
      view.against.emplace_back("nothing: it does not work at all");
      continue;
    }
    const std::string& element = found.names[bad.elements.front().index];
    if (judge.breaks(element)) view.against.push_back(element);
  }
  view.met = view.met && view.against.empty();
}

bool names_all(const intent::Targets& targets, const std::vector<std::string>& elements) {
  return std::ranges::all_of(elements, [&](const std::string& element) {
    if (element.starts_with("group:")) return targets.group;
    if (element.starts_with("node:") || element.starts_with("board:")) return targets.node;
    return targets.link;
  });
}

}  // namespace

bool is_beyond_targets(const rules::Finding& finding, const intent::Intent& intent,
                       const planning::Plan& plan, const PlanResult& result) {
  if (!finding.failure || finding.service.empty()) return false;
  const auto at = std::ranges::find(result.services, finding.service, &PlannedServiceView::id);
  if (at == result.services.end()) return false;
  const auto place = static_cast<std::size_t>(at - result.services.begin());
  const intent::Targets& targets = intent.services[plan.services[place].service].targets;
  return !names_all(targets, finding.failure->elements) &&
         std::ranges::none_of(finding.failure->alike,
                              [&](const auto& elements) { return names_all(targets, elements); });
}

void judge_targets(const intent::Intent& intent, const planning::Plan& plan,
                   const planning::BuiltNetwork& built, std::shared_ptr<const Snapshot> snapshot,
                   const PlanCall& call, PlanResult& result) {
  FailureOptions options;
  options.k = 1;
  options.jobs = call.jobs;
  options.progress = call.progress;
  options.cancel = call.cancel;
  options.time_limit = call.time_limit;
  const FailuresResult found = find_failures(std::move(snapshot), options);
  result.cancelled = result.cancelled || found.cancelled;
  result.out_of_time = result.out_of_time || found.out_of_time;
  for (std::size_t i = 0; i < plan.services.size(); ++i) {
    const planning::PlannedService& planned = plan.services[i];
    const auto at = std::ranges::find_if(found.services, [&](const ServiceFailureView& it) {
      return std::ranges::find(it.endpoints, built.circuits[planned.service]) != it.endpoints.end();
    });
    if (at != found.services.end()) judge(Judge(intent, plan, planned), found, *at, result.services[i]);
  }
}

}  // namespace holdfast::session
