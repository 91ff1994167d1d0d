#pragma once

// Purpose: one question to the judge: named variables, what the configurations say about them, one invariant.
// A variable with a known value is a fact, tied to the lines that say it (or to a documented default). One
// without is free: it stands on something unseen, and `unseen_because` says what would decide it.
// Domains bound the values a variable may take where no fact fixes it. An integer without a domain ranges
// over all 64-bit integers, a text over all texts. Source: semantics.md §1 (facts, provenance, unseen), §6
// (invariants).

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/fact.h"
#include "model/span.h"
#include "solver/smt/expr.h"
#include "solver/smt/value.h"

namespace holdfast::smt {

// Both ends belong to it. A known value outside its variable's domain is still that value.
struct Domain {
  std::int64_t lo = std::numeric_limits<std::int64_t>::min();
  std::int64_t hi = std::numeric_limits<std::int64_t>::max();

  friend bool operator==(const Domain&, const Domain&) = default;
};

struct Variable {
  std::string name;  // in the engineer's words: "control word of the primary PW"
  Sort sort = Sort::Integer;
  std::optional<Value> known;    // nothing: free
  std::optional<Domain> domain;  // of integers only
  std::vector<Span> lines;       // what says the known value; of a default, where a line would stand
  bool by_default = false;       // the known value is a documented default, no line says it
  std::string unseen_because;    // of a free variable: what would decide it
};

struct Query {
  std::vector<Variable> variables;
  ExprArena exprs;
  ExprId invariant;

  VarId add(Variable variable);
  VarId known(std::string name, Value value, std::vector<Span> lines);
  VarId by_default(std::string name, Value value, std::vector<Span> where = {});
  VarId unseen(std::string name, Sort sort, std::string because, std::optional<Domain> domain = {});

  // A fact of the model, with its place if it has one.
  template <class T>
  VarId fact(std::string name, const Fact<T>& fact) {
    std::vector<Span> where;
    if (fact.where.known()) where.push_back(fact.where);
    if (fact.origin == Origin::Default)
      return by_default(std::move(name), Value(fact.value), std::move(where));
    return known(std::move(name), Value(fact.value), std::move(where));
  }

  const Variable& operator[](VarId id) const { return variables[id.index]; }
};

// What is wrong with the query itself (sorts that do not fit, ids out of range, an empty domain); nothing
// when it is well formed. Such a query is a bug in a rule: the judge refuses it with this text.
std::optional<std::string> fault_in(const Query& query);

// The variables that the invariant mentions, in the order of Query::variables.
std::vector<VarId> mentioned(const Query& query);

}  // namespace holdfast::smt
