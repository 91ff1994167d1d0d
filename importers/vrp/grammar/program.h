#pragma once

// A template compiled for matching: instructions for the backtracking machine in matcher.cpp.
//
// Wherever the template leaves a choice, the program has a Branch per possibility together with its *first
// set*: the words, or some parameter, or the end of the line, that can come next on that way. The machine
// enters only branches that the next token allows, those that allow it as a word before those that allow it
// as a parameter, so that real lines hardly ever backtrack.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "importers/vrp/grammar/keywords.h"
#include "importers/vrp/grammar/template.h"

namespace holdfast::vrp {

enum class Op : std::uint8_t {
  Word,
  Parameter,
  Jump,
  Choose,     // one of the branches
  EnterLoop,  // the loop's state starts anew; its AnyOrder or Repeat comes next
  AnyOrder,   // a branch not yet taken, or the last one, which leaves, once one has been taken or min is 0
  Repeat,     // branch 0 is the body, branch 1 leaves; between min and max times
  Accept,
};

struct Instruction {
  Op op = Op::Accept;
  KeywordId keyword = kNoKeyword;
  std::uint16_t index =
      0;  // Word: in words; Parameter: in parameters; Jump: target; loops: number of the loop
  std::uint16_t min = 0;
  std::uint16_t max = 0;
  std::uint16_t branch_count = 0;
  std::uint32_t first_branch = 0;
};

struct Branch {
  std::uint64_t word_bits = 0;  // see keyword_bit
  std::uint32_t first_word = 0;
  std::uint16_t word_count = 0;
  std::uint16_t target = 0;
  bool parameter = false;
  bool end = false;
};

class Program {
 public:
  // The words that every line matched has: a line without one of them cannot match.
  std::uint64_t required() const { return required_; }
  // The word that every line matched starts with; kNoKeyword if there is a choice or a parameter.
  KeywordId first_keyword() const { return first_keyword_; }
  // Lines that match have at least so many tokens.
  std::size_t min_tokens() const { return min_tokens_; }

  // What a line that matches can start with.
  std::span<const KeywordId> start_words() const { return words_of(start_); }
  bool starts_with_parameter() const { return start_.parameter; }

  const std::vector<Parameter>& parameters() const { return parameters_; }
  const std::vector<std::string>& words() const { return words_; }

  // For the machine.
  std::span<const Instruction> code() const { return code_; }
  std::span<const Branch> branches_of(const Instruction& instruction) const {
    return std::span(branches_).subspan(instruction.first_branch, instruction.branch_count);
  }
  std::span<const KeywordId> words_of(const Branch& branch) const {
    return std::span(branch_words_).subspan(branch.first_word, branch.word_count);
  }

 private:
  friend class Compiler;

  std::vector<Instruction> code_;
  std::vector<Branch> branches_;
  std::vector<KeywordId> branch_words_;
  std::vector<std::string> words_;
  std::vector<Parameter> parameters_;
  Branch start_;
  std::uint64_t required_ = 0;
  KeywordId first_keyword_ = kNoKeyword;
  std::size_t min_tokens_ = 0;
};

// `tree` has to come from one of the parse functions, or keep their limits. Its words go into `keywords`.
Program compile(const Template& tree, KeywordTable& keywords);

}  // namespace holdfast::vrp
