#include "solver/rules/rule.h"

#include <algorithm>
#include <cctype>

namespace holdfast::rules {
namespace {

// The example without the lines that begin with `left_out`.
std::string example_without(std::string_view left_out, std::string_view example) {
  std::string result;
  while (!example.empty()) {
    const std::size_t end = example.find('\n');
    const std::string_view line = example.substr(0, end);
    if (!line.empty() && !line.starts_with(left_out)) result.append(line.substr(1)) += '\n';
    example.remove_prefix(end == std::string_view::npos ? example.size() : end + 1);
  }
  return result;
}

}  // namespace

std::string reported_example(const Rule& rule) {
  return example_without("+", rule.example);
}

std::string mended_example(const Rule& rule) {
  return example_without("-", rule.example);
}

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
