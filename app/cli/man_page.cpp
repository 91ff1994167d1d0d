#include "app/cli/man_page.h"

#include <cstdint>
#include <fmt/format.h>
#include <string_view>

#include "app/report/utf8.h"

namespace holdfast::cli {
namespace {

// Text at any place of a line, in ASCII.
std::string troff(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const report::CodePoint point = report::decode(text, at);
    const char c = text[at];
    if (point.length > 1) {
      out += fmt::format("\\[u{:04X}]", static_cast<std::uint32_t>(point.value));
    } else if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if ((c == '.' || c == '\'') && at == 0) {
      out += std::string("\\&") + c;
    } else {
      out += c;
    }
    at += point.length;
  }
  return out;
}

std::string tagged(const ArgumentManual& argument, bool positional) {
  std::string names;
  for (const std::string& name : argument.names) {
    if (!names.empty()) names += ", ";
    names += fmt::format("\\fB{}\\fR", troff(name));
  }
  if (positional) names = fmt::format("\\fI{}\\fR", troff(argument.value));
  if (!positional && !argument.value.empty()) names += fmt::format(" \\fI{}\\fR", troff(argument.value));
  std::string out = fmt::format(".TP\n{}\n{}", names, troff(argument.text));
  return out + (argument.text.ends_with('.') ? "\n" : ".\n");
}

std::string section(const CommandManual& command) {
  std::string out = fmt::format(".SS holdfast {}\n", troff(command.name));
  std::string usage = troff(usage_of(command));
  out += fmt::format(".B {}\n.PP\n{}.\n", usage, troff(command.summary));
  for (const ArgumentManual& it : command.positionals) out += tagged(it, true);
  for (const ArgumentManual& it : command.options) out += tagged(it, false);
  return out + fmt::format(".PP\nExample:\n.PP\n.RS\n.EX\n{}\n.EE\n.RE\n", troff(command.example));
}

constexpr std::string_view kEnd = R"(.SH EXIT STATUS
.TP
.B 0
Complete, and nothing at or above the threshold.
.TP
.B 1
Findings at or above the threshold.
.TP
.B 2
The call or the input is wrong, or an internal error: no verdict.
.TP
.B 3
Inconclusive: no device, nothing to judge, or a limit stopped the run.
.TP
.B 130
Interrupted.
.SH FILES
.TP
.I holdfast.yaml
Links, groups of elements that fail together, rules, severities, suppressions and the release profile. Searched
upwards from the configurations.
.SH ENVIRONMENT
.TP
.B NO_COLOR
Set and not empty: no colours.
.TP
.B COLUMNS
Width of text where standard output is no terminal.
)";

}  // namespace

std::string man_page(const ProgramManual& program, const std::string& version) {
  std::string out = fmt::format(
      ".TH HOLDFAST 1 \"\" \"holdfast {}\" \"User Commands\"\n.SH NAME\nholdfast \\- verify the redundancy "
      "of "
      "carrier networks' configurations\n.SH SYNOPSIS\n.B holdfast\n.I COMMAND\n[\\fIOPTIONS\\fR]\n"
      ".SH DESCRIPTION\n{}\n.SH COMMANDS\n",
      troff(version), troff(program.about));
  for (const CommandManual& it : program.commands) out += section(it);
  return out + std::string(kEnd);
}

}  // namespace holdfast::cli
