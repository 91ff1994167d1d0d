#include "importers/vrp/grammar/matcher.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "importers/vrp/grammar/parameter_match.h"

namespace holdfast::vrp {
namespace {

constexpr std::uint16_t kNoPosition = 0xffff;
constexpr std::size_t kMaxFrames = 2048;

// Watches nothing; the machine may skip what the next token rules out.
struct Unwatched {
  static constexpr bool kSkips = true;
  void missed_word(std::size_t, std::string_view) {}
  void missed_parameter(std::size_t, const Parameter&) {}
  void missed_end(std::size_t) {}
};

// Keeps what was expected at the furthest place.
class Watch {
 public:
  static constexpr bool kSkips = false;

  void missed_word(std::size_t at, std::string_view word) {
    if (reaches(at)) add(seen_.words, word);
  }
  void missed_parameter(std::size_t at, const Parameter& parameter) {
    if (reaches(at)) add(seen_.parameters, &parameter);
  }
  void missed_end(std::size_t at) {
    if (reaches(at)) seen_.end = true;
  }
  const Diagnosis& seen() const { return seen_; }

 private:
  bool reaches(std::size_t at) {
    if (at > seen_.furthest) {
      seen_ = {};
      seen_.furthest = at;
    }
    return at == seen_.furthest;
  }

  template <class T>
  static void add(std::vector<T>& list, T item) {
    if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
  }

  Diagnosis seen_;
};

// A place to come back to, or a loop's state to restore on the way back.
struct Frame {
  std::uint64_t taken;     // loop: as in LoopState
  std::uint16_t where;     // choice: its instruction; loop: its number
  std::uint16_t position;  // choice: in the tokens; loop: as in LoopState
  std::uint16_t captures;  // choice
  std::uint16_t branch;    // choice: the next one to try; in the pass over parameters if kSecondPass is set
};
constexpr std::uint16_t kSecondPass = 0x8000;
constexpr std::uint16_t kNoBranch = 0xffff;  // of a loop's frame

struct LoopState {
  std::uint64_t taken;     // AnyOrder: the set of alternatives taken; Repeat: the number of rounds
  std::uint16_t position;  // where the round began; kNoPosition before the first
};

template <class Watcher>
class Machine {
 public:
  Machine(const Program& program, std::span<const Token> tokens, Match& result, Watcher& watcher)
      : program_(program),
        code_(program.code().data()),
        tokens_(tokens),
        result_(result),
        watcher_(watcher) {}

  bool run() {
    for (std::size_t steps = 0; steps < kStepBudget && !given_up_; ++steps) {
      switch (step()) {
        case Outcome::Go:
          break;
        case Outcome::Matched:
          return true;
        case Outcome::Stuck:
          if (!back()) return false;
          break;
      }
    }
    return false;
  }

 private:
  enum class Outcome : std::uint8_t { Go, Matched, Stuck };

  Outcome step() {
    const Instruction& instruction = code_[at_];
    switch (instruction.op) {
      case Op::Word:
        return word(instruction);
      case Op::Parameter:
        return parameter(instruction);
      case Op::Jump:
        at_ = instruction.index;
        return Outcome::Go;
      case Op::EnterLoop:
        set_loop(instruction.index, {0, kNoPosition});
        ++at_;
        return Outcome::Go;
      case Op::AnyOrder:
      case Op::Repeat:
        if (loops_[instruction.index].position == position_)
          return Outcome::Stuck;  // a round without a token
        return choose(instruction, 0);
      case Op::Choose:
        return choose(instruction, 0);
      case Op::Accept:
        if (position_ == tokens_.size()) return Outcome::Matched;
        watcher_.missed_end(position_);
        return Outcome::Stuck;
    }
    return Outcome::Stuck;
  }

  Outcome word(const Instruction& instruction) {
    if (position_ == tokens_.size() || tokens_[position_].keyword_id != instruction.keyword) {
      watcher_.missed_word(position_, program_.words()[instruction.index]);
      return Outcome::Stuck;
    }
    result_.add({program_.words()[instruction.index], nullptr, position_, 1, false});
    ++position_;
    ++at_;
    return Outcome::Go;
  }

  Outcome parameter(const Instruction& instruction) {
    const Parameter& wanted = program_.parameters()[instruction.index];
    const Taken taken = position_ == tokens_.size() ? Taken{} : take(wanted, tokens_.subspan(position_));
    if (taken.tokens == 0) {
      watcher_.missed_parameter(position_, wanted);
      return Outcome::Stuck;
    }
    result_.add({wanted.name, &wanted, position_, taken.tokens, taken.out_of_range});
    position_ = static_cast<std::uint16_t>(position_ + taken.tokens);
    ++at_;
    return Outcome::Go;
  }

  bool starts_with_word(const Branch& branch) const {
    const KeywordId id = tokens_[position_].keyword_id;
    if (id == kNoKeyword || (branch.word_bits & keyword_bit(id)) == 0) return false;
    for (const KeywordId word : program_.words_of(branch)) {
      if (word == id) return true;
    }
    return false;
  }

  // The state of a loop may rule out a branch.
  bool is_open(const Instruction& instruction, std::size_t branch) const {
    if (instruction.op == Op::Choose) return true;
    const LoopState& loop = loops_[instruction.index];
    if (branch + 1U == instruction.branch_count) return loop.taken >= instruction.min;
    if (instruction.op == Op::Repeat) return loop.taken < instruction.max;
    return (loop.taken >> branch & 1U) == 0;
  }

  // The first branch from `from` on that is worth entering; kNoBranch if there is none. First pass: those
  // that take the next token as a word, or, at the end of the line, can end. Second pass: the others that
  // take it as a parameter.
  std::uint16_t next_branch(const Instruction& instruction, std::uint16_t from) const {
    const std::span<const Branch> branches = program_.branches_of(instruction);
    const bool at_end = position_ == tokens_.size();
    if ((from & kSecondPass) == 0) {
      for (std::size_t i = from; i < branches.size(); ++i) {
        const bool fits = at_end ? branches[i].end : starts_with_word(branches[i]);
        if (fits && is_open(instruction, i)) return static_cast<std::uint16_t>(i);
      }
      from = kSecondPass;
    }
    for (std::size_t i = from & ~std::size_t{kSecondPass}; i < branches.size(); ++i) {
      const bool fits = at_end
                            ? !Watcher::kSkips && !branches[i].end
                            : (!Watcher::kSkips || branches[i].parameter) && !starts_with_word(branches[i]);
      if (fits && is_open(instruction, i)) return static_cast<std::uint16_t>(i | kSecondPass);
    }
    return kNoBranch;
  }

  Outcome choose(const Instruction& instruction, std::uint16_t from) {
    const std::uint16_t chosen = next_branch(instruction, from);
    if (chosen == kNoBranch) return Outcome::Stuck;
    const auto after = static_cast<std::uint16_t>(chosen + 1U);
    if (next_branch(instruction, after) != kNoBranch) {
      push({0, at_, position_, static_cast<std::uint16_t>(result_.size()), after});
    }
    const std::size_t branch = chosen & ~std::size_t{kSecondPass};
    if (instruction.op != Op::Choose && branch + 1U != instruction.branch_count) {
      const std::uint64_t taken = loops_[instruction.index].taken;
      set_loop(instruction.index,
               {instruction.op == Op::Repeat ? taken + 1 : taken | std::uint64_t{1} << branch, position_});
    }
    at_ = program_.branches_of(instruction)[branch].target;
    return Outcome::Go;
  }

  void set_loop(std::uint16_t number, LoopState state) {
    LoopState& loop = loops_[number];
    if (frame_count_ > 0) push({loop.taken, number, loop.position, 0, kNoBranch});
    loop = state;
  }

  void push(const Frame& frame) {
    if (frame_count_ == kMaxFrames) {
      given_up_ = true;
      return;
    }
    frames_[frame_count_++] = frame;
  }

  // To the last choice that has another branch; false if there is none.
  bool back() {
    while (frame_count_ > 0) {
      const Frame frame = frames_[--frame_count_];
      if (frame.branch == kNoBranch) {
        loops_[frame.where] = {frame.taken, frame.position};
        continue;
      }
      at_ = frame.where;
      position_ = frame.position;
      result_.shrink(frame.captures);
      if (choose(code_[at_], frame.branch) == Outcome::Go) return true;
    }
    return false;
  }

  const Program& program_;
  const Instruction* code_;
  std::span<const Token> tokens_;
  Match& result_;
  Watcher& watcher_;
  std::uint16_t at_ = 0;
  std::uint16_t position_ = 0;
  bool given_up_ = false;  // too many choices to remember: as when the budget is spent
  std::size_t frame_count_ = 0;
  std::array<LoopState, Template::kMaxLoops> loops_;  // a loop's state is set when it is entered
  std::array<Frame, kMaxFrames> frames_;
};

}  // namespace

std::optional<Match> match(const Program& program, std::span<const Token> tokens) {
  // Made full: an optional made empty would be cleared, all 8 KiB of it.
  std::optional<Match> result(std::in_place, tokens);
  const bool possible = tokens.size() >= program.min_tokens() && tokens.size() <= kMaxTokens;
  Unwatched watcher;
  if (!possible || !Machine(program, tokens, *result, watcher).run()) result.reset();
  return result;
}

Diagnosis diagnose(const Program& program, std::span<const Token> tokens) {
  tokens = tokens.first(std::min(tokens.size(), kMaxTokens));
  Match scratch(tokens);
  Watch watcher;
  Machine(program, tokens, scratch, watcher).run();
  return watcher.seen();
}

}  // namespace holdfast::vrp
