#pragma once

// What PWs and PW templates say alike about TDM and ATM.

#include <string>

#include "model/pseudowire.h"

namespace holdfast::vrp {

// On the line of a PW, each clause with the blank before it.
std::string tdm_clauses(const TdmOptions& tdm, VcType type);
std::string atm_clauses(const AtmOptions& atm);

// Whether `a` is there and was not taken from `b`, which its PW refers to.
template <class T>
bool own(const MaybeFact<T>& a, const MaybeFact<T>& b) {
  return a && a->configured() && !(b && b->value == a->value && b->where == a->where);
}

}  // namespace holdfast::vrp
