#include "app/report/sarif_rules.h"

#include <algorithm>
#include <string_view>

#include "app/report/rule_text.h"
#include "app/report/words.h"

namespace holdfast::report {
namespace {

// GitHub's words for the severity of a finding that is no security alert.
const char* problem_severity(rules::Severity severity) {
  switch (severity) {
    case rules::Severity::Error:
      return "error";
    case rules::Severity::Warning:
      return "warning";
    case rules::Severity::Info:
      return "recommendation";
  }
  return "error";
}

Json text(std::string_view value) {
  return {{"text", value}};
}

}  // namespace

const char* sarif_level(rules::Severity severity) {
  switch (severity) {
    case rules::Severity::Error:
      return "error";
    case rules::Severity::Warning:
      return "warning";
    case rules::Severity::Info:
      return "note";
  }
  return "error";
}

std::vector<const rules::Rule*> described_rules(const session::CheckResult& result, const Options& options) {
  std::vector<const rules::Rule*> rules(options.rules.begin(), options.rules.end());
  for (const auto* list : {&result.findings, &result.known}) {
    for (const session::ReportedFinding& reported : *list) rules.push_back(reported.finding.rule);
  }
  for (const session::SuppressedFinding& it : result.suppressed) rules.push_back(it.reported.finding.rule);
  const auto code = [](const rules::Rule* rule) { return std::string_view(rule->code); };
  std::ranges::stable_sort(rules, {}, code);
  const auto same = [&](const rules::Rule* a, const rules::Rule* b) { return code(a) == code(b); };
  rules.erase(std::unique(rules.begin(), rules.end(), same), rules.end());
  return rules;
}

Json sarif_rule(const rules::Rule& rule) {
  return {{"id", rule.code},
          {"name", rule.name},
          {"shortDescription", text(rule.title)},
          {"fullDescription", text(rule.what && *rule.what ? rule.what : rule.title)},
          {"help", {{"text", help_text(rule)}, {"markdown", help_markdown(rule)}}},
          {"defaultConfiguration", {{"level", sarif_level(rule.severity)}}},
          {"properties",
           {{"tags", Json::array({"network", "redundancy", family(rule.code)})},
            {"precision", "high"},
            {"problem.severity", problem_severity(rule.severity)}}}};
}

}  // namespace holdfast::report
