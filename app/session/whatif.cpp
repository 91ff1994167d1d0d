#include "app/session/whatif.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "app/session/crew.h"
#include "app/session/files.h"
#include "app/session/names.h"
#include "importers/topology/scenario_file.h"
#include "solver/failures/narrative.h"
#include "solver/pairing/elements.h"
#include "solver/pairing/flows.h"

namespace holdfast::session {
namespace {

using failures::Engine;
using pairing::Pairing;
using pairing::Service;

std::vector<std::string> ports_of(const Pairing& net, const Site& site) {
  std::vector<std::string> names;
  for (const PortRef port : site.acs) names.push_back(pairing::port_name(net.network(), port));
  return names;
}

bool meets(const failures::Support& support, const FailureSet& failed) {
  return std::ranges::any_of(failed, [&](ElementId id) { return support.contains(id); });
}

// What the failures do to one flow; where its outcome rests on none of them nothing changes.
void look_at(failures::ServiceEvaluator& states, const Flow& flow, const FailureSet& failed, bool tell_all,
             ServiceChange& into) {
  failures::FlowEvaluator evaluator(states, flow);
  const failures::FlowOutcome before = evaluator.traced({});
  const bool touched = is_bad(before.outcome) || meets(before.support, failed);
  const Outcome after = touched ? evaluator.outcome(failed) : before.outcome;
  into.before = std::max(into.before, before.outcome);
  into.after = std::max(into.after, after);
  if (!touched && !tell_all) return;
  const Pairing& net = states.net();
  FlowChange change{ports_of(net, flow.a), ports_of(net, flow.b),
                    flow.has_prefix ? to_string(flow.prefix) : std::string(),
                    failures::tell(states, flow, {}), failures::tell(states, flow, failed)};
  if (tell_all || !change.same()) into.flows.push_back(std::move(change));
}

struct Scenario {
  std::string path;
  topology::ScenarioFile file;
};

Scenario read_scenario(const std::string& path, std::vector<InputProblem>& problems) {
  Scenario result{path, {}};
  const auto text = read_text({path, true}, problems);
  if (!text) return result;
  result.file = topology::read_scenario_file(*text, FileId::None);
  for (const topology::FileProblem& it : result.file.problems) {
    problems.push_back({InputProblem::Kind::Error, path, it.line, it.column, it.message});
  }
  return result;
}

class WhatIf {
 public:
  WhatIf(std::shared_ptr<const Snapshot> snapshot, const WhatIfOptions& options)
      : options_(options), net_(snapshot->network), universe_(pairing::failure_universe(net_)) {
    result_.snapshot = std::move(snapshot);
  }

  WhatIfResult run() {
    if (!options_.scenario.empty()) scenario_ = read_scenario(options_.scenario, result_.problems);
    find_elements();
    find_expected();
    std::vector<std::string> unknown;
    const auto services = find_services(*result_.snapshot, net_, options_.services, unknown);
    for (std::string& problem : unknown) report({}, std::move(problem));
    if (result_.problems.empty()) evaluate(services);
    return std::move(result_);
  }

 private:
  void report(Span where, std::string message) {
    const bool in_file = where.line > 0;
    result_.problems.push_back({InputProblem::Kind::Error, in_file ? scenario_.path : std::string(),
                                where.line, where.column, std::move(message)});
  }

  void find_elements() {
    const auto add = [&](const std::string& name, Span where) {
      const NamedElement found = find_element(*result_.snapshot, universe_, name);
      if (found.id.valid()) {
        failed_.push_back(found.id);
      } else {
        report(where, found.problem);
      }
    };
    for (const std::string& name : options_.fail) add(name, {});
    for (const Fact<std::string>& name : scenario_.file.fail) add(*name, name.where);
    std::ranges::sort(failed_);
    failed_.erase(std::unique(failed_.begin(), failed_.end()), failed_.end());
    for (const ElementId id : failed_) result_.failed.push_back(universe_.elements[id.index].name);
  }

  void find_expected() {
    for (const topology::StatedExpectation& it : scenario_.file.expect) {
      const NamedService found = find_service(*result_.snapshot, net_, it.service);
      if (found.service == nullptr) {
        report(it.where, found.problem);
      } else {
        expected_.emplace_back(found.service, &it);
      }
    }
  }

  void evaluate(const std::vector<const Service*>& services) {
    result_.services.resize(services.size());
    Crew crew(net_, universe_, options_.jobs, services.size());
    std::atomic<std::size_t> done{0};
    crew.run(services.size(), [&](Engine& engine, std::size_t i) {
      if (options_.cancel != nullptr && options_.cancel->load()) return;
      ServiceChange& change = result_.services[i];
      change.id = services[i]->name;
      failures::ServiceEvaluator states(engine, *services[i]);
      for (const Flow& flow : pairing::flows_of(net_, *services[i])) {
        look_at(states, flow, failed_, options_.tell_all, change);
      }
      if (options_.progress) options_.progress("failing", ++done, services.size());
    });
    result_.cancelled = options_.cancel != nullptr && options_.cancel->load();
    if (!result_.cancelled) compare(services);
  }

  void compare(const std::vector<const Service*>& services) {
    for (const auto& [service, stated] : expected_) {
      const auto at = std::ranges::find(services, service);
      if (at == services.end()) continue;
      const Outcome found = result_.services[static_cast<std::size_t>(at - services.begin())].after;
      if (found == stated->outcome) continue;
      result_.unmet.push_back(
          {scenario_.path, stated->where.line, stated->where.column, service->name, stated->outcome, found});
    }
  }

  const WhatIfOptions& options_;
  Pairing net_;
  FailureUniverse universe_;
  Scenario scenario_;
  FailureSet failed_;
  std::vector<std::pair<const Service*, const topology::StatedExpectation*>> expected_;
  WhatIfResult result_;
};

}  // namespace

ScenarioFailures scenario_failures(const Study& study, const std::string& path) {
  ScenarioFailures result;
  std::vector<InputProblem> problems;
  const Scenario scenario = read_scenario(path, problems);
  for (const InputProblem& it : problems)
    result.problems.push_back(fmt::format("{}:{}:{}: {}", it.path, it.line, it.column, it.message));
  for (const Fact<std::string>& name : scenario.file.fail) {
    const NamedElement found = find_element(*study.snapshot(), study.universe(), *name);
    if (found.id.valid()) {
      result.failed.push_back(found.id);
    } else {
      result.problems.push_back(
          fmt::format("{}:{}:{}: {}", path, name.where.line, name.where.column, found.problem));
    }
  }
  std::ranges::sort(result.failed);
  result.failed.erase(std::unique(result.failed.begin(), result.failed.end()), result.failed.end());
  return result;
}

WhatIfResult what_if(std::shared_ptr<const Snapshot> snapshot, const WhatIfOptions& options) {
  return WhatIf(std::move(snapshot), options).run();
}

}  // namespace holdfast::session
