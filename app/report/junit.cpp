#include "app/report/junit.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <string_view>
#include <vector>

#include "app/report/finding_block.h"
#include "app/report/place.h"
#include "app/report/summary.h"
#include "app/report/words.h"
#include "app/report/xml.h"

namespace holdfast::report {
namespace {

constexpr std::size_t kOutputWidth = 100;  // columns of a finding's text, whatever the terminal

enum class Outcome : std::uint8_t { Passed, Failed, Skipped, Error };

struct Case {
  std::string name;
  Outcome outcome = Outcome::Passed;
  std::string attributes;  // further ones: ` file="…" line="…"`
  std::string inner;       // elements, indented
};

struct Suite {
  std::string name;
  std::vector<Case> cases;
  std::map<std::string, std::size_t> names;  // how often each was used

  // GitLab tells cases apart by their names.
  void add(Case item) {
    const std::size_t nth = ++names[item.name];
    if (nth > 1) item.name += fmt::format(" #{}", nth);
    cases.push_back(std::move(item));
  }
  std::size_t count(Outcome outcome) const {
    return static_cast<std::size_t>(std::ranges::count(cases, outcome, &Case::outcome));
  }
};

std::string place_attributes(const Place& place) {
  if (!place.known()) return {};
  return fmt::format(R"( file="{}" line="{}")", xml_attribute(place.path), place.line);
}

Case finding_case(const Network& network, const rules::Finding& finding, const Options& options) {
  Options plain = options;
  plain.color = false;
  plain.width = kOutputWidth;
  const std::string block = xml_text(finding_block(network, finding, plain));
  Case out;
  out.name = fmt::format("{} {}: {}", finding.rule->code, finding.rule->name, finding.message);
  out.attributes = place_attributes(place_of(network, first_evidence(finding)));
  if (finding.verdict == rules::Verdict::Unknown && options.fail_on != FailOn::Unknown) {
    out.outcome = Outcome::Skipped;
    const std::string needs = fmt::format("{}", fmt::join(finding.deciding, " and "));
    out.inner = fmt::format("      <skipped message=\"{}\"/>\n",
                            needs.empty() ? "undecided" : xml_attribute("needs " + needs));
  } else if (fails(finding.severity, options.fail_on)) {
    out.outcome = Outcome::Failed;
    out.inner = fmt::format("      <failure message=\"{}\" type=\"{}\">{}</failure>\n",
                            xml_attribute(finding.message), to_string(finding.severity), block);
  } else {
    out.inner = fmt::format("      <system-out>{}</system-out>\n", block);
  }
  return out;
}

Case suppressed_case(const Network& network, const session::SuppressedFinding& suppressed) {
  const rules::Finding& finding = suppressed.reported.finding;
  Case out;
  out.name = fmt::format("{} {}: {}", finding.rule->code, finding.rule->name, finding.message);
  out.attributes = place_attributes(place_of(network, first_evidence(finding)));
  out.outcome = Outcome::Skipped;
  std::string message = "suppressed: " + suppressed.reason;
  if (suppressed.until) message += fmt::format(" (until {})", day_text(*suppressed.until));
  out.inner = fmt::format("      <skipped message=\"{}\"/>\n", xml_attribute(message));
  return out;
}

// One suite for each device in the network's order, one before them for findings of no device.
std::vector<Suite> device_suites(const session::CheckResult& result, const Options& options) {
  const Network& network = result.snapshot->network;
  std::vector<Suite> suites(network.devices.size() + 1);
  suites[0].name = "network";
  for (std::size_t i = 0; i < network.devices.size(); ++i) suites[i + 1].name = *network.devices[i].name;
  const auto suite_of = [&](const rules::Finding& finding) -> Suite& {
    const DeviceId device = first_evidence(finding).device;
    return suites[device.valid() ? device.index + std::size_t{1} : 0];
  };
  for (const auto* list : {&result.findings, &result.unknowns}) {
    for (const session::ReportedFinding& reported : *list) {
      suite_of(reported.finding).add(finding_case(network, reported.finding, options));
    }
  }
  for (const session::SuppressedFinding& it : result.suppressed) {
    suite_of(it.reported.finding).add(suppressed_case(network, it));
  }
  for (std::size_t i = 1; i < suites.size(); ++i) {
    if (suites[i].cases.empty()) suites[i].add({.name = "no findings", .attributes = {}, .inner = {}});
  }
  if (suites[0].cases.empty()) suites.erase(suites.begin());
  return suites;
}

Suite input_suite(const session::Snapshot& snapshot) {
  Suite suite{"input", {}, {}};
  for (const session::InputProblem& problem : snapshot.problems) {
    if (problem.kind != session::InputProblem::Kind::Error) continue;
    Case item;
    item.name = place_text(problem.path, problem.line, problem.column);
    item.outcome = Outcome::Error;
    item.attributes = fmt::format(R"( file="{}" line="{}")", xml_attribute(problem.path),
                                  std::max<std::uint32_t>(problem.line, 1));
    item.inner =
        fmt::format("      <error message=\"{}\" type=\"input\"/>\n", xml_attribute(problem.message));
    suite.add(std::move(item));
  }
  return suite;
}

std::string counts(std::size_t tests, std::size_t failures, std::size_t errors, std::size_t skipped) {
  return fmt::format(R"(tests="{}" failures="{}" errors="{}" skipped="{}" time="0")", tests, failures, errors,
                     skipped);
}

// Jenkins takes what stands before the last dot for a package.
std::string class_name(std::string device) {
  std::ranges::replace(device, '.', '_');
  return "holdfast." + device;
}

std::string to_xml(const Suite& suite) {
  std::string out = fmt::format("  <testsuite name=\"{}\" {}>\n", xml_attribute(suite.name),
                                counts(suite.cases.size(), suite.count(Outcome::Failed),
                                       suite.count(Outcome::Error), suite.count(Outcome::Skipped)));
  for (const Case& item : suite.cases) {
    out += fmt::format(R"(    <testcase name="{}" classname="{}"{} time="0")", xml_attribute(item.name),
                       xml_attribute(class_name(suite.name)), item.attributes);
    out += item.inner.empty() ? "/>\n" : fmt::format(">\n{}    </testcase>\n", item.inner);
  }
  return out + "  </testsuite>\n";
}

}  // namespace

std::string render_junit(const session::CheckResult& result, const Options& options) {
  std::vector<Suite> suites = device_suites(result, options);
  if (Suite input = input_suite(*result.snapshot); !input.cases.empty()) {
    suites.insert(suites.begin(), std::move(input));
  }
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t errors = 0;
  std::size_t skipped = 0;
  std::string inner;
  for (const Suite& suite : suites) {
    tests += suite.cases.size();
    failures += suite.count(Outcome::Failed);
    errors += suite.count(Outcome::Error);
    skipped += suite.count(Outcome::Skipped);
    inner += to_xml(suite);
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"holdfast\" {}>\n{}</testsuites>\n",
      counts(tests, failures, errors, skipped), inner);
}

}  // namespace holdfast::report
