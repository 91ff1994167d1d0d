#pragma once

// Whether a repair is the least disruptive choice among all changes that were thought of. Each choice that
// would disturb less is tried, cheapest first, until Z3 says that there is no other.

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "app/session/repair_candidates.h"
#include "app/session/repair_trial.h"

namespace holdfast::session {

struct LeastProof {
  bool proven = false;      // no choice that disturbs less mends as much
  std::size_t changes = 0;  // that could be chosen from
  std::size_t trials = 0;   // choices that were tried
  std::uint64_t price = 0;  // of the repair: what it disturbs, and a million for each doubt
};

// Changes to choose from, each once, in the order in which they were thought of.
class ChangePool {
 public:
  struct Change {
    Candidate candidate;
    std::uint64_t price = 1;
    std::set<std::string> for_findings;  // fingerprints of the findings that it was thought of for
  };

  void add(const Candidate& candidate, std::uint64_t disruption, const ReportedFinding& thought_of_for);
  // The change with these commands.
  std::optional<std::size_t> find(const Candidate& candidate) const;
  const std::vector<Change>& changes() const { return changes_; }

 private:
  std::vector<Change> changes_;
};

// What a repair with changes of the pool has to be as good as.
struct RepairGoal {
  std::uint64_t price = 0;
  std::vector<ReportedFinding> mended;
  std::size_t unknowns = 0;  // verdicts that it leaves open
  std::size_t advice = 0;    // that it brings
};

struct LeastRepair {
  LeastProof proof;
  std::vector<std::size_t>
      cheaper;  // changes of the pool that do at a lower price; empty: there are none, or not known
  Trial trial;  // of those
};

LeastRepair least_repair(Trials& trials, const ChangePool& pool, const RepairGoal& goal);

}  // namespace holdfast::session
