#pragma once

// Purpose: expressions over the variables of a query, as a flat arena.
// A node refers to its operands by index, and operands are always built before the node that uses them. So
// every pass over an expression is one loop over the nodes, whatever the depth: nothing here recurses.
// Integer arithmetic is mathematical: it does not wrap.
// Ownership: a value type; an ExprId means something only in the arena that returned it.
// Errors: nothing is checked while building; fault_in(Query) finds wrong sorts and dangling ids.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <vector>

#include "model/ids.h"
#include "solver/smt/value.h"

namespace holdfast::smt {

using VarId = Id<struct VariableTag>;  // in Query::variables
using ExprId = Id<struct ExprTag>;     // in ExprArena

enum class Op : std::uint8_t {
  Constant,
  Variable,
  Equal,      // two operands of one sort; of switches: both on or both off
  Less,       // two integers
  LessEqual,  // two integers
  Plus,       // one integer and a constant
  And,        // of none: true
  Or,         // of none: false
  Not,
  Distinct,  // operands of one sort, no two equal; of none or one: true. Z3's work is quadratic in their
             // number
};

class ExprArena {
 public:
  ExprId constant(Value value);
  ExprId variable(VarId variable);

  ExprId eq(ExprId a, ExprId b);
  ExprId ne(ExprId a, ExprId b);
  ExprId lt(ExprId a, ExprId b);
  ExprId le(ExprId a, ExprId b);
  ExprId plus(ExprId a, std::int64_t addend);

  ExprId all_of(std::span<const ExprId> operands);
  ExprId any_of(std::span<const ExprId> operands);
  ExprId all_of(std::initializer_list<ExprId> operands) { return all_of(as_span(operands)); }
  ExprId any_of(std::initializer_list<ExprId> operands) { return any_of(as_span(operands)); }
  ExprId negate(ExprId a);
  ExprId implies(ExprId premise, ExprId conclusion);

  // The same over variables, the usual case.
  ExprId eq(VarId a, VarId b) { return eq(variable(a), variable(b)); }
  ExprId ne(VarId a, VarId b) { return ne(variable(a), variable(b)); }
  ExprId lt(VarId a, VarId b) { return lt(variable(a), variable(b)); }
  ExprId le(VarId a, VarId b) { return le(variable(a), variable(b)); }
  ExprId is(VarId a, Value value);
  ExprId one_of(VarId a, std::span<const Value> values);
  ExprId one_of(VarId a, std::initializer_list<Value> values) { return one_of(a, as_span(values)); }
  ExprId distinct(std::span<const VarId> variables);
  ExprId distinct(std::initializer_list<VarId> variables) { return distinct(as_span(variables)); }
  ExprId distinct_of(std::span<const ExprId> operands) { return add(Op::Distinct, operands); }
  ExprId all_equal(std::span<const VarId> variables);
  ExprId all_equal(std::initializer_list<VarId> variables) { return all_equal(as_span(variables)); }

  // Reading, for the passes over the arena. `i` is below size(); each accessor needs the operation it names.
  std::size_t size() const { return nodes_.size(); }
  Op op(std::size_t i) const { return nodes_[i].op; }
  std::span<const ExprId> operands(std::size_t i) const;  // empty for Constant and Variable
  const Value& value(std::size_t i) const { return constants_[nodes_[i].first]; }  // of Constant
  VarId variable_at(std::size_t i) const { return VarId(nodes_[i].first); }        // of Variable
  std::int64_t addend(std::size_t i) const { return addends_[nodes_[i].extra]; }   // of Plus

  // For each node whether `root` depends on it; all false when `root` is not in the arena.
  std::vector<bool> reachable(ExprId root) const;

 private:
  struct Node {
    Op op;
    std::uint32_t first = 0;  // in operands_ or constants_, or the variable
    std::uint32_t count = 0;
    std::uint32_t extra = 0;  // in addends_
  };

  template <class T>
  static std::span<const T> as_span(std::initializer_list<T> list) {
    return {list.begin(), list.size()};
  }
  ExprId add(Op op, std::span<const ExprId> operands);
  ExprId add(Node node);

  std::vector<Node> nodes_;
  std::vector<ExprId> operands_;
  std::vector<Value> constants_;
  std::vector<std::int64_t> addends_;
};

}  // namespace holdfast::smt
