#pragma once

// Expressions as Z3 terms. Private to this folder: only .cpp files of it include this.

#include <functional>
#include <vector>
#include <z3++.h>

#include "solver/smt/expr.h"

namespace holdfast::smt {

// One term for each node of the arena that is marked in `wanted` (Booleans and integers; texts are the
// integers that `constant` gives); of the others one that means nothing.
z3::expr_vector z3_terms(const ExprArena& exprs, const std::vector<bool>& wanted, z3::context& context,
                         const std::function<z3::expr(VarId)>& variable,
                         const std::function<z3::expr(const Value&)>& constant);

}  // namespace holdfast::smt
