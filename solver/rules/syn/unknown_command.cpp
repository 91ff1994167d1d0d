// SYN001: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"

namespace holdfast::rules::syn {
namespace {

void report(DeviceId id, const UnreadLine& line, Judgement& out) {
  Finding& finding = out.report(id, line.where, "not understood from here",
                                fmt::format("`{}` is no command of the {} view", line.text, line.view));
  finding.severity = Severity::Info;
  finding.consequence =
      "The device may refuse the line, and what it was to say does not happen. Verdicts that could depend on "
      "it are "
      "unknown.";
  if (line.suggestion) {
    finding.severity = Severity::Warning;
    finding.message += fmt::format("; is `{}` meant?", *line.suggestion);
    finding.fix.summary = fmt::format("write `{}`, if that is meant", *line.suggestion);
  }
}

void check(const pairing::Pairing& net, Judgement& out) {
  for (std::size_t i = 0; i < net.network().devices.size(); ++i) {
    const DeviceId id(i);
    for (const UnreadLine& line : net[id].reading.unread) report(id, line, out);
  }
}

}  // namespace

extern const Rule unknown_command;
const Rule unknown_command{
    .code = "SYN001",
    .name = "unknown-command",
    .severity = Severity::Info,
    .title = "Every line is a command that the view it stands in has.",
    .what =
        "Each line is matched against the command table of its view. A line that fits no command is "
        "reported; as "
        "a warning when a known word is one edit away from the word where understanding stopped.",
    .why =
        "A misspelt command is refused when the configuration is loaded, silently in many archives' restore "
        "scripts, and what it was to protect stays unprotected.",
    .fix =
        "Correct the line, or remove it. If it is a command of a release or feature that this program does "
        "not "
        "know, ignore the finding.",
    .limits =
        "Words of commands that no redundancy depends on are known by their first words only, so that "
        "mistakes "
        "further to the right in them go unnoticed.",
    .source = "Command reference NE40E V800R012, all chapters.",
    .example = R"(
 sysname PE1
 #
 bgp 100
  peer 2.2.2.2 as-number 100
  #
  ipv4-family vpnv4
   policy vpn-target
-  peer 2.2.2.2 enablef
+  peer 2.2.2.2 enable
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::syn
