#include "importers/vrp/vocabulary.h"

#include <algorithm>

namespace holdfast::vrp {
namespace {

template <class Action>
void for_each_piece(std::string_view text, char separator, Action action) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0) action(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace

Vocabulary::Vocabulary(KeywordTable& keywords) {
  for (const std::string_view list : vocabulary_lists()) {
    for_each_piece(list, '\n', [&](std::string_view line) {
      Entry entry;
      for_each_piece(line, ' ', [&](std::string_view word) { entry.words.push_back(keywords.intern(word)); });
      if (entry.words.empty()) return;
      const KeywordId first = entry.words.front();
      if (by_first_.size() <= first) by_first_.resize(first + std::size_t{1});
      if (by_first_[first].empty()) first_words_.push_back(first);
      by_first_[first].push_back(std::move(entry));
    });
  }
  for (std::vector<Entry>& entries : by_first_) {
    std::ranges::stable_sort(entries, std::ranges::greater{}, [](const Entry& e) { return e.words.size(); });
  }
}

std::size_t Vocabulary::match(std::span<const Token> tokens) const {
  if (tokens.empty() || tokens.front().keyword_id >= by_first_.size()) return 0;
  for (const Entry& entry : by_first_[tokens.front().keyword_id]) {
    if (entry.words.size() <= tokens.size() &&
        std::ranges::equal(entry.words, tokens.first(entry.words.size()), {}, {}, &Token::keyword_id)) {
      return entry.words.size();
    }
  }
  return 0;
}

}  // namespace holdfast::vrp
