#pragma once

// Words of the command table as small numbers, so that matching a word is comparing two integers. Letter case
// (ASCII) does not count. The table is filled while templates are compiled; look-up neither allocates nor
// changes it.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "importers/vrp/grammar/token.h"

namespace holdfast::vrp {

// Where a keyword stands in a 64-bit set of keywords. Different keywords may share a place.
constexpr std::uint64_t keyword_bit(KeywordId id) {
  return std::uint64_t{1} << (id & 63U);
}

class KeywordTable {
 public:
  static constexpr std::size_t kMaxWords = 65534;
  static constexpr KeywordId kFull = 65535;

  KeywordTable();

  // The number of `word`, which it gets now if it has none. At most kMaxWords fit; beyond that kFull, which
  // no token ever gets.
  KeywordId intern(std::string_view word);

  // kNoKeyword if no template uses it.
  KeywordId find(std::string_view word) const;

  // As first written. `id` has to come from this table.
  const std::string& word(KeywordId id) const { return words_[id - 1U]; }
  std::size_t size() const { return words_.size(); }

  // Fills in the keyword ids and returns the set of those found, to be held against Program::required().
  std::uint64_t label(std::span<Token> tokens) const;

 private:
  struct Slot {
    std::uint32_t hash = 0;
    KeywordId id = kNoKeyword;
  };

  std::size_t slot_of(std::string_view word, std::uint32_t hash) const;
  void grow();

  std::vector<Slot> slots_;  // open addressing, at most half full; the size is a power of two
  std::vector<std::string> words_;
  std::size_t longest_ = 0;
};

}  // namespace holdfast::vrp
