#include "app/cli/manual.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <string_view>

namespace holdfast::cli {
namespace {

constexpr const char* kChoices = "choices";
constexpr std::string_view kExample = "Example: ";

std::vector<std::string> choices_of(CLI::Option& option) {
  try {
    CLI::Validator words = *option.get_validator(kChoices);
    return CLI::detail::split(words.active(true).get_description(), ' ');
  } catch (const CLI::OptionNotFound&) {
    return {};
  }
}

ArgumentManual describe_argument(CLI::Option& option) {
  ArgumentManual result;
  if (option.get_positional()) {
    result.names.push_back(option.get_name(true));
    result.value = result.names.front();
  } else {
    for (const std::string& name : option.get_snames()) result.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) result.names.push_back("--" + name);
    const std::string type = option.get_type_name();
    if (option.get_items_expected_max() > 0) result.value = type.substr(0, type.find(':'));
  }
  result.text = option.get_description();
  result.choices = choices_of(option);
  result.repeated = option.get_items_expected_max() > 1;
  return result;
}

void describe_arguments(CLI::App& app, std::vector<ArgumentManual>& positionals,
                        std::vector<ArgumentManual>& options) {
  for (CLI::Option* option : app.get_options()) {
    (option->get_positional() ? positionals : options).push_back(describe_argument(*option));
  }
}

}  // namespace

CLI::Option* offer(CLI::Option* option, const std::vector<std::string>& words) {
  return option->check(CLI::Validator(fmt::format("{}", fmt::join(words, " "))).active(false).name(kChoices));
}

CLI::Option* add_format_choice(CLI::App& app, std::string& into, const std::vector<std::string>& words) {
  const std::vector<std::string> all_but_last(words.begin(), words.end() - 1);
  CLI::Option* option =
      app.add_option("--format", into, fmt::format("{} or {}", fmt::join(all_but_last, ", "), words.back()))
          ->type_name("F")
          ->check(CLI::IsMember(words).description(""));
  return offer(option, words);
}

CommandManual describe_command(CLI::App& command) {
  CommandManual result;
  result.name = command.get_name();
  result.summary = command.get_description();
  const std::string footer = command.get_footer();
  result.example = footer.substr(footer.starts_with(kExample) ? kExample.size() : 0);
  describe_arguments(command, result.positionals, result.options);
  return result;
}

ProgramManual describe_program(CLI::App& program) {
  ProgramManual result;
  result.about = program.get_description();
  result.footer = program.get_footer();
  std::vector<ArgumentManual> none;
  describe_arguments(program, none, result.options);
  for (CLI::App* command : program.get_subcommands({})) result.commands.push_back(describe_command(*command));
  return result;
}

std::string usage_of(const CommandManual& command) {
  std::string usage = fmt::format("holdfast {} [OPTIONS]", command.name);
  for (const ArgumentManual& it : command.positionals) {
    usage += fmt::format(" {}{}", it.value, it.repeated ? "…" : "");
  }
  return usage;
}

}  // namespace holdfast::cli
