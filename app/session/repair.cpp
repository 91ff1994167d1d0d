#include "app/session/repair.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

#include "app/session/repair_candidates.h"
#include "app/session/rule_selection.h"
#include "app/session/workbench.h"

namespace holdfast::session {
namespace {

using Fingerprints = std::set<std::string>;

Fingerprints fingerprints_of(const CheckResult& result) {
  Fingerprints all;
  for (const auto* list : {&result.findings, &result.unknowns, &result.known}) {
    for (const ReportedFinding& it : *list) all.insert(it.fingerprint);
  }
  for (const SuppressedFinding& it : result.suppressed) all.insert(it.reported.fingerprint);
  return all;
}

bool stopped(const CheckResult& result) {
  return result.cancelled || result.out_of_time;
}

class Mender {
 public:
  Mender(std::shared_ptr<const Snapshot> snapshot, const RepairOptions& options)
      : asked_(options.check), options_(options) {
    options_.check.select.clear();
    options_.check.ignore.clear();
    bench_.snapshot = std::move(snapshot);
    bench_.result = std::make_shared<const CheckResult>(check(bench_.snapshot, options_.check));
    accepted_ = fingerprints_of(*bench_.result);
    first_ = bench_;
  }

  Repair run() {
    std::vector<ReportedFinding> wanted = to_mend(*bench_.result);
    total_ = wanted.size();
    while (mend_most(wanted)) {
    }
    mend(std::span<const ReportedFinding>(wanted));
    // What stood in the way of a repair may be mended by now.
    if (!steps_.empty()) {
      const auto left = [&](const ReportedFinding& it) { return present(it); };
      std::vector<ReportedFinding> again;
      std::ranges::copy_if(wanted, std::back_inserter(again), left);
      for (const ReportedFinding& it : again) mend_one(it);
    }
    return finish(wanted);
  }

 private:
  // What a trial comes to.
  struct Trial {
    Bench bench;
    std::vector<ReportedFinding> fresh;           // findings that were not there before
    std::vector<rules::DeviceCommands> commands;  // as the devices want them
    std::string objection;                        // empty: nothing speaks against it
  };

  std::vector<ReportedFinding> to_mend(const CheckResult& result) const {
    std::vector<ReportedFinding> wanted;
    std::ranges::copy_if(result.findings, std::back_inserter(wanted),
                         [&](const ReportedFinding& it) { return is_selected(it); });
    std::ranges::stable_sort(wanted, {}, [](const ReportedFinding& it) { return it.finding.severity; });
    return wanted;
  }

  bool is_selected(const ReportedFinding& reported) const {
    const auto& only = options_.only;
    if (!only.empty()) return std::ranges::find(only, reported.fingerprint) != only.end();
    if (!options_.with_infos && reported.finding.severity == rules::Severity::Info) return false;
    const auto by = [&](const std::string& selector) { return names(selector, *reported.finding.rule); };
    return (asked_.select.empty() || std::ranges::any_of(asked_.select, by)) &&
           std::ranges::none_of(asked_.ignore, by);
  }

  // As the caller asked for it.
  CheckResult shown(const Bench& bench) const {
    if (asked_.select.empty() && asked_.ignore.empty()) return *bench.result;
    CheckOptions quiet = asked_;
    quiet.progress = nullptr;
    return check(bench.snapshot, quiet);
  }

  bool present(const ReportedFinding& wanted) const {
    const auto same = [&](const ReportedFinding& it) { return it.fingerprint == wanted.fingerprint; };
    return std::ranges::any_of(bench_.result->findings, same) ||
           std::ranges::any_of(bench_.result->unknowns, same);
  }

  void progress(std::size_t done) const {
    if (options_.check.progress) options_.check.progress("mending", std::min(done, total_), total_);
  }

  bool exhausted() const {
    return trials_ >= options_.trials || (options_.check.cancel != nullptr && options_.check.cancel->load());
  }

  Trial tried(const Bench& from, const std::vector<rules::DeviceCommands>& commands,
              std::span<const ReportedFinding> silences) {
    ++trials_;
    Typed typed = session::typed(from, commands);
    Trial trial;
    trial.bench = std::move(typed.bench);
    trial.commands = std::move(typed.commands);
    if (!typed.refused.empty()) {
      const Refusal& refusal = typed.refused.front();
      trial.objection =
          fmt::format("{} refuses `{}`: {}", first_.snapshot->network[refusal.device].name.value,
                      refusal.command.command, refusal.command.reason);
      return trial;
    }
    CheckOptions quiet = options_.check;
    quiet.progress = nullptr;
    trial.bench.result = std::make_shared<const CheckResult>(check(trial.bench.snapshot, quiet));
    if (stopped(*trial.bench.result)) {
      trial.objection = "time was up before it was proven";
      return trial;
    }
    const Fingerprints now = fingerprints_of(*trial.bench.result);
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

  // A finding must not be silenced by making its rule undecidable. Other verdicts may come to hang on what
  // was never seen.
  bool is_dodged(const ReportedFinding& unknown, std::span<const ReportedFinding> silences) const {
    const auto same_rule = [&](const ReportedFinding& it) { return it.finding.rule == unknown.finding.rule; };
    const auto same_question = [&](const ReportedFinding& it) {
      return same_rule(it) && it.finding.deciding == unknown.finding.deciding;
    };
    return std::ranges::any_of(silences, same_rule) &&
           std::ranges::none_of(first_.result->unknowns, same_question);
  }

  // Of a few findings, the one change that silences most of them: one mistake shows in several. Of equals the
  // least disruptive. False when no change by itself mends anything.
  bool mend_most(const std::vector<ReportedFinding>& wanted) {
    std::vector<ReportedFinding> left;
    for (const ReportedFinding& it : wanted) {
      if (present(it)) left.push_back(current(it));
    }
    if (left.empty() || left.size() > kFew) return false;
    Advisor advisor(bench_.snapshot);
    std::optional<Best> best;
    std::set<std::vector<std::string>> seen;  // commands; findings may share them
    for (const ReportedFinding& it : left) {
      const std::vector<Candidate> candidates = advisor.candidates_of(it);
      for (std::size_t i = 0; i < std::min(candidates.size(), kMostCompared); ++i) {
        if (exhausted() || !seen.insert(words_of(candidates[i])).second) continue;
        Trial trial = tried(bench_, candidates[i].commands, std::span(&it, 1));
        if (!trial.objection.empty() || !trial.fresh.empty()) continue;
        const Fingerprints now = fingerprints_of(*trial.bench.result);
        const auto silenced = std::ranges::count_if(
            left, [&](const ReportedFinding& other) { return !now.contains(other.fingerprint); });
        const Rank rank{-silenced, candidates[i].doubt, trial.bench.result->unknowns.size(),
                        advisor.disruption(candidates[i])};
        if (!best || rank < best->rank) best = Best{rank, std::move(trial), candidates[i].summary};
      }
    }
    if (!best) return false;
    RepairStep step{best->summary, {}, best->trial.commands, {}};
    bench_ = std::move(best->trial.bench);
    for (const ReportedFinding& it : left) {
      if (!present(it)) step.mends.push_back(it);
    }
    steps_.push_back(std::move(step));
    progress(done_ = total_ - left.size() + steps_.back().mends.size());
    return true;
  }

  // Fewer findings left, less doubt, fewer verdicts that hang on what was not seen, less disruption.
  using Rank = std::tuple<std::ptrdiff_t, int, std::size_t, std::uint64_t>;
  struct Best {
    Rank rank;
    Trial trial;
    std::string summary;
  };

  static std::vector<std::string> words_of(const Candidate& candidate) {
    std::vector<std::string> words;
    for (const rules::DeviceCommands& it : candidate.commands) {
      words.push_back(std::to_string(it.device.index));
      words.insert(words.end(), it.lines.begin(), it.lines.end());
    }
    return words;
  }

  // All of them at once where that goes well, else each half by itself.
  void mend(std::span<const ReportedFinding> wanted) {
    if (wanted.empty() || exhausted()) return;
    if (wanted.size() == 1) return mend_one(wanted.front());
    std::vector<RepairStep> steps;
    std::vector<std::vector<rules::DeviceCommands>> parts;
    for (const ReportedFinding& it : wanted) {
      const std::optional<Candidate> own = own_candidate(it);
      if (!own) continue;
      steps.push_back({own->summary, {it}, own->commands, {}});
      parts.push_back(own->commands);
    }
    const bool all = steps.size() == wanted.size();
    if (all && independent(parts)) {
      std::vector<rules::DeviceCommands> commands;
      for (auto& [device, lines] : joined(parts)) commands.push_back({device, lines});
      Trial trial = tried(bench_, commands, wanted);
      if (trial.objection.empty() && trial.fresh.empty()) {
        bench_ = std::move(trial.bench);
        std::ranges::move(steps, std::back_inserter(steps_));
        return;
      }
    }
    mend(wanted.first(wanted.size() / 2));
    mend(wanted.subspan(wanted.size() / 2));
  }

  // Repairs that touch one device may repeat each other or get in each other's way.
  static bool independent(const std::vector<std::vector<rules::DeviceCommands>>& parts) {
    std::set<DeviceId> touched;
    for (const auto& part : parts) {
      std::set<DeviceId> own;
      for (const rules::DeviceCommands& it : part) own.insert(it.device);
      for (const DeviceId device : own) {
        if (!touched.insert(device).second) return false;
      }
    }
    return true;
  }

  void mend_one(const ReportedFinding& wanted) {
    progress(++done_);
    if (!present(wanted)) {
      reasons_.erase(wanted.fingerprint);
      credit(wanted);
      return;
    }
    const std::vector<Candidate> candidates = Advisor(bench_.snapshot).candidates_of(current(wanted));
    std::string reason = candidates.empty() ? lacking(wanted) : std::string();
    for (const Candidate& candidate : candidates) {
      if (exhausted()) break;
      Bench bench = bench_;
      std::vector<RepairStep> steps;
      const std::string objection = pursue(bench, wanted, candidate, steps);
      if (objection.empty()) {
        bench_ = std::move(bench);
        std::ranges::move(steps, std::back_inserter(steps_));
        reasons_.erase(wanted.fingerprint);
        return;
      }
      if (reason.empty()) reason = objection;
    }
    if (reason.empty()) reason = "the bound on trials was reached";
    reasons_[wanted.fingerprint] = reason;
  }

  // The finding as it is now: its lines may have moved, its commands changed.
  ReportedFinding current(const ReportedFinding& wanted) const {
    for (const ReportedFinding& it : bench_.result->findings) {
      if (it.fingerprint == wanted.fingerprint) return it;
    }
    return wanted;
  }

  // Tries a candidate, and what mends the findings that it brings. Returns what speaks against it.
  std::string pursue(Bench& bench, const ReportedFinding& wanted, const Candidate& candidate,
                     std::vector<RepairStep>& steps) {
    Trial trial = tried(bench, candidate.commands, std::span(&wanted, 1));
    if (!trial.objection.empty()) return trial.objection;
    bench = trial.bench;
    steps.push_back({candidate.summary, {wanted}, trial.commands, {}});
    for (int further = 0; !trial.fresh.empty(); ++further) {
      const ReportedFinding next = trial.fresh.front();
      const std::string brings =
          fmt::format("its commands would bring {}: {}", next.finding.rule->code, next.finding.message);
      if (further == kMostFurther || !mend_further(bench, next, steps.back(), trial)) return brings;
      if (fingerprints_of(*bench.result).contains(wanted.fingerprint))
        return "its commands do not silence it";
    }
    return {};
  }

  // The first of some candidates that silences a finding which a repair has brought.
  bool mend_further(Bench& bench, const ReportedFinding& brought, RepairStep& step, Trial& trial) {
    std::size_t asked = 0;
    for (const Candidate& candidate : Advisor(bench.snapshot).candidates_of(brought)) {
      if (exhausted() || ++asked > kMostCandidates) return false;
      Trial next = tried(bench, candidate.commands, std::span(&brought, 1));
      if (!next.objection.empty()) continue;
      bench = next.bench;
      step.summary += "; " + candidate.summary;
      std::ranges::copy(next.commands, std::back_inserter(step.commands));
      trial = std::move(next);
      return true;
    }
    return false;
  }

  // A finding that went with the repair of another.
  void credit(const ReportedFinding& wanted) {
    for (const RepairStep& step : steps_) {
      if (std::ranges::any_of(
              step.mends, [&](const ReportedFinding& it) { return it.fingerprint == wanted.fingerprint; }))
        return;
    }
    if (!steps_.empty()) steps_.back().mends.push_back(wanted);
  }

  Repair finish(const std::vector<ReportedFinding>& wanted) {
    Repair repair;
    repair.before = shown(first_);
    repair.after = shown(bench_);
    repair.steps = steps_;
    for (const ReportedFinding& it : wanted) {
      if (!present(it)) continue;
      const auto reason = reasons_.find(it.fingerprint);
      repair.remaining.push_back(
          {it, reason == reasons_.end() ? "the bound on trials was reached" : reason->second});
    }
    add_changes(repair);
    return repair;
  }

  void add_changes(Repair& repair) const {
    std::vector<std::vector<rules::DeviceCommands>> parts;
    for (const RepairStep& step : steps_) parts.push_back(step.commands);
    const Snapshot& before = *first_.snapshot;
    for (auto& [device, commands] : joined(parts)) {
      const std::string_view text = before.network.sources.text(before.network[device].file);
      ConfigEdit edit = edit_device(before, text, device, commands);
      DeviceChange change{device, std::move(edit.commands), std::move(edit.rollback), {}};
      for (const std::string& line : change.commands) add_placeholders(line, change.asks_for);
      repair.devices.push_back(std::move(change));
    }
    repair.files = changes(bench_.edited);
    for (RepairStep& step : repair.steps) {
      const Typed alone = typed(first_, step.commands);
      if (alone.refused.empty()) step.files = changes(alone.bench.edited);
    }
  }

  std::vector<FileChange> changes(const std::map<FileId, std::string>& edited) const {
    std::vector<FileChange> result;
    for (const auto& [file, text] : edited) {
      std::vector<LineHunk> hunks = line_diff(first_.snapshot->network.sources.text(file), text);
      if (!hunks.empty()) result.push_back({file, text, std::move(hunks)});
    }
    return result;
  }

  static constexpr std::size_t kFew = 24;            // findings whose candidates are compared
  static constexpr std::size_t kMostCompared = 8;    // candidates of each of them
  static constexpr int kMostFurther = 12;            // findings mended for the sake of one
  static constexpr std::size_t kMostCandidates = 3;  // tried for each of them

  CheckOptions asked_;
  RepairOptions options_;  // every rule judges
  Bench first_;
  Bench bench_;
  Fingerprints accepted_;  // findings that were there from the start
  std::vector<RepairStep> steps_;
  std::map<std::string, std::string> reasons_;  // by fingerprint
  std::size_t trials_ = 0;
  std::size_t done_ = 0;
  std::size_t total_ = 0;
};

}  // namespace

Repair repair(std::shared_ptr<const Snapshot> snapshot, const RepairOptions& options) {
  return Mender(std::move(snapshot), options).run();
}

}  // namespace holdfast::session
