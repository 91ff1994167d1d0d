#include "app/report/html_finding.h"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>

#include "app/report/excerpt.h"
#include "app/report/place.h"
#include "app/report/printable.h"
#include "app/report/story_block.h"
#include "app/report/words.h"
#include "app/report/xml.h"
#include "model/redact.h"

namespace holdfast::report {
namespace {

constexpr std::size_t kShownColumns = 240;  // of a line

// The byte at which a column of a printable text begins.
std::size_t byte_of(std::string_view text, std::size_t column) {
  std::size_t at = 0;
  for (std::size_t filled = 0; at < text.size() && filled < column;) {
    const Cell cell = cell_at(text, at);
    filled += cell.width;
    at = cell.end;
  }
  return at;
}

std::string marked(const Excerpt& shown) {
  const std::size_t begin = byte_of(shown.line, shown.caret_at);
  const std::size_t end = byte_of(shown.line, shown.caret_at + shown.carets);
  const std::string_view line = shown.line;
  return fmt::format("{}<mark>{}</mark>{}", xml_text(line.substr(0, begin)),
                     xml_text(line.substr(begin, end - begin)), xml_text(line.substr(end)));
}

std::string evidence_lines(const Network& network, const rules::Evidence& evidence) {
  const Place place = place_of(network, evidence);
  std::string out = fmt::format("<div class=\"at\"><span>{}</span><span>{}</span></div>\n",
                                xml_text(to_string(place)), xml_text(device_name(network, evidence.device)));
  const std::string_view source = raw_line(network, place);
  if (!source.empty()) {
    out += fmt::format("<div class=\"src\"><i>{}</i><span>{}</span></div>\n", place.line,
                       marked(excerpt(source, place.column, place.length, kShownColumns)));
  }
  if (!evidence.note.empty()) out += fmt::format("<div class=\"note\">{}</div>\n", xml_text(evidence.note));
  return out;
}

std::string repair(const Network& network, const rules::Fix& fix) {
  if (fix.summary.empty() && fix.commands.empty()) return {};
  std::string out = fmt::format("<div class=\"fix\"><b>Fix</b> {}\n", xml_text(fix.summary));
  for (const rules::DeviceCommands& device : fix.commands) {
    std::string commands;
    for (const std::string& command : device.lines) commands += printable(redact(command)) + '\n';
    out += fmt::format("<div class=\"on\">on {}</div><pre>{}</pre>\n",
                       xml_text(device_name(network, device.device)), xml_text(commands));
  }
  return out + "</div>\n";
}

std::string failure(const rules::Finding& finding) {
  if (!finding.failure) return {};
  std::string elements;
  for (const std::string& it : finding.failure->elements) {
    elements += fmt::format(" <span class=\"chip\">{}</span>", xml_text(it));
  }
  std::string steps;
  for (const std::string& it : sentences_of(finding.failure->story)) {
    steps += fmt::format("<li>{}</li>\n", xml_text(it));
  }
  return fmt::format("<p><span class=\"soft\">fails:</span>{}</p>\n<ol>\n{}</ol>\n", elements, steps);
}

}  // namespace

std::string html_finding(const Network& network, const rules::Finding& finding, const std::string& anchor) {
  std::string out = fmt::format(
      "<article class=\"card finding {0}\" id=\"{1}\">\n"
      "<div class=\"head\"><span class=\"badge\">{0} {2}</span> <span class=\"soft\">{3}</span>",
      to_string(finding.severity), anchor, finding.rule->code, xml_text(finding.rule->name));
  if (!finding.service.empty()) {
    out += fmt::format(" <span class=\"chip\">{}</span>", xml_text(finding.service));
  }
  out += fmt::format("</div>\n<h3>{}</h3>\n", xml_text(finding.message));
  if (!finding.consequence.empty()) {
    out += fmt::format("<p class=\"effect\">{}</p>\n", xml_text(finding.consequence));
  }
  out += failure(finding) + "<div class=\"lines\">\n";
  for (const rules::Evidence& evidence : finding.evidence) out += evidence_lines(network, evidence);
  return out + "</div>\n" + repair(network, finding.fix) + "</article>\n";
}

}  // namespace holdfast::report
