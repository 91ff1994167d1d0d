#pragma once

// The command table, compiled: finds the row that a line matches in a view. Built once per program run from
// all_commands() and the vocabulary; immutable afterwards, so every thread may use it.

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "importers/vrp/command.h"
#include "importers/vrp/grammar/keywords.h"
#include "importers/vrp/grammar/lex.h"
#include "importers/vrp/grammar/match.h"
#include "importers/vrp/grammar/program.h"
#include "importers/vrp/grammar/suggest.h"
#include "importers/vrp/vocabulary.h"
#include "model/names.h"

namespace holdfast::vrp {

// A command with its compiled notation.
struct Row {
  Command command;
  Program program;
  // Parameters that name something: filled in from their types `ref(kind)` and `def(kind)`.
  struct Name {
    const Parameter* parameter;
    NameKind kind;
    bool definition;
  };
  std::vector<Name> names;
};

// A line as the table wants it: split, with keyword numbers.
struct SplitLine {
  std::span<const Token> tokens;
  std::uint64_t keywords = 0;  // set of keyword numbers, see keyword_bit()
};

class CommandTable {
 public:
  CommandTable();
  CommandTable(const CommandTable&) = delete;
  CommandTable& operator=(const CommandTable&) = delete;

  SplitLine split(std::string_view line, TokenBuffer& buffer) const;

  bool is_keyword(std::string_view word) const { return keywords_.find(word) != kNoKeyword; }

  // The first row of the view that the line matches, with its match; nothing when none does. The match points
  // into the table and into the buffer that the line was split into.
  struct Found {
    const Row* row;
    Match match;
  };
  std::optional<Found> find(View view, const SplitLine& line) const;

  // Whether rows of the view start with the line's first word.
  bool owns(View view, const SplitLine& line) const;

  // Whether the line is a command of some protocol's or service's own view: neither of the system view nor of
  // the interface view, whose words are common.
  bool fits_inner_view(const SplitLine& line) const;

  // How many words of the vocabulary the line starts with, after an `undo`; 0: the line is not known there.
  std::size_t known_words(const SplitLine& line) const;

  // Where understanding of a line that matches nothing stops, and the known word that is one edit away from
  // the word there.
  struct Diagnosis {
    std::size_t token = 0;
    std::optional<std::string> suggestion;
  };
  Diagnosis diagnose(View view, const SplitLine& line) const;

  const std::deque<Row>& rows() const { return rows_; }

 private:
  struct ViewIndex {
    std::vector<std::vector<const Row*>> by_first;  // by keyword number
    std::vector<const Row*> open;                   // rows that start with a parameter
    WordsByLength first_words;                      // that rows start with
  };
  void add(const Command& command);
  std::span<const Row* const> candidates(View view, const SplitLine& line) const;
  std::optional<std::string_view> suggest_first(View view, std::string_view word) const;

  KeywordTable keywords_;
  std::deque<Row> rows_;  // addresses stay
  std::array<ViewIndex, static_cast<std::size_t>(View::Count)> views_;
  std::optional<Vocabulary> vocabulary_;
  WordsByLength irrelevant_words_;  // that entries of the vocabulary start with
};

}  // namespace holdfast::vrp
