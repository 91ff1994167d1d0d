#pragma once

// The least disruptive change of configured values under which every requirement holds: MaxSMT (semantics §6,
// repair). Requirements are hard. Each setting that may change is soft: keeping its value saves its weight.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "solver/smt/expr.h"
#include "solver/smt/value.h"

namespace holdfast::smt {

struct ChangeableSetting {
  Value now;
  std::uint32_t weight = 1;    // what a change costs, at least 1
  std::vector<Value> choices;  // what it may become, beside what it is; empty: it cannot change
};

struct ChangeProblem {
  std::vector<ChangeableSetting> settings;  // variables of the expressions, by VarId
  ExprArena exprs;
  std::vector<ExprId> required;
};

enum class ChangeVerdict : std::uint8_t {
  Least,       // no cheaper change fulfils the requirements: Z3 has shown it
  Impossible,  // none does
  Undecided,   // the solver gave up within its bound
};

struct LeastChange {
  ChangeVerdict verdict = ChangeVerdict::Undecided;
  std::vector<std::pair<VarId, Value>> changed;  // by variable
  std::uint64_t cost = 0;
};

// Of several least changes the one that keeps the earlier settings, then takes the earlier choices. Work is
// bounded by Z3's resource counter.
LeastChange least_change(const ChangeProblem& problem);

}  // namespace holdfast::smt
