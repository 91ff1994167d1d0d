#include "app/report/html.h"

#include <array>
#include <fmt/format.h>
#include <string_view>
#include <utility>

#include "app/report/html_finding.h"
#include "app/report/html_map.h"
#include "app/report/html_style.h"
#include "app/report/place.h"
#include "app/report/summary.h"
#include "app/report/words.h"
#include "app/report/xml.h"
#include "model/redact.h"

namespace holdfast::report {
namespace {

constexpr std::size_t kShownUnread = 20;  // lines that were not recognised; `holdfast coverage` has them all

std::string tile(std::size_t count, std::string_view tone, std::string_view word) {
  return fmt::format("<div class=\"tile {}\"><b>{}</b><span>{}</span></div>\n", count == 0 ? "none" : tone,
                     count, word);
}

std::string tiles(const session::CheckResult& result) {
  const session::Summary& summary = result.summary;
  std::string out = "<div class=\"tiles\">\n";
  out += tile(summary.errors, "error", summary.errors == 1 ? "error" : "errors");
  out += tile(summary.warnings, "warning", summary.warnings == 1 ? "warning" : "warnings");
  out += tile(summary.infos, "info", "advice");
  out += tile(summary.unknown, "unknown", "undecided");
  if (!result.suppressed.empty()) out += tile(result.suppressed.size(), "", "suppressed");
  if (result.has_baseline) {
    out += tile(result.known.size(), "", "known");
    out += tile(result.fixed, "good", "fixed");
  }
  return out + "</div>\n";
}

std::string header(const session::CheckResult& result) {
  const session::Snapshot& snapshot = *result.snapshot;
  std::string out =
      fmt::format("<div class=\"brand\">Holdfast</div>\n<h1>{}</h1>\n<div class=\"soft\">{}, {}; {}</div>\n",
                  xml_text(summary_line(result)), counted(snapshot.network.devices.size(), "device"),
                  counted(result.services, "service"), understood(snapshot.coverage));
  if (!result.complete()) out += "<p><b>Stopped before the end: there may be more findings.</b></p>\n";
  return out + tiles(result);
}

std::string map_section(const session::CheckResult& result, const std::optional<std::string>& drawing) {
  if (drawing) {
    return fmt::format(
        "<h2>Network</h2>\n<div class=\"card\"><div class=\"map\">{}</div>\n<div class=\"legend\">"
        "<span class=\"error\"><i></i>error</span><span class=\"warning\"><i></i>warning</span>"
        "<span class=\"info\"><i></i>advice</span><span class=\"part\"><i></i>takes "
        "part</span></div></div>\n",
        *drawing);
  }
  return fmt::format("<p class=\"soft\">{}</p>\n", result.snapshot->network.devices.size() > kMostDrawn
                                                       ? "The network is too large to be drawn here."
                                                       : "No drawing: Graphviz is not installed.");
}

std::string row(const Network& network, const rules::Finding& finding, std::string_view message,
                std::string_view tone) {
  const rules::Evidence first = first_evidence(finding);
  return fmt::format(
      "<tr class=\"{}\"><td><span class=\"badge\">{}</span></td><td>{}</td><td>{}</td>"
      "<td class=\"where\">{}</td></tr>\n",
      tone, finding.rule->code, message, xml_text(device_name(network, first.device)),
      xml_text(to_string(place_of(network, first))));
}

std::string table(std::string_view rows, std::string_view last = "place") {
  return fmt::format(
      "<div "
      "class=\"card\"><table><thead><tr><th>rule</th><th>what</th><th>device</th><th>{}</th></tr></thead>"
      "<tbody>\n{}</tbody></table></div>\n",
      last, rows);
}

std::string findings_section(const session::CheckResult& result) {
  const Network& network = result.snapshot->network;
  const auto sorted = worst_first(result.findings);
  if (sorted.empty()) return {};
  std::string rows;
  std::string articles;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const rules::Finding& finding = sorted[i]->finding;
    const std::string link =
        fmt::format("<a href=\"#{}\">{}</a>", finding_anchor(i), xml_text(finding.message));
    rows += row(network, finding, link, to_string(finding.severity));
    articles += html_finding(network, finding, finding_anchor(i));
  }
  std::string out = "<h2>Findings</h2>\n";
  if (sorted.size() > 1) out += table(rows);
  return out + articles;
}

std::string unknown_section(const session::CheckResult& result) {
  if (result.unknowns.empty()) return {};
  std::string items;
  for (const Undecided& group : undecided_by_need(result.unknowns)) {
    items += fmt::format("<li>{}{} <span class=\"soft\">{} · {}</span></li>\n",
                         group.needs.empty() ? "undecided" : "needs ", xml_text(group.needs),
                         fmt::join(group.codes, ", "), counted(group.verdicts, "verdict"));
  }
  return fmt::format("<h2>Not decided by the input</h2>\n<div class=\"card\"><ul>\n{}</ul></div>\n", items);
}

std::string accepted_sections(const session::CheckResult& result) {
  const Network& network = result.snapshot->network;
  std::string suppressed;
  for (const session::SuppressedFinding& it : result.suppressed) {
    const std::string until = it.until ? fmt::format(" (until {})", day_text(*it.until)) : std::string();
    suppressed += row(network, it.reported.finding,
                      fmt::format("{}<br><span class=\"soft\">{}{}</span>",
                                  xml_text(it.reported.finding.message), xml_text(it.reason), until),
                      "");
  }
  std::string known;
  for (const session::ReportedFinding& it : result.known) {
    known += row(network, it.finding, xml_text(it.finding.message), to_string(it.finding.severity));
  }
  std::string out;
  if (!suppressed.empty()) out += "<h2>Suppressed</h2>\n" + table(suppressed);
  if (!known.empty()) out += "<h2>Known from the baseline</h2>\n" + table(known);
  return out;
}

std::string remarks_section(const session::CheckResult& result) {
  std::string items;
  for (const auto* list : {&result.snapshot->problems, &result.remarks}) {
    for (const session::InputProblem& it : *list) {
      items += fmt::format("<li><span class=\"where\">{}</span> {}</li>\n",
                           xml_text(place_text(it.path, it.line, it.column)), xml_text(it.message));
    }
  }
  if (items.empty()) return {};
  return fmt::format("<h2>About the input</h2>\n<div class=\"card\"><ul>\n{}</ul></div>\n", items);
}

std::string coverage_section(const session::Snapshot& snapshot) {
  const Coverage& coverage = snapshot.coverage;
  if (coverage.lines == 0) return {};
  const auto parts = std::to_array<std::pair<std::string_view, std::uint64_t>>({
      {"modelled", coverage.modelled},
      {"irrelevant", coverage.irrelevant},
      {"partial", coverage.partial},
      {"unread", coverage.unrecognised},
  });
  std::string bar;
  for (const auto& [name, count] : parts) {
    if (count > 0) bar += fmt::format(R"(<i class="{}" style="flex:{}"></i>)", name, count);
  }
  std::string out = fmt::format(
      "<h2>How much was understood</h2>\n<div class=\"card\"><div class=\"bar\">{}</div>\n"
      "<span class=\"soft\">{} lines: {} modelled, {} irrelevant for redundancy, {} partly understood, {} "
      "not "
      "recognised</span>\n",
      bar, coverage.lines, coverage.modelled, coverage.irrelevant, coverage.partial, coverage.unrecognised);
  std::size_t shown = 0;
  std::string items;
  for (const Device& device : snapshot.network.devices) {
    for (const UnreadLine& line : device.reading.unread) {
      if (shown++ >= kShownUnread) continue;
      const Place place = place_of(snapshot.network, {.device = {}, .where = line.where, .note = {}});
      items += fmt::format("<li><span class=\"where\">{}</span> <code>{}</code></li>\n",
                           xml_text(to_string(place)), xml_text(redact(line.text)));
    }
  }
  if (shown > kShownUnread) items += fmt::format("<li>and {} more</li>\n", shown - kShownUnread);
  if (!items.empty()) out += fmt::format("<ul>\n{}</ul>", items);
  return out + "</div>\n";
}

}  // namespace

std::string html_page(const session::CheckResult& result, const Options& options,
                      const std::optional<std::string>& drawing) {
  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>Holdfast: {}</title>\n<style>{}</style>\n</head>\n<body>\n<main>\n",
      xml_text(summary_line(result)), kHtmlStyle);
  out += header(result) + map_section(result, drawing) + findings_section(result) + unknown_section(result);
  out += accepted_sections(result) + remarks_section(result) + coverage_section(*result.snapshot);
  return out +
         fmt::format("<footer>holdfast {}</footer>\n</main>\n</body>\n</html>\n", xml_text(options.version));
}

std::string render_html(const session::CheckResult& result, const Options& options) {
  return html_page(result, options, findings_svg(result));
}

}  // namespace holdfast::report
