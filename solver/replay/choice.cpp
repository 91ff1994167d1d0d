#include "solver/replay/choice.h"

#include <cstddef>

namespace holdfast::replay {
namespace {

enum class Rank : std::uint8_t { Active, Standby, Down };

std::vector<Rank> possible_ranks(const Candidate& it) {
  std::vector<Rank> result;
  if (!it.up.down() && !it.told_standby.up()) result.push_back(Rank::Active);
  if (!it.up.down() && !it.told_standby.down()) result.push_back(Rank::Standby);
  if (!it.up.up()) result.push_back(Rank::Down);
  return result;
}

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

std::size_t best(const std::vector<Rank>& ranks) {
  for (const Rank wanted : {Rank::Active, Rank::Standby}) {
    for (std::size_t i = 0; i < ranks.size(); ++i) {
      if (ranks[i] == wanted) return i;
    }
  }
  return kNone;
}

Doubt first_doubt(const std::vector<Candidate>& candidates) {
  for (const Candidate& it : candidates) {
    if (it.up.unknown()) return it.up.doubt;
    if (it.told_standby.unknown()) return it.told_standby.doubt;
  }
  return {};
}

}  // namespace

std::vector<State> choose_first(const std::vector<Candidate>& candidates) {
  std::vector<State> result;
  State before = kDown;
  for (const Candidate& it : candidates) {
    result.push_back(both(it.up, negated(before)));
    before = either(before, it.up);
  }
  return result;
}

// Goes through every combination of ranks that is possible.
std::vector<State> choose_best(const std::vector<Candidate>& candidates) {
  std::vector<std::vector<Rank>> possible;
  possible.reserve(candidates.size());
  for (const Candidate& it : candidates) possible.push_back(possible_ranks(it));
  std::vector<std::size_t> turn(candidates.size(), 0);
  std::vector<std::size_t> times(candidates.size(), 0);
  std::size_t combinations = 0;
  while (true) {
    std::vector<Rank> ranks;
    for (std::size_t i = 0; i < turn.size(); ++i) ranks.push_back(possible[i][turn[i]]);
    const std::size_t chosen = best(ranks);
    if (chosen != kNone) ++times[chosen];
    ++combinations;
    std::size_t digit = 0;
    while (digit < turn.size() && ++turn[digit] == possible[digit].size()) turn[digit++] = 0;
    if (digit == turn.size()) break;
  }
  const Doubt doubt = first_doubt(candidates);
  std::vector<State> result;
  for (const std::size_t count : times) {
    const bool always = count == combinations;
    result.push_back(always || count == 0 ? known(always) : unknown(doubt));
  }
  return result;
}

}  // namespace holdfast::replay
