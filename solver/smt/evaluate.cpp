#include "solver/smt/evaluate.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace holdfast::smt {
namespace {

constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();

// What is known of an integer. kMin as the lower and kMax as the upper end mean "no bound": a sum can leave
// the 64-bit range, and an end that would is widened to that.
struct Range {
  std::int64_t lo = kMin;
  std::int64_t hi = kMax;

  bool exact() const { return lo == hi && lo != kMin && hi != kMax; }
};

std::int64_t add_to_end(std::int64_t end, std::int64_t addend) {
  if (end == kMin || end == kMax) return end;
  std::int64_t sum = 0;
  if (__builtin_add_overflow(end, addend, &sum)) return addend > 0 ? kMax : kMin;
  return sum;
}

Range plus(Range a, std::int64_t addend) {
  Range sum{add_to_end(a.lo, addend), add_to_end(a.hi, addend)};
  if (a.lo == kMax) sum.lo = addend < 0 ? kMin : kMax;  // a bound of kMax itself, not the absence of one
  if (a.hi == kMin) sum.hi = addend > 0 ? kMax : kMin;
  return sum;
}

constexpr Truth truth(bool certain) {
  return certain ? Truth::True : Truth::False;
}

constexpr Truth negate(Truth a) {
  if (a == Truth::Undecided) return a;
  return truth(a == Truth::False);
}

// Ends that are missing prove nothing, so both ends of a comparison must be real where they could touch.
Truth less(Range a, Range b) {
  if (a.hi < b.lo) return Truth::True;
  if (b.hi <= a.lo && b.hi != kMax && a.lo != kMin) return Truth::False;
  return Truth::Undecided;
}

Truth equal(Range a, Range b) {
  if (a.hi < b.lo || b.hi < a.lo) return Truth::False;
  if (a.exact() && b.exact()) return truth(a.lo == b.lo);
  return Truth::Undecided;
}

// What a node is known to be, by its sort.
struct Known {
  Truth truth = Truth::Undecided;     // Boolean
  Range range;                        // Integer
  const std::string* text = nullptr;  // Text; null: any
  Sort sort = Sort::Boolean;
};

Known known(const Value& value) {
  Known known;
  known.sort = value.sort();
  switch (value.sort()) {
    case Sort::Integer:
      known.range = {value.integer(), value.integer()};
      break;
    case Sort::Text:
      known.text = &value.text();
      break;
    case Sort::Boolean:
      known.truth = truth(value.boolean());
      break;
  }
  return known;
}

Known known(const Variable& variable) {
  if (variable.known) return known(*variable.known);
  Known free;
  free.sort = variable.sort;
  if (variable.domain) free.range = {variable.domain->lo, variable.domain->hi};
  return free;
}

Known of_truth(Truth truth) {
  Known known;
  known.truth = truth;
  return known;
}

Truth equal(const Known& a, const Known& b) {
  switch (a.sort) {
    case Sort::Integer:
      return equal(a.range, b.range);
    case Sort::Text:
      return a.text && b.text ? truth(*a.text == *b.text) : Truth::Undecided;
    case Sort::Boolean:
      if (a.truth == Truth::Undecided || b.truth == Truth::Undecided) return Truth::Undecided;
      return truth(a.truth == b.truth);
  }
  return Truth::Undecided;
}

class Pass {
 public:
  explicit Pass(const Query& query) : query_(query), known_(query.exprs.size()) {}

  Truth run() {
    const std::size_t root = query_.invariant.index;
    for (std::size_t i = 0; i <= root; ++i) known_[i] = visit(i);
    return known_[root].truth;
  }

 private:
  Known visit(std::size_t i) const {
    const ExprArena& exprs = query_.exprs;
    switch (exprs.op(i)) {
      case Op::Constant:
        return known(exprs.value(i));
      case Op::Variable:
        return known(query_[exprs.variable_at(i)]);
      case Op::Equal:
        return of_truth(equal(operand(i, 0), operand(i, 1)));
      case Op::Less:
        return of_truth(less(operand(i, 0).range, operand(i, 1).range));
      case Op::LessEqual:
        return of_truth(negate(less(operand(i, 1).range, operand(i, 0).range)));
      case Op::Plus: {
        Known sum = operand(i, 0);
        sum.range = plus(sum.range, exprs.addend(i));
        return sum;
      }
      case Op::And:
        return of_truth(any_is(i, Truth::False));
      case Op::Or:
        return of_truth(any_is(i, Truth::True));
      case Op::Not:
        return of_truth(negate(operand(i, 0).truth));
      case Op::Distinct:
        return of_truth(distinct(i));
    }
    return {};
  }

  const Known& operand(std::size_t i, std::size_t n) const {
    return known_[query_.exprs.operands(i)[n].index];
  }

  // `decisive` if an operand is that, else undecided if one is, else the opposite.
  Truth any_is(std::size_t i, Truth decisive) const {
    bool undecided = false;
    for (const ExprId id : query_.exprs.operands(i)) {
      if (known_[id.index].truth == decisive) return decisive;
      undecided |= known_[id.index].truth == Truth::Undecided;
    }
    return undecided ? Truth::Undecided : negate(decisive);
  }

  // Sorted first, so that many known values (identifiers of a whole device) cost little.
  Truth distinct(std::size_t i) const {
    std::vector<const Known*> all;
    for (const ExprId id : query_.exprs.operands(i)) all.push_back(&known_[id.index]);
    if (all.size() < 2) return Truth::True;
    switch (all.front()->sort) {
      case Sort::Integer:
        return distinct_integers(all);
      case Sort::Text:
        return distinct_texts(all);
      case Sort::Boolean:
        break;
    }
    if (all.size() > 2) return Truth::False;  // a switch has only two states
    return negate(equal(*all[0], *all[1]));
  }

  static Truth distinct_integers(std::vector<const Known*>& all) {
    std::ranges::sort(all, {}, [](const Known* k) { return k->range.lo; });
    const auto overlap = std::ranges::adjacent_find(
        all, [](const Known* below, const Known* above) { return above->range.lo <= below->range.hi; });
    if (overlap == all.end()) return Truth::True;
    std::vector<std::int64_t> exact;  // ascending, as `all` is
    for (const Known* k : all)
      if (k->range.exact()) exact.push_back(k->range.lo);
    return std::ranges::adjacent_find(exact) != exact.end() ? Truth::False : Truth::Undecided;
  }

  static Truth distinct_texts(std::vector<const Known*>& all) {
    const bool undecided = std::erase_if(all, [](const Known* k) { return !k->text; }) > 0;
    std::ranges::sort(all, {}, [](const Known* k) -> const std::string& { return *k->text; });
    const auto same =
        std::ranges::adjacent_find(all, [](const Known* a, const Known* b) { return *a->text == *b->text; });
    if (same != all.end()) return Truth::False;
    return undecided ? Truth::Undecided : Truth::True;
  }

  const Query& query_;
  std::vector<Known> known_;
};

}  // namespace

Truth evaluate(const Query& query) {
  return Pass(query).run();
}

}  // namespace holdfast::smt
