#pragma once

// How a line matched a template: which words and parameters stand where.
//
// A match points into the program and into the tokens, and lives no longer than they do. It allocates
// nothing; it is large (8 KiB of which only the captures present are ever touched), so pass it by reference.

#include <array>
#include <cstddef>
#include <cstdint>
#include <new>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

#include "importers/vrp/grammar/lex.h"
#include "importers/vrp/grammar/parameter.h"
#include "importers/vrp/grammar/token.h"

namespace holdfast::vrp {

struct Capture {
  std::string_view name;       // the word or the parameter's name, as the template has it
  const Parameter* parameter;  // null for a word
  std::uint16_t first;         // index of its first token
  std::uint16_t count;         // number of tokens, at least 1
  bool out_of_range;           // well-formed, but outside the parameter's range or length

  bool is_word() const { return parameter == nullptr; }
};

static_assert(std::is_trivially_copyable_v<Capture>);

class Match {
 public:
  explicit Match(std::span<const Token> tokens) : tokens_(tokens) {}
  Match(const Match& other) : tokens_(other.tokens_) { copy(other); }
  Match& operator=(const Match& other) {
    tokens_ = other.tokens_;
    copy(other);
    return *this;
  }

  std::span<const Token> tokens() const { return tokens_; }
  // In the order of the line.
  std::span<const Capture> captures() const {
    return {std::launder(reinterpret_cast<const Capture*>(storage_.data())), count_};
  }

  // Does this word of the template stand in the line? In the template's spelling.
  bool has(std::string_view word) const { return find_word(word) != nullptr; }
  const Capture* find_word(std::string_view word) const;

  // The nth parameter of that name, from 0; null if there are fewer.
  const Capture* find(std::string_view name, std::size_t nth = 0) const;
  std::size_t count(std::string_view name) const;

  // The first token of a capture or parameter, without its double quotes.
  std::string_view text(const Capture& capture) const { return unquoted(tokens_[capture.first].text); }
  std::optional<std::string_view> text(std::string_view name, std::size_t nth = 0) const;
  // Nothing as well if the token is no integer or needs more than 64 bits.
  std::optional<std::uint64_t> integer(const Capture& capture) const;
  std::optional<std::uint64_t> integer(std::string_view name, std::size_t nth = 0) const;

  // For the machine. There are never more captures than tokens.
  std::size_t size() const { return count_; }
  void add(const Capture& capture) { new (&storage_[count_++ * sizeof(Capture)]) Capture(capture); }
  void shrink(std::size_t size) { count_ = size; }

 private:
  void copy(const Match& other);

  std::span<const Token> tokens_;
  std::size_t count_ = 0;
  // Bytes, because an array of captures would be cleared for every line, which takes longer than the
  // matching.
  alignas(Capture) std::array<std::byte, kMaxTokens * sizeof(Capture)> storage_;
};

}  // namespace holdfast::vrp
