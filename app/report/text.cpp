#include "app/report/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>
#include <vector>

#include "app/report/finding_block.h"
#include "app/report/place.h"
#include "app/report/printable.h"
#include "app/report/style.h"
#include "app/report/summary.h"
#include "app/report/words.h"
#include "app/report/wrap.h"
#include "model/redact.h"

namespace holdfast::report {
namespace {

constexpr std::size_t kShownGroups = 12;  // of undecided verdicts; JSON holds them all
constexpr std::size_t kShownUnread = 3;   // places of lines that were not recognised

void hanging(std::string& out, std::string_view text, std::size_t width) {
  const std::vector<std::string> lines = wrap(text, width - 6);
  out += fmt::format("  {}\n", lines.front());
  for (std::size_t i = 1; i < lines.size(); ++i) out += fmt::format("      {}\n", lines[i]);
}

std::string undecided(const session::CheckResult& result, const Options& options) {
  if (result.unknowns.empty()) return {};
  const std::size_t width = std::max(options.width, kMinWidth);
  const std::vector<Undecided> groups = undecided_by_need(result.unknowns);
  std::string out =
      fmt::format("{}: {} that the input does not decide\n", Style(options.color).unknown("unknown"),
                  counted(result.unknowns.size(), "verdict"));
  std::size_t hidden = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const Undecided& group = groups[i];
    if (i >= kShownGroups) {
      hidden += group.verdicts;
      continue;
    }
    const std::string codes = fmt::format("{}", fmt::join(group.codes, ", "));
    const std::string count = counted(group.verdicts, "verdict");
    hanging(out,
            group.needs.empty() ? fmt::format("undecided: {} ({})", codes, count)
                                : fmt::format("needs {}: {} ({})", group.needs, codes, count),
            width);
  }
  if (hidden > 0) out += fmt::format("  and {} more\n", counted(hidden, "verdict"));
  return out + '\n';
}

std::string coloured(const SummaryPart& part, const Style& style) {
  using Kind = SummaryPart::Kind;
  switch (part.kind) {
    case Kind::Error:
      return style.severity(rules::Severity::Error, part.text);
    case Kind::Warning:
      return style.severity(rules::Severity::Warning, part.text);
    case Kind::Info:
      return style.severity(rules::Severity::Info, part.text);
    case Kind::Unknown:
      return style.unknown(part.text);
    case Kind::Good:
      return style.repair(part.text);
    case Kind::Plain:
      break;
  }
  return part.text;
}

std::string findings_by_severity(const session::CheckResult& result, const Options& options) {
  std::string line;
  for (const SummaryPart& part : summary_parts(result)) {
    line += (line.empty() ? "" : ", ") + coloured(part, Style(options.color));
  }
  return line;
}

std::string unread_places(const Network& network, std::uint64_t total, std::size_t width) {
  std::string out;
  std::uint64_t shown = 0;
  for (const Device& device : network.devices) {
    for (const UnreadLine& line : device.reading.unread) {
      if (shown == kShownUnread) break;
      const Place place = place_of(network, {.device = {}, .where = line.where, .note = {}});
      hanging(out, fmt::format("{}: {}", to_string(place), redact(line.text)), width);
      ++shown;
    }
  }
  if (total > shown) out += fmt::format("  and {} more: `holdfast coverage` lists them\n", total - shown);
  return out;
}

std::string summary(const session::CheckResult& result, const Options& options) {
  const session::Snapshot& snapshot = *result.snapshot;
  std::string out = findings_by_severity(result, options);
  out += fmt::format("\n{}, {}; {}", counted(snapshot.network.devices.size(), "device"),
                     counted(result.services, "service"), understood(snapshot.coverage));
  out += '\n';
  if (const std::string idle = idle_suppressions(result); !idle.empty()) out += idle + '\n';
  if (result.search) {
    out += fmt::format("failures: k = {}, {}, {}\n", result.search->k,
                       counted(result.search->elements, "element"),
                       counted(result.search->evaluations, "evaluation"));
  }
  if (snapshot.coverage.unrecognised > 0) {
    out += fmt::format("not recognised: {}\n", counted(snapshot.coverage.unrecognised, "line"));
    out +=
        unread_places(snapshot.network, snapshot.coverage.unrecognised, std::max(options.width, kMinWidth));
  }
  if (result.cancelled) out += "stopped before the end: there may be more findings\n";
  if (result.out_of_time) out += "the time limit stopped the run: there may be more findings\n";
  return out;
}

}  // namespace

std::string render_text(const session::CheckResult& result, const Options& options) {
  std::string out;
  for (const session::ReportedFinding& reported : result.findings) {
    out += finding_block(result.snapshot->network, reported.finding, options) + '\n';
  }
  return out + undecided(result, options) + summary(result, options);
}

std::string render_problems(std::span<const session::InputProblem> problems, const Options& options) {
  const Style style(options.color);
  std::string out;
  for (const session::InputProblem& problem : problems) {
    const bool error = problem.kind == session::InputProblem::Kind::Error;
    out += error ? style.severity(rules::Severity::Error, "error")
                 : style.severity(rules::Severity::Info, "note");
    out += ": ";
    if (!problem.path.empty()) out += place_text(problem.path, problem.line, problem.column) + ": ";
    out += printable(problem.message) + '\n';
  }
  return out;
}

}  // namespace holdfast::report
