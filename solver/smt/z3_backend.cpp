// How a query becomes a problem for Z3
//
// Integers are Z3 integers with their domain asserted, switches are Z3 booleans. Texts are only ever compared
// for equality, and the sorts of a query never mix, so a text is an index: 0..n-1 are the n texts that the
// query mentions, and one more index per text variable stands for "some other text". More could not make a
// difference: no two variables need to share or avoid more strangers than there are variables.
//
// A fact is an assumption literal that implies "variable = value". The goal literal is equivalent to the
// invariant, so every question about a query is one check under assumptions on one set of assertions.
//
// Z3's own core or model depends on what it solved before. What is returned here does not: cores and
// witnesses are pinned down by yes/no checks alone (the shortest prefix of facts that conflicts; the smallest
// value that fits), and Z3's cores and models only serve to skip checks whose answer they already imply.

#include "solver/smt/z3_backend.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>
#include <z3++.h>

#include "solver/smt/z3_terms.h"

namespace holdfast::smt {

namespace {

struct Session {
  explicit Session(std::uint32_t resource_limit)
      : limit(resource_limit), solver(context, z3::solver::simple()) {
    z3::params params(context);
    params.set("rlimit", resource_limit);
    params.set("arith.solver",
               2U);  // the older simplex: some twenty times faster on identifiers to keep apart
    solver.set(params);
  }

  z3::check_result check(const z3::expr_vector& assumptions) {
    ++checks;
    const z3::check_result result = solver.check(assumptions);
    if (result == z3::unknown) why_unknown = solver.reason_unknown();
    return result;
  }

  std::uint32_t limit;
  std::uint64_t checks = 0;
  std::string why_unknown;  // of the last check that gave up
  z3::context context;
  z3::solver solver;
};

constexpr std::size_t kMaxCandidates = 16;  // bounds the checks spent on a witness that looks familiar

struct Texts {
  std::vector<std::string> mentioned;  // known values first, then constants, in order
  std::map<std::string, std::int64_t> index;

  void mention(const Value& value) {
    if (value.sort() != Sort::Text) return;
    if (index.emplace(value.text(), static_cast<std::int64_t>(mentioned.size())).second)
      mentioned.push_back(value.text());
  }

  // A text for an index; those that stand for "some other" are made up, different from all mentioned.
  Suggestion suggestion(VarId variable, std::int64_t i) const {
    if (i < std::ssize(mentioned)) return {variable, mentioned[static_cast<std::size_t>(i)], false};
    std::string made_up;
    for (std::int64_t left = i - std::ssize(mentioned), n = 1; left >= 0; ++n) {
      made_up = n == 1 ? "other" : fmt::format("other-{}", n);
      if (!index.contains(made_up)) --left;
    }
    return {variable, std::move(made_up), true};
  }
};

class Encoding {
 public:
  Encoding(const Query& query, z3::context& context)
      : query_(query),
        context_(context),
        variables_(smt::mentioned(query)),
        terms_(context),
        nodes_(context) {}

  void assert_into(z3::solver& solver) {
    collect_texts();
    for (std::size_t i = 0; i < query_.variables.size(); ++i) terms_.push_back(new_term(i, "v"));
    for (const VarId id : variables_) {
      solver.add(in_domain(id, term(id)));
      if (query_[id].known) solver.add(z3::implies(fact(id), term(id) == constant(*query_[id].known)));
    }
    solver.add(goal() == encode());
  }

  const std::vector<VarId>& variables() const { return variables_; }
  const Texts& texts() const { return texts_; }

  z3::expr term(VarId id) const { return terms_[static_cast<int>(id.index)]; }
  z3::expr fact(VarId id) const { return context_.bool_const(fmt::format("f{}", id.index).c_str()); }
  z3::expr goal() const { return context_.bool_const("goal"); }

  // The invariant with another, equally bounded value in the place of `id`; asserts the bound.
  z3::expr invariant_with_another(VarId id, z3::solver& solver) {
    const z3::expr another = new_term(id.index, "w");
    solver.add(in_domain(id, another));
    z3::expr_vector from(context_);
    z3::expr_vector to(context_);
    from.push_back(term(id));
    to.push_back(another);
    z3::expr invariant = nodes_[static_cast<int>(query_.invariant.index)];
    return invariant.substitute(from, to);
  }

  z3::expr number(std::int64_t value) const { return context_.int_val(value); }

 private:
  void collect_texts() {
    for (const VarId id : variables_)
      if (query_[id].known) texts_.mention(*query_[id].known);
    const std::vector<bool> reached = query_.exprs.reachable(query_.invariant);
    for (std::size_t i = 0; i < reached.size(); ++i)
      if (reached[i] && query_.exprs.op(i) == Op::Constant) texts_.mention(query_.exprs.value(i));
  }

  z3::expr new_term(std::size_t i, const char* prefix) const {
    const std::string name = fmt::format("{}{}", prefix, i);
    return query_.variables[i].sort == Sort::Boolean ? context_.bool_const(name.c_str())
                                                     : context_.int_const(name.c_str());
  }

  z3::expr in_domain(VarId id, const z3::expr& subject) const {
    const Variable& variable = query_[id];
    switch (variable.sort) {
      case Sort::Boolean:
        return context_.bool_val(true);
      case Sort::Text:
        return variable.known ? context_.bool_val(true) : subject >= 0;
      case Sort::Integer:
        break;
    }
    if (variable.known && !variable.domain) return context_.bool_val(true);
    const Domain range = variable.domain.value_or(Domain{});
    const z3::expr inside = number(range.lo) <= subject && subject <= number(range.hi);
    return variable.known ? inside || subject == constant(*variable.known) : inside;
  }

  z3::expr constant(const Value& value) const {
    switch (value.sort()) {
      case Sort::Integer:
        return number(value.integer());
      case Sort::Text:
        return number(texts_.index.at(value.text()));
      case Sort::Boolean:
        break;
    }
    return context_.bool_val(value.boolean());
  }

  z3::expr encode() {
    nodes_ = z3_terms(
        query_.exprs, query_.exprs.reachable(query_.invariant), context_, [&](VarId id) { return term(id); },
        [&](const Value& value) { return constant(value); });
    return nodes_[static_cast<int>(query_.invariant.index)];
  }

  const Query& query_;
  z3::context& context_;
  std::vector<VarId> variables_;
  Texts texts_;
  z3::expr_vector terms_;  // by variable
  z3::expr_vector nodes_;  // by expression
};

// One query on a solver. Leaves its assertions there: the caller pops them.
class Decision {
 public:
  Decision(const Query& query, Session& session)
      : query_(query), session_(session), encoding_(query, session.context) {
    encoding_.assert_into(session_.solver);
    for (const VarId id : encoding_.variables()) (query_[id].known ? known_ : free_).push_back(id);
    // A core prefers what somebody wrote over what follows from silence.
    std::stable_partition(known_.begin(), known_.end(), [&](VarId id) { return !query_[id].by_default; });
  }

  Verdict run() {
    const z3::check_result can_be_true = check_facts(encoding_.goal());
    if (can_be_true == z3::unsat) return violated();
    std::optional<z3::model> model;
    if (can_be_true == z3::sat) model = session_.solver.get_model();
    const z3::check_result can_be_false = check_facts(!encoding_.goal());
    if (can_be_false == z3::unsat) return of_kind(VerdictKind::Holds);
    if (can_be_true == z3::unknown || can_be_false == z3::unknown) return gave_up();
    return unknown(*model);
  }

 private:
  static Verdict of_kind(VerdictKind kind) {
    Verdict verdict;
    verdict.kind = kind;
    return verdict;
  }

  z3::expr_vector facts(std::size_t count) const {
    z3::expr_vector assumptions(session_.context);
    for (std::size_t i = 0; i < count; ++i) assumptions.push_back(encoding_.fact(known_[i]));
    return assumptions;
  }

  z3::check_result check_facts(const z3::expr& also) {
    z3::expr_vector assumptions = facts(known_.size());
    assumptions.push_back(also);
    return session_.check(assumptions);
  }

  Verdict gave_up() const {
    Verdict verdict;
    verdict.deciding = free_;
    verdict.reason = fmt::format("the solver gave up within its bound ({})", session_.why_unknown);
    return verdict;
  }

  // How many of the first facts are needed to conflict with the goal and the core so far, once it is known
  // that `enough` of them do: the least number whose conflict Z3 can show.
  std::size_t shortest_conflict(const z3::expr_vector& base, std::size_t enough, bool& gave_up) {
    std::size_t least = 0;
    while (least < enough) {
      const std::size_t middle = least + (enough - least) / 2;
      z3::expr_vector assumptions = facts(middle);
      for (const z3::expr& each : base) assumptions.push_back(each);
      const z3::check_result result = session_.check(assumptions);
      gave_up |= result == z3::unknown;
      if (result == z3::unsat) {
        enough = last_in_core(middle);
      } else {
        least = middle + 1;
      }
    }
    return enough;
  }

  // Of `count` first facts, just found to conflict, how many Z3 needed to see it.
  std::size_t last_in_core(std::size_t count) const {
    std::vector<unsigned> used;
    for (const z3::expr& each : session_.solver.unsat_core()) used.push_back(each.id());
    while (count > 0 && !std::ranges::count(used, encoding_.fact(known_[count - 1]).id())) --count;
    return count;
  }

  // The last fact of the shortest conflicting prefix is in every conflict within it, so it is in the core;
  // then the same with fewer facts, until the core conflicts alone.
  Verdict violated() {
    Verdict verdict = of_kind(VerdictKind::Violated);
    bool gave_up = false;
    z3::expr_vector base(session_.context);
    base.push_back(encoding_.goal());
    std::size_t needed = last_in_core(known_.size());
    while ((needed = shortest_conflict(base, needed, gave_up)) > 0) {
      const VarId last = known_[--needed];
      verdict.core.push_back(last);
      base.push_back(encoding_.fact(last));
    }
    std::ranges::sort(verdict.core);
    if (gave_up) verdict.reason = "the solver gave up within its bound before the conflict was smallest";
    return verdict;
  }

  Verdict unknown(const z3::model& found) {
    Verdict verdict;
    for (const VarId id : free_) {
      const z3::check_result result = matters(id);
      if (result == z3::unknown) return gave_up();
      if (result == z3::sat) verdict.deciding.push_back(id);
    }
    verdict.witness = Witness(*this, found).of(verdict.deciding);
    return verdict;
  }

  // Can a change of this variable alone make the invariant false?
  z3::check_result matters(VarId id) {
    if (free_.size() == 1) return z3::sat;
    session_.solver.push();
    session_.solver.add(!encoding_.invariant_with_another(id, session_.solver));
    const z3::check_result result = check_facts(encoding_.goal());
    session_.solver.pop();
    return result;
  }

  // Chooses a value for one variable after the other; `model_` always satisfies what has been chosen.
  class Witness {
   public:
    Witness(Decision& decision, const z3::model& model)
        : decision_(decision),
          encoding_(decision.encoding_),
          model_(model),
          chosen_(decision.facts(decision.known_.size())) {
      chosen_.push_back(encoding_.goal());
    }

    std::vector<Suggestion> of(const std::vector<VarId>& variables) {
      std::vector<Suggestion> all;
      for (const VarId id : variables) {
        all.push_back(choose(id));
        chosen_.push_back(equals(id, all.back()));
      }
      return all;
    }

   private:
    Suggestion choose(VarId id) {
      switch (decision_.query_[id].sort) {
        case Sort::Boolean:
          return {id, !accepts(!encoding_.term(id))};
        case Sort::Text:
          return encoding_.texts().suggestion(id, smallest(id, 0));
        case Sort::Integer:
          break;
      }
      const Domain domain = decision_.query_[id].domain.value_or(Domain{});
      for (const std::int64_t candidate : familiar(domain))
        if (accepts(encoding_.term(id) == encoding_.number(candidate))) return {id, candidate};
      const std::int64_t lo = domain.lo;
      if (lo < 0 && accepts(encoding_.term(id) >= 0)) return {id, smallest(id, 0)};
      return {id, smallest(id, lo)};
    }

    // Values that the query itself mentions say most to its reader: what the facts say, then constants.
    std::vector<std::int64_t> familiar(Domain domain) const {
      std::vector<std::int64_t> values;
      const auto offer = [&](const Value& value) {
        if (value.sort() != Sort::Integer || values.size() == kMaxCandidates) return;
        const std::int64_t number = value.integer();
        if (number < domain.lo || number > domain.hi || std::ranges::count(values, number)) return;
        values.push_back(number);
      };
      const Query& query = decision_.query_;
      for (const VarId id : decision_.known_) offer(*query[id].known);
      const std::vector<bool> reached = query.exprs.reachable(query.invariant);
      for (std::size_t i = 0; i < reached.size(); ++i)
        if (reached[i] && query.exprs.op(i) == Op::Constant) offer(query.exprs.value(i));
      return values;
    }

    // The smallest value from `lo` on that fits; the model's value is one that does. Steps double from below,
    // since what fits is mostly near the lower end.
    std::int64_t smallest(VarId id, std::int64_t lo) {
      std::uint64_t step = 1;
      while (value_of(id) > lo) {
        const std::uint64_t gap = static_cast<std::uint64_t>(value_of(id)) - static_cast<std::uint64_t>(lo);
        const std::uint64_t ahead = std::min(step, (gap + 1) / 2) - 1;
        const auto middle = static_cast<std::int64_t>(static_cast<std::uint64_t>(lo) + ahead);
        const z3::expr term = encoding_.term(id);
        if (accepts(encoding_.number(lo) <= term && term <= encoding_.number(middle))) continue;
        lo = middle + 1;
        step *= step < (std::uint64_t{1} << 62) ? 2 : 1;
      }
      return value_of(id);
    }

    bool accepts(const z3::expr& extra) {
      if (model_.eval(extra, true).is_true()) return true;
      z3::solver& solver = decision_.session_.solver;
      solver.push();
      solver.add(extra);
      const bool satisfiable = decision_.session_.check(chosen_) == z3::sat;
      if (satisfiable) model_ = solver.get_model();
      solver.pop();
      return satisfiable;
    }

    std::int64_t value_of(VarId id) const {
      return model_.eval(encoding_.term(id), true).get_numeral_int64();
    }

    z3::expr equals(VarId id, const Suggestion& suggestion) const {
      const z3::expr term = encoding_.term(id);
      if (suggestion.value.sort() == Sort::Boolean) return suggestion.value.boolean() ? term : !term;
      return term == encoding_.number(value_of(id));
    }

    Decision& decision_;
    const Encoding& encoding_;
    z3::model model_;
    z3::expr_vector chosen_;
  };

  const Query& query_;
  Session& session_;
  Encoding encoding_;
  std::vector<VarId> known_;  // in the order in which a core prefers them
  std::vector<VarId> free_;
};

}  // namespace

struct Z3Backend::State : Session {
  using Session::Session;
};

Z3Backend::Z3Backend(std::uint32_t resource_limit) : state_(std::make_unique<State>(resource_limit)) {}
Z3Backend::~Z3Backend() = default;
Z3Backend::Z3Backend(Z3Backend&&) noexcept = default;
Z3Backend& Z3Backend::operator=(Z3Backend&&) noexcept = default;

std::uint64_t Z3Backend::checks() const {
  return state_->checks;
}

Verdict Z3Backend::decide(const Query& query) {
  try {
    state_->solver.push();
    Verdict verdict = Decision(query, *state_).run();
    state_->solver.pop();
    return verdict;
  } catch (const z3::exception& error) {
    // Whatever state Z3 is in now, the next query starts afresh.
    const std::uint64_t checks = state_->checks;
    state_ = std::make_unique<State>(state_->limit);
    state_->checks = checks;
    Verdict verdict;
    verdict.reason = fmt::format("the solver failed ({})", error.msg());
    return verdict;
  }
}

}  // namespace holdfast::smt
