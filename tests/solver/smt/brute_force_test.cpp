// Random small queries, each decided four ways: by trying all values of the free variables with a plain
// recursive evaluator that shares no code with the judge, by the concrete evaluator, by Z3, and by the judge.

#include <algorithm>
#include <functional>
#include <gtest/gtest.h>
#include <map>
#include <optional>
#include <rapidcheck.h>
#include <vector>

#include "solver/smt/evaluate.h"
#include "solver/smt/judge.h"

namespace holdfast::smt {
namespace {

using Assignment = std::vector<Value>;  // by variable

const char* const kTexts[] = {"a", "b", "c", "d"};

// Both are recursive: they are for the dozen nodes of a random expression.
Value value_of(const Query& query, std::size_t i, const Assignment& values) {
  const ExprArena& exprs = query.exprs;
  std::vector<Value> operands;
  for (const ExprId id : exprs.operands(i)) operands.push_back(value_of(query, id.index, values));
  const auto is_true = [](const Value& value) { return value.boolean(); };
  switch (exprs.op(i)) {
    case Op::Constant:
      return exprs.value(i);
    case Op::Variable:
      return values[exprs.variable_at(i).index];
    case Op::Equal:
      return operands[0] == operands[1];
    case Op::Less:
      return operands[0].integer() < operands[1].integer();
    case Op::LessEqual:
      return operands[0].integer() <= operands[1].integer();
    case Op::Plus:
      return operands[0].integer() + exprs.addend(i);
    case Op::And:
      return std::ranges::all_of(operands, is_true);
    case Op::Or:
      return std::ranges::any_of(operands, is_true);
    case Op::Not:
      return !operands[0].boolean();
    case Op::Distinct:
      break;
  }
  std::ranges::sort(operands);
  return std::ranges::adjacent_find(operands) == operands.end();
}

bool true_under(const Query& query, const Assignment& values) {
  return value_of(query, query.invariant.index, values).boolean();
}

// Integers range over 0..3. Texts over four that occur in queries and enough that do not: with up to four
// variables, two strangers are told apart by nothing but being different, so four strangers suffice.
std::vector<Value> choices(const Variable& variable) {
  switch (variable.sort) {
    case Sort::Boolean:
      return {false, true};
    case Sort::Text:
      return {"a", "b", "c", "d", "w", "x", "y", "z"};
    case Sort::Integer:
      break;
  }
  return {0, 1, 2, 3};
}

// Calls `visit` with every assignment in which the variables that `fixed` names keep their known value.
void for_all(const Query& query, const std::vector<bool>& fixed,
             const std::function<void(const Assignment&)>& visit) {
  Assignment values(query.variables.size(), Value(0));
  const std::function<void(std::size_t)> assign = [&](std::size_t i) {
    if (i == values.size()) {
      visit(values);
      return;
    }
    if (fixed[i]) {
      values[i] = *query.variables[i].known;
      assign(i + 1);
      return;
    }
    for (const Value& value : choices(query.variables[i])) {
      values[i] = value;
      assign(i + 1);
    }
  };
  assign(0);
}

std::vector<bool> fixed_by_facts(const Query& query) {
  std::vector<bool> fixed;
  for (const Variable& variable : query.variables) fixed.push_back(variable.known.has_value());
  return fixed;
}

std::vector<bool> fixed_by(const Query& query, const std::vector<VarId>& facts) {
  std::vector<bool> fixed(query.variables.size(), false);
  for (const VarId id : facts) fixed[id.index] = true;
  return fixed;
}

bool satisfiable(const Query& query, const std::vector<bool>& fixed) {
  bool found = false;
  for_all(query, fixed, [&](const Assignment& values) { found = found || true_under(query, values); });
  return found;
}

VerdictKind kind_by_trying(const Query& query) {
  bool some_true = false;
  bool some_false = false;
  for_all(query, fixed_by_facts(query),
          [&](const Assignment& values) { (true_under(query, values) ? some_true : some_false) = true; });
  if (!some_true) return VerdictKind::Violated;
  return some_false ? VerdictKind::Unknown : VerdictKind::Holds;
}

std::vector<VarId> deciding_by_trying(const Query& query) {
  std::vector<bool> matters(query.variables.size(), false);
  const std::vector<bool> fixed = fixed_by_facts(query);
  for_all(query, fixed, [&](const Assignment& values) {
    const bool before = true_under(query, values);
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (fixed[i] || matters[i]) continue;
      Assignment changed = values;
      for (const Value& value : choices(query.variables[i])) {
        changed[i] = value;
        if (true_under(query, changed) != before) matters[i] = true;
      }
    }
  });
  std::vector<VarId> ids;
  for (std::size_t i = 0; i < matters.size(); ++i)
    if (matters[i]) ids.emplace_back(i);
  return ids;
}

// Builds a random query node by node, each on operands built before.
class RandomQuery {
 public:
  Query make() {
    const int variables = *rc::gen::inRange(1, 5);
    for (int i = 0; i < variables; ++i) add_variable();
    const int nodes = *rc::gen::inRange(1, 13);
    for (int i = 0; i < nodes; ++i) add_node();
    // The last ones use most of the others.
    const ExprId any = pick(Sort::Boolean);
    query_.invariant = *rc::gen::arbitrary<bool>() ? any : built_[Sort::Boolean].back();
    return std::move(query_);
  }

 private:
  Value constant(Sort sort) {
    switch (sort) {
      case Sort::Boolean:
        return *rc::gen::arbitrary<bool>();
      case Sort::Text:
        return kTexts[*rc::gen::inRange(0, 4)];
      case Sort::Integer:
        break;
    }
    return *rc::gen::inRange(0, 4);
  }

  Sort any_sort() { return *rc::gen::element(Sort::Integer, Sort::Text, Sort::Boolean); }

  void add_variable() {
    Variable variable;
    variable.sort = any_sort();
    if (variable.sort == Sort::Integer) variable.domain = Domain{0, 3};
    if (*rc::gen::arbitrary<bool>()) variable.known = constant(variable.sort);
    variable.by_default = variable.known && *rc::gen::arbitrary<bool>();
    const Sort sort = variable.sort;
    const VarId id = query_.add(std::move(variable));
    built_[sort].push_back(query_.exprs.variable(id));
  }

  ExprId pick(Sort sort) {
    if (built_[sort].empty()) built_[sort].push_back(query_.exprs.constant(constant(sort)));
    return *rc::gen::elementOf(built_[sort]);
  }

  std::vector<ExprId> pick_some(Sort sort) {
    std::vector<ExprId> some;
    const int count = *rc::gen::inRange(0, 4);
    for (int i = 0; i < count; ++i) some.push_back(pick(sort));
    return some;
  }

  VarId any_variable() { return VarId(*rc::gen::inRange<std::size_t>(0, query_.variables.size())); }

  void add_node() {
    ExprArena& exprs = query_.exprs;
    const Sort sort = any_sort();
    switch (*rc::gen::inRange(0, 11)) {
      case 0:
        built_[sort].push_back(exprs.constant(constant(sort)));
        return;
      case 1:
        add(exprs.eq(pick(sort), pick(sort)));
        return;
      case 2:
        add(exprs.ne(pick(sort), pick(sort)));
        return;
      case 3:
        add(exprs.lt(pick(Sort::Integer), pick(Sort::Integer)));
        return;
      case 4:
        add(exprs.le(pick(Sort::Integer), pick(Sort::Integer)));
        return;
      case 5:
        built_[Sort::Integer].push_back(exprs.plus(pick(Sort::Integer), *rc::gen::inRange(-3, 4)));
        return;
      case 6:
        add(exprs.all_of(pick_some(Sort::Boolean)));
        return;
      case 7:
        add(exprs.any_of(pick_some(Sort::Boolean)));
        return;
      case 8:
        add(exprs.implies(pick(Sort::Boolean), exprs.negate(pick(Sort::Boolean))));
        return;
      case 9: {
        const VarId id = any_variable();
        const Sort of = query_[id].sort;
        add(exprs.one_of(id, {constant(of), constant(of)}));
        return;
      }
      default:
        add_distinct();
        return;
    }
  }

  // Of variables of one sort, which may repeat.
  void add_distinct() {
    const VarId first = any_variable();
    std::vector<VarId> ids{first};
    const int more = *rc::gen::inRange(0, 4);
    for (int i = 0; i < more; ++i) {
      const VarId id = any_variable();
      if (query_[id].sort == query_[first].sort) ids.push_back(id);
    }
    add(query_.exprs.distinct(ids));
  }

  void add(ExprId truth) { built_[Sort::Boolean].push_back(truth); }

  Query query_;
  std::map<Sort, std::vector<ExprId>> built_;
};

void check_core(const Query& query, const Verdict& verdict) {
  RC_ASSERT(!satisfiable(query, fixed_by(query, verdict.core)));
  for (const VarId left_out : verdict.core) {
    std::vector<VarId> rest = verdict.core;
    std::erase(rest, left_out);
    RC_ASSERT(satisfiable(query, fixed_by(query, rest)));
  }
}

// The strangers of the judge ("other", …) are replaced by those of choices().
void check_witness(const Query& query, const Verdict& verdict) {
  Query suggested = query;
  std::map<std::string, std::string> strangers;
  for (const Suggestion& suggestion : verdict.witness) {
    Value value = suggestion.value;
    if (suggestion.any_other) {
      const char* const names[] = {"w", "x", "y", "z"};
      value = strangers.emplace(value.text(), names[strangers.size() % 4]).first->second;
    }
    suggested.variables[suggestion.variable.index].known = value;
  }
  RC_ASSERT(kind_by_trying(suggested) == VerdictKind::Holds);
}

void check_all_agree(const Query& query, VerdictKind truth, Z3Backend& z3, Judge& judge) {
  const Truth concrete = evaluate(query);
  if (concrete == Truth::True) RC_ASSERT(truth == VerdictKind::Holds);
  if (concrete == Truth::False) RC_ASSERT(truth == VerdictKind::Violated);

  const Verdict verdict = z3.decide(query);
  RC_ASSERT(verdict.reason.empty());
  RC_ASSERT(verdict.kind == truth);
  if (truth == VerdictKind::Violated) check_core(query, verdict);
  if (truth == VerdictKind::Unknown) {
    RC_ASSERT(verdict.deciding == deciding_by_trying(query));
    check_witness(query, verdict);
  }
  RC_ASSERT(judge.judge(query) == verdict);
}

TEST(BruteForce, AgreesWithEvaluatorZ3AndJudge) {
  constexpr int kQueriesPerRun = 20;
  Z3Backend z3;
  Judge judge({.cross_check = true});
  std::map<VerdictKind, int> seen;
  const bool passed = rc::check("all four agree", [&] {
    for (int i = 0; i < kQueriesPerRun; ++i) {
      const Query query = RandomQuery().make();
      RC_ASSERT(fault_in(query) == std::nullopt);
      const VerdictKind truth = kind_by_trying(query);
      ++seen[truth];
      check_all_agree(query, truth, z3, judge);
    }
  });
  EXPECT_TRUE(passed);
  EXPECT_EQ(judge.statistics().faults, 0U);
  for (const VerdictKind kind : {VerdictKind::Holds, VerdictKind::Violated, VerdictKind::Unknown})
    EXPECT_GT(seen[kind], 20) << "the random queries hardly exercise verdict " << static_cast<int>(kind);
}

}  // namespace
}  // namespace holdfast::smt
