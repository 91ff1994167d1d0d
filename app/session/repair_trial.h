#pragma once

// Commands tried on a copy of the configurations: read again, and every rule asked again.

#include <cstddef>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "app/session/check.h"
#include "app/session/workbench.h"

namespace holdfast::session {

// What a trial comes to.
struct Trial {
  Bench bench;
  std::vector<ReportedFinding> fresh;           // errors and warnings that were not there at the start
  std::size_t advice = 0;                       // how much advice was not there at the start
  std::vector<rules::DeviceCommands> commands;  // as the devices want them
  std::string objection;                        // empty: nothing speaks against it
  bool mends() const { return objection.empty() && fresh.empty(); }
};

std::set<std::string> fingerprints_of(const CheckResult& result);

// Trials of one snapshot, and how many there may be.
class Trials {
 public:
  // Checks the snapshot first, with every rule.
  Trials(std::shared_ptr<const Snapshot> snapshot, const CheckOptions& options, std::size_t most);

  // The snapshot as it was read, with what is found there.
  const Bench& first() const { return first_; }
  // None is left, or the caller has cancelled.
  bool exhausted() const;

  // How much advice there is that was not there at the start.
  std::size_t new_advice(const CheckResult& result) const;

  // What the commands make of `from`. It is held against them when they do not silence these findings, and,
  // where failures are asked about, when a service still fails as one of them says, or survives less than it
  // did at the start.
  Trial of(const Bench& from, const std::vector<rules::DeviceCommands>& commands,
           std::span<const ReportedFinding> silences);

 private:
  void judge(Bench& bench) const;
  std::string still_fails(const Bench& bench, std::span<const ReportedFinding> silences) const;
  std::string survives_less(const Bench& bench) const;
  bool is_dodged(const ReportedFinding& unknown, std::span<const ReportedFinding> silences) const;

  CheckOptions options_;
  std::size_t left_;
  Bench first_;
  std::set<std::string> accepted_;  // findings that were there from the start
};

}  // namespace holdfast::session
