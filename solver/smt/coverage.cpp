#include "solver/smt/coverage.h"

#include <algorithm>
#include <map>
#include <string>
#include <z3++.h>

namespace holdfast::smt {
namespace {

constexpr unsigned kResourceLimit = 400'000'000;

}  // namespace

Coverage covers_all(std::span<const CoverRow> rows, std::uint32_t k) {
  z3::context context;
  z3::solver solver(context, "QF_FD");
  z3::params limits(context);
  limits.set("rlimit", kResourceLimit);
  solver.set(limits);
  // An element that no row speaks of is covered or not like its absence.
  std::map<std::uint32_t, z3::expr> fails;
  const auto variable = [&](std::uint32_t element) -> const z3::expr& {
    const auto at = fails.find(element);
    if (at != fails.end()) return at->second;
    return fails.emplace(element, context.bool_const(("e" + std::to_string(element)).c_str())).first->second;
  };
  for (const CoverRow& row : rows) {
    z3::expr_vector missed(context);
    for (const std::uint32_t element : row.failed) missed.push_back(!variable(element));
    for (const std::uint32_t element : row.support) missed.push_back(variable(element));
    solver.add(z3::mk_or(missed));
  }
  z3::expr_vector all(context);
  for (const auto& [element, expr] : fails) all.push_back(expr);
  if (!fails.empty()) solver.add(z3::atmost(all, k));

  Coverage result;
  switch (solver.check()) {
    case z3::unsat:
      result.verdict = CoverVerdict::Covered;
      break;
    case z3::unknown:
      break;
    case z3::sat: {
      result.verdict = CoverVerdict::Uncovered;
      const z3::model model = solver.get_model();
      for (const auto& [element, expr] : fails) {
        if (model.eval(expr, true).is_true()) result.uncovered.push_back(element);
      }
      break;
    }
  }
  return result;
}

}  // namespace holdfast::smt
