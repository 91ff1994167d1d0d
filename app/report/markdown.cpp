#include "app/report/markdown.h"

#include <fmt/format.h>
#include <vector>

#include "app/report/markdown_text.h"
#include "app/report/place.h"
#include "app/report/printable.h"
#include "app/report/story_block.h"
#include "app/report/summary.h"
#include "app/report/words.h"
#include "model/redact.h"

namespace holdfast::report {
namespace {

constexpr std::size_t kShownNeeds = 8;  // of undecided verdicts; JSON holds them all

std::string line_item(const Network& network, const rules::Evidence& evidence) {
  const Place place = place_of(network, evidence);
  std::string out = fmt::format("- {}", markdown_code(to_string(place)));
  const std::string line = redact(raw_line(network, place));
  const std::size_t begin = line.find_first_not_of(" \t");
  if (begin != std::string::npos) out += fmt::format(" {}", markdown_code(line.substr(begin)));
  if (!evidence.note.empty()) out += " — " + markdown_text(evidence.note);
  return out + '\n';
}

std::string repair(const Network& network, const rules::Fix& fix) {
  if (fix.summary.empty() && fix.commands.empty()) return {};
  std::string commands;
  for (const rules::DeviceCommands& device : fix.commands) {
    commands += fmt::format("# on {}\n", printable(device_name(network, device.device)));
    for (const std::string& command : device.lines) commands += printable(redact(command)) + '\n';
  }
  const std::string summary = "**Fix:** " + markdown_text(fix.summary) + '\n';
  return commands.empty() ? summary : summary + '\n' + markdown_block(commands);
}

std::string undecided(const session::CheckResult& result) {
  if (result.unknowns.empty()) return {};
  std::string out = fmt::format("<details><summary>{} that the input does not decide</summary>\n\n",
                                counted(result.unknowns.size(), "verdict"));
  std::size_t shown = 0;
  std::size_t hidden = 0;
  for (const Undecided& group : undecided_by_need(result.unknowns)) {
    if (shown == kShownNeeds) {
      hidden += group.verdicts;
      continue;
    }
    ++shown;
    out += fmt::format("- {}{} ({})\n", group.needs.empty() ? "undecided" : "needs ",
                       markdown_text(group.needs), fmt::join(group.codes, ", "));
  }
  if (hidden > 0) out += fmt::format("- and {} more\n", counted(hidden, "verdict"));
  return out + "\n</details>\n\n";
}

}  // namespace

std::string markdown_finding(const Network& network, const rules::Finding& finding) {
  std::string out = fmt::format("#### {} {}: {}\n\n{}\n", to_string(finding.severity), finding.rule->code,
                                finding.rule->name, markdown_text(finding.message));
  if (!finding.service.empty()) out += fmt::format("\n**Service:** {}\n", markdown_code(finding.service));
  if (!finding.consequence.empty()) {
    out += fmt::format("\n**Effect:** {}\n", markdown_text(finding.consequence));
  }
  if (finding.failure) {
    out += "\n**When these fail:** ";
    for (const std::string& it : finding.failure->elements) out += markdown_code(it) + ' ';
    out += "\n\n";
    for (const std::string& it : sentences_of(finding.failure->story))
      out += "1. " + markdown_text(it) + '\n';
  }
  out += '\n';
  for (const rules::Evidence& evidence : finding.evidence) out += line_item(network, evidence);
  const std::string mended = repair(network, finding.fix);
  return mended.empty() ? out + '\n' : out + '\n' + mended + '\n';
}

std::string markdown_entries(const std::vector<std::string>& entries, std::size_t room) {
  std::string out;
  std::size_t shown = 0;
  while (shown < entries.size() && out.size() + entries[shown].size() <= room) out += entries[shown++];
  if (shown < entries.size()) {
    out += fmt::format("*{} more: this comment is at its limit.*\n\n", entries.size() - shown);
  }
  return out;
}

std::string render_markdown(const session::CheckResult& result, const Options&) {
  const session::Snapshot& snapshot = *result.snapshot;
  std::string head = fmt::format("### holdfast: {}\n\n", summary_line(result));
  std::string tail = undecided(result);
  tail += fmt::format("{}, {}; {}", counted(snapshot.network.devices.size(), "device"),
                      counted(result.services, "service"), understood(snapshot.coverage));
  if (const std::string idle = idle_suppressions(result); !idle.empty()) tail += "; " + idle;
  tail += '\n';
  std::vector<std::string> entries;
  for (const session::ReportedFinding* it : worst_first(result.findings)) {
    entries.push_back(markdown_finding(snapshot.network, it->finding));
  }
  const std::size_t used = head.size() + tail.size();
  return head + markdown_entries(entries, used < kMarkdownLimit ? kMarkdownLimit - used : 0) + tail;
}

}  // namespace holdfast::report
