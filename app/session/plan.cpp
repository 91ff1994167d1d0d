#include "app/session/plan.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <map>

#include "app/session/diff.h"
#include "app/session/existing_network.h"
#include "app/session/files.h"
#include "app/session/growth.h"
#include "app/session/plan_proof.h"
#include "app/session/stopper.h"
#include "importers/topology/intent_file.h"
#include "importers/vrp/print/print.h"
#include "solver/planning/build/build.h"
#include "solver/planning/costs.h"
#include "solver/planning/domains.h"
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

// What stands has no line of its own in the intent: there `existing` is named.
void add_conflicts(const std::vector<planning::Conflict>& conflicts, const std::string& path,
                   const std::optional<Fact<std::string>>& existing, PlanResult& result) {
  result.infeasible = result.infeasible || !conflicts.empty();
  for (const planning::Conflict& it : conflicts) {
    const Span where = it.where.known() || !existing ? it.where : existing->where;
    result.problems.push_back({InputProblem::Kind::Error, path, where.line, where.column, it.text});
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

// What failures do to services that were there is judged by what they survive less, not by findings: where
// one that never worked does now, some are new.
bool is_compared(const rules::Finding& finding, const PlanResult& result) {
  const std::string_view code = finding.rule->code;
  const bool of_losses = code.starts_with("SV") || code == "FD002";
  return result.tolerance && of_losses &&
         std::ranges::find(result.services, finding.service, &PlannedServiceView::id) ==
             result.services.end();
}

bool survives_less(const PlanResult& result) {
  return result.tolerance && std::ranges::any_of(result.tolerance->changes, &ToleranceChange::survives_less);
}

// Reads the files again, as anybody else would, and lets every rule and the failure search judge them. Of a
// network that grows only what it had not before counts.
void prove(const intent::Intent& intent, const planning::Plan& plan, const planning::BuiltNetwork& built,
           const PlanCall& call, PlanResult& result) {
  const std::vector<NamedText> configurations(result.files.begin(), result.files.end() - 1);
  const auto snapshot = load_texts(configurations, result.files.back());
  CheckOptions options;
  options.k = call.k;
  options.jobs = call.jobs;
  options.time_limit = call.time_limit;
  options.progress = call.progress;
  options.cancel = call.cancel;
  if (result.existing) {
    Diff grown = diff(result.existing, snapshot, options);
    result.cancelled = result.cancelled || grown.before.cancelled;
    result.out_of_time = result.out_of_time || grown.before.out_of_time;
    result.proof = std::move(grown.after);
    result.tolerance = std::move(grown.tolerance);
  } else {
    result.proof = check(snapshot, options);
  }
  judge_targets(intent, plan, built, snapshot, call, result);
  const CheckResult& proof = *result.proof;
  result.cancelled = result.cancelled || proof.cancelled;
  result.out_of_time = result.out_of_time || proof.out_of_time;
  result.waiting = verdicts_waiting(plan, proof);
  const auto counts = [&](const ReportedFinding& it) { return !is_compared(it.finding, result); };
  std::size_t found = 0;
  for (const ReportedFinding& it : proof.findings) {
    if (it.finding.severity == rules::Severity::Info || !counts(it)) continue;
    ++(is_beyond_targets(it.finding, intent, plan, result) ? result.beyond : found);
  }
  const auto unknown = static_cast<std::size_t>(std::ranges::count_if(proof.unknowns, counts));
  const bool silent = found == 0 && unknown <= result.waiting;
  const std::size_t problems = result.existing ? result.existing->problems.size() : 0;
  const std::size_t unread = result.existing ? result.existing->coverage.unrecognised : 0;
  result.verified = silent && snapshot->problems.size() <= problems &&
                    snapshot->coverage.unrecognised <= unread && !survives_less(result) &&
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

void add_problems(const std::vector<topology::FileProblem>& problems, const PlanCall& call,
                  PlanResult& result) {
  for (const topology::FileProblem& problem : problems) {
    result.problems.push_back(
        {InputProblem::Kind::Error, call.path, problem.line, problem.column, problem.message});
  }
}

// The folder beside the intent.
std::string folder_of(const PlanCall& call, const std::string& named) {
  const std::filesystem::path path = std::filesystem::path(call.path).parent_path() / named;
  std::string folder = path.lexically_normal().string();
  while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
  return folder;
}

// The network that the intent lets grow; nothing and problems when it cannot.
std::optional<ExistingNetwork> read_existing(const Fact<std::string>& named, const PlanCall& call,
                                             PlanResult& result) {
  const auto refuse = [&](std::string message) {
    result.problems.push_back(
        {InputProblem::Kind::Error, call.path, named.where.line, named.where.column, std::move(message)});
    return std::nullopt;
  };
  const std::string folder = folder_of(call, *named);
  std::error_code failed;
  if (!std::filesystem::is_directory(folder, failed)) {
    return refuse(fmt::format("`existing`: there is no folder {}", folder));
  }
  LoadOptions options;
  options.paths = {folder};
  options.jobs = call.jobs;
  options.progress = call.progress;
  options.cancel = call.cancel;
  auto snapshot = load(options);
  for (const InputProblem& problem : snapshot->problems) {
    if (problem.kind == InputProblem::Kind::Error) result.problems.push_back(problem);
  }
  if (!result.problems.empty()) return refuse(fmt::format("`existing`: {} has errors, see there", folder));
  const auto& devices = snapshot->network.devices;
  if (devices.empty()) return refuse(fmt::format("`existing`: {} holds no configuration", folder));
  for (std::size_t i = 1; i < devices.size(); ++i) {
    if (devices[i].name.value == devices[i - 1].name.value)
      return refuse(fmt::format("`existing`: {} has two devices {}", folder, devices[i].name.value));
  }
  result.existing = snapshot;
  return describe_network(std::move(snapshot));
}

void add_growth(const ExistingNetwork& network, const std::string& folder, const intent::Intent& intent,
                const planning::BuiltNetwork& built, PlanResult& result) {
  Growth growth =
      grow(network, folder, intent, built, [&](const Fact<Secret>&) { return intent.etrunk_key; });
  result.infeasible = result.infeasible || !growth.problems.empty();
  result.problems = std::move(growth.problems);
  result.files = std::move(growth.files);
  result.additions = std::move(growth.additions);
  result.changes = std::move(growth.changes);
}

}  // namespace

PlanResult plan(const PlanCall& call) {
  PlanResult result;
  result.k = call.k;
  auto text = read_text({call.path, true}, result.problems);
  if (!text) return result;
  std::optional<ExistingNetwork> standing;
  const auto folder = topology::existing_folder(*text, FileId{0});
  if (folder) standing = read_existing(*folder, call, result);
  if (!result.problems.empty()) return result;
  topology::IntentFile read =
      topology::read_intent_file(*text, FileId{0}, standing ? standing->known : intent::Intent{});
  add_problems(read.problems, call, result);
  if (!result.problems.empty()) return result;
  const planning::Existing existing = standing ? standing->existing : planning::Existing{};
  intent::Intent intent = std::move(read.intent);
  add_conflicts(planning::choose_domains(intent, existing), call.path, folder, result);
  if (!result.problems.empty()) return result;
  planning::choose_costs(intent, existing);
  result.network = intent.network;
  const Stopper stopper(call.cancel, call.time_limit);
  const planning::Plan made = planning::make_plan(intent, existing, {call.progress, stopper.flag()});
  result.cancelled = stopper.cancelled();
  add_conflicts(made.conflicts, call.path, folder, result);
  if (!made.conflicts.empty()) return result;
  const planning::BuiltNetwork built = planning::build_devices(intent, existing, made);
  add_conflicts(built.conflicts, call.path, folder, result);
  if (!built.conflicts.empty()) return result;
  fill_views(intent, made, result);
  result.devices = intent.devices.size() - existing.devices.size();
  if (standing) {
    add_growth(*standing, folder_of(call, **folder), intent, built, result);
    if (!result.problems.empty()) return result;
  } else {
    add_files(intent, built, result);
  }
  prove(intent, made, built, call, result);
  return result;
}

}  // namespace holdfast::session
