// holdfast check PATH…

#include "app/session/check.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdio>
#include <fmt/format.h>
#include <map>
#include <unistd.h>

#include "app/cli/interrupt.h"
#include "app/cli/load_snapshot.h"
#include "app/cli/output.h"
#include "app/cli/progress.h"
#include "app/cli/subcommand.h"
#include "app/cli/version.h"
#include "app/report/concise.h"
#include "app/report/json.h"
#include "app/report/junit.h"
#include "app/report/sarif.h"
#include "app/report/text.h"

namespace holdfast::cli {
namespace {

using Renderer = std::string (*)(const session::CheckResult&, const report::Options&);
struct Format {
  std::string_view name;
  Renderer render;
};
constexpr auto kFormats = std::to_array<Format>({
    {"text", report::render_text},
    {"concise", report::render_concise},
    {"json", report::render_json},
    {"sarif", report::render_sarif},
    {"junit", report::render_junit},
});

const std::map<std::string, report::FailOn> kFailOn{{"error", report::FailOn::Error},
                                                    {"warning", report::FailOn::Warning},
                                                    {"info", report::FailOn::Info},
                                                    {"unknown", report::FailOn::Unknown},
                                                    {"never", report::FailOn::Never}};

struct Call {
  SnapshotOptions snapshot;
  std::vector<std::string> formats;
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  std::string today;
  report::FailOn fail_on = report::FailOn::Error;
};

// `sarif=out/holdfast.sarif`: what to write, and where.
struct Wanted {
  const Format* format;
  std::string file;
};

std::string check_format(const std::string& text) {
  const std::string name = text.substr(0, text.find('='));
  if (std::ranges::find(kFormats, name, &Format::name) != kFormats.end()) return {};
  return "there is no format '" + name + "'; there are text, concise, json, sarif and junit";
}

std::string check_day(const std::string& text) {
  return parse_day(text) ? std::string() : "'" + text + "' is no day; a day is written 2027-01-31";
}

std::vector<Wanted> wanted(const std::vector<std::string>& formats) {
  std::vector<Wanted> result;
  for (const std::string& text : formats) {
    const std::size_t equals = text.find('=');
    result.push_back({&*std::ranges::find(kFormats, text.substr(0, equals), &Format::name),
                      equals == std::string::npos ? std::string() : text.substr(equals + 1)});
  }
  // Text goes to stdout unless something else goes there.
  if (std::ranges::none_of(result, [](const Wanted& w) { return w.file.empty(); })) {
    result.push_back({&kFormats.front(), {}});
  }
  return result;
}

bool reaches(const session::Summary& summary, report::FailOn threshold) {
  using report::FailOn;
  if (threshold == FailOn::Never) return false;
  if (summary.errors > 0) return true;
  if (threshold == FailOn::Error) return false;
  if (summary.warnings > 0) return true;
  if (threshold == FailOn::Warning) return false;
  if (summary.infos > 0) return true;
  return threshold == FailOn::Unknown && summary.unknown > 0;
}

ExitStatus status_of(const session::CheckResult& result, const Loaded& loaded, report::FailOn threshold) {
  if (result.cancelled) return ExitStatus::Interrupted;
  if (loaded.input_error || !result.faults.empty()) return ExitStatus::BadInput;
  if (reaches(result.summary, threshold)) return ExitStatus::Findings;
  return result.services == 0 ? ExitStatus::Inconclusive : ExitStatus::Clean;
}

bool write_all(const session::CheckResult& result, const Call& call) {
  report::Options style;
  style.working_folder = working_folder();
  style.version = kVersion;
  style.fail_on = call.fail_on;
  style.rules = rules::all_rules();
  style.width = terminal_width();
  bool written = true;
  for (const Wanted& want : wanted(call.formats)) {
    style.color = want.file.empty() && wants_color(call.snapshot.color, STDOUT_FILENO);
    written = write_output(want.format->render(result, style), want.file) && written;
  }
  return written;
}

void show_remarks(const session::CheckResult& result, const Call& call) {
  report::Options style;
  style.color = wants_color(call.snapshot.color, STDERR_FILENO);
  fmt::print(stderr, "{}", report::render_problems(result.remarks, style));
}

ExitStatus run_check(const Call& call) {
  session::CheckOptions options;
  options.select = call.select;
  options.ignore = call.ignore;
  options.today = parse_day(call.today);
  options.jobs = jobs_of(call.snapshot);
  options.cancel = &interruption();
  for (const std::string& selector : session::unknown_selectors(options)) {
    fmt::print(stderr, "holdfast: error: there is no rule or family '{}'; `holdfast rules` lists them\n",
               selector);
    return ExitStatus::BadInput;
  }
  const Loaded loaded = load_snapshot(call.snapshot);
  if (loaded.snapshot->network.devices.empty()) {
    if (loaded.input_error) return ExitStatus::BadInput;
    fmt::print(stderr, "holdfast: error: no configuration found: nothing to check\n");
    return ExitStatus::Inconclusive;
  }
  ProgressBar bar(!call.snapshot.quiet && call.snapshot.progress != When::Never &&
                  is_terminal(STDERR_FILENO));
  options.progress = [&bar](const char* stage, std::size_t done, std::size_t total) {
    bar.update(stage, done, total);
  };
  const session::CheckResult result = session::check(loaded.snapshot, options);
  bar.wipe();
  if (!call.snapshot.quiet) show_remarks(result, call);
  for (const std::string& fault : result.faults) fmt::print(stderr, "holdfast: internal error: {}\n", fault);
  if (!write_all(result, call)) return ExitStatus::BadInput;
  return status_of(result, loaded, call.fail_on);
}

}  // namespace

std::function<ExitStatus()> setup_check(CLI::App& app) {
  const auto call = std::make_shared<Call>();
  add_snapshot_options(app, call->snapshot);
  app.add_option("--format", call->formats,
                 "text, concise, json, sarif or junit, to stdout or to FILE; repeatable")
      ->type_name("F[=FILE]")
      ->check(CLI::Validator(check_format, ""));
  app.add_option("--select", call->select, "Only these rules or families: PW005,ET")
      ->delimiter(',')
      ->type_name("R,…");
  app.add_option("--ignore", call->ignore, "All but these rules or families")
      ->delimiter(',')
      ->type_name("R,…");
  app.add_option("--fail-on", call->fail_on, "error, warning, info, unknown or never: when to exit with 1")
      ->type_name("LEVEL")
      ->transform(CLI::CheckedTransformer(kFailOn, CLI::ignore_case).description(""));
  app.add_option("--today", call->today, "Day on which suppressions may have ended (default: now, UTC)")
      ->type_name("DAY")
      ->check(CLI::Validator(check_day, ""));
  app.footer("Example: holdfast check network/ --format sarif=holdfast.sarif --format text");
  return [call] { return run_check(*call); };
}

}  // namespace holdfast::cli
