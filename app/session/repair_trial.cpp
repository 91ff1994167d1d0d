#include "app/session/repair_trial.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "app/session/tolerance.h"

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
  judge(first_);
  accepted_ = fingerprints_of(*first_.result);
  options_.progress = nullptr;
}

void Trials::judge(Bench& bench) const {
  CheckOptions options = options_;
  options.searched = [&bench](const failures::NetworkFailures& found) {
    bench.survived = std::make_shared<const FailuresResult>(failures_result(bench.snapshot, found));
  };
  bench.result = std::make_shared<const CheckResult>(check(bench.snapshot, options));
}

bool Trials::exhausted() const {
  return left_ == 0 || (options_.cancel != nullptr && options_.cancel->load());
}

std::size_t Trials::new_advice(const CheckResult& result) const {
  const auto is_new = [&](const ReportedFinding& it) {
    return it.finding.severity == rules::Severity::Info && !accepted_.contains(it.fingerprint);
  };
  return static_cast<std::size_t>(std::ranges::count_if(result.findings, is_new));
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
  judge(trial.bench);
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
    const bool is_advice = it.finding.severity == rules::Severity::Info;
    if (!is_advice && !accepted_.contains(it.fingerprint)) trial.fresh.push_back(it);
  }
  trial.advice = new_advice(*trial.bench.result);
  for (const ReportedFinding& it : trial.bench.result->unknowns) {
    if (is_dodged(it, silences)) trial.fresh.push_back(it);
  }
  if (options_.k && trial.fresh.empty()) {
    trial.objection = still_fails(trial.bench, silences);
    if (trial.objection.empty()) trial.objection = survives_less(trial.bench);
  }
  return trial;
}

// A finding about failures is mended when the service lives through them, not when it dies otherwise.
std::string Trials::still_fails(const Bench& bench, std::span<const ReportedFinding> silences) const {
  for (const ReportedFinding& it : silences) {
    if (!it.finding.failure) continue;
    const std::vector<std::string>& failing = it.finding.failure->elements;
    for (const ServiceFailureView& service : bench.survived->services) {
      if (service.id != it.finding.service) continue;
      const auto fails = [&](ElementId id) {
        return std::ranges::find(failing, bench.survived->names[id.index]) != failing.end();
      };
      const auto is_among = [&](const Counterexample& bad) {
        return bad.outcome != Outcome::Unknown && std::ranges::all_of(bad.elements, fails);
      };
      if (std::ranges::any_of(service.counterexamples, is_among))
        return fmt::format("its commands let service {} fail in another way", service.id);
    }
  }
  return {};
}

// The service that pays for the repair, if there is one: taking away what dies under a failure silences a
// finding as well.
std::string Trials::survives_less(const Bench& bench) const {
  for (const ToleranceChange& it : compare_tolerance(*first_.survived, *bench.survived).changes) {
    if (it.is_gone) return fmt::format("its commands would take service {} away", it.service);
    if (it.survives_less()) {
      return fmt::format("its commands would let service {} survive less: it would be lost when {} fails",
                         it.service, fmt::join(it.lost.front().elements, " and "));
    }
  }
  return {};
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
