#pragma once

// The use case `whatif`: what every service does when these elements fail.

#include <memory>
#include <string>
#include <vector>

#include "app/session/check.h"
#include "app/session/study.h"
#include "model/failure.h"
#include "solver/rules/story.h"

namespace holdfast::session {

struct WhatIfOptions {
  std::vector<std::string> fail;      // elements, as people write them
  std::vector<std::string> services;  // likewise; empty: all
  std::string scenario;               // path of a scenario's file; empty: none
  bool tell_all = false;              // also the way of services that nothing changes for
  unsigned jobs = 1;
  Progress progress;                          // may be empty
  const std::atomic<bool>* cancel = nullptr;  // may be null
};

// A service before and after, between two of its sites.
struct FlowChange {
  std::vector<std::string> from;  // "DEV:IF"
  std::vector<std::string> to;
  std::string prefix;  // of a flow into a VPN; else empty
  rules::Story before;
  rules::Story after;

  bool same() const { return before.outcome == after.outcome && before.path == after.path; }
};

struct ServiceChange {
  std::string id;
  Outcome before = Outcome::Delivered;  // the worst of all flows
  Outcome after = Outcome::Delivered;
  std::vector<FlowChange> flows;  // told ones: those that change, with tell_all all of them
};

struct UnmetExpectation {
  std::string path;  // of the scenario's file
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string service;
  Outcome expected = Outcome::Delivered;
  Outcome found = Outcome::Delivered;
};

struct WhatIfResult {
  std::shared_ptr<const Snapshot> snapshot;
  std::vector<std::string> failed;  // elements, by their public names
  std::vector<ServiceChange> services;
  std::vector<UnmetExpectation> unmet;
  std::vector<InputProblem> problems;  // of the call and the scenario's file: then nothing was evaluated
  bool cancelled = false;
};

// What a scenario's file fails.
struct ScenarioFailures {
  FailureSet failed;
  std::vector<std::string> problems;  // of the file, "FILE:LINE:COLUMN: …"
};
ScenarioFailures scenario_failures(const Study& study, const std::string& path);

WhatIfResult what_if(std::shared_ptr<const Snapshot> snapshot, const WhatIfOptions& options);

}  // namespace holdfast::session
