#pragma once

// Rules as users name them: by code ("PW005"), family ("PW") or name ("control-word-differs-in-group"),
// letter case free.

#include <string>
#include <string_view>
#include <vector>

#include "app/session/snapshot.h"
#include "solver/rules/rule.h"

namespace holdfast::session {

bool names(std::string_view selector, const rules::Rule& rule);
bool names_a_rule(std::string_view selector);

// "there is no rule or family `PW99`; is `PW009` meant?"
std::string no_such_rule(std::string_view selector);

// Those that `select` names (all, when it is empty) and `ignore` does not, by code.
std::vector<const rules::Rule*> selected_rules(const std::vector<std::string>& select,
                                               const std::vector<std::string>& ignore);

// The severity that the snapshot's file gives to findings of the rule, else `usual`. A rule's own entry wins
// over its family's.
rules::Severity severity_of(const rules::Rule& rule, rules::Severity usual, const RuleSettings& settings);

}  // namespace holdfast::session
