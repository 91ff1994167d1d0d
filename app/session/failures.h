#pragma once

// The use case `failures`: what every service does under every set of at most k failures.

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/session/check.h"
#include "model/failure.h"
#include "solver/rules/story.h"

namespace holdfast::session {

struct FailureOptions {
  std::optional<std::size_t> k;       // else as holdfast.yaml says, else 2
  std::vector<ElementKind> kinds;     // empty: as holdfast.yaml says, else all
  std::vector<std::string> services;  // as people write them; empty: all
  bool tell_all = false;              // also why no way is left
  std::optional<double> time_limit;   // seconds
  unsigned jobs = 1;
  Progress progress;                          // may be empty
  const std::atomic<bool>* cancel = nullptr;  // may be null
};

inline constexpr std::size_t kDefaultFailures = 2;

// What another configuration would avoid.
bool is_defect(Outcome outcome);

struct Counterexample {
  std::vector<ElementId> elements;
  Outcome outcome = Outcome::LostUnavoidable;
  std::vector<std::string> from;  // "DEV:IF": the sites between which traffic is lost
  std::vector<std::string> to;
  std::string prefix;  // of a flow into a VPN; else empty
  rules::Story story;
  std::vector<std::string> rules;  // codes of findings of `check` whose lines are to blame
  std::size_t like = 0;            // position of the one that is shown for this story; its own, if it is that
};

struct Interval {
  double lower = 0;
  double upper = 1;
};

struct ServiceFailureView {
  std::string id;
  std::string kind;
  std::vector<std::string> endpoints;  // DEV:IF
  std::size_t flows = 0;               // pairs of sites; 0: a single site, nothing to carry
  bool redundant = false;              // something in its configuration is there for failures
  int tolerates = 0;  // no set of so many elements or fewer is bad; -1: not even without failures
  std::array<std::uint64_t, 6> outcomes{};  // by Outcome: sets evaluated, flow by flow
  std::uint64_t evaluations = 0;
  std::vector<Counterexample> counterexamples;  // the worst first; the small ones first
  std::vector<ElementId> single_points;         // their loss alone leaves no way
  std::optional<Interval> availability;         // where holdfast.yaml says how likely elements are to fail
  std::size_t first_alike = 0;                  // position of the service whose search gave this result
  bool complete = true;                         // else stopped before all sets were looked at
};

struct FailuresResult {
  std::shared_ptr<const Snapshot> snapshot;
  std::size_t k = 0;
  std::size_t elements = 0;        // that may fail
  std::vector<std::string> names;  // of all elements, by ElementId
  std::vector<ServiceFailureView> services;
  std::uint64_t evaluations = 0;      // done; services that fail alike are evaluated once
  std::vector<std::string> problems;  // names that were not understood: then nothing was searched
  bool cancelled = false;
  bool out_of_time = false;
};

// A search as reports show it. Rules whose lines are to blame are not named.
FailuresResult failures_result(std::shared_ptr<const Snapshot> snapshot,
                               const failures::NetworkFailures& found);

FailuresResult find_failures(std::shared_ptr<const Snapshot> snapshot, const FailureOptions& options);

}  // namespace holdfast::session
