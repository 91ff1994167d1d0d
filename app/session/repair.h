#pragma once

// The use case `fix`: commands that mend what a check finds, proven before they are shown. Commands are typed
// into the configurations in memory, these are read and checked again, and only what silences its findings
// and brings no new ones is proposed.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/session/check.h"
#include "app/session/least_repair.h"
#include "app/session/line_diff.h"

namespace holdfast::session {

struct RepairOptions {
  // Under how many failures, and which findings are to be mended: `select` and `ignore` narrow these. The
  // proof asks every rule.
  CheckOptions check;
  std::vector<std::string> only;  // fingerprints of findings, of any severity; empty: all that are selected
  bool with_infos = false;        // mend advice too, not only errors and warnings
  std::size_t trials = 400;       // checks spent at most; then the rest is left and named
};

struct FileChange {
  FileId file = FileId::None;
  std::string text;  // repaired; keys and all
  std::vector<LineHunk> hunks;
};

// Commands that belong together, and what they mend.
struct RepairStep {
  std::string summary;  // one clause: "give PE2 the priority of PE1"
  std::vector<ReportedFinding> mends;
  std::vector<rules::DeviceCommands> commands;
  // What this step alone changes in the files that were read; empty where it builds upon another step.
  std::vector<FileChange> files;
};

struct DeviceChange {
  DeviceId device;
  std::vector<std::string> commands;  // from the system view on, in the order in which they are typed
  std::vector<std::string> rollback;  // commands that take all of it back
  std::vector<std::string> asks_for;  // placeholders of keys that are to be put in: "<key>"
};

struct Unmended {
  ReportedFinding reported;
  std::string reason;  // one clause
};

struct Repair {
  CheckResult before;  // by the selected rules
  CheckResult after;   // what they say of the repaired configurations; of its own snapshot
  std::vector<RepairStep> steps;
  std::vector<DeviceChange> devices;  // of the snapshot before, in its order
  std::vector<FileChange> files;      // in the order of their ids
  std::vector<Unmended> remaining;    // findings that are still there, and that were to be mended
  LeastProof least;                   // whether something cheaper would have done
};

Repair repair(std::shared_ptr<const Snapshot> snapshot, const RepairOptions& options);

}  // namespace holdfast::session
