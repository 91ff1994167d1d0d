// holdfast explain RULE, holdfast rules

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <unistd.h>
#include <vector>

#include "app/cli/manual.h"
#include "app/cli/output.h"
#include "app/cli/subcommand.h"
#include "app/report/rule_text.h"

namespace holdfast::cli {
namespace {

report::Options style_of(When color) {
  report::Options style;
  style.color = wants_color(color, STDOUT_FILENO);
  style.width = terminal_width();
  return style;
}

std::vector<std::string> rule_codes() {
  std::vector<std::string> codes;
  for (const rules::Rule* rule : rules::all_rules()) codes.emplace_back(rule->code);
  std::ranges::sort(codes);
  return codes;
}

}  // namespace

std::function<ExitStatus()> setup_explain(CLI::App& app) {
  struct Call {
    std::string rule;
    std::string format = "text";
  };
  const auto call = std::make_shared<Call>();
  offer(app.add_option("RULE", call->rule, "Code or name: PW005, control-word-differs-in-group"),
        rule_codes())
      ->required();
  add_format_choice(app, call->format, {"text", "json"});
  app.footer("Example: holdfast explain PW005");
  return [call] {
    const rules::Rule* rule = rules::find_rule(call->rule);
    if (rule == nullptr) {
      fmt::print(stderr, "holdfast: error: there is no rule '{}'; `holdfast rules` lists them\n", call->rule);
      return ExitStatus::BadInput;
    }
    const bool json = call->format == "json";
    const bool written = write_output(
        json ? report::explain_json(*rule) : report::explain_text(*rule, style_of(When::Auto)), {});
    return written ? ExitStatus::Clean : ExitStatus::BadInput;
  };
}

std::function<ExitStatus()> setup_rules(CLI::App& app) {
  const auto format = std::make_shared<std::string>("text");
  add_format_choice(app, *format, {"text", "json"});
  app.footer("Example: holdfast rules --format json");
  return [format] {
    const auto all = rules::all_rules();
    std::vector<const rules::Rule*> rules(all.begin(), all.end());
    std::ranges::sort(rules, {}, [](const rules::Rule* rule) { return std::string_view(rule->code); });
    const bool json = *format == "json";
    const bool written =
        write_output(json ? report::rules_json(rules) : report::rules_text(rules, style_of(When::Auto)), {});
    return written ? ExitStatus::Clean : ExitStatus::BadInput;
  };
}

}  // namespace holdfast::cli
