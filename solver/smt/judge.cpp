#include "solver/smt/judge.h"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>
#include <utility>
#include <vector>

#include "solver/smt/evaluate.h"

namespace holdfast::smt {
namespace {

std::optional<VerdictKind> certain(Truth truth) {
  switch (truth) {
    case Truth::True:
      return VerdictKind::Holds;
    case Truth::False:
      return VerdictKind::Violated;
    case Truth::Undecided:
      break;
  }
  return {};
}

std::string_view name(VerdictKind kind) {
  switch (kind) {
    case VerdictKind::Holds:
      return "holds";
    case VerdictKind::Violated:
      return "violated";
    case VerdictKind::Unknown:
      break;
  }
  return "unknown";
}

// The fact now ranges over its domain, as in Z3; the value that it had stays possible.
void let_go(Variable& variable) {
  if (variable.domain) {
    variable.domain->lo = std::min(variable.domain->lo, variable.known->integer());
    variable.domain->hi = std::max(variable.domain->hi, variable.known->integer());
  }
  variable.known.reset();
}

bool conflict(Query query, const std::vector<bool>& kept) {
  for (std::size_t i = 0; i < query.variables.size(); ++i)
    if (query.variables[i].known && !kept[i]) let_go(query.variables[i]);
  return evaluate(query) == Truth::False;
}

// A set of facts that conflict for certain, from which the evaluator can spare none. Z3 finds smaller ones
// where free variables are tied. Of a query that the evaluator finds violated.
std::vector<VarId> concrete_core(const Query& query) {
  std::vector<VarId> facts;
  for (const VarId id : mentioned(query))
    if (query[id].known) facts.push_back(id);
  std::vector<bool> core(query.variables.size(), false);
  while (!conflict(query, core)) {
    // The last fact of the shortest prefix that conflicts together with the core belongs to it.
    std::size_t too_few = 0;
    std::size_t enough = facts.size();
    while (too_few + 1 < enough) {
      const std::size_t middle = too_few + (enough - too_few) / 2;
      std::vector<bool> kept = core;
      for (std::size_t i = 0; i < middle; ++i) kept[facts[i].index] = true;
      (conflict(query, kept) ? enough : too_few) = middle;
    }
    core[facts[enough - 1].index] = true;
    facts.resize(enough - 1);
  }
  std::vector<VarId> ids;
  for (std::size_t i = 0; i < core.size(); ++i)
    if (core[i]) ids.emplace_back(i);
  return ids;
}

// What the evaluator is certain of stands also where Z3 gave up; where Z3 says otherwise, one of them is
// wrong.
void reconcile(const Query& query, VerdictKind certain, Verdict& z3) {
  if (z3.kind == certain) return;
  const bool gave_up = z3.kind == VerdictKind::Unknown && !z3.reason.empty();
  if (!gave_up) {
    z3.fault = fmt::format("the evaluator says {}, Z3 says {}", name(certain), name(z3.kind));
    return;
  }
  z3.kind = certain;
  z3.deciding.clear();
  if (certain == VerdictKind::Violated) z3.core = concrete_core(query);
}

// The evaluator's view of Z3's explanations: a witness must not make the invariant false, a core must not
// leave it true.
void check_explanation(Query query, Verdict& verdict) {
  if (verdict.kind == VerdictKind::Violated) {
    for (std::size_t i = 0; i < query.variables.size(); ++i)
      if (!std::ranges::count(verdict.core, VarId(i))) query.variables[i].known.reset();
    if (evaluate(query) == Truth::True) verdict.fault = "the invariant holds although its core is violated";
  }
  if (verdict.kind == VerdictKind::Unknown) {
    for (const Suggestion& suggestion : verdict.witness)
      query.variables[suggestion.variable.index].known = suggestion.value;
    if (evaluate(query) == Truth::False) verdict.fault = "the witness makes the invariant false";
  }
}

}  // namespace

Verdict Judge::judge(const Query& query) {
  Verdict verdict = decide(query);
  if (options_.keep != nullptr) options_.keep->push_back({query, verdict.kind, verdict.core});
  return verdict;
}

Verdict Judge::decide(const Query& query) {
  ++statistics_.queries;
  Verdict verdict;
  if (std::optional<std::string> fault = fault_in(query)) {
    ++statistics_.faults;
    verdict.fault = std::move(*fault);
    return verdict;
  }
  const std::optional<VerdictKind> concrete = certain(evaluate(query));
  if (concrete == VerdictKind::Holds) {
    ++statistics_.decided_concretely;
    if (!options_.cross_check) {
      verdict.kind = VerdictKind::Holds;
      return verdict;
    }
  }
  verdict = ask_z3(query);
  if (concrete) reconcile(query, *concrete, verdict);
  if (options_.cross_check && verdict.fault.empty()) check_explanation(query, verdict);
  if (!verdict.fault.empty()) ++statistics_.faults;
  return verdict;
}

Verdict Judge::ask_z3(const Query& query) {
  if (!z3_) z3_.emplace(options_.resource_limit);
  const std::uint64_t before = z3_->checks();
  Verdict verdict = z3_->decide(query);
  ++statistics_.z3_queries;
  statistics_.z3_checks += z3_->checks() - before;
  return verdict;
}

}  // namespace holdfast::smt
