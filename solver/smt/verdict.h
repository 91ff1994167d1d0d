#pragma once

// Purpose: the answer to a query.
//   holds     whatever the free variables are, the invariant is true;
//   violated  whatever they are, it is false; `core` is the explanation;
//   unknown   it depends on free variables; `deciding` says which, `witness` shows values that would be
//   right.
// All lists are in the order of Query::variables and depend on the query alone, not on what was asked before.
// Source: semantics.md §1 (three verdicts) and §6 (unsat core, model).

#include <cstdint>
#include <string>
#include <vector>

#include "solver/smt/expr.h"
#include "solver/smt/value.h"

namespace holdfast::smt {

enum class VerdictKind : std::uint8_t { Holds, Violated, Unknown };

struct Suggestion {
  VarId variable;
  Value value;
  // A text made up here: it stands for any that the query does not mention (different ones for different
  // ones).
  bool any_other = false;

  friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

struct Verdict {
  VerdictKind kind = VerdictKind::Unknown;

  // Of a violated invariant: variables whose known values conflict with it. Letting go of any one of them
  // (its value then ranges over its domain) makes it satisfiable. Of several such sets, one that rests on
  // configured lines rather than defaults, then on earlier variables. Empty when no values can satisfy the
  // invariant.
  std::vector<VarId> core;

  // Of an unknown: values for all of `deciding` under which the invariant is true, whatever the other free
  // variables are.
  std::vector<Suggestion> witness;

  // Of an unknown: the free variables that matter: for some values of the others, changing this one alone
  // changes the truth of the invariant. All mentioned ones when `reason` is set.
  std::vector<VarId> deciding;

  std::string
      reason;  // set when the solver gave up within its bound (an unknown, or a core left too large): why
  std::string fault;  // set on a bug in this program: a malformed query, or two judges that disagree

  friend bool operator==(const Verdict&, const Verdict&) = default;
};

}  // namespace holdfast::smt
