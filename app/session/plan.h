#pragma once

// The use case `plan`: an intent → a network, its configurations, and the proof that they do what is asked.
// Nothing is written here.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/session/check.h"
#include "app/session/load.h"
#include "app/session/repair.h"
#include "app/session/tolerance.h"

namespace holdfast::session {

struct PlanCall {
  std::string path;                  // of the intent
  std::size_t k = 1;                 // failures at once that the proof tries
  std::optional<double> time_limit;  // seconds, for the choice of links and for the proof
  unsigned jobs = 1;
  Progress progress;                          // may be empty
  const std::atomic<bool>* cancel = nullptr;  // may be null
};

struct BuiltLinkView {
  std::string name;  // "PE1–P1"
  std::uint64_t price = 0;
};

struct PlannedServiceView {
  std::string name;
  std::string kind;  // vpws, vpls, handover
  std::string id;    // of the service in the planned network
  std::uint32_t vlan = 0;
  std::vector<std::string> ends;     // "CE1 on PE1", "CE2 on PE2 (primary) and PE3, E-Trunk"
  std::vector<std::string> reasons;  // one sentence each
  std::string target;                // "survives any node, link, group"; empty: nothing is asked
  bool met = false;
  std::vector<std::string> against;  // elements whose loss ends it although the target names them
};

// What is added to a device that stands.
struct DeviceAddition {
  std::string device;
  std::string path;                   // of its configuration in the folder
  std::vector<std::string> commands;  // from the system view on; keys and all
  std::vector<std::string> rollback;  // commands that take all of it back
};

struct PlanResult {
  std::string network;
  std::vector<InputProblem> problems;  // of the intent, those that conflict among them: then there is no plan
  bool infeasible = false;             // the problems are lines that cannot be met together
  std::vector<BuiltLinkView> chosen;   // candidates to build
  std::uint64_t price = 0;
  std::uint64_t price_at_least = 0;  // no choice costs less; equal to `price`: proven
  std::vector<PlannedServiceView> services;
  std::vector<NamedText> files;  // configurations by name, then holdfast.yaml
  std::size_t devices = 0;       // new ones
  // Of a network that grows; else empty.
  std::shared_ptr<const Snapshot> existing;
  std::vector<DeviceAddition> additions;   // in the order of the devices' names
  std::vector<FileChange> changes;         // of the existing network's files
  std::optional<ToleranceDiff> tolerance;  // of all services, before and after
  std::size_t k = 1;
  // Of the files, read again. What the existing network had is known.
  std::optional<CheckResult> proof;
  std::size_t waiting = 0;  // verdicts about customers' devices, which the intent does not have
  std::size_t beyond = 0;   // findings about failures that their service is not to survive
  // The proof is silent, every service meets its target, and none that was there survives less.
  bool verified = false;
  bool cancelled = false;
  bool out_of_time = false;  // before the proof was complete
};

PlanResult plan(const PlanCall& call);

}  // namespace holdfast::session
