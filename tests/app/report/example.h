#pragma once

// Small check results, made by hand.

#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/report/options.h"
#include "app/session/check.h"

namespace holdfast::report {

inline constexpr rules::Rule kPw005{
    .code = "PW005",
    .name = "control-word-differs-in-group",
    .severity = rules::Severity::Error,
    .title = "All PWs of one AC use one control word setting.",
    .what = "The effective setting of every PW of the AC.",
    .why = "After a switchover the far end drops frames whose first word it takes for a control word.",
    .fix = "Set the control word on all of them.",
    .limits = "Silent when a template was not read.",
    .source = "RFC 8469, section 4",
    .example = " sysname A\n-interface GE0/1/0\n- mpls l2vc 2.2.2.2 1\n",
    .check = nullptr};

inline constexpr rules::Rule kEt008{.code = "ET008",
                                    .name = "bfd-not-bound",
                                    .severity = rules::Severity::Warning,
                                    .title = "The E-Trunk tracks a BFD session.",
                                    .what = "",
                                    .why = "",
                                    .fix = "",
                                    .limits = "",
                                    .source = "",
                                    .example = "",
                                    .check = nullptr};

inline constexpr rules::Rule kPw001{.code = "PW001",
                                    .name = "no-matching-endpoint",
                                    .severity = rules::Severity::Error,
                                    .title = "The peer has a PW back.",
                                    .what = "",
                                    .why = "",
                                    .fix = "",
                                    .limits = "",
                                    .source = "",
                                    .example = "",
                                    .check = nullptr};

inline const rules::Rule* const kExampleRules[] = {&kPw005, &kEt008, &kPw001};

class Example {
 public:
  DeviceId device(std::string name, std::string path, std::string text) {
    Network& network = snapshot_->network;
    const FileId file = network.sources.add(std::move(path), std::move(text));
    Device made;
    made.name = configured(std::move(name), Span{file, 1, 9, 1});
    made.file = file;
    made.first_line = 1;
    network.devices.push_back(std::move(made));
    ++snapshot_->files;
    return DeviceId(network.devices.size() - 1);
  }

  // The first place of `text` on the line.
  Span at(DeviceId device, std::uint32_t line, std::string_view text) const {
    const FileId file = snapshot_->network[device].file;
    const std::size_t column = snapshot_->network.sources.line(file, line).find(text) + 1;
    return {file, line, static_cast<std::uint16_t>(column), static_cast<std::uint16_t>(text.size())};
  }

  rules::Finding& finding(const rules::Rule& rule, std::string message,
                          std::vector<rules::Evidence> evidence) {
    rules::Finding made;
    made.rule = &rule;
    made.severity = rule.severity;
    made.message = std::move(message);
    made.evidence = std::move(evidence);
    switch (rule.severity) {
      case rules::Severity::Error:
        ++result_.summary.errors;
        break;
      case rules::Severity::Warning:
        ++result_.summary.warnings;
        break;
      case rules::Severity::Info:
        ++result_.summary.infos;
        break;
    }
    result_.findings.push_back({std::move(made), "00112233445566aa"});
    return result_.findings.back().finding;
  }

  rules::Finding& unknown(const rules::Rule& rule, std::vector<rules::Evidence> evidence,
                          std::vector<std::string> deciding) {
    rules::Finding made;
    made.rule = &rule;
    made.severity = rule.severity;
    made.verdict = rules::Verdict::Unknown;
    made.message = "nobody knows";
    made.evidence = std::move(evidence);
    made.deciding = std::move(deciding);
    ++result_.summary.unknown;
    result_.unknowns.push_back({std::move(made), "ffeeddccbbaa9988"});
    return result_.unknowns.back().finding;
  }

  // Accepted by line 2 of a holdfast.yaml.
  void suppress_last(std::string reason, std::optional<Day> until) {
    const FileId yaml = snapshot_->network.sources.add("holdfast.yaml", "suppress:\n  - {rule: ET008}\n");
    session::ReportedFinding last = std::move(result_.findings.back());
    result_.findings.pop_back();
    --(last.finding.severity == rules::Severity::Error ? result_.summary.errors : result_.summary.warnings);
    result_.suppressed.push_back({std::move(last), std::move(reason), until, Span{yaml, 2, 5, 1}, false});
  }

  // As if a baseline held it, and another one that is gone.
  void know_last() {
    result_.known.push_back(std::move(result_.findings.back()));
    result_.findings.pop_back();
    --(result_.known.back().finding.severity == rules::Severity::Error ? result_.summary.errors
                                                                       : result_.summary.warnings);
    result_.has_baseline = true;
    result_.fixed = 1;
  }

  // A suppression of the same file that is not needed.
  void remark(std::string message) {
    result_.remarks.push_back({session::InputProblem::Kind::Note, "holdfast.yaml", 3, 5, std::move(message)});
    ++result_.unused_suppressions;
  }

  session::Snapshot& snapshot() { return *snapshot_; }

  session::CheckResult result() const {
    session::CheckResult out = result_;
    out.snapshot = snapshot_;
    return out;
  }

 private:
  std::shared_ptr<session::Snapshot> snapshot_ = std::make_shared<session::Snapshot>();
  session::CheckResult result_{};
};

inline Options plain_options() {
  Options options;
  options.width = 80;
  options.working_folder = "/net";
  options.version = "0.1.0";
  options.rules = kExampleRules;
  return options;
}

// A PW group whose secondary lacks the control word, one warning without a repair, one undecided verdict.
inline Example pw_group() {
  Example example;
  const DeviceId upe = example.device("UPE1", "lab/UPE1.cfg",
                                      "sysname UPE1\n"
                                      "#\n"
                                      "interface GigabitEthernet0/1/0.1\n"
                                      " mpls l2vc 3.3.3.3 100 control-word\n"
                                      " mpls l2vc 4.4.4.4 100 secondary\n");
  const DeviceId spe = example.device("SPE1", "lab/SPE1.cfg",
                                      "sysname SPE1\n"
                                      "e-trunk 1\n"
                                      " security-key simple Hunter2Hunter2\n");
  rules::Finding& finding = example.finding(
      kPw005, "the secondary PW to 4.4.4.4 has no control word although the primary PW to 3.3.3.3 has one",
      {{upe, example.at(upe, 5, "4.4.4.4"), "secondary PW: control word off (default)"},
       {upe, example.at(upe, 4, "control-word"), "primary PW: control word on"}});
  finding.service = "UPE1:GigabitEthernet0/1/0.1";
  finding.consequence = "when the primary PW fails, the service is lost although the secondary PW is up";
  finding.fix = {
      "give the secondary PW the control word",
      {{upe, {"interface GigabitEthernet0/1/0.1", " mpls l2vc 4.4.4.4 100 control-word secondary"}}}};
  example.finding(kEt008, "no BFD session is tracked", {{spe, example.at(spe, 2, "e-trunk 1"), ""}});
  example.unknown(kPw001, {{upe, example.at(upe, 4, "3.3.3.3"), ""}}, {"the configuration of 3.3.3.3"});
  example.unknown(kPw001, {{upe, example.at(upe, 5, "4.4.4.4"), ""}}, {"the configuration of 4.4.4.4"});
  example.unknown(kPw005, {{upe, example.at(upe, 5, "4.4.4.4"), ""}}, {"the configuration of 4.4.4.4"});
  example.finding(kEt008, "no BFD session is tracked", {{upe, example.at(upe, 3, "0/1/0.1"), ""}});
  example.suppress_last("the CE has no BFD", parse_day("2027-01-31"));
  example.remark("the suppression of PW001 is not needed: nothing is found there");
  Coverage& coverage = example.snapshot().coverage;
  coverage = {.lines = 8, .modelled = 6, .irrelevant = 1, .partial = 0, .unrecognised = 1};
  return example;
}

// A file of the fixtures folder.
inline std::string fixture(const std::string& name) {
  std::ifstream file(HOLDFAST_SOURCE_DIR "/tests/app/report/fixtures/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The same, compared with a baseline that holds a finding of its own.
inline Example pw_group_since_baseline() {
  Example example = pw_group();
  const DeviceId old = example.device("UPE2", "lab/UPE2.cfg", "sysname UPE2\ne-trunk 2\n");
  example.finding(kEt008, "no BFD session is tracked by E-Trunk 2",
                  {{old, example.at(old, 2, "e-trunk 2"), ""}});
  example.know_last();
  return example;
}

// Compares with a file of the fixtures folder, or, with HOLDFAST_ACCEPT=1 in the environment, writes it anew:
// look at the difference before you commit it.
inline void expect_fixture(const std::string& text, const std::string& name) {
  if (std::getenv("HOLDFAST_ACCEPT") != nullptr) {
    std::ofstream(HOLDFAST_SOURCE_DIR "/tests/app/report/fixtures/" + name, std::ios::binary) << text;
  }
  EXPECT_EQ(text, fixture(name));
}

}  // namespace holdfast::report
