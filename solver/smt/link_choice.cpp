#include "solver/smt/link_choice.h"

#include <algorithm>
#include <fmt/format.h>
#include <z3++.h>

namespace holdfast::smt {
namespace {

class Choice {
 public:
  explicit Choice(const LinkChoiceProblem& problem) : problem_(problem) {
    for (std::size_t i = 0; i < problem.prices.size(); ++i) {
      taken_.push_back(context_.bool_const(fmt::format("x{}", i).c_str()));
    }
  }

  LinkChoice decide() {
    LinkChoice result;
    find_conflict(result);
    if (result.conflict.empty() && !result.budget_conflicts) optimise(result);
    return result;
  }

 private:
  z3::expr number(std::uint64_t value) { return context_.int_val(value); }

  z3::expr sum(const auto& weight) {
    z3::expr total = context_.int_val(0);
    for (std::size_t i = 0; i < taken_.size(); ++i) {
      total = total + z3::ite(taken_[i], number(weight(i)), number(0));
    }
    return total;
  }

  z3::expr price() {
    return sum([&](std::size_t i) { return problem_.prices[i]; });
  }

  z3::expr met(const std::vector<std::size_t>& list) {
    z3::expr_vector any(context_);
    for (const std::size_t i : list) any.push_back(taken_[i]);
    return z3::mk_or(any);
  }

  bool possible(const std::vector<std::size_t>& lists, bool with_budget) {
    z3::solver solver(context_);
    for (const std::size_t list : lists) solver.add(met(problem_.any_of[list]));
    if (with_budget && problem_.budget) solver.add(price() <= number(*problem_.budget));
    return solver.check() == z3::sat;
  }

  // The core of Z3, made minimal by leaving out one after the other.
  void find_conflict(LinkChoice& result) {
    z3::solver solver(context_);
    z3::expr_vector assumed(context_);
    for (std::size_t list = 0; list < problem_.any_of.size(); ++list) {
      assumed.push_back(context_.bool_const(fmt::format("l{}", list).c_str()));
      solver.add(z3::implies(assumed.back(), met(problem_.any_of[list])));
    }
    if (problem_.budget) solver.add(price() <= number(*problem_.budget));
    if (solver.check(assumed) == z3::sat) return;
    std::vector<std::size_t> core;
    const z3::expr_vector found = solver.unsat_core();
    for (std::size_t list = 0; list < problem_.any_of.size(); ++list) {
      for (const z3::expr& part : found) {
        if (z3::eq(part, assumed[static_cast<int>(list)])) core.push_back(list);
      }
    }
    result.budget_conflicts = problem_.budget && possible(core, false);
    for (std::size_t i = core.size(); i-- > 0;) {
      std::vector<std::size_t> fewer = core;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      if (!possible(fewer, result.budget_conflicts)) core = std::move(fewer);
    }
    result.conflict = std::move(core);
  }

  void optimise(LinkChoice& result) {
    z3::optimize optimizer(context_);
    for (const auto& list : problem_.any_of) optimizer.add(met(list));
    optimizer.minimize(price());
    if (!problem_.changes.empty())
      optimizer.minimize(sum([&](std::size_t i) { return problem_.changes[i]; }));
    optimizer.minimize(sum([](std::size_t) { return std::uint64_t{1}; }));
    optimizer.minimize(sum([](std::size_t i) { return static_cast<std::uint64_t>(i); }));
    if (optimizer.check() != z3::sat) return;
    const z3::model model = optimizer.get_model();
    result.feasible = true;
    for (std::size_t i = 0; i < taken_.size(); ++i) {
      if (!model.eval(taken_[i], true).is_true()) continue;
      result.chosen.push_back(i);
      result.price += problem_.prices[i];
    }
  }

  const LinkChoiceProblem& problem_;
  z3::context context_;
  std::vector<z3::expr> taken_;
};

}  // namespace

LinkChoice choose_links(const LinkChoiceProblem& problem) {
  return Choice(problem).decide();
}

}  // namespace holdfast::smt
