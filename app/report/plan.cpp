#include "app/report/plan.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/report/json_values.h"
#include "app/report/text.h"
#include "app/report/wrap.h"

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
    return fmt::format(
        "verified: read again, the configurations give no error, no warning and {} under every rule "
        "and every set of at most {} failure{}, and every service meets its target",
        waiting, result.k, result.k == 1 ? "" : "s");
  }
  return "not verified: see the findings and the services whose target is not met";
}

std::size_t devices(const PlanResult& result) {
  return result.files.empty() ? 0 : result.files.size() - 1;
}

std::string counts(const PlanResult& result) {
  const auto met = static_cast<std::size_t>(std::ranges::count_if(result.services, &PlannedServiceView::met));
  const std::size_t all = result.services.size();
  return fmt::format("{} devices, {} service{}, {} of {} meet their target", devices(result), all,
                     all == 1 ? "" : "s", met, all);
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
  return "\nfindings of the proof:\n" + render_text(*result.proof, options);
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
                   {"services", std::move(services)},
                   {"conflicts", std::move(conflicts)},
                   {"files", std::move(files)}});
}

}  // namespace holdfast::report
