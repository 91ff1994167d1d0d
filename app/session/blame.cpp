#include "app/session/blame.h"

#include "solver/rules/rule.h"

namespace holdfast::session {

void FindingsAtLines::add(const rules::Finding& finding) {
  if (finding.severity == rules::Severity::Info) return;
  bool first = true;
  for (const rules::Evidence& line : finding.evidence) {
    if (line.where.known()) {
      AtLine& at = lines_[{line.where.file, line.where.line}];
      at.codes.insert(finding.rule->code);
      if (first && at.standing == nullptr && !finding.fix.commands.empty()) at.standing = &finding;
    }
    first = false;
  }
}

std::vector<std::string> FindingsAtLines::codes(const rules::Story& story) const {
  std::set<std::string> codes;
  for (const rules::Evidence& line : story.blame) {
    const auto found = lines_.find({line.where.file, line.where.line});
    if (found != lines_.end()) codes.insert(found->second.codes.begin(), found->second.codes.end());
  }
  return {codes.begin(), codes.end()};
}

const rules::Fix* FindingsAtLines::fix(const rules::Story& story) const {
  for (const rules::Evidence& line : story.blame) {
    const auto found = lines_.find({line.where.file, line.where.line});
    if (found != lines_.end() && found->second.standing != nullptr) return &found->second.standing->fix;
  }
  return nullptr;
}

void name_rules(std::span<rules::Finding> about_failures, std::span<const rules::Finding> about_lines) {
  FindingsAtLines at;
  for (const rules::Finding& finding : about_lines) at.add(finding);
  for (rules::Finding& finding : about_failures) {
    if (!finding.failure) continue;
    rules::FailureCase& told = finding.failure.ensure();
    told.rules = at.codes(told.story);
    const rules::Fix* fix = at.fix(told.story);
    if (fix != nullptr && finding.fix.commands.empty()) finding.fix = *fix;
  }
}

}  // namespace holdfast::session
