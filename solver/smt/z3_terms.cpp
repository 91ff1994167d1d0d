#include "solver/smt/z3_terms.h"

namespace holdfast::smt {
namespace {

z3::expr_vector operands_of(const ExprArena& exprs, std::size_t i, const z3::expr_vector& terms) {
  z3::expr_vector all(terms.ctx());
  for (const ExprId id : exprs.operands(i)) all.push_back(terms[static_cast<int>(id.index)]);
  return all;
}

}  // namespace

z3::expr_vector z3_terms(const ExprArena& exprs, const std::vector<bool>& wanted, z3::context& context,
                         const std::function<z3::expr(VarId)>& variable,
                         const std::function<z3::expr(const Value&)>& constant) {
  z3::expr_vector terms(context);
  const auto operand = [&](std::size_t i, std::size_t n) {
    return terms[static_cast<int>(exprs.operands(i)[n].index)];
  };
  const auto term_of = [&](std::size_t i) -> z3::expr {
    switch (exprs.op(i)) {
      case Op::Constant:
        return constant(exprs.value(i));
      case Op::Variable:
        return variable(exprs.variable_at(i));
      case Op::Equal:
        return operand(i, 0) == operand(i, 1);
      case Op::Less:
        return operand(i, 0) < operand(i, 1);
      case Op::LessEqual:
        return operand(i, 0) <= operand(i, 1);
      case Op::Plus:
        return operand(i, 0) + context.int_val(exprs.addend(i));
      case Op::And:
        return z3::mk_and(operands_of(exprs, i, terms));
      case Op::Or:
        return z3::mk_or(operands_of(exprs, i, terms));
      case Op::Not:
        return !operand(i, 0);
      case Op::Distinct:
        break;
    }
    if (exprs.operands(i).size() < 2) return context.bool_val(true);
    return z3::distinct(operands_of(exprs, i, terms));
  };
  for (std::size_t i = 0; i < exprs.size(); ++i) {
    terms.push_back(wanted[i] ? term_of(i) : context.bool_val(true));
  }
  return terms;
}

}  // namespace holdfast::smt
