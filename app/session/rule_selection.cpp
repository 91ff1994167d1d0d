#include "app/session/rule_selection.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "app/session/nearest.h"

namespace holdfast::session {
namespace {

constexpr std::size_t kNumberDigits = 3;  // at the end of a code; what stands before them is its family

std::string_view family_of(const rules::Rule& rule) {
  const std::string_view code = rule.code;
  return code.substr(0, code.size() - kNumberDigits);
}

bool named_by(const std::vector<std::string>& selectors, const rules::Rule& rule) {
  return std::ranges::any_of(selectors, [&](const std::string& s) { return names(s, rule); });
}

}  // namespace

bool names(std::string_view selector, const rules::Rule& rule) {
  return same_letters(selector, rule.code) || same_letters(selector, rule.name) ||
         same_letters(selector, family_of(rule));
}

bool names_a_rule(std::string_view selector) {
  return std::ranges::any_of(rules::all_rules(),
                             [&](const rules::Rule* rule) { return names(selector, *rule); });
}

std::string no_such_rule(std::string_view selector) {
  std::set<std::string> known;
  for (const rules::Rule* rule : rules::all_rules()) {
    known.insert({rule->code, rule->name, std::string(family_of(*rule))});
  }
  const std::vector<std::string> candidates(known.begin(), known.end());
  const std::string meant = nearest(selector, candidates);
  return fmt::format("there is no rule or family `{}`; {}", selector,
                     meant.empty() ? "`holdfast rules` lists them" : fmt::format("is `{}` meant?", meant));
}

std::vector<const rules::Rule*> selected_rules(const std::vector<std::string>& select,
                                               const std::vector<std::string>& ignore) {
  std::vector<const rules::Rule*> chosen;
  for (const rules::Rule* rule : rules::all_rules()) {
    if (!select.empty() && !named_by(select, *rule)) continue;
    if (!named_by(ignore, *rule)) chosen.push_back(rule);
  }
  std::ranges::sort(chosen, {}, [](const rules::Rule* rule) { return std::string_view(rule->code); });
  return chosen;
}

rules::Severity severity_of(const rules::Rule& rule, rules::Severity usual, const RuleSettings& settings) {
  rules::Severity result = usual;
  for (const auto& [selector, severity] : settings.severity) {
    if (!names(selector, rule)) continue;
    result = severity;
    if (!same_letters(selector, family_of(rule))) break;
  }
  return result;
}

}  // namespace holdfast::session
