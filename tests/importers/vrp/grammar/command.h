#pragma once

// A template with its own keyword table, and the lines held against it, for tests.

#include <gtest/gtest.h>
#include <optional>
#include <span>
#include <string>
#include <variant>

#include "importers/vrp/grammar/lex.h"
#include "importers/vrp/grammar/matcher.h"

namespace holdfast::vrp {

inline Template tree_of(const std::variant<Template, ParseError>& read) {
  if (const auto* tree = std::get_if<Template>(&read)) return *tree;
  const auto& error = std::get<ParseError>(read);
  ADD_FAILURE() << "at " << error.position << ": " << error.message;
  return std::get<Template>(parse("unreadable"));
}

class CommandUnderTest {
 public:
  explicit CommandUnderTest(const std::string& notation) : CommandUnderTest(tree_of(parse(notation))) {}
  explicit CommandUnderTest(const Template& tree) : program_(compile(tree, keywords_)) {}

  // What is returned points into the command and holds until the next line.
  std::span<const Token> tokens(const std::string& line) {
    line_ = line;
    const auto all = split(line_, buffer_);
    line_words_ = keywords_.label(all);
    return all;
  }

  std::optional<Match> match(const std::string& line) {
    auto result = vrp::match(program_, tokens(line));
    if (result && (program_.required() & ~line_words_) != 0) {
      ADD_FAILURE() << "a table would have rejected: " << line;
    }
    return result;
  }

  Diagnosis diagnose(const std::string& line) { return vrp::diagnose(program_, tokens(line)); }

  // The captures as `word` and `name=token+token`, with ! when out of range; "-" without a match.
  std::string show(const std::string& line) {
    const auto found = match(line);
    if (!found) return "-";
    std::string out;
    for (const Capture& capture : found->captures()) {
      if (!out.empty()) out += ' ';
      out += capture.name;
      if (capture.is_word()) continue;
      for (std::size_t i = 0; i < capture.count; ++i) {
        out += i == 0 ? '=' : '+';
        out += found->tokens()[capture.first + i].text;
      }
      if (capture.out_of_range) out += '!';
    }
    return out;
  }

  const Program& program() const { return program_; }
  const KeywordTable& keywords() const { return keywords_; }

 private:
  KeywordTable keywords_;
  Program program_;
  std::string line_;
  TokenBuffer buffer_;
  std::uint64_t line_words_ = 0;
};

}  // namespace holdfast::vrp
