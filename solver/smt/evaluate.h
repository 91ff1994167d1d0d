#pragma once

// Purpose: the concrete evaluator: one pass over the invariant with the known values, three-valued (Kleene),
// with intervals for integers. It is sound: true and false are certain, for all values of the free variables.
// It treats each occurrence of a free variable as if independent, so it may say undecided where the
// occurrences are tied (x = x); Z3 decides those. Source: semantics.md §6, last point.

#include <cstdint>

#include "solver/smt/query.h"

namespace holdfast::smt {

enum class Truth : std::uint8_t { False, True, Undecided };

// Needs a query without fault (fault_in).
Truth evaluate(const Query& query);

}  // namespace holdfast::smt
