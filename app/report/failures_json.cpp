#include "app/report/failures.h"
#include "app/report/json_values.h"
#include "app/report/place.h"
#include "app/report/story_block.h"
#include "model/redact.h"

namespace holdfast::report {
namespace {

using session::Counterexample;
using session::FailuresResult;
using session::ServiceFailureView;

Json names(const FailuresResult& result, const std::vector<ElementId>& elements) {
  Json list = Json::array();
  for (const ElementId id : elements) list.push_back(result.names[id.index]);
  return list;
}

Json line_value(const Network& network, const rules::Evidence& evidence) {
  const Place place = place_of(network, evidence);
  return {{"file", place.path},
          {"line", place.line},
          {"column", place.column},
          {"device", device_name(network, evidence.device)},
          {"text", redact(raw_line(network, place))},
          {"note", evidence.note}};
}

Json counterexample_value(const FailuresResult& result, const Counterexample& it) {
  Json out = {{"elements", names(result, it.elements)},
              {"outcome", to_string(it.outcome)},
              {"why", sentences_of(it.story)},
              {"rules", it.rules},
              {"from", it.from},
              {"to", it.to}};
  if (!it.prefix.empty()) out["prefix"] = it.prefix;
  out["lines"] = Json::array();
  for (const rules::Evidence& line : it.story.blame) {
    out["lines"].push_back(line_value(result.snapshot->network, line));
  }
  return out;
}

Json service_value(const FailuresResult& result, const ServiceFailureView& service) {
  Json outcomes = Json::object();
  for (std::size_t i = 0; i < service.outcomes.size(); ++i) {
    outcomes[std::string(to_string(static_cast<Outcome>(i)))] = service.outcomes[i];
  }
  Json counterexamples = Json::array();
  for (const Counterexample& it : service.counterexamples) {
    counterexamples.push_back(counterexample_value(result, it));
  }
  Json out = {{"id", service.id},
              {"kind", service.kind},
              {"endpoints", service.endpoints},
              {"tolerates", service.tolerates},
              {"outcomes", std::move(outcomes)},
              {"evaluations", service.evaluations},
              {"counterexamples", std::move(counterexamples)},
              {"singlePoints", names(result, service.single_points)},
              {"complete", service.complete}};
  if (service.availability) {
    out["availability"] = {{"lower", service.availability->lower}, {"upper", service.availability->upper}};
  }
  return out;
}

}  // namespace

std::string failures_json(const FailuresResult& result) {
  Json services = Json::array();
  for (const ServiceFailureView& service : result.services)
    services.push_back(service_value(result, service));
  return dump({{"schema", 1},
               {"k", result.k},
               {"elements", result.elements},
               {"services", std::move(services)},
               {"evaluations", result.evaluations},
               {"complete", !result.cancelled && !result.out_of_time}});
}

}  // namespace holdfast::report
