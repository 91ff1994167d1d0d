#include "app/report/sarif.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <string_view>

#include "app/report/line_hash.h"
#include "app/report/place.h"
#include "app/report/sarif_rules.h"
#include "app/report/story_block.h"
#include "app/report/summary.h"
#include "app/report/uri.h"
#include "app/report/utf8.h"
#include "app/report/words.h"
#include "model/redact.h"
#include "model/text_lines.h"

namespace holdfast::report {
namespace {

constexpr const char* kSchema = "https://json.schemastore.org/sarif-2.1.0.json";
constexpr const char* kSourceRoot = "%SRCROOT%";

bool holds_key(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = text.find_first_of("\r\n");
    if (!secret_stretches(text.substr(0, end)).empty()) return true;
    if (end == std::string_view::npos) return false;
    text.remove_prefix(end + 1);
  }
  return false;
}

// A message with links has its own brackets escaped (SARIF 2.1.0, 3.11.6).
std::string plain_part(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

// Message and consequence as one text that ends with a full stop.
std::string sentences(const rules::Finding& finding) {
  std::string out = finding.message;
  if (!finding.consequence.empty()) {
    out += out.ends_with('.') ? " " : "; ";
    out += finding.consequence;
  }
  return out.ends_with('.') ? out : out + '.';
}

class Log {
 public:
  // `repair` may be null.
  Log(const session::CheckResult& result, const Options& options, const session::Repair* repair)
      : result_(result),
        options_(options),
        network_(result.snapshot->network),
        rules_(described_rules(result, options)),
        repair_(repair) {}

  Json document() {
    Json results = Json::array();
    for (const session::ReportedFinding& reported : result_.findings)
      results.push_back(entry(reported, false));
    for (const session::ReportedFinding& reported : result_.known) {
      if (is_violated(reported)) results.push_back(entry(reported, true));
    }
    add_suppressed(results);
    Json run = {{"tool", {{"driver", driver()}}},
                {"invocations", Json::array({invocation()})},
                {"originalUriBaseIds",
                 {{kSourceRoot, {{"description", {{"text", "The folder in which holdfast was run."}}}}}}},
                {"columnKind", "utf16CodeUnits"},
                {"results", std::move(results)},
                {"properties",
                 {{"unknown", result_.summary.unknown}, {"coverage", to_json(result_.snapshot->coverage)}}}};
    return {{"$schema", kSchema}, {"version", "2.1.0"}, {"runs", Json::array({std::move(run)})}};
  }

 private:
  Json driver() const {
    Json rules = Json::array();
    for (const rules::Rule* rule : rules_) rules.push_back(sarif_rule(*rule));
    Json out = {{"name", "holdfast"}};
    if (!options_.version.empty()) {
      out["version"] = options_.version;
      out["semanticVersion"] = options_.version;
    }
    out["rules"] = std::move(rules);
    return out;
  }

  Json invocation() const {
    Json notifications = Json::array();
    bool successful = !result_.cancelled && !result_.out_of_time;
    for (const session::InputProblem& problem : result_.snapshot->problems) {
      successful = successful && problem.kind != session::InputProblem::Kind::Error;
      notifications.push_back(notification(problem));
    }
    for (const session::InputProblem& remark : result_.remarks) notifications.push_back(notification(remark));
    return {{"executionSuccessful", successful}, {"toolExecutionNotifications", std::move(notifications)}};
  }

  Json notification(const session::InputProblem& problem) const {
    const bool error = problem.kind == session::InputProblem::Kind::Error;
    Json note = {{"level", error ? "error" : "note"}, {"message", {{"text", problem.message}}}};
    if (!problem.path.empty()) {
      Json physical = {{"artifactLocation", artifact(problem.path)}};
      if (problem.line > 0) physical["region"] = {{"startLine", problem.line}};
      note["locations"] = Json::array({{{"physicalLocation", std::move(physical)}}});
    }
    return note;
  }

  static bool is_violated(const session::ReportedFinding& reported) {
    return reported.finding.verdict == rules::Verdict::Violated;
  }

  Json entry(const session::ReportedFinding& reported, bool known) {
    const rules::Finding& finding = reported.finding;
    const rules::Evidence first = first_evidence(finding);
    Json out = {{"ruleId", finding.rule->code},
                {"ruleIndex", rule_index(*finding.rule)},
                {"level", sarif_level(finding.severity)}};
    std::string message = plain_part(sentences(finding));
    Json related = Json::array();
    add_related(finding, message, related);
    out["message"] = {{"text", message}};
    out["locations"] = Json::array({location(first)});
    if (!related.empty()) out["relatedLocations"] = std::move(related);
    if (result_.has_baseline) out["baselineState"] = known ? "unchanged" : "new";
    if (finding.failure && !finding.failure->story.steps.empty()) {
      out["codeFlows"] = Json::array({code_flow(finding, first)});
    }
    out["partialFingerprints"] = fingerprints(reported, place_of(network_, first));
    if (Json fixes = fixes_of(reported); !fixes.empty()) out["fixes"] = std::move(fixes);
    if (Json properties = properties_of(finding); !properties.empty()) {
      out["properties"] = std::move(properties);
    }
    return out;
  }

  Json fixes_of(const session::ReportedFinding& reported) const {
    Json fixes = Json::array();
    if (repair_ == nullptr) return fixes;
    for (const session::RepairStep& step : repair_->steps) {
      const bool mends = std::ranges::any_of(step.mends, [&](const session::ReportedFinding& it) {
        return it.fingerprint == reported.fingerprint;
      });
      if (!mends || step.files.empty() || std::ranges::any_of(step.files, shows_key)) continue;
      Json changed = Json::array();
      for (const session::FileChange& file : step.files) changed.push_back(artifact_change(file));
      fixes.push_back(
          {{"description", {{"text", plain_part(step.summary)}}}, {"artifactChanges", std::move(changed)}});
    }
    return fixes;
  }

  static std::string inserted(const session::FileChange& change, const session::LineHunk& hunk) {
    const std::vector<std::string_view> lines = lines_of(change.text);
    std::string text;
    for (std::size_t i = 0; i < hunk.new_count; ++i) text += lines[hunk.new_first + i];
    return text;
  }

  static bool shows_key(const session::FileChange& change) {
    return std::ranges::any_of(
        change.hunks, [&](const session::LineHunk& hunk) { return holds_key(inserted(change, hunk)); });
  }

  // Whole lines: from the start of the first to the start of the one behind the last.
  Json artifact_change(const session::FileChange& change) const {
    Json replacements = Json::array();
    for (const session::LineHunk& hunk : change.hunks) {
      const std::size_t first = hunk.old_first + 1;
      replacements.push_back({{"deletedRegion",
                               {{"startLine", first},
                                {"startColumn", 1},
                                {"endLine", first + hunk.old_count},
                                {"endColumn", 1}}},
                              {"insertedContent", {{"text", inserted(change, hunk)}}}});
    }
    return {{"artifactLocation", artifact(network_.sources.path(change.file))},
            {"replacements", std::move(replacements)}};
  }

  // Once one result says that it is suppressed, all others say that they are not (SARIF 2.1.0, 3.27.23).
  void add_suppressed(Json& results) {
    if (std::ranges::none_of(result_.suppressed, is_violated, &session::SuppressedFinding::reported)) return;
    for (Json& plain : results) plain["suppressions"] = Json::array();
    for (const session::SuppressedFinding& it : result_.suppressed) {
      if (!is_violated(it.reported)) continue;
      Json out = entry(it.reported, it.known);
      out["suppressions"] =
          Json::array({{{"kind", "external"}, {"status", "accepted"}, {"justification", it.reason}}});
      results.push_back(std::move(out));
    }
  }

  // The story, step by step. One that speaks of no line stands where the finding does.
  Json code_flow(const rules::Finding& finding, const rules::Evidence& first) const {
    Json steps = Json::array();
    const std::vector<std::string> sentences = sentences_of(finding.failure->story);
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const rules::Evidence& at = finding.failure->story.steps[i].at;
      Json where = location(place_of(network_, at).known() ? at : first);
      where["message"] = {{"text", sentences[i]}};
      steps.push_back({{"location", std::move(where)}});
    }
    return {{"message", {{"text", "What happens under these failures"}}},
            {"threadFlows", Json::array({{{"locations", std::move(steps)}}})}};
  }

  // All evidence but the first, and links to it at the end of the message.
  void add_related(const rules::Finding& finding, std::string& message, Json& related) const {
    for (std::size_t i = 1; i < finding.evidence.size(); ++i) {
      const rules::Evidence& evidence = finding.evidence[i];
      const std::size_t id = related.size();
      const std::string note =
          evidence.note.empty() ? to_string(place_of(network_, evidence)) : evidence.note;
      message += fmt::format("{}[{}]({})", id == 0 ? " See " : ", ", plain_part(note), id);
      Json where = {{"id", id}};
      where.update(location(evidence));
      where["message"] = {{"text", note}};
      related.push_back(std::move(where));
    }
    if (!related.empty()) message += '.';
  }

  std::size_t rule_index(const rules::Rule& rule) const {
    const auto at = std::ranges::lower_bound(rules_, std::string_view(rule.code), {},
                                             [](const rules::Rule* r) { return std::string_view(r->code); });
    return static_cast<std::size_t>(at - rules_.begin());
  }

  Json artifact(std::string_view path) const {
    const FileUri uri = file_uri(path, options_.working_folder);
    Json out = {{"uri", uri.uri}};
    if (uri.relative) out["uriBaseId"] = kSourceRoot;
    return out;
  }

  // A finding about nothing that was read points at the first file: results without a location are not shown.
  Place shown_place(const rules::Evidence& evidence) const {
    Place place = place_of(network_, evidence);
    if (!place.known() && network_.sources.size() > 0) {
      place = {FileId{0}, network_.sources.path(FileId{0}), 1, 0, 0};
    }
    return place;
  }

  Json location(const rules::Evidence& evidence) const {
    const Place place = shown_place(evidence);
    Json physical = {{"artifactLocation", artifact(place.path)}, {"region", region(place)}};
    Json out = {{"physicalLocation", std::move(physical)}};
    if (const std::string_view device = device_name(network_, evidence.device); !device.empty()) {
      out["logicalLocations"] = Json::array({{{"name", device}, {"kind", "resource"}}});
    }
    return out;
  }

  Json region(const Place& place) const {
    Json out = {{"startLine", std::max<std::uint32_t>(place.line, 1)}};
    if (place.column == 0) return out;
    const std::string_view line = raw_line(network_, place);
    const std::size_t begin = place.column - 1;
    const std::size_t start = utf16_length(line, begin) + 1;
    const std::size_t end = utf16_length(line, begin + place.length) + 1;
    out["startColumn"] = start;
    out["endColumn"] = std::max(end, start + 1);
    return out;
  }

  Json fingerprints(const session::ReportedFinding& reported, const Place& place) {
    Json out = Json::object();
    if (place.known()) {
      auto [known, added] = hashes_.try_emplace(place.file);
      const std::string_view text = network_.sources.text(place.file);
      if (added) known->second = line_hashes(text);
      if (place.line >= 1 && place.line <= known->second.size()) {
        const LineHash& hash = known->second[place.line - 1];
        if (!holds_key(text.substr(hash.begin, hash.end - hash.begin))) {
          out["primaryLocationLineHash"] = hash.value;
        }
      }
    }
    out["holdfast/v1"] = reported.fingerprint;
    return out;
  }

  Json properties_of(const rules::Finding& finding) const {
    Json out = Json::object();
    if (!finding.service.empty()) out["service"] = finding.service;
    if (finding.failure) {
      out["failureSet"] = finding.failure->elements;
      if (!finding.failure->rules.empty()) out["rules"] = finding.failure->rules;
    }
    if (!finding.fix.summary.empty() || !finding.fix.commands.empty()) {
      out["fix"] = to_json(network_, finding.fix);
    }
    return out;
  }

  const session::CheckResult& result_;
  const Options& options_;
  const Network& network_;
  std::vector<const rules::Rule*> rules_;
  const session::Repair* repair_;
  std::map<FileId, std::vector<LineHash>> hashes_;
};

}  // namespace

std::string render_sarif(const session::CheckResult& result, const Options& options) {
  return dump(Log(result, options, nullptr).document());
}

std::string render_repair_sarif(const session::Repair& repair, const Options& options) {
  return dump(Log(repair.before, options, &repair).document());
}

}  // namespace holdfast::report
