#pragma once

// Words that a mistyped one may have meant. An edit is a byte inserted, left out or replaced, or two
// neighbours exchanged; letter case (ASCII) does not count.

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace holdfast::vrp {

// Whether exactly one edit turns `a` into `b`.
bool one_edit_apart(std::string_view a, std::string_view b);

// Those of `candidates` that are one edit away from `word`, in their order. Words of one or two letters
// resemble too much: for them there is nothing.
std::vector<std::string_view> one_edit_away(std::string_view word,
                                            std::span<const std::string_view> candidates);

// Many words to choose from, by length: only those of about the same length are looked at. The words
// themselves belong to somebody else.
class WordsByLength {
 public:
  void add(std::string_view word);

  // The first word added of those that one_edit_away() would give.
  std::optional<std::string_view> one_edit_away(std::string_view word) const;

 private:
  struct Entry {
    std::size_t order;
    std::string_view word;
  };
  std::vector<std::vector<Entry>> by_length_;
  std::size_t size_ = 0;
};

}  // namespace holdfast::vrp
