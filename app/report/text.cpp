#include "app/report/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "app/report/finding_block.h"
#include "app/report/place.h"
#include "app/report/printable.h"
#include "app/report/style.h"
#include "app/report/words.h"
#include "app/report/wrap.h"
#include "model/redact.h"

namespace holdfast::report {
namespace {

constexpr std::size_t kShownGroups = 12;  // of undecided verdicts; JSON holds them all
constexpr std::size_t kShownUnread = 3;   // places of lines that were not recognised

// Undecided verdicts that one and the same missing thing would decide.
struct Undecided {
  std::string needs;
  std::set<std::string> codes;
  std::size_t verdicts = 0;
};

std::vector<Undecided> by_need(const std::vector<session::ReportedFinding>& unknowns) {
  std::map<std::string, Undecided> groups;
  for (const session::ReportedFinding& unknown : unknowns) {
    const std::string needs = fmt::format("{}", fmt::join(unknown.finding.deciding, " and "));
    Undecided& group = groups[needs];
    group.needs = needs;
    group.codes.insert(unknown.finding.rule->code);
    ++group.verdicts;
  }
  std::vector<Undecided> sorted;
  for (auto& [needs, group] : groups) sorted.push_back(std::move(group));
  std::ranges::stable_sort(sorted, std::ranges::greater{}, &Undecided::verdicts);
  return sorted;
}

void hanging(std::string& out, std::string_view text, std::size_t width) {
  const std::vector<std::string> lines = wrap(text, width - 6);
  out += fmt::format("  {}\n", lines.front());
  for (std::size_t i = 1; i < lines.size(); ++i) out += fmt::format("      {}\n", lines[i]);
}

std::string undecided(const session::CheckResult& result, const Options& options) {
  if (result.unknowns.empty()) return {};
  const std::size_t width = std::max(options.width, kMinWidth);
  const std::vector<Undecided> groups = by_need(result.unknowns);
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

// "1 suppression has ended, 2 suppressions are not needed", on a line of its own.
std::string idle_suppressions(const session::CheckResult& result) {
  std::vector<std::string> parts;
  const auto add = [&](std::size_t count, std::string_view one, std::string_view several) {
    if (count > 0)
      parts.push_back(fmt::format("{} {}", counted(count, "suppression"), count == 1 ? one : several));
  };
  add(result.expired_suppressions, "has ended", "have ended");
  add(result.unused_suppressions, "is not needed", "are not needed");
  return parts.empty() ? std::string() : fmt::format("{}\n", fmt::join(parts, ", "));
}

std::string findings_by_severity(const session::CheckResult& result, const Options& options) {
  const Style style(options.color);
  std::vector<std::string> parts;
  const auto add = [&](std::size_t count, rules::Severity severity, std::string_view noun) {
    if (count > 0) parts.push_back(style.severity(severity, counted(count, noun)));
  };
  add(result.summary.errors, rules::Severity::Error, "error");
  add(result.summary.warnings, rules::Severity::Warning, "warning");
  add(result.summary.infos, rules::Severity::Info, "info");
  if (parts.empty()) parts.push_back(style.repair(result.has_baseline ? "no new findings" : "no findings"));
  if (result.summary.unknown > 0) {
    parts.push_back(style.unknown(fmt::format("{} unknown", result.summary.unknown)));
  }
  if (!result.suppressed.empty()) parts.push_back(fmt::format("{} suppressed", result.suppressed.size()));
  if (!result.known.empty()) parts.push_back(fmt::format("{} known", result.known.size()));
  if (result.fixed > 0) parts.push_back(style.repair(fmt::format("{} fixed", result.fixed)));
  return fmt::format("{}", fmt::join(parts, ", "));
}

// Rounded down, so that only everything is 100 %.
std::string understood(const Coverage& coverage) {
  if (coverage.lines == 0) return "no lines";
  const std::uint64_t known = coverage.lines - std::min(coverage.unrecognised, coverage.lines);
  const std::uint64_t tenths = known * 1000 / coverage.lines;
  return fmt::format("understood {}.{} % of {}", tenths / 10, tenths % 10, counted(coverage.lines, "line"));
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
  out += '\n' + idle_suppressions(result);
  if (snapshot.coverage.unrecognised > 0) {
    out += fmt::format("not recognised: {}\n", counted(snapshot.coverage.unrecognised, "line"));
    out +=
        unread_places(snapshot.network, snapshot.coverage.unrecognised, std::max(options.width, kMinWidth));
  }
  if (result.cancelled) out += "stopped before the end: there may be more findings\n";
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
