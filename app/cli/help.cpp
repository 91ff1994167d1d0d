#include "app/cli/help.h"

#include <fmt/format.h>
#include <string_view>
#include <vector>

#include "app/report/printable.h"
#include "app/report/wrap.h"

namespace holdfast::cli {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kColumn = 24;  // where explanations begin

std::string filled(std::string_view text) {
  std::string out;
  for (const std::string& line : report::wrap(text, kWidth)) out += line + '\n';
  return out;
}

// A name, and what it is beside it or, where the name is long, below it.
std::string row(const std::string& name, std::string_view text) {
  std::string out = "  " + name;
  std::size_t at = 2 + report::display_width(name);
  for (const std::string& line : report::wrap(text, kWidth - kColumn)) {
    if (at + 2 > kColumn && at > 0) {
      out += '\n';
      at = 0;
    }
    out += std::string(kColumn - at, ' ') + line + '\n';
    at = 0;
  }
  return out;
}

std::string name_of(const ArgumentManual& argument) {
  const bool is_long_only = argument.names.front().starts_with("--");
  std::string name = is_long_only ? "    " : "";
  name += fmt::format("{}", fmt::join(argument.names, ", "));
  return argument.value.empty() ? name : name + " " + argument.value;
}

std::string rows(std::string_view title, const std::vector<ArgumentManual>& arguments, bool positional) {
  if (arguments.empty()) return {};
  std::string out = fmt::format("\n{}:\n", title);
  for (const ArgumentManual& it : arguments) {
    out += row(positional ? it.value + (it.repeated ? "…" : "") : name_of(it), it.text);
  }
  return out;
}

}  // namespace

std::string help_text(const CommandManual& command) {
  std::string out = filled(usage_of(command)) + '\n' + filled(command.summary);
  out += rows("Arguments", command.positionals, true) + rows("Options", command.options, false);
  return out + "\nExample:\n  " + command.example + '\n';
}

std::string help_text(const ProgramManual& program) {
  std::string out = "holdfast COMMAND [OPTIONS]\n\n" + filled(program.about) + "\nCommands:\n";
  for (const CommandManual& it : program.commands) out += row(it.name, it.summary);
  out += rows("Options", program.options, false) + '\n';
  std::string_view footer = program.footer;
  while (!footer.empty()) {
    const std::size_t end = footer.find('\n');
    out += filled(footer.substr(0, end));
    footer.remove_prefix(end == std::string_view::npos ? footer.size() : end + 1);
  }
  return out;
}

}  // namespace holdfast::cli
