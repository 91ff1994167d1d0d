#include "solver/smt/expr.h"

#include <array>
#include <utility>

namespace holdfast::smt {

ExprId ExprArena::add(Node node) {
  nodes_.push_back(node);
  return ExprId(nodes_.size() - 1);
}

ExprId ExprArena::add(Op op, std::span<const ExprId> operands) {
  const auto first = static_cast<std::uint32_t>(operands_.size());
  operands_.insert(operands_.end(), operands.begin(), operands.end());
  return add(Node{op, first, static_cast<std::uint32_t>(operands.size()), 0});
}

ExprId ExprArena::constant(Value value) {
  constants_.push_back(std::move(value));
  return add(Node{Op::Constant, static_cast<std::uint32_t>(constants_.size() - 1), 0, 0});
}

ExprId ExprArena::variable(VarId variable) {
  return add(Node{Op::Variable, variable.index, 0, 0});
}

ExprId ExprArena::eq(ExprId a, ExprId b) {
  return add(Op::Equal, std::array{a, b});
}
ExprId ExprArena::ne(ExprId a, ExprId b) {
  return negate(eq(a, b));
}
ExprId ExprArena::lt(ExprId a, ExprId b) {
  return add(Op::Less, std::array{a, b});
}
ExprId ExprArena::le(ExprId a, ExprId b) {
  return add(Op::LessEqual, std::array{a, b});
}

ExprId ExprArena::plus(ExprId a, std::int64_t addend) {
  addends_.push_back(addend);
  const ExprId sum = add(Op::Plus, std::array{a});
  nodes_[sum.index].extra = static_cast<std::uint32_t>(addends_.size() - 1);
  return sum;
}

ExprId ExprArena::all_of(std::span<const ExprId> operands) {
  return add(Op::And, operands);
}
ExprId ExprArena::any_of(std::span<const ExprId> operands) {
  return add(Op::Or, operands);
}
ExprId ExprArena::negate(ExprId a) {
  return add(Op::Not, std::array{a});
}

ExprId ExprArena::implies(ExprId premise, ExprId conclusion) {
  return add(Op::Or, std::array{negate(premise), conclusion});
}

ExprId ExprArena::is(VarId a, Value value) {
  const ExprId left = variable(a);
  return eq(left, constant(std::move(value)));
}

ExprId ExprArena::one_of(VarId a, std::span<const Value> values) {
  const ExprId subject = variable(a);
  std::vector<ExprId> cases;
  cases.reserve(values.size());
  for (const Value& value : values) cases.push_back(eq(subject, constant(value)));
  return any_of(cases);
}

ExprId ExprArena::distinct(std::span<const VarId> variables) {
  std::vector<ExprId> operands;
  operands.reserve(variables.size());
  for (const VarId id : variables) operands.push_back(variable(id));
  return add(Op::Distinct, operands);
}

ExprId ExprArena::all_equal(std::span<const VarId> variables) {
  std::vector<ExprId> pairs;
  if (!variables.empty()) {
    const ExprId first = variable(variables.front());
    for (const VarId id : variables.subspan(1)) pairs.push_back(eq(first, variable(id)));
  }
  return all_of(pairs);
}

std::span<const ExprId> ExprArena::operands(std::size_t i) const {
  const Node& node = nodes_[i];
  if (node.count == 0) return {};
  return std::span(operands_).subspan(node.first, node.count);
}

std::vector<bool> ExprArena::reachable(ExprId root) const {
  std::vector<bool> reached(nodes_.size(), false);
  if (root.index >= nodes_.size()) return reached;
  reached[root.index] = true;
  // Operands precede their users, so one pass backwards meets every user before its operands.
  for (std::size_t i = root.index + 1; i-- > 0;) {
    if (!reached[i]) continue;
    for (const ExprId operand : operands(i)) {
      if (operand.index < i) reached[operand.index] = true;
    }
  }
  return reached;
}

}  // namespace holdfast::smt
