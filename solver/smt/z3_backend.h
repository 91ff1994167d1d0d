#pragma once

// Purpose: decides a query with Z3. Facts are assumptions: facts ∧ invariant unsatisfiable ⇒ violated, with a
// minimised core; facts ∧ ¬invariant unsatisfiable ⇒ holds; else unknown, with a witness and what decides.
// Bounds: every satisfiability check gets `resource_limit` of Z3's own deterministic work units (no clock),
// so an answer always comes; where a check gives up, the verdict is unknown with a reason. Ownership: one Z3
// context and solver, reused from query to query; movable, one per thread. Only z3_backend.cpp and its
// private parts see Z3.

#include <cstdint>
#include <memory>

#include "solver/smt/query.h"
#include "solver/smt/verdict.h"

namespace holdfast::smt {

class Z3Backend {
 public:
  static constexpr std::uint32_t kDefaultResourceLimit = 2'000'000;  // of the order of a second

  explicit Z3Backend(std::uint32_t resource_limit = kDefaultResourceLimit);
  ~Z3Backend();
  Z3Backend(Z3Backend&&) noexcept;
  Z3Backend& operator=(Z3Backend&&) noexcept;

  // Needs a query without fault (fault_in).
  Verdict decide(const Query& query);

  std::uint64_t checks() const;  // satisfiability checks so far

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace holdfast::smt
