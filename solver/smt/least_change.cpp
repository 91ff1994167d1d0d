#include "solver/smt/least_change.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <z3++.h>

#include "solver/smt/z3_terms.h"

namespace holdfast::smt {
namespace {

constexpr std::uint32_t kResourceLimit = 20'000'000;

class Encoding {
 public:
  explicit Encoding(const ChangeProblem& problem) : problem_(problem), terms_(context_), hard_(context_) {
    for (std::size_t i = 0; i < problem.settings.size(); ++i) {
      const std::string name = fmt::format("v{}", i);
      terms_.push_back(problem.settings[i].now.sort() == Sort::Boolean ? context_.bool_const(name.c_str())
                                                                       : context_.int_const(name.c_str()));
      hard_.push_back(one_of_its_values(i));
    }
    const std::vector<bool> all(problem.exprs.size(), true);
    const z3::expr_vector nodes = z3_terms(
        problem.exprs, all, context_, [&](VarId id) { return term(id.index); },
        [&](const Value& value) { return constant(value); });
    for (const ExprId id : problem.required) hard_.push_back(nodes[static_cast<int>(id.index)]);
  }

  z3::context& context() { return context_; }
  const z3::expr_vector& hard() const { return hard_; }
  z3::expr term(std::size_t setting) const { return terms_[static_cast<int>(setting)]; }
  z3::expr is(std::size_t setting, const Value& value) { return term(setting) == constant(value); }
  z3::expr kept(std::size_t setting) { return is(setting, problem_.settings[setting].now); }

  z3::expr cost() {
    z3::expr sum = context_.int_val(0);
    for (std::size_t i = 0; i < problem_.settings.size(); ++i) {
      const ChangeableSetting& setting = problem_.settings[i];
      if (!setting.choices.empty())
        sum = sum + z3::ite(kept(i), context_.int_val(0), context_.int_val(setting.weight));
    }
    return sum;
  }

 private:
  z3::expr one_of_its_values(std::size_t setting) {
    z3::expr_vector values(context_);
    values.push_back(kept(setting));
    for (const Value& value : problem_.settings[setting].choices) values.push_back(is(setting, value));
    return z3::mk_or(values);
  }

  // Texts are only compared for equality: each is a number of its own.
  z3::expr constant(const Value& value) {
    switch (value.sort()) {
      case Sort::Integer:
        return context_.int_val(value.integer());
      case Sort::Boolean:
        return context_.bool_val(value.boolean());
      case Sort::Text:
        break;
    }
    const auto number = static_cast<std::int64_t>(texts_.size());
    return context_.int_val(texts_.emplace(value.text(), number).first->second);
  }

  const ChangeProblem& problem_;
  z3::context context_;
  z3::expr_vector terms_;
  z3::expr_vector hard_;
  std::map<std::string, std::int64_t> texts_;
};

// What the optimiser finds to be the least cost.
std::optional<std::uint64_t> optimum(const ChangeProblem& problem, Encoding& encoding, LeastChange& result) {
  z3::optimize optimizer(encoding.context());
  z3::params params(encoding.context());
  params.set("rlimit", kResourceLimit);
  optimizer.set(params);
  for (const z3::expr& each : encoding.hard()) optimizer.add(each);
  for (std::size_t i = 0; i < problem.settings.size(); ++i) {
    if (!problem.settings[i].choices.empty())
      optimizer.add_soft(encoding.kept(i), problem.settings[i].weight);
  }
  const z3::check_result answer = optimizer.check();
  if (answer == z3::unsat) result.verdict = ChangeVerdict::Impossible;
  if (answer != z3::sat) return std::nullopt;
  return optimizer.get_model().eval(encoding.cost(), true).get_numeral_uint64();
}

// Says again, without the optimiser, that nothing cheaper will do, and settles which of the least changes it
// is.
class Settled {
 public:
  Settled(const ChangeProblem& problem, Encoding& encoding)
      : problem_(problem), encoding_(encoding), solver_(encoding.context()) {
    z3::params params(encoding.context());
    params.set("rlimit", kResourceLimit);
    solver_.set(params);
    for (const z3::expr& each : encoding.hard()) solver_.add(each);
  }

  bool nothing_below(std::uint64_t cost) {
    return cost == 0 || accepts(encoding_.cost() < bound(cost)) == z3::unsat;
  }

  bool choose(std::uint64_t cost, std::vector<std::pair<VarId, Value>>& changed) {
    solver_.add(encoding_.cost() <= bound(cost));
    for (std::size_t i = 0; i < problem_.settings.size(); ++i) {
      const ChangeableSetting& setting = problem_.settings[i];
      if (setting.choices.empty() || take(i, setting.now)) continue;
      const auto fits =
          std::ranges::find_if(setting.choices, [&](const Value& value) { return take(i, value); });
      if (fits == setting.choices.end()) return false;
      changed.emplace_back(VarId(i), *fits);
    }
    return true;
  }

 private:
  z3::expr bound(std::uint64_t cost) { return encoding_.context().int_val(cost); }

  z3::check_result accepts(const z3::expr& extra) {
    solver_.push();
    solver_.add(extra);
    const z3::check_result result = solver_.check();
    solver_.pop();
    return result;
  }

  bool take(std::size_t setting, const Value& value) {
    const z3::expr choice = encoding_.is(setting, value);
    if (accepts(choice) != z3::sat) return false;
    solver_.add(choice);
    return true;
  }

  const ChangeProblem& problem_;
  Encoding& encoding_;
  z3::solver solver_;
};

}  // namespace

LeastChange least_change(const ChangeProblem& problem) {
  LeastChange result;
  try {
    Encoding encoding(problem);
    const std::optional<std::uint64_t> cost = optimum(problem, encoding, result);
    if (!cost) return result;
    Settled settled(problem, encoding);
    if (!settled.nothing_below(*cost) || !settled.choose(*cost, result.changed)) return {};
    result.cost = *cost;
    result.verdict = ChangeVerdict::Least;
    return result;
  } catch (const z3::exception&) {
    return {};
  }
}

}  // namespace holdfast::smt
