#pragma once

// Purpose: decides queries. The concrete evaluator goes first: what it finds to hold is done without Z3. What
// is violated goes to Z3 for the core, what is undecided goes to Z3 for the decision.
// With cross_check every query goes to both, and a contradiction between them is put into Verdict::fault;
// tests run so (semantics.md §6: "on every test it and Z3 must agree").
// Ownership: owns a Z3 backend, made when first needed. One judge per thread.

#include <cstdint>
#include <optional>
#include <vector>

#include "solver/smt/query.h"
#include "solver/smt/verdict.h"
#include "solver/smt/z3_backend.h"

namespace holdfast::smt {

// What was asked, and the answer.
struct JudgedQuery {
  Query query;
  VerdictKind verdict = VerdictKind::Unknown;
  std::vector<VarId> core;  // of a violated one
};

struct JudgeOptions {
  bool cross_check = false;
  std::vector<JudgedQuery>* keep =
      nullptr;  // gets every query, for whoever looks for values that fulfil them
  std::uint32_t resource_limit = Z3Backend::kDefaultResourceLimit;
};

struct JudgeStatistics {
  std::uint64_t queries = 0;
  std::uint64_t decided_concretely = 0;  // answered without Z3 (in cross_check: could have been)
  std::uint64_t z3_queries = 0;
  std::uint64_t z3_checks = 0;  // satisfiability checks within those queries
  std::uint64_t faults = 0;
};

class Judge {
 public:
  explicit Judge(JudgeOptions options = {}) : options_(options) {}

  Verdict judge(const Query& query);

  const JudgeStatistics& statistics() const { return statistics_; }

 private:
  Verdict decide(const Query& query);
  Verdict ask_z3(const Query& query);

  JudgeOptions options_;
  JudgeStatistics statistics_;
  std::optional<Z3Backend> z3_;
};

}  // namespace holdfast::smt
