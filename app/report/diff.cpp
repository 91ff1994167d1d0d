#include "app/report/diff.h"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include "app/report/finding_block.h"
#include "app/report/json_values.h"
#include "app/report/markdown.h"
#include "app/report/markdown_text.h"
#include "app/report/place.h"
#include "app/report/printable.h"
#include "app/report/style.h"
#include "app/report/summary.h"
#include "app/report/tolerance.h"
#include "app/report/words.h"
#include "app/report/wrap.h"

namespace holdfast::report {
namespace {

std::size_t unchanged(const session::Diff& diff) {
  return static_cast<std::size_t>(std::ranges::count_if(
      diff.after.known,
      [](const session::ReportedFinding& it) { return it.finding.verdict == rules::Verdict::Violated; }));
}

bool complete(const session::Diff& diff) {
  return diff.before.complete() && diff.after.complete();
}

// "2 new (1 error, 1 warning), 1 fixed, 12 unchanged, 3 newly undecided".
std::string headline(const session::Diff& diff) {
  const session::Summary& summary = diff.after.summary;
  std::vector<std::string> kinds;
  const auto add = [&](std::size_t count, std::string_view noun) {
    if (count > 0) kinds.push_back(counted(count, noun));
  };
  add(summary.errors, "error");
  add(summary.warnings, "warning");
  add(summary.infos, "info");
  std::string line = fmt::format("{} new", diff.after.findings.size());
  if (!kinds.empty()) line += fmt::format(" ({})", fmt::join(kinds, ", "));
  line += fmt::format(", {} fixed, {} unchanged", diff.fixed.size(), unchanged(diff));
  if (summary.unknown > 0) line += fmt::format(", {} newly undecided", summary.unknown);
  if (diff.tolerance) {
    const std::string tolerance = tolerance_line(*diff.tolerance);
    line += "; " + (tolerance.empty() ? "every service survives what it survived" : tolerance);
  }
  if (!complete(diff)) line += "; stopped before the end: there may be more, and less that is new or fixed";
  return line;
}

std::string one_line(const Network& network, const rules::Finding& finding) {
  const rules::Evidence first = first_evidence(finding);
  const std::string_view device = device_name(network, first.device);
  return fmt::format("{} {}: {}{}", to_string(finding.severity), finding.rule->code, finding.message,
                     device.empty() ? std::string() : fmt::format(" [{}]", device));
}

std::string needs_of(const Undecided& group) {
  return fmt::format("{}{}: {}", group.needs.empty() ? "undecided" : "needs ", group.needs,
                     fmt::join(group.codes, ", "));
}

Json entries(const Network& network, const std::vector<session::ReportedFinding>& findings) {
  Json list = Json::array();
  for (const session::ReportedFinding& it : findings) list.push_back(finding_value(network, it));
  return list;
}

}  // namespace

std::string diff_text(const session::Diff& diff, const Options& options) {
  const Style style(options.color);
  const std::size_t width = std::max(options.width, kMinWidth);
  std::string out;
  for (const session::ReportedFinding& it : diff.after.findings) {
    out += finding_block(diff.after.snapshot->network, it.finding, options) + '\n';
  }
  if (diff.tolerance) out += tolerance_text(*diff.tolerance, diff.after.snapshot->network, options);
  if (!diff.fixed.empty()) out += style.repair("fixed") + ":\n";
  for (const session::ReportedFinding& it : diff.fixed) {
    out += hanging(one_line(diff.before.snapshot->network, it.finding), width, 2, 6);
  }
  if (!diff.after.unknowns.empty()) out += style.unknown("newly undecided") + ":\n";
  for (const Undecided& group : undecided_by_need(diff.after.unknowns))
    out += hanging(needs_of(group), width, 2, 6);
  const bool listed = !diff.fixed.empty() || !diff.after.unknowns.empty();
  return out + (listed ? "\n" : "") + headline(diff) + '\n';
}

std::string diff_json(const session::Diff& diff) {
  const Network& before = diff.before.snapshot->network;
  const Network& after = diff.after.snapshot->network;
  std::vector<session::ReportedFinding> same;
  std::ranges::copy_if(diff.after.known, std::back_inserter(same), [](const session::ReportedFinding& it) {
    return it.finding.verdict == rules::Verdict::Violated;
  });
  Json out = {{"schema", 1},
              {"complete", complete(diff)},
              {"summary",
               {{"new", diff.after.findings.size()},
                {"fixed", diff.fixed.size()},
                {"unchanged", same.size()},
                {"undecided", diff.after.unknowns.size()}}},
              {"new", entries(after, diff.after.findings)},
              {"fixed", entries(before, diff.fixed)},
              {"unchanged", entries(after, same)},
              {"undecided", entries(after, diff.after.unknowns)}};
  if (diff.tolerance) out["tolerance"] = tolerance_value(*diff.tolerance);
  return dump(out);
}

std::string diff_markdown(const session::Diff& diff) {
  std::string tail;
  if (!diff.fixed.empty()) {
    tail += "**Fixed**\n\n";
    std::vector<std::string> items;
    for (const session::ReportedFinding& it : diff.fixed) {
      items.push_back(
          fmt::format("- {}\n", markdown_text(one_line(diff.before.snapshot->network, it.finding))));
    }
    tail += markdown_entries(items, kMarkdownLimit / 4) + '\n';
  }
  if (!diff.after.unknowns.empty()) {
    tail += "**Newly undecided**\n\n";
    std::vector<std::string> items;
    for (const Undecided& group : undecided_by_need(diff.after.unknowns)) {
      items.push_back(fmt::format("- {}\n", markdown_text(needs_of(group))));
    }
    tail += markdown_entries(items, kMarkdownLimit / 4) + '\n';
  }
  std::vector<std::string> news;
  for (const session::ReportedFinding* it : worst_first(diff.after.findings)) {
    news.push_back(markdown_finding(diff.after.snapshot->network, it->finding));
  }
  std::string head = fmt::format("### holdfast: {}\n\n", headline(diff));
  if (diff.tolerance) head += tolerance_markdown(*diff.tolerance, kMarkdownLimit / 4);
  return head + markdown_entries(news, kMarkdownLimit - head.size() - tail.size()) + tail;
}

}  // namespace holdfast::report
