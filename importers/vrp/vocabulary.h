#pragma once

// Commands that no redundancy of a service depends on, by their first words. The lists stand in
// vocabulary/<subject>.cpp. An entry is one word or several ("ip pool"): a line that starts with them is
// known and irrelevant, in whatever view it stands. An entry of one word gives way to the command table where
// the view has rows that start with this word; an entry of several words does not.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "importers/vrp/grammar/keywords.h"
#include "importers/vrp/grammar/token.h"

namespace holdfast::vrp {

// Every list: entries separated by line ends.
std::span<const std::string_view> vocabulary_lists();

class Vocabulary {
 public:
  // Gives the words numbers in `keywords`.
  explicit Vocabulary(KeywordTable& keywords);

  // How many words of the longest entry the line starts with; 0 if it starts with none.
  std::size_t match(std::span<const Token> tokens) const;

  // Every first word, for suggestions.
  const std::vector<KeywordId>& first_words() const { return first_words_; }

 private:
  struct Entry {
    std::vector<KeywordId> words;
  };
  std::vector<std::vector<Entry>> by_first_;  // by keyword number of the first word, longest entries first
  std::vector<KeywordId> first_words_;
};

}  // namespace holdfast::vrp
