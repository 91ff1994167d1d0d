// holdfast failures PATH [-k N]

#include "app/session/failures.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <map>
#include <string_view>
#include <unistd.h>
#include <utility>

#include "app/cli/interrupt.h"
#include "app/cli/load_snapshot.h"
#include "app/cli/manual.h"
#include "app/cli/output.h"
#include "app/cli/progress.h"
#include "app/cli/subcommand.h"
#include "app/report/failures.h"
#include "app/report/judged_link.h"
#include "app/report/proof.h"
#include "app/session/judged_link.h"

namespace holdfast::cli {
namespace {

const std::map<std::string, ElementKind> kKinds{{"node", ElementKind::Node},
                                                {"board", ElementKind::Board},
                                                {"link", ElementKind::Link},
                                                {"port", ElementKind::Port},
                                                {"group", ElementKind::Group}};

struct Call {
  SnapshotOptions snapshot;
  std::optional<std::size_t> k;
  std::vector<std::string> services;
  std::vector<ElementKind> kinds;
  std::optional<double> time_limit;
  std::string format = "text";
  std::string proof;
  std::string with_link;
};

// The worst outcome of a service comes first.
bool has_defect(const session::ServiceFailureView& service) {
  return !service.counterexamples.empty() && session::is_defect(service.counterexamples.front().outcome);
}
// Nothing can be said of it, or it has nothing to lose.
bool is_undecided(const session::ServiceFailureView& service) {
  return service.flows == 0 ||
         (!service.counterexamples.empty() && service.counterexamples.front().outcome == Outcome::Unknown);
}

ExitStatus status_of(const session::FailuresResult& result, const Loaded& loaded) {
  if (result.cancelled) return ExitStatus::Interrupted;
  if (loaded.input_error) return ExitStatus::BadInput;
  if (std::ranges::any_of(result.services, has_defect)) return ExitStatus::Findings;
  if (result.out_of_time || std::ranges::all_of(result.services, is_undecided))
    return ExitStatus::Inconclusive;
  return ExitStatus::Clean;
}

DeviceId device_named(const Network& network, std::string_view name) {
  const auto at = std::ranges::find_if(network.devices, [&](const Device& it) { return *it.name == name; });
  return at == network.devices.end() ? DeviceId()
                                     : DeviceId(static_cast<std::size_t>(at - network.devices.begin()));
}

// "PE1--PE2"; invalid where a device is not there.
std::pair<DeviceId, DeviceId> ends_of(const Network& network, std::string_view link) {
  for (std::size_t at = link.find("--"); at != link.npos; at = link.find("--", at + 1)) {
    const DeviceId a = device_named(network, link.substr(0, at));
    const DeviceId b = device_named(network, link.substr(at + 2));
    if (a.valid() && b.valid()) return {a, b};
  }
  return {};
}

// What a link that is not there would be worth.
ExitStatus judge(const Call& call, const Loaded& loaded, const session::FailureOptions& options) {
  const auto [a, b] = ends_of(loaded.snapshot->network, call.with_link);
  session::JudgedLink judged;
  if (a.valid()) {
    ProgressBar bar(call.snapshot);
    session::FailureOptions told = options;
    told.progress = bar.reporter();
    judged = session::judge_link(loaded.snapshot, a, b, told);
    bar.wipe();
  } else {
    judged.link.problem = fmt::format("`{}` does not name two devices, as in PE1--PE2", call.with_link);
  }
  if (!judged.link.problem.empty()) {
    fmt::print(stderr, "holdfast: error: no link: {}\n", judged.link.problem);
    return ExitStatus::BadInput;
  }
  for (const std::string& problem : judged.before->problems)
    fmt::print(stderr, "holdfast: error: {}\n", problem);
  if (!judged.before->problems.empty()) return ExitStatus::BadInput;
  if (judged.before->cancelled || judged.after->cancelled) return ExitStatus::Interrupted;
  report::Options style;
  style.color = wants_color(call.snapshot.color, STDOUT_FILENO);
  style.width = terminal_width();
  const std::string text =
      call.format == "json" ? report::judged_link_json(judged) : report::judged_link_text(judged, style);
  if (!write_output(text, {}) || loaded.input_error) return ExitStatus::BadInput;
  if (std::ranges::any_of(judged.change.changes, &session::ToleranceChange::survives_less))
    return ExitStatus::Findings;
  return judged.before->out_of_time || judged.after->out_of_time ? ExitStatus::Inconclusive
                                                                 : ExitStatus::Clean;
}

ExitStatus run_failures(const Call& call) {
  const Loaded loaded = load_snapshot(call.snapshot);
  if (const auto status = nothing_there(loaded, "nothing can fail")) return *status;
  session::FailureOptions options;
  options.k = call.k;
  options.kinds = call.kinds;
  options.services = call.services;
  options.tell_all = call.format == "json";
  options.time_limit = call.time_limit;
  options.jobs = jobs_of(call.snapshot);
  options.cancel = &interruption();
  if (!call.with_link.empty()) return judge(call, loaded, options);
  ProgressBar bar(call.snapshot);
  options.progress = bar.reporter();
  const session::FailuresResult result = session::find_failures(loaded.snapshot, options);
  bar.wipe();
  for (const std::string& problem : result.problems) fmt::print(stderr, "holdfast: error: {}\n", problem);
  if (!result.problems.empty()) return ExitStatus::BadInput;
  report::Options style;
  style.color = wants_color(call.snapshot.color, STDOUT_FILENO);
  style.width = terminal_width();
  const std::string text =
      call.format == "json" ? report::failures_json(result) : report::failures_text(result, style);
  if (!write_output(text, {})) return ExitStatus::BadInput;
  if (!call.proof.empty() && !result.cancelled) {
    const session::Proof proof = session::make_proof(*loaded.snapshot, result.k);
    if (!write_output(report::proof_json(proof), call.proof)) return ExitStatus::BadInput;
  }
  return status_of(result, loaded);
}

}  // namespace

std::function<ExitStatus()> setup_failures(CLI::App& app) {
  const auto call = std::make_shared<Call>();
  add_snapshot_options(app, call->snapshot);
  app.add_option("-k", call->k, "Failures at once, at most (default: as holdfast.yaml says, else 2)")
      ->type_name("N")
      ->check(CLI::Range(0, 8));
  app.add_option("--service", call->services, "Only this service; repeatable")
      ->allow_extra_args(false)
      ->type_name("SERVICE");
  offer(app.add_option("--elements", call->kinds,
                       "What may fail: node, board, link, port, group (default: all)"),
        {"node", "board", "link", "port", "group"})
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("KIND,…")
      ->transform(CLI::CheckedTransformer(kKinds, CLI::ignore_case).description(""));
  app.add_option("--time-limit", call->time_limit, "Stop after so many seconds")
      ->type_name("S")
      ->check(CLI::PositiveNumber.description(""));
  add_format_choice(app, call->format, {"text", "json"});
  app.add_option("--proof", call->proof, "Write a certificate that verify-proof can check, over all services")
      ->type_name("FILE");
  app.add_option("--with-link", call->with_link,
                 "Judge a link that is not there: its lines, and what services survive with it")
      ->type_name("DEV--DEV");
  app.footer("Example: holdfast failures network/ -k 2 --elements node,link");
  return [call] { return run_failures(*call); };
}

}  // namespace holdfast::cli
