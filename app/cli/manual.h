#pragma once

// What the program takes, read from the parser itself: help, manual page and completions are made from this
// and so cannot disagree with it.

#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace holdfast::cli {

struct ArgumentManual {
  std::vector<std::string> names;    // "-j", "--jobs"; of a positional one its name
  std::string value;                 // "FILE"; empty: a flag
  std::string text;                  // what it is
  std::vector<std::string> choices;  // its values, where they are few
  bool repeated = false;
};

struct CommandManual {
  std::string name;
  std::string summary;
  std::string example;  // a whole call
  std::vector<ArgumentManual> positionals;
  std::vector<ArgumentManual> options;
};

struct ProgramManual {
  std::string about;
  std::string footer;
  std::vector<ArgumentManual> options;
  std::vector<CommandManual> commands;
};

// The values that an option offers, for completion. It checks nothing.
CLI::Option* offer(CLI::Option* option, const std::vector<std::string>& words);

// `--format F` with these words; the first is what `into` says.
CLI::Option* add_format_choice(CLI::App& app, std::string& into, const std::vector<std::string>& words);

CommandManual describe_command(CLI::App& command);
ProgramManual describe_program(CLI::App& program);

// "holdfast check [OPTIONS] PATH…"
std::string usage_of(const CommandManual& command);

}  // namespace holdfast::cli
