// holdfast fix PATH

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <unistd.h>

#include "app/cli/formats.h"
#include "app/cli/load_snapshot.h"
#include "app/cli/output.h"
#include "app/cli/progress.h"
#include "app/cli/rule_options.h"
#include "app/cli/subcommand.h"
#include "app/report/repair.h"
#include "app/report/sarif.h"
#include "app/session/repair.h"
#include "app/session/repaired_files.h"

namespace holdfast::cli {
namespace {

struct Call {
  SnapshotOptions snapshot;
  std::vector<std::string> formats;
  RuleOptions rules;
  std::string write;
  bool in_place = false;
};

std::string rendered(const session::Repair& repair, const std::string& format, const report::Options& style) {
  if (format == "json") return report::repair_json(repair);
  if (format == "diff") return report::repair_diff(repair, style);
  if (format == "rollback") return report::repair_rollback(repair);
  if (format == "sarif") return report::render_repair_sarif(repair, style);
  return report::repair_text(repair, style);
}

bool write_all(const session::Repair& repair, const Call& call) {
  report::Options style = findings_style(call.rules.fail_on);
  bool written = true;
  for (const WantedFormat& want : wanted_formats(call.formats, "text")) {
    style.color = want.file.empty() && wants_color(call.snapshot.color, STDOUT_FILENO);
    written = write_output(rendered(repair, want.name, style), want.file) && written;
  }
  if (!written || call.write.empty()) return written;
  const std::string problem = session::write_copies(repair, call.snapshot.paths, call.write, call.in_place);
  if (!problem.empty()) fmt::print(stderr, "holdfast: error: {}\n", problem);
  return problem.empty();
}

ExitStatus status_of(const session::Repair& repair, const Loaded& loaded, const Call& call) {
  const session::CheckResult& after = repair.after;
  if (repair.before.cancelled || after.cancelled) return ExitStatus::Interrupted;
  if (loaded.input_error || !repair.before.faults.empty() || !after.faults.empty())
    return ExitStatus::BadInput;
  if (reaches(after.summary, call.rules.fail_on)) return ExitStatus::Findings;
  return after.services == 0 || after.out_of_time ? ExitStatus::Inconclusive : ExitStatus::Clean;
}

ExitStatus run_fix(const Call& call) {
  std::optional<session::CheckOptions> check = check_options(call.rules, call.snapshot);
  if (!check) return ExitStatus::BadInput;
  if (call.in_place && call.write.empty()) {
    fmt::print(stderr, "holdfast: error: --in-place says how --write may write; name a folder with it\n");
    return ExitStatus::BadInput;
  }
  const Loaded loaded = load_snapshot(call.snapshot);
  if (const auto status = nothing_there(loaded, "nothing to mend")) return *status;
  ProgressBar bar(call.snapshot);
  session::RepairOptions options;
  options.check = *check;
  options.check.progress = bar.reporter();
  options.with_infos = call.rules.fail_on == report::FailOn::Info;
  const session::Repair repair = session::repair(loaded.snapshot, options);
  bar.wipe();
  for (const session::CheckResult* result : {&repair.before, &repair.after}) {
    for (const std::string& fault : result->faults) {
      fmt::print(stderr, "holdfast: internal error: {}\n", fault);
    }
  }
  return write_all(repair, call) ? status_of(repair, loaded, call) : ExitStatus::BadInput;
}

}  // namespace

std::function<ExitStatus()> setup_fix(CLI::App& app) {
  const auto call = std::make_shared<Call>();
  add_snapshot_options(app, call->snapshot);
  add_format_option(app, call->formats, {"text", "json", "diff", "rollback", "sarif"});
  add_rule_options(app, call->rules);
  app.add_option("--write", call->write, "Write the repaired configurations into this folder")
      ->type_name("DIR");
  app.add_flag("--in-place", call->in_place, "Let --write replace files of the input");
  app.footer("Example: holdfast fix network/ -k 2 --format diff --write repaired/");
  return [call] { return run_fix(*call); };
}

}  // namespace holdfast::cli
