#pragma once

// Matches one line against one compiled template.
//
// Where both are possible a word wins over a parameter, and taking an optional group wins over leaving it
// out; the machine comes back on such a decision when the rest of the line does not fit. It gives up, without
// a match, after kStepBudget steps: no line and no template can hold it up.

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "importers/vrp/grammar/match.h"
#include "importers/vrp/grammar/program.h"

namespace holdfast::vrp {

inline constexpr std::size_t kStepBudget = 20'000;

// `tokens` labelled by the keyword table that the program was compiled with, at most kMaxTokens. Reject
// cheaply first: `(program.required() & ~line) != 0` with the set that KeywordTable::label returned cannot
// match.
std::optional<Match> match(const Program& program, std::span<const Token> tokens);

// How far a line that does not match gets, and what would have let it go on. Points into the program.
struct Diagnosis {
  std::size_t furthest = 0;  // index of the token that does not fit; the number of tokens if more are needed
  std::vector<std::string_view> words;  // expected there, each once, in the template's order
  std::vector<const Parameter*> parameters;
  bool end = false;  // the line could end there
};

// Slower than match.
Diagnosis diagnose(const Program& program, std::span<const Token> tokens);

}  // namespace holdfast::vrp
