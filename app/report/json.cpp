#include "app/report/json.h"

#include "app/report/json_values.h"
#include "app/report/place.h"
#include "app/report/story_block.h"
#include "app/report/words.h"
#include "model/redact.h"

namespace holdfast::report {
namespace {

Json location(const Network& network, const rules::Evidence& evidence) {
  const Place place = place_of(network, evidence);
  return {{"file", place.path},
          {"line", place.line},
          {"column", place.column},
          {"device", device_name(network, evidence.device)},
          {"text", redact(raw_line(network, place))},
          {"note", evidence.note}};
}

Json failure_value(const rules::FailureCase& told) {
  return {{"elements", told.elements},
          {"outcome", to_string(told.story.outcome)},
          {"why", sentences_of(told.story)},
          {"rules", told.rules},
          {"alike", told.alike}};
}

Json search_value(const session::CheckResult& result) {
  return {{"k", result.search->k},
          {"elements", result.search->elements},
          {"evaluations", result.search->evaluations},
          {"complete", result.complete()}};
}

}  // namespace

Json finding_value(const Network& network, const session::ReportedFinding& reported) {
  const rules::Finding& finding = reported.finding;
  const bool unknown = finding.verdict == rules::Verdict::Unknown;
  Json out = {{"rule", finding.rule->code},
              {"name", finding.rule->name},
              {"severity", to_string(finding.severity)},
              {"verdict", unknown ? "unknown" : "violated"},
              {"message", finding.message}};
  if (!finding.service.empty()) out["service"] = finding.service;
  out["locations"] = Json::array();
  for (const rules::Evidence& evidence : finding.evidence) {
    out["locations"].push_back(location(network, evidence));
  }
  if (!finding.fix.summary.empty() || !finding.fix.commands.empty()) {
    out["fix"] = to_json(network, finding.fix);
  }
  out["fingerprint"] = reported.fingerprint;
  if (finding.failure) out["failure"] = failure_value(*finding.failure);
  if (!finding.consequence.empty()) out["consequence"] = finding.consequence;
  if (unknown) out["deciding"] = finding.deciding;
  return out;
}

namespace {

Json suppressed_value(const Network& network, const session::SuppressedFinding& suppressed) {
  Json out = finding_value(network, suppressed.reported);
  out["suppression"] = {{"reason", suppressed.reason},
                        {"file", network.sources.path(suppressed.where.file)},
                        {"line", suppressed.where.line}};
  if (suppressed.until) out["suppression"]["until"] = day_text(*suppressed.until);
  return out;
}

Json remark_value(const session::InputProblem& remark) {
  return {
      {"file", remark.path}, {"line", remark.line}, {"column", remark.column}, {"message", remark.message}};
}

}  // namespace

std::string render_json(const session::CheckResult& result, const Options&) {
  Json findings = Json::array();
  for (const auto* list : {&result.findings, &result.unknowns}) {
    for (const session::ReportedFinding& reported : *list) {
      findings.push_back(finding_value(result.snapshot->network, reported));
    }
  }
  Json suppressed = Json::array();
  for (const session::SuppressedFinding& it : result.suppressed) {
    suppressed.push_back(suppressed_value(result.snapshot->network, it));
  }
  Json remarks = Json::array();
  for (const session::InputProblem& remark : result.remarks) remarks.push_back(remark_value(remark));
  Json known = Json::array();
  for (const session::ReportedFinding& it : result.known) {
    known.push_back(finding_value(result.snapshot->network, it));
  }
  const session::Summary& summary = result.summary;
  Json out = {{"schema", 1},
              {"summary",
               {{"error", summary.errors},
                {"warning", summary.warnings},
                {"info", summary.infos},
                {"unknown", summary.unknown},
                {"suppressed", result.suppressed.size()},
                {"known", result.known.size()},
                {"fixed", result.fixed}}},
              {"findings", std::move(findings)},
              {"suppressed", std::move(suppressed)},
              {"known", std::move(known)},
              {"remarks", std::move(remarks)},
              {"coverage", to_json(result.snapshot->coverage)}};
  if (result.search) out["failures"] = search_value(result);
  return dump(out);
}

}  // namespace holdfast::report
