#include "app/report/github.h"

#include <fmt/format.h>
#include <string_view>

#include "app/report/place.h"
#include "app/report/printable.h"
#include "app/report/summary.h"
#include "app/report/uri.h"
#include "app/report/words.h"

namespace holdfast::report {
namespace {

std::string escaped(std::string_view text, std::string_view special) {
  std::string out;
  for (const char c : text) {
    if (special.find(c) == std::string_view::npos) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

std::string message_text(std::string_view text) {
  return escaped(text, "%\r\n");
}
std::string property(std::string_view text) {
  return escaped(printable(text), "%\r\n:,");
}

std::string_view command_of(rules::Severity severity) {
  return severity == rules::Severity::Error     ? "error"
         : severity == rules::Severity::Warning ? "warning"
                                                : "notice";
}

std::string place_properties(std::string_view path, std::uint32_t line, std::uint32_t column,
                             const Options& options) {
  std::string out = fmt::format("file={}", property(path_in_folder(path, options.working_folder)));
  if (line > 0) out += fmt::format(",line={}", line);
  if (line > 0 && column > 0) out += fmt::format(",col={}", column);
  return out;
}

// Message, effect, the other lines and the repair, each on a line of its own.
std::string explanation(const Network& network, const rules::Finding& finding) {
  std::string out = printable(finding.message);
  if (!finding.consequence.empty()) out += "\nEffect: " + printable(finding.consequence);
  for (const rules::Evidence& evidence : finding.evidence) {
    const std::string note = evidence.note.empty() ? "takes part" : printable(evidence.note);
    out += fmt::format("\n{}: {}", to_string(place_of(network, evidence)), note);
  }
  if (!finding.fix.summary.empty()) out += "\nFix: " + printable(finding.fix.summary);
  return out;
}

std::string finding_command(const session::CheckResult& result, const rules::Finding& finding,
                            const Options& options) {
  const Network& network = result.snapshot->network;
  const Place place = place_of(network, first_evidence(finding));
  std::string properties;
  if (place.known()) {
    properties = place_properties(place.path, place.line, place.column, options) + ",";
  }
  return fmt::format("::{} {}title={}::{}\n", command_of(finding.severity), properties,
                     property(fmt::format("{} {}", finding.rule->code, finding.rule->name)),
                     message_text(explanation(network, finding)));
}

std::string problem_command(const session::InputProblem& problem, std::string_view command,
                            const Options& options) {
  std::string properties = "title=holdfast";
  if (!problem.path.empty()) {
    properties = place_properties(problem.path, problem.line, problem.column, options) + "," + properties;
  }
  return fmt::format("::{} {}::{}\n", command, properties, message_text(printable(problem.message)));
}

}  // namespace

std::string render_github(const session::CheckResult& result, const Options& options) {
  std::string out;
  for (const session::InputProblem& problem : result.snapshot->problems) {
    if (problem.kind != session::InputProblem::Kind::Error) continue;
    out += problem_command(problem, "error", options);
  }
  for (const session::ReportedFinding* it : worst_first(result.findings)) {
    out += finding_command(result, it->finding, options);
  }
  for (const session::InputProblem& remark : result.remarks) {
    out += problem_command(remark, "warning", options);
  }
  return out + fmt::format("::notice title=holdfast::{}%0A{}\n", message_text(summary_line(result)),
                           message_text(understood(result.snapshot->coverage)));
}

}  // namespace holdfast::report
