#pragma once

// The use case `check`: every selected rule over a snapshot.

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/session/snapshot.h"
#include "solver/rules/finding.h"
#include "solver/rules/rule.h"

namespace holdfast::session {

// Called from worker threads, with what is done of what there is to do ("reading", 120, 2400).
using Progress = std::function<void(const char* stage, std::size_t done, std::size_t total)>;

struct CheckOptions {
  std::vector<std::string> select;  // codes or families; empty: all
  std::vector<std::string> ignore;
  unsigned jobs = 1;
  bool cross_check = false;                   // decide everything twice; for tests
  Progress progress;                          // may be empty
  const std::atomic<bool>* cancel = nullptr;  // may be null
};

struct ReportedFinding {
  rules::Finding finding;
  std::string fingerprint;  // 16 hex digits: rule, device, view path, operands; no line number
};

struct Summary {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t infos = 0;
  std::size_t unknown = 0;
};

struct CheckResult {
  std::shared_ptr<const Snapshot> snapshot;
  std::vector<ReportedFinding> findings;  // violated ones, by rule code, file and line
  std::vector<ReportedFinding> unknowns;  // undecided ones, in the same order
  Summary summary;
  std::size_t services = 0;  // redundant or not
  bool cancelled = false;
  std::vector<std::string> faults;  // bugs in the program itself, found while judging; else empty
};

// Selectors that name no rule and no family.
std::vector<std::string> unknown_selectors(const CheckOptions& options);

CheckResult check(std::shared_ptr<const Snapshot> snapshot, const CheckOptions& options);

}  // namespace holdfast::session
