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

#include "app/session/least_repair.h"
#include "app/session/repair_candidates.h"
#include "app/session/repair_trial.h"
#include "app/session/rule_selection.h"
#include "app/session/workbench.h"

namespace holdfast::session {
namespace {

class Mender {
 public:
  Mender(std::shared_ptr<const Snapshot> snapshot, const RepairOptions& options)
      : options_(options),
        trials_(std::move(snapshot), options.check, options.trials),
        first_(trials_.first()),
        bench_(first_) {}

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
    prove_least(wanted);
    return finish(wanted);
  }

 private:
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
    return (options_.check.select.empty() || std::ranges::any_of(options_.check.select, by)) &&
           std::ranges::none_of(options_.check.ignore, by);
  }

  // As the caller asked for it.
  CheckResult shown(const Bench& bench) const {
    if (options_.check.select.empty() && options_.check.ignore.empty()) return *bench.result;
    CheckOptions quiet = options_.check;
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

  // Of a few findings, the one change that silences most of them: one mistake shows in several. Of equals the
  // least disruptive. False when no change by itself mends anything.
  bool mend_most(const std::vector<ReportedFinding>& wanted) {
    std::vector<ReportedFinding> left;
    for (const ReportedFinding& it : wanted) {
      if (present(it)) left.push_back(current(it));
    }
    if (left.empty() || left.size() > kFew) return false;
    Advisor advisor(bench_.snapshot, bench_.result);
    std::optional<Best> best;
    std::set<std::vector<std::string>> seen;  // commands; findings may share them
    for (const ReportedFinding& it : left) {
      const std::vector<Candidate> candidates = advisor.candidates_of(it);
      for (std::size_t i = 0; i < std::min(candidates.size(), kMostCompared); ++i) {
        if (steps_.empty()) pool_.add(candidates[i], advisor.disruption(candidates[i]), it);
        if (trials_.exhausted() || !seen.insert(words_of(candidates[i])).second) continue;
        Trial trial = trials_.of(bench_, candidates[i].commands, std::span(&it, 1));
        if (!trial.mends()) continue;
        const std::set<std::string> now = fingerprints_of(*trial.bench.result);
        const auto silenced = std::ranges::count_if(
            left, [&](const ReportedFinding& other) { return !now.contains(other.fingerprint); });
        const Rank rank{-silenced, candidates[i].doubt, trial.advice, trial.bench.result->unknowns.size(),
                        advisor.disruption(candidates[i])};
        if (!best || rank < best->rank) best = Best{rank, std::move(trial), candidates[i]};
      }
    }
    if (!best) return false;
    RepairStep step{best->candidate.summary, {}, best->trial.commands, {}};
    taken_.push_back(best->candidate);
    bench_ = std::move(best->trial.bench);
    for (const ReportedFinding& it : left) {
      if (!present(it)) step.mends.push_back(it);
    }
    steps_.push_back(std::move(step));
    progress(done_ = total_ - left.size() + steps_.back().mends.size());
    return true;
  }

  // Fewer findings left, less doubt, less new advice, fewer verdicts that hang on what was not seen, less
  // disruption.
  using Rank = std::tuple<std::ptrdiff_t, int, std::size_t, std::size_t, std::uint64_t>;
  struct Best {
    Rank rank;
    Trial trial;
    Candidate candidate;
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
    if (wanted.empty() || trials_.exhausted()) return;
    if (wanted.size() == 1) return mend_one(wanted.front());
    std::vector<RepairStep> steps;
    std::vector<Candidate> taken;
    std::vector<std::vector<rules::DeviceCommands>> parts;
    for (const ReportedFinding& it : wanted) {
      const std::optional<Candidate> own = own_candidate(it);
      if (!own) continue;
      taken.push_back(*own);
      steps.push_back({own->summary, {it}, own->commands, {}});
      parts.push_back(own->commands);
    }
    const bool all = steps.size() == wanted.size();
    if (all && independent(parts)) {
      std::vector<rules::DeviceCommands> commands;
      for (auto& [device, lines] : joined(parts)) commands.push_back({device, lines});
      Trial trial = trials_.of(bench_, commands, wanted);
      if (trial.mends()) {
        bench_ = std::move(trial.bench);
        std::ranges::move(steps, std::back_inserter(steps_));
        std::ranges::move(taken, std::back_inserter(taken_));
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
    const std::vector<Candidate> candidates =
        Advisor(bench_.snapshot, bench_.result).candidates_of(current(wanted));
    // Where the rule's own commands cannot be typed, that is the reason, not why a guess fails.
    const bool has_own = std::ranges::any_of(
        candidates, [&](const Candidate& it) { return it.summary == wanted.finding.fix.summary; });
    std::string reason = has_own ? std::string() : lacking(wanted);
    for (const Candidate& candidate : candidates) {
      if (trials_.exhausted()) break;
      Bench bench = bench_;
      std::vector<RepairStep> steps;
      std::vector<Candidate> taken;
      const std::string objection = pursue(bench, wanted, candidate, steps, taken);
      if (objection.empty()) {
        bench_ = std::move(bench);
        std::ranges::move(steps, std::back_inserter(steps_));
        std::ranges::move(taken, std::back_inserter(taken_));
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
                     std::vector<RepairStep>& steps, std::vector<Candidate>& taken) {
    Trial trial = trials_.of(bench, candidate.commands, std::span(&wanted, 1));
    if (!trial.objection.empty()) return trial.objection;
    bench = trial.bench;
    steps.push_back({candidate.summary, {wanted}, trial.commands, {}});
    taken.push_back(candidate);
    for (int further = 0; !trial.fresh.empty(); ++further) {
      const ReportedFinding next = trial.fresh.front();
      std::string brings =
          fmt::format("its commands would bring {}: {}", next.finding.rule->code, next.finding.message);
      if (further == kMostFurther || !mend_further(bench, next, steps.back(), trial, taken)) return brings;
      if (fingerprints_of(*bench.result).contains(wanted.fingerprint))
        return "its commands do not silence it";
    }
    return {};
  }

  // The first of some candidates that silences a finding which a repair has brought.
  bool mend_further(Bench& bench, const ReportedFinding& brought, RepairStep& step, Trial& trial,
                    std::vector<Candidate>& taken) {
    std::size_t asked = 0;
    for (const Candidate& candidate : Advisor(bench.snapshot, bench.result).candidates_of(brought)) {
      if (trials_.exhausted() || ++asked > kMostCandidates) return false;
      Trial next = trials_.of(bench, candidate.commands, std::span(&brought, 1));
      if (!next.objection.empty()) continue;
      bench = next.bench;
      taken.push_back(candidate);
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

  // Whether a cheaper choice among the changes that were compared at the start does as well.
  void prove_least(const std::vector<ReportedFinding>& wanted) {
    if (steps_.empty() || pool_.changes().empty()) return;
    RepairGoal goal;
    for (const Candidate& it : taken_) goal.price += price_of(it);
    const auto gone = [&](const ReportedFinding& it) { return !present(it); };
    std::ranges::copy_if(wanted, std::back_inserter(goal.mended), gone);
    goal.unknowns = bench_.result->unknowns.size();
    goal.advice = trials_.new_advice(*bench_.result);
    LeastRepair least = least_repair(trials_, pool_, goal);
    least_ = least.proof;
    if (!least.cheaper.empty()) instead(std::move(least), std::move(goal.mended));
  }

  // At the start, where it was compared there.
  std::uint64_t price_of(const Candidate& candidate) const {
    const std::optional<std::size_t> change = pool_.find(candidate);
    return change ? pool_.changes()[*change].price
                  : Advisor(first_.snapshot, first_.result).disruption(candidate);
  }

  // Takes a cheaper repair in place of the one that there is.
  void instead(LeastRepair least, std::vector<ReportedFinding> mended) {
    steps_.clear();
    Bench bench = first_;
    for (const std::size_t i : least.cheaper) {
      const ChangePool::Change& change = pool_.changes()[i];
      Typed next = typed(bench, change.candidate.commands);
      RepairStep step{change.candidate.summary, {}, std::move(next.commands), {}};
      const auto meant = std::stable_partition(mended.begin(), mended.end(), [&](const ReportedFinding& it) {
        return !change.for_findings.contains(it.fingerprint);
      });
      step.mends.assign(meant, mended.end());
      mended.erase(meant, mended.end());
      steps_.push_back(std::move(step));
      bench = std::move(next.bench);
    }
    std::ranges::move(mended, std::back_inserter(steps_.back().mends));
    bench_ = std::move(least.trial.bench);
  }

  Repair finish(const std::vector<ReportedFinding>& wanted) {
    Repair repair;
    repair.before = shown(first_);
    repair.after = shown(bench_);
    repair.steps = steps_;
    repair.least = least_;
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

  RepairOptions options_;
  Trials trials_;
  Bench first_;
  Bench bench_;
  std::vector<RepairStep> steps_;
  ChangePool pool_;               // what was compared at the start
  std::vector<Candidate> taken_;  // what the steps are made of
  LeastProof least_;
  std::map<std::string, std::string> reasons_;  // by fingerprint
  std::size_t done_ = 0;
  std::size_t total_ = 0;
};

}  // namespace

Repair repair(std::shared_ptr<const Snapshot> snapshot, const RepairOptions& options) {
  return Mender(std::move(snapshot), options).run();
}

}  // namespace holdfast::session
