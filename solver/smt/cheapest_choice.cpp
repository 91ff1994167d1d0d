#include "solver/smt/cheapest_choice.h"

#include <fmt/format.h>
#include <z3++.h>

namespace holdfast::smt {
namespace {

constexpr std::uint32_t kResourceLimit = 20'000'000;

class Choices {
 public:
  Choices(std::span<const std::uint64_t> costs, std::uint64_t below)
      : taken_(context_), optimizer_(context_) {
    z3::params params(context_);
    params.set("rlimit", kResourceLimit);
    optimizer_.set(params);
    z3::expr sum = context_.int_val(0);
    for (std::size_t i = 0; i < costs.size(); ++i) {
      const z3::expr taken = context_.bool_const(fmt::format("c{}", i).c_str());
      taken_.push_back(taken);
      sum = sum + z3::ite(taken, context_.int_val(costs[i]), context_.int_val(0));
    }
    optimizer_.add(sum < context_.int_val(below));
    optimizer_.add(z3::mk_or(taken_));
    optimizer_.minimize(sum);
  }

  z3::check_result next(Choice& choice) {
    const z3::check_result answer = optimizer_.check();
    if (answer != z3::sat) return answer;
    const z3::model model = optimizer_.get_model();
    choice.clear();
    for (unsigned i = 0; i < taken_.size(); ++i) {
      if (model.eval(taken_[static_cast<int>(i)], true).is_true()) choice.push_back(i);
    }
    return answer;
  }

  void refuse(const Choice& choice) {
    z3::expr_vector otherwise(context_);
    auto member = choice.begin();
    for (unsigned i = 0; i < taken_.size(); ++i) {
      const z3::expr taken = taken_[static_cast<int>(i)];
      const bool in = member != choice.end() && *member == i;
      if (in) ++member;
      otherwise.push_back(in ? !taken : taken);
    }
    optimizer_.add(z3::mk_or(otherwise));
  }

 private:
  z3::context context_;
  z3::expr_vector taken_;
  z3::optimize optimizer_;
};

}  // namespace

CheapestChoice cheapest_choice(std::span<const std::uint64_t> costs, std::uint64_t below,
                               const std::function<std::optional<bool>(const Choice&)>& does) {
  CheapestChoice result;
  if (costs.empty()) {
    result.verdict = ChoiceVerdict::NoneBelow;
    return result;
  }
  try {
    Choices choices(costs, below);
    Choice choice;
    for (;;) {
      const z3::check_result answer = choices.next(choice);
      if (answer == z3::unsat) result.verdict = ChoiceVerdict::NoneBelow;
      if (answer != z3::sat) return result;
      const std::optional<bool> verdict = does(choice);
      if (!verdict) return result;
      ++result.trials;
      if (*verdict) {
        result.verdict = ChoiceVerdict::Found;
        result.choice = choice;
        return result;
      }
      choices.refuse(choice);
    }
  } catch (const z3::exception&) {
    return result;
  }
}

}  // namespace holdfast::smt
