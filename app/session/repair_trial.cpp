#include "app/session/repair_trial.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace holdfast::session {
namespace {

CheckOptions with_every_rule(CheckOptions options) {
  options.select.clear();
  options.ignore.clear();
  return options;
}

bool stopped(const CheckResult& result) {
  return result.cancelled || result.out_of_time;
}

}  // namespace

std::set<std::string> fingerprints_of(const CheckResult& result) {
  std::set<std::string> all;
  for (const auto* list : {&result.findings, &result.unknowns, &result.known}) {
    for (const ReportedFinding& it : *list) all.insert(it.fingerprint);
  }
  for (const SuppressedFinding& it : result.suppressed) all.insert(it.reported.fingerprint);
  return all;
}

Trials::Trials(std::shared_ptr<const Snapshot> snapshot, const CheckOptions& options, std::size_t most)
    : options_(with_every_rule(options)), left_(most) {
  first_.snapshot = std::move(snapshot);
  first_.result = std::make_shared<const CheckResult>(check(first_.snapshot, options_));
  accepted_ = fingerprints_of(*first_.result);
  options_.progress = nullptr;
}

bool Trials::exhausted() const {
  return left_ == 0 || (options_.cancel != nullptr && options_.cancel->load());
}

Trial Trials::of(const Bench& from, const std::vector<rules::DeviceCommands>& commands,
                 std::span<const ReportedFinding> silences) {
  left_ -= std::min<std::size_t>(left_, 1);
  Typed typed = session::typed(from, commands);
  Trial trial;
  trial.bench = std::move(typed.bench);
  trial.commands = std::move(typed.commands);
  if (!typed.refused.empty()) {
    const Refusal& refusal = typed.refused.front();
    trial.objection = fmt::format("{} refuses `{}`: {}", first_.snapshot->network[refusal.device].name.value,
                                  refusal.command.command, refusal.command.reason);
    return trial;
  }
  trial.bench.result = std::make_shared<const CheckResult>(check(trial.bench.snapshot, options_));
  if (stopped(*trial.bench.result)) {
    trial.objection = "time was up before it was proven";
    return trial;
  }
  const std::set<std::string> now = fingerprints_of(*trial.bench.result);
  for (const ReportedFinding& it : silences) {
    if (now.contains(it.fingerprint)) {
      trial.objection = "its commands do not silence it";
      return trial;
    }
  }
  for (const ReportedFinding& it : trial.bench.result->findings) {
    if (!accepted_.contains(it.fingerprint)) trial.fresh.push_back(it);
  }
  for (const ReportedFinding& it : trial.bench.result->unknowns) {
    if (is_dodged(it, silences)) trial.fresh.push_back(it);
  }
  return trial;
}

// A finding must not be silenced by making its rule undecidable. Other verdicts may come to hang on what was
// never seen.
bool Trials::is_dodged(const ReportedFinding& unknown, std::span<const ReportedFinding> silences) const {
  const auto same_rule = [&](const ReportedFinding& it) { return it.finding.rule == unknown.finding.rule; };
  const auto same_question = [&](const ReportedFinding& it) {
    return same_rule(it) && it.finding.deciding == unknown.finding.deciding;
  };
  return std::ranges::any_of(silences, same_rule) &&
         std::ranges::none_of(first_.result->unknowns, same_question);
}

}  // namespace holdfast::session
