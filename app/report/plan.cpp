#include "app/report/plan.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/report/json_values.h"
#include "app/report/text.h"
#include "app/report/tolerance.h"
#include "app/report/unified_diff.h"
#include "app/report/words.h"
#include "app/report/wrap.h"
#include "model/redact.h"

namespace holdfast::report {
namespace {

using session::PlannedServiceView;
using session::PlanResult;

std::string price_words(const PlanResult& result) {
  if (result.price == result.price_at_least) {
    return fmt::format("price {}; no cheaper choice meets the targets", result.price);
  }
  return fmt::format("price {}; no choice costs less than {}, and time ran out before more was known",
                     result.price, result.price_at_least);
}

std::string verdict(const PlannedServiceView& service) {
  if (!service.met) return "not met";
  return service.target.empty() ? "works" : service.target;
}

std::string beyond_words(const PlanResult& result) {
  if (result.beyond == 0) return {};
  return fmt::format("; {} about failures that the service is not to survive, left out",
                     counted(result.beyond, "finding"));
}

std::string proof_words(const PlanResult& result) {
  if (result.cancelled) return "cancelled before the proof was complete";
  if (result.out_of_time) return "out of time before the proof was complete";
  if (result.verified) {
    const std::string waiting =
        result.waiting == 0
            ? "nothing unknown"
            : fmt::format(
                  "nothing unknown but {} verdict{} about customers' devices that the intent does not have",
                  result.waiting, result.waiting == 1 ? "" : "s");
    if (result.existing) {
      return fmt::format(
          "verified: read again, the configurations give no error, no warning and {} that the existing "
          "network had not, under every rule and every set of at most {}; every new service meets its "
          "target, and none that was there survives less{}",
          waiting, counted(result.k, "failure"), beyond_words(result));
    }
    return fmt::format(
        "verified: read again, the configurations give no error, no warning and {} under every rule "
        "and every set of at most {}, and every service meets its target{}",
        waiting, counted(result.k, "failure"), beyond_words(result));
  }
  return result.existing ? "not verified: see what is new, services that survive less, and targets not met"
                         : "not verified: see the findings and the services whose target is not met";
}

std::string device_words(const PlanResult& result) {
  if (!result.existing) return counted(result.devices, "device");
  return fmt::format("{} new, {} of {} existing with additions", counted(result.devices, "device"),
                     result.additions.size(), result.existing->network.devices.size());
}

std::string counts(const PlanResult& result) {
  const auto met = static_cast<std::size_t>(std::ranges::count_if(result.services, &PlannedServiceView::met));
  const std::size_t all = result.services.size();
  return fmt::format("{}, {}, {} of {} meet their target", device_words(result), counted(all, "service"), met,
                     all);
}

std::string service_text(const PlannedServiceView& service, std::size_t width) {
  std::string text =
      hanging(fmt::format("{} ({}, VLAN {}): {}", service.name, service.kind, service.vlan, verdict(service)),
              width, 0, 4);
  for (const std::string& end : service.ends) text += hanging(end, width, 2, 4);
  for (const std::string& reason : service.reasons) text += hanging(reason, width, 2, 4);
  for (const std::string& element : service.against) text += fmt::format("  lost with {}\n", element);
  return text;
}

std::string findings_text(const PlanResult& result, const Options& options) {
  if (result.verified || !result.proof) return {};
  std::string text = "\nfindings of the proof:\n" + render_text(*result.proof, options);
  if (result.tolerance && !result.tolerance->changes.empty())
    text += '\n' + tolerance_text(*result.tolerance, result.proof->snapshot->network, options);
  return text;
}

std::size_t added_lines(const PlanResult& result, const session::DeviceAddition& addition) {
  std::size_t lines = 0;
  for (const session::FileChange& change : result.changes) {
    const Network& network = result.existing->network;
    const auto at =
        std::ranges::find(network.devices, addition.device, [](const auto& it) { return it.name.value; });
    if (at == network.devices.end() || at->file != change.file) continue;
    for (const session::LineHunk& hunk : change.hunks) lines += hunk.new_count;
  }
  return lines;
}

std::string additions_text(const PlanResult& result) {
  std::string text;
  for (const session::DeviceAddition& it : result.additions) {
    text += fmt::format("  {}: {}\n", it.device, counted(added_lines(result, it), "line"));
  }
  return text.empty() ? text : "\nadded to existing devices:\n" + text;
}

Json shown(const std::vector<std::string>& lines) {
  Json out = Json::array();
  for (const std::string& line : lines) out.push_back(redact(line));
  return out;
}

Json additions_json(const PlanResult& result) {
  Json out = Json::array();
  for (const session::DeviceAddition& it : result.additions) {
    out.push_back({{"device", it.device},
                   {"file", it.path},
                   {"commands", shown(it.commands)},
                   {"rollback", shown(it.rollback)}});
  }
  return out;
}

std::string block(const std::vector<std::string>& lines) {
  std::string text = "```\n";
  for (const std::string& line : lines) text += redact(line) + '\n';
  return text + "```\n";
}

Json service_json(const PlannedServiceView& service) {
  return {{"name", service.name},     {"kind", service.kind}, {"id", service.id},
          {"vlan", service.vlan},     {"ends", service.ends}, {"reasons", service.reasons},
          {"target", service.target}, {"met", service.met},   {"against", service.against}};
}

}  // namespace

std::string plan_text(const PlanResult& result, const Options& options) {
  const std::size_t width = std::max(options.width, kMinWidth);
  std::string text;
  for (const PlannedServiceView& service : result.services) text += service_text(service, width);
  if (!result.chosen.empty()) text += "\nlinks to build:\n";
  for (const session::BuiltLinkView& link : result.chosen) {
    text += fmt::format("  {}, {}\n", link.name, link.price);
  }
  if (!result.chosen.empty()) text += hanging(price_words(result), width, 2, 4);
  text += additions_text(result);
  text += findings_text(result, options);
  return text + '\n' + hanging(counts(result), width, 0, 4) + hanging(proof_words(result), width, 0, 4);
}

std::string plan_markdown(const PlanResult& result) {
  std::string text = fmt::format("# {}\n\n{}.\n\n{}.\n", result.network.empty() ? "Plan" : result.network,
                                 counts(result), proof_words(result));
  if (!result.chosen.empty()) {
    text += fmt::format("\n## Links to build\n\n{}.\n\n", price_words(result));
    for (const session::BuiltLinkView& link : result.chosen) {
      text += fmt::format("- {}, {}\n", link.name, link.price);
    }
  }
  text += "\n## Services\n";
  for (const PlannedServiceView& service : result.services) {
    text += fmt::format("\n### {}\n\n{}, VLAN {}: {}.\n\n", service.name, service.kind, service.vlan,
                        verdict(service));
    for (const std::string& end : service.ends) text += fmt::format("- {}\n", end);
    for (const std::string& reason : service.reasons) text += fmt::format("- {}\n", reason);
    for (const std::string& element : service.against) text += fmt::format("- lost with {}\n", element);
  }
  return text;
}

std::string plan_commands(const PlanResult& result) {
  std::string text =
      "# What is added to existing devices\n\nKeys are hidden; they stand in the configurations.\n";
  for (const session::DeviceAddition& it : result.additions) {
    text += fmt::format("\n## {}\n\n{}\nTo take it back:\n\n{}", it.device, block(it.commands),
                        block(it.rollback));
  }
  return text;
}

std::string plan_diff(const PlanResult& result, const Options& options) {
  return result.existing ? unified_diff(result.existing->network, result.changes, options) : std::string();
}

std::string plan_json(const PlanResult& result) {
  Json services = Json::array();
  for (const PlannedServiceView& service : result.services) services.push_back(service_json(service));
  Json links = Json::array();
  for (const session::BuiltLinkView& link : result.chosen) {
    links.push_back({{"name", link.name}, {"price", link.price}});
  }
  Json files = Json::array();
  for (const session::NamedText& file : result.files) files.push_back(file.path);
  Json conflicts = Json::array();
  for (const session::InputProblem& problem : result.problems) {
    conflicts.push_back({{"file", problem.path},
                         {"line", problem.line},
                         {"column", problem.column},
                         {"message", problem.message}});
  }
  return dump(Json{{"schema", 1},
                   {"network", result.network},
                   {"feasible", result.problems.empty()},
                   {"verified", result.verified},
                   {"k", result.k},
                   {"price", result.price},
                   {"priceAtLeast", result.price_at_least},
                   {"links", std::move(links)},
                   {"additions", additions_json(result)},
                   {"services", std::move(services)},
                   {"conflicts", std::move(conflicts)},
                   {"files", std::move(files)}});
}

}  // namespace holdfast::report
