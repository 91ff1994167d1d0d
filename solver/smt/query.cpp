#include "solver/smt/query.h"

#include <fmt/format.h>
#include <utility>

namespace holdfast::smt {
namespace {

using Fault = std::optional<std::string>;

Fault fault_in(const Variable& variable) {
  if (variable.known && variable.known->sort() != variable.sort) {
    return fmt::format("variable '{}' is of sort {} but known as {}", variable.name, to_string(variable.sort),
                       to_string(variable.known->sort()));
  }
  if (variable.domain && variable.sort != Sort::Integer)
    return fmt::format("variable '{}' has a domain but is no integer", variable.name);
  if (variable.domain && variable.domain->lo > variable.domain->hi)
    return fmt::format("variable '{}' has an empty domain", variable.name);
  return {};
}

// The sorts of the operands, checked node by node; the operands of a node were checked before it.
class SortCheck {
 public:
  explicit SortCheck(const Query& query) : query_(query), sorts_(query.exprs.size(), Sort::Boolean) {}

  Fault run() {
    for (std::size_t i = 0; i < sorts_.size(); ++i)
      if (Fault fault = visit(i)) return fault;
    if (query_.invariant.index >= sorts_.size()) return "the query has no invariant";
    if (sorts_[query_.invariant.index] != Sort::Boolean) return "the invariant is neither true nor false";
    return {};
  }

 private:
  Fault visit(std::size_t i) {
    const ExprArena& exprs = query_.exprs;
    for (const ExprId operand : exprs.operands(i))
      if (operand.index >= i) return fmt::format("expression {} uses one that was not built before it", i);
    switch (exprs.op(i)) {
      case Op::Constant:
        sorts_[i] = exprs.value(i).sort();
        return {};
      case Op::Variable:
        if (exprs.variable_at(i).index >= query_.variables.size())
          return fmt::format("expression {} names no variable of the query", i);
        sorts_[i] = query_[exprs.variable_at(i)].sort;
        return {};
      case Op::Less:
      case Op::LessEqual:
        return all_operands(i, Sort::Integer);
      case Op::Plus:
        sorts_[i] = Sort::Integer;
        return all_operands(i, Sort::Integer);
      case Op::And:
      case Op::Or:
      case Op::Not:
        return all_operands(i, Sort::Boolean);
      case Op::Equal:
      case Op::Distinct:
        if (exprs.operands(i).empty()) return {};
        return all_operands(i, sorts_[exprs.operands(i).front().index]);
    }
    return {};
  }

  Fault all_operands(std::size_t i, Sort sort) const {
    for (const ExprId operand : query_.exprs.operands(i)) {
      if (sorts_[operand.index] == sort) continue;
      return fmt::format("expression {} needs sort {} and is given {}", i, to_string(sort),
                         to_string(sorts_[operand.index]));
    }
    return {};
  }

  const Query& query_;
  std::vector<Sort> sorts_;
};

}  // namespace

VarId Query::add(Variable variable) {
  variables.push_back(std::move(variable));
  return VarId(variables.size() - 1);
}

VarId Query::known(std::string name, Value value, std::vector<Span> lines) {
  const Sort sort = value.sort();
  return add({.name = std::move(name),
              .sort = sort,
              .known = std::move(value),
              .domain = {},
              .lines = std::move(lines),
              .by_default = false,
              .unseen_because = {}});
}

VarId Query::by_default(std::string name, Value value, std::vector<Span> where) {
  const VarId id = known(std::move(name), std::move(value), std::move(where));
  variables[id.index].by_default = true;
  return id;
}

VarId Query::unseen(std::string name, Sort sort, std::string because, std::optional<Domain> domain) {
  return add({.name = std::move(name),
              .sort = sort,
              .known = {},
              .domain = domain,
              .lines = {},
              .by_default = false,
              .unseen_because = std::move(because)});
}

std::optional<std::string> fault_in(const Query& query) {
  for (const Variable& variable : query.variables)
    if (Fault fault = fault_in(variable)) return fault;
  return SortCheck(query).run();
}

std::vector<VarId> mentioned(const Query& query) {
  std::vector<bool> seen(query.variables.size(), false);
  const std::vector<bool> reached = query.exprs.reachable(query.invariant);
  for (std::size_t i = 0; i < reached.size(); ++i)
    if (reached[i] && query.exprs.op(i) == Op::Variable) seen[query.exprs.variable_at(i).index] = true;
  std::vector<VarId> ids;
  for (std::size_t i = 0; i < seen.size(); ++i)
    if (seen[i]) ids.emplace_back(i);
  return ids;
}

}  // namespace holdfast::smt
