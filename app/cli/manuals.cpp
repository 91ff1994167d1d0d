// holdfast completion SHELL, holdfast man

#include <CLI/CLI.hpp>

#include "app/cli/completion.h"
#include "app/cli/man_page.h"
#include "app/cli/output.h"
#include "app/cli/subcommand.h"
#include "app/cli/version.h"

namespace holdfast::cli {

std::function<ExitStatus()> setup_completion(CLI::App& app) {
  const auto shell = std::make_shared<std::string>();
  const std::vector<std::string> shells = {"bash", "zsh", "fish"};
  offer(app.add_option("SHELL", *shell, "bash, zsh or fish"), shells)
      ->required()
      ->check(CLI::IsMember(shells).description(""));
  app.footer("Example: holdfast completion bash > /etc/bash_completion.d/holdfast");
  return [shell, &app] {
    const ProgramManual program = describe_program(*app.get_parent());
    const std::string text = *shell == "bash"  ? bash_completion(program)
                             : *shell == "zsh" ? zsh_completion(program)
                                               : fish_completion(program);
    return write_output(text, {}) ? ExitStatus::Clean : ExitStatus::BadInput;
  };
}

std::function<ExitStatus()> setup_man(CLI::App& app) {
  app.footer("Example: holdfast man | man -l -");
  return [&app] {
    const std::string text = man_page(describe_program(*app.get_parent()), kVersion);
    return write_output(text, {}) ? ExitStatus::Clean : ExitStatus::BadInput;
  };
}

}  // namespace holdfast::cli
