#pragma once

// The use case `check`: every selected rule over a snapshot.

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/session/snapshot.h"
#include "solver/rules/finding.h"
#include "solver/rules/rule.h"

namespace holdfast::failures {
struct NetworkFailures;
}

namespace holdfast::session {

// Called from worker threads, with what is done of what there is to do ("reading", 120, 2400).
using Progress = std::function<void(const char* stage, std::size_t done, std::size_t total)>;

struct Baseline;

struct CheckOptions {
  std::vector<std::string> select;  // codes or families; empty: all
  std::vector<std::string> ignore;
  const Baseline* baseline = nullptr;  // may be null
  std::optional<Day> today;      // on which suppressions may have ended; nothing: what the clock says (UTC)
  std::optional<std::size_t> k;  // failures at once, at most; without, rules about failures take no part
  // Called with what the search for k failures finds, before rules judge it; may be empty.
  std::function<void(const failures::NetworkFailures&)> searched;
  std::optional<double> time_limit;  // seconds
  unsigned jobs = 1;
  bool cross_check = false;                   // decide everything twice; for tests
  Progress progress;                          // may be empty
  const std::atomic<bool>* cancel = nullptr;  // may be null
};

struct ReportedFinding {
  rules::Finding finding;
  std::string fingerprint;  // 16 hex digits, unique: rule, device, view path, operands; no line number
};

struct SuppressedFinding {
  ReportedFinding reported;
  std::string reason;
  std::optional<Day> until;
  Span where;          // of the suppression
  bool known = false;  // in the baseline
};

struct Summary {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t infos = 0;
  std::size_t unknown = 0;
};

// The search that rules about failures judged. What may fail is as holdfast.yaml says, else everything.
struct SearchSummary {
  std::size_t k = 0;
  std::size_t elements = 0;       // that may fail
  std::uint64_t evaluations = 0;  // done; services that fail alike are evaluated once
};

struct CheckResult {
  std::shared_ptr<const Snapshot> snapshot;
  std::vector<ReportedFinding> findings;      // violated ones, by rule code, file and line
  std::vector<ReportedFinding> unknowns;      // undecided ones, in the same order
  std::vector<SuppressedFinding> suppressed;  // violated ones, then undecided ones
  std::vector<ReportedFinding> known;         // in the baseline: violated ones, then undecided ones
  bool has_baseline = false;
  std::size_t fixed = 0;                   // entries of the baseline that are no longer there
  std::vector<const rules::Rule*> judged;  // the rules that were selected
  Summary summary;                         // of what is neither suppressed nor known
  std::vector<InputProblem> remarks;       // suppressions that have expired or are not needed
  std::size_t expired_suppressions = 0;
  std::size_t unused_suppressions = 0;
  std::size_t services = 0;  // redundant or not
  std::optional<SearchSummary> search;
  bool cancelled = false;
  bool out_of_time = false;         // as `cancelled`: there may be more findings
  std::vector<std::string> faults;  // bugs in the program itself, found while judging; else empty

  bool complete() const { return !cancelled && !out_of_time; }
};

// Selectors that name no rule and no family.
std::vector<std::string> unknown_selectors(const CheckOptions& options);
// Selectors of rules about failures alone, where no failures are asked for.
std::vector<std::string> idle_selectors(const CheckOptions& options);

CheckResult check(std::shared_ptr<const Snapshot> snapshot, const CheckOptions& options);

}  // namespace holdfast::session
