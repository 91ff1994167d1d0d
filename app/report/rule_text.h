#pragma once

// A rule's manual page as text and as Markdown; what `explain` prints and what SARIF carries as help.

#include <span>
#include <string>

#include "app/report/options.h"
#include "solver/rules/rule.h"

namespace holdfast::report {

// `holdfast explain RULE`
std::string explain_text(const rules::Rule& rule, const Options& options);
std::string explain_json(const rules::Rule& rule);

// `holdfast rules`, in the order given.
std::string rules_text(std::span<const rules::Rule* const> rules, const Options& options);
std::string rules_json(std::span<const rules::Rule* const> rules);

// The page without its headline.
std::string help_text(const rules::Rule& rule);
std::string help_markdown(const rules::Rule& rule);

}  // namespace holdfast::report
