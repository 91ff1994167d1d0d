#include "app/session/plan.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "app/session/files.h"
#include "app/session/plan_proof.h"
#include "app/session/stopper.h"
#include "importers/topology/intent_file.h"
#include "importers/vrp/print/print.h"
#include "solver/planning/build/build.h"
#include "solver/planning/plan.h"

namespace holdfast::session {
namespace {

using intent::Homing;

std::string target_words(const intent::Targets& targets) {
  std::vector<std::string> kinds;
  if (targets.node) kinds.emplace_back("node");
  if (targets.link) kinds.emplace_back("link");
  if (targets.group) kinds.emplace_back("group");
  return kinds.empty() ? "" : fmt::format("survives any {}", fmt::join(kinds, ", "));
}

std::string_view homing_words(Homing homing) {
  switch (homing) {
    case Homing::Etrunk:
      return ", E-Trunk";
    case Homing::Mvrrp:
      return ", mVRRP";
    case Homing::Routed:
      return ", by its routes";
    case Homing::Single:
      break;
  }
  return "";
}

std::string end_words(const intent::Intent& intent, const planning::PlannedEnd& end) {
  std::string words = end.ce ? intent.devices[*end.ce].name + " on " : std::string("customers on ");
  words += intent.devices[end.pes[0]].name;
  if (end.pes.size() > 1) words += fmt::format(" (primary) and {}", intent.devices[end.pes[1]].name);
  return words + std::string(homing_words(end.homing));
}

PlannedServiceView view_of(const intent::Intent& intent, const planning::PlannedService& planned) {
  const intent::Service& service = intent.services[planned.service];
  PlannedServiceView view;
  view.name = service.name;
  view.kind = service.kind == intent::ServiceKind::Vpws   ? "vpws"
              : service.kind == intent::ServiceKind::Vpls ? "vpls"
                                                          : "handover";
  view.vlan = planned.vlan;
  for (const planning::PlannedEnd& end : planned.ends) view.ends.push_back(end_words(intent, end));
  view.reasons = planned.reasons;
  view.target = target_words(service.targets);
  return view;
}

// The kinds of elements that some service is to survive.
std::string kinds_text(const intent::Intent& intent) {
  std::string kinds;
  const auto some = [&](bool intent::Targets::*kind) {
    return std::ranges::any_of(intent.services, [&](const auto& service) { return service.targets.*kind; });
  };
  if (some(&intent::Targets::node)) kinds += ", node, board";
  if (some(&intent::Targets::link)) kinds += ", link";
  if (some(&intent::Targets::group)) kinds += ", group";
  return kinds.empty() ? "" : fmt::format("failures: {{elements: [{}]}}\n", kinds.substr(2));
}

std::string settings_text(const intent::Intent& intent, const planning::BuiltNetwork& built) {
  std::string text = "# The links of the plan, and what fails together.\nlinks:\n";
  std::map<std::string, std::vector<std::string>> groups;
  for (const planning::BuiltLink& link : built.links) {
    text += fmt::format("  - [{}, {}]\n", link.a, link.b);
    for (const std::string& group : link.groups) {
      groups[group].push_back(
          fmt::format("\"link:{}--{}\"", std::min(link.a, link.b), std::max(link.a, link.b)));
    }
  }
  if (!groups.empty()) text += "groups:\n";
  for (const auto& [name, members] : groups)
    text += fmt::format("  {}: [{}]\n", name, fmt::join(members, ", "));
  return text + kinds_text(intent);
}

void add_conflicts(const std::vector<planning::Conflict>& conflicts, const std::string& path,
                   PlanResult& result) {
  result.infeasible = result.infeasible || !conflicts.empty();
  for (const planning::Conflict& it : conflicts) {
    result.problems.push_back({InputProblem::Kind::Error, path, it.where.line, it.where.column, it.text});
  }
}

void add_files(const intent::Intent& intent, const planning::BuiltNetwork& built, PlanResult& result) {
  const auto key = [&](const Fact<Secret>&) { return intent.etrunk_key; };
  for (const Device& device : built.devices) {
    result.files.push_back({*device.name + ".cfg", vrp::print_device(device, key)});
  }
  result.files.push_back({"holdfast.yaml", settings_text(intent, built)});
}

// Whether customers' devices form their bundles cannot be known of those that the intent does not have.
std::size_t verdicts_waiting(const planning::Plan& plan, const CheckResult& proof) {
  const bool unseen = std::ranges::any_of(plan.services, [](const planning::PlannedService& service) {
    return std::ranges::any_of(service.ends, [](const planning::PlannedEnd& end) {
      return !end.ce && end.homing == intent::Homing::Etrunk;
    });
  });
  if (!unseen) return 0;
  return static_cast<std::size_t>(std::ranges::count_if(proof.unknowns, [](const ReportedFinding& it) {
    const std::string_view code = it.finding.rule->code;
    return code == "ET013" || code == "ET018";
  }));
}

// Reads the files again, as anybody else would, and lets every rule and the failure search judge them.
void prove(const intent::Intent& intent, const planning::Plan& plan, const PlanCall& call,
           PlanResult& result) {
  const std::vector<NamedText> configurations(result.files.begin(), result.files.end() - 1);
  const auto snapshot = load_texts(configurations, result.files.back());
  CheckOptions options;
  options.k = call.k;
  options.jobs = call.jobs;
  options.time_limit = call.time_limit;
  options.progress = call.progress;
  options.cancel = call.cancel;
  result.proof = check(snapshot, options);
  judge_targets(intent, plan, snapshot, call, result);
  const CheckResult& proof = *result.proof;
  result.cancelled = result.cancelled || proof.cancelled;
  result.out_of_time = result.out_of_time || proof.out_of_time;
  result.waiting = verdicts_waiting(plan, proof);
  const bool silent =
      proof.summary.errors + proof.summary.warnings == 0 && proof.summary.unknown == result.waiting;
  result.verified = silent && snapshot->problems.empty() && snapshot->coverage.unrecognised == 0 &&
                    !result.cancelled && !result.out_of_time &&
                    std::ranges::all_of(result.services, &PlannedServiceView::met);
}

void fill_views(const intent::Intent& intent, const planning::Plan& plan, PlanResult& result) {
  for (const std::size_t i : plan.chosen) {
    result.chosen.push_back({planning::link_name(intent, intent.candidates[i]), intent.candidates[i].price});
  }
  result.price = plan.price;
  result.price_at_least = plan.price_at_least;
  for (const planning::PlannedService& planned : plan.services) {
    result.services.push_back(view_of(intent, planned));
  }
}

}  // namespace

PlanResult plan(const PlanCall& call) {
  PlanResult result;
  result.k = call.k;
  auto text = read_text({call.path, true}, result.problems);
  if (!text) return result;
  const topology::IntentFile read = topology::read_intent_file(*text, FileId{0});
  for (const topology::FileProblem& problem : read.problems) {
    result.problems.push_back(
        {InputProblem::Kind::Error, call.path, problem.line, problem.column, problem.message});
  }
  if (!result.problems.empty()) return result;
  const intent::Intent& intent = read.intent;
  result.network = intent.network;
  const Stopper stopper(call.cancel, call.time_limit);
  const planning::Plan made = planning::make_plan(intent, {call.progress, stopper.flag()});
  result.cancelled = stopper.cancelled();
  add_conflicts(made.conflicts, call.path, result);
  if (!made.conflicts.empty()) return result;
  const planning::BuiltNetwork built = planning::build_devices(intent, made);
  add_conflicts(built.conflicts, call.path, result);
  if (!built.conflicts.empty()) return result;
  fill_views(intent, made, result);
  add_files(intent, built, result);
  prove(intent, made, call, result);
  return result;
}

}  // namespace holdfast::session
