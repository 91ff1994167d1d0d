#include "solver/rules/rule.h"

#include <algorithm>
#include <cctype>

namespace holdfast::rules {

const Rule* find_rule(std::string_view code_or_name) {
  const auto lower = [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); };
  const auto same = [&](std::string_view text) {
    return std::ranges::equal(text, code_or_name, {}, lower, lower);
  };
  for (const Rule* rule : all_rules()) {
    if (same(rule->code) || same(rule->name)) return rule;
  }
  return nullptr;
}

}  // namespace holdfast::rules
