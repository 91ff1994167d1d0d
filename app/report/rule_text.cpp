#include "app/report/rule_text.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string_view>

#include "app/report/json_values.h"
#include "app/report/style.h"
#include "app/report/words.h"
#include "app/report/wrap.h"

namespace holdfast::report {
namespace {

struct Section {
  const char* heading;
  const char* rules::Rule::*text;
};

constexpr std::array<Section, 5> kProse = {{{"What is compared", &rules::Rule::what},
                                            {"Why it matters", &rules::Rule::why},
                                            {"How to mend it", &rules::Rule::fix},
                                            {"When it stays silent", &rules::Rule::limits},
                                            {"Source", &rules::Rule::source}}};

struct Example {
  const char* heading;
  std::string (*text)(const rules::Rule& rule);
};

constexpr std::array<Example, 2> kExamples = {
    {{"Reported", rules::reported_example}, {"Not reported", rules::mended_example}}};

std::string_view text_of(const rules::Rule& rule, const Section& section) {
  const char* text = rule.*section.text;
  return text ? text : "";
}

template <class Use>
void for_each_line(std::string_view text, Use use) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    use(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

// Paragraphs stand apart by an empty line; line ends inside a paragraph are blanks.
void paragraphs(std::string& out, std::string_view text, std::size_t width) {
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find("\n\n", at), text.size());
    for (const std::string& line : wrap(text.substr(at, end - at), width - 2)) out += "  " + line + '\n';
    if (end == text.size()) break;
    out += '\n';
    at = end + 2;
  }
}

Json rule_head(const rules::Rule& rule) {
  return {{"code", rule.code},
          {"name", rule.name},
          {"severity", to_string(rule.severity)},
          {"title", rule.title}};
}

}  // namespace

std::string explain_text(const rules::Rule& rule, const Options& options) {
  const Style style(options.color);
  const std::size_t width = std::max(options.width, kMinWidth);
  std::string out = fmt::format("{} {} ({})\n", style.severity(rule.severity, rule.code),
                                style.strong(rule.name), to_string(rule.severity));
  paragraphs(out, rule.title, width);
  for (const Section& section : kProse) {
    if (text_of(rule, section).empty()) continue;
    out += fmt::format("\n{}\n", style.strong(section.heading));
    paragraphs(out, text_of(rule, section), width);
  }
  for (const Example& example : kExamples) {
    const std::string text = example.text(rule);
    if (text.empty()) continue;
    out += fmt::format("\n{}\n", style.strong(example.heading));
    for_each_line(text, [&](std::string_view line) { out += fmt::format("    {}\n", line); });
  }
  return out;
}

std::string explain_json(const rules::Rule& rule) {
  Json out = {{"schema", 1}};
  out.update(rule_head(rule));
  for (const auto& [key, text] :
       {std::pair{"what", rule.what}, std::pair{"why", rule.why}, std::pair{"fix", rule.fix},
        std::pair{"limits", rule.limits}, std::pair{"source", rule.source}}) {
    out[key] = text ? text : "";
  }
  out["bad"] = rules::reported_example(rule);
  out["good"] = rules::mended_example(rule);
  return dump(out);
}

std::string rules_text(std::span<const rules::Rule* const> rules, const Options& options) {
  const Style style(options.color);
  const std::size_t width = std::max(options.width, kMinWidth);
  constexpr std::size_t kCodeColumn = 8;
  constexpr std::size_t kSeverityColumn = 9;
  std::string out;
  for (const rules::Rule* rule : rules) {
    const std::string_view severity = to_string(rule->severity);
    const std::string_view code = rule->code;
    out += fmt::format("{}{}{}{}{}\n", style.strong(code),
                       std::string(kCodeColumn - std::min(kCodeColumn - 1, code.size()), ' '),
                       style.severity(rule->severity, severity),
                       std::string(kSeverityColumn - severity.size(), ' '), rule->name);
    const std::size_t margin = kCodeColumn + kSeverityColumn;
    for (const std::string& line : wrap(rule->title, width - margin)) {
      out += fmt::format("{}{}\n", std::string(margin, ' '), line);
    }
  }
  return out;
}

std::string rules_json(std::span<const rules::Rule* const> rules) {
  Json list = Json::array();
  for (const rules::Rule* rule : rules) list.push_back(rule_head(*rule));
  return dump({{"schema", 1}, {"rules", std::move(list)}});
}

std::string help_text(const rules::Rule& rule) {
  std::string out = rule.title;
  out += '\n';
  for (const Section& section : kProse) {
    if (text_of(rule, section).empty()) continue;
    out += fmt::format("\n{}:\n{}\n", section.heading, text_of(rule, section));
  }
  for (const Example& example : kExamples) {
    const std::string text = example.text(rule);
    if (!text.empty()) out += fmt::format("\n{}:\n{}\n", example.heading, text);
  }
  return out;
}

std::string help_markdown(const rules::Rule& rule) {
  std::string out = fmt::format("**{}**\n", rule.title);
  for (const Section& section : kProse) {
    if (text_of(rule, section).empty()) continue;
    out += fmt::format("\n## {}\n\n{}\n", section.heading, text_of(rule, section));
  }
  for (const Example& example : kExamples) {
    const std::string text = example.text(rule);
    if (!text.empty()) out += fmt::format("\n## {}\n\n```text\n{}```\n", example.heading, text);
  }
  return out;
}

}  // namespace holdfast::report
